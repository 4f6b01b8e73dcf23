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
}

impl Unit {
    /// Adds source and target to the pairs; a unit without a source is left out. Returns whether it has both.
    pub(super) fn push(&self, text: &str, sides: &[String; 2], end: usize, pairs: &mut Pairs) -> bool {
        let [source, target] = sides;
        let Some(of_source) = self.find(source, target, None) else { return false };
        let of_target = self.find(target, source, Some(of_source));
        let content = |at: usize| self.variants.get(at).map(|variant| &variant.content);
        let nothing = Content::nothing(end);
        let translation = of_target.and_then(content);
        pairs.push(text, content(of_source).unwrap_or(&nothing), translation.unwrap_or(&nothing));
        translation.is_some()
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
