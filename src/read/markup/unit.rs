//! `Unit`: the same in several languages, of which two are chosen.

use crate::read::content::Content;
use crate::read::names::same;
use crate::read::pairs::Pairs;

/// A unit that is being read.
#[derive(Debug, Default)]
pub(super) struct Unit {
    /// What it says, language by language.
    pub(super) variants: Vec<Variant>,
}

/// What a unit says in one language.
#[derive(Debug)]
pub(super) struct Variant {
    /// The language, or the side.
    pub(super) name: String,
    /// What it says.
    pub(super) content: Content,
    /// The segments that are marked in it.
    pub(super) marks: Vec<Mark>,
}

/// A segment that is marked in a text.
#[derive(Debug)]
pub(super) struct Mark {
    /// By which its translation is known.
    pub(super) id: String,
    /// What it says.
    pub(super) content: Content,
}

/// Where XLIFF 1.2 marks the segments of a source.
const SEGMENTED: &str = "seg-source";

impl Unit {
    /// Adds source and target to the pairs; a unit without a source is left out. Returns whether it has both.
    pub(super) fn push(&self, text: &str, sides: &[String; 2], end: usize, pairs: &mut Pairs) -> bool {
        let [source, target] = sides;
        let Some(of_source) = self.find(source, target, None) else { return false };
        let of_target = self.find(target, source, Some(of_source));
        let Some(source) = self.variants.get(of_source) else { return false };
        let target = of_target.and_then(|at| self.variants.get(at));
        let marked = target.and_then(|target| self.marked(source, target));
        let whole = || vec![(&source.content, target.map(|target| &target.content))];
        let nothing = Content::nothing(end);
        for (source, target) in marked.unwrap_or_else(whole) {
            pairs.push(text, source, target.unwrap_or(&nothing));
        }
        target.is_some()
    }

    /// The marked segments of the source with their translations; nothing where those of the target are
    /// not the same, in the same order, but for some that are not translated yet.
    fn marked<'a>(
        &'a self,
        source: &'a Variant,
        target: &'a Variant,
    ) -> Option<Vec<(&'a Content, Option<&'a Content>)>> {
        let segmented = self.variants.iter().find(|variant| variant.name == SEGMENTED).unwrap_or(source);
        let mut translated = target.marks.iter().peekable();
        let pair =
            |mark: &'a Mark| (&mark.content, translated.next_if(|own| own.id == mark.id).map(|own| &own.content));
        let pairs: Vec<_> = segmented.marks.iter().map(pair).collect();
        (!target.marks.is_empty() && translated.next().is_none()).then_some(pairs)
    }

    /// Whether the unit counts: one without a target does where that is a gap.
    pub(super) fn is_wanted(&self, [source, target]: &[String; 2], gaps: bool) -> bool {
        gaps || self.find(target, source, self.find(source, target, None)).is_some()
    }

    /// The variant in a language, that of exactly this tag before others; where no language is wanted,
    /// the first that is not in the other.
    fn find(&self, wanted: &str, other: &str, taken: Option<usize>) -> Option<usize> {
        let free = || self.variants.iter().enumerate().filter(|(at, _)| Some(*at) != taken);
        if wanted.is_empty() {
            let mut all = free();
            return all.find(|(_, one)| other.is_empty() || !same(&one.name, other)).map(|(at, _)| at);
        }
        let exact = free().find(|(_, variant)| variant.name.eq_ignore_ascii_case(wanted));
        exact.or_else(|| free().find(|(_, variant)| same(&variant.name, wanted))).map(|(at, _)| at)
    }
}
