//! Words and names spelt in pinyin.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::kept::Kept;
use crate::check::{CheckError, Params};
use crate::language::{Analysis, Case, Filter, Gap, Kind, Token, without_possessive};
use crate::text::Span;

/// The most syllables of a word that is taken for pinyin.
const MOST_SYLLABLES: usize = 4;
/// The longest syllable (`zhuang`), in bytes.
const LONGEST: usize = 6;

/// Knows pinyin syllables and Chinese surnames.
#[derive(Debug)]
pub struct Mandarin {
    /// The syllables, and whether each is also an English word or a familiar name.
    syllables: FxHashMap<Box<str>, bool>,
    surnames: FxHashSet<Box<str>>,
    /// The surnames again: few words pass that are none.
    likely_surnames: Filter,
    not_given: FxHashSet<Box<str>>,
}

/// The full names of a document, under the address of what finds them.
pub(super) type Names = Kept<usize, [(Span, usize)]>;

impl Mandarin {
    /// Reads the pack's tables `lists/pinyin.txt`, `lists/surnames.txt` and `lists/not-given-names.txt`.
    pub fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let syllable = |line: &str| match line.split_once('\t') {
            Some((syllable, _)) => (syllable.into(), true),
            None => (line.into(), false),
        };
        Ok(Self {
            syllables: params.lines("lists/pinyin.txt")?.map(syllable).collect(),
            surnames: params.lines("lists/surnames.txt")?.map(Into::into).collect(),
            likely_surnames: Filter::new(params.lines("lists/surnames.txt")?),
            not_given: params.lines("lists/not-given-names.txt")?.map(Into::into).collect(),
        })
    }

    /// Whether the word is a surname, with its capital.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// The least number of syllables into which a word divides; 0 where it is no pinyin.
    #[must_use]
    pub fn syllables(&self, word: &str) -> usize {
        let mut lower = word.to_ascii_lowercase();
        lower.retain(|c| !matches!(c, '\'' | '-'));
        if lower.is_empty() || lower.len() > LONGEST * MOST_SYLLABLES || !lower.is_ascii() {
            return 0;
        }
        let mut least = [usize::MAX; LONGEST * MOST_SYLLABLES + 1];
        least[0] = 0;
        for start in 0..lower.len() {
            let Some(so_far) = least.get(start).copied().filter(|count| *count < MOST_SYLLABLES) else { continue };
            self.extend(&lower, start, so_far + 1, &mut least);
        }
        least.get(lower.len()).copied().filter(|count| *count <= MOST_SYLLABLES).unwrap_or(0)
    }

    /// Notes where one more syllable from `start` leads to; a vowel may only open the word.
    fn extend(&self, lower: &str, start: usize, count: usize, least: &mut [usize]) {
        let rest = lower.get(start..).unwrap_or_default();
        if start > 0 && rest.starts_with(['a', 'e', 'o']) {
            return;
        }
        for length in 1..=LONGEST.min(rest.len()) {
            if rest.get(..length).is_some_and(|syllable| self.syllables.contains_key(syllable))
                && let Some(place) = least.get_mut(start + length)
            {
                *place = count.min(*place);
            }
        }
    }

    /// Whether a word can be a given name: one or two syllables, and no English word.
    fn is_given(&self, word: &str) -> bool {
        let syllables = self.syllables(word);
        let plain = self.syllables.get(word.to_ascii_lowercase().as_str()) == Some(&false);
        (syllables == 2 || syllables == 1 && plain) && !self.not_given.contains(word)
    }

    /// The full names in a text, for which this keeps them.
    pub(super) fn names<'n>(&self, text: &Analysis<'_>, names: &'n Names) -> Cow<'n, [(Span, usize)]> {
        names.get(std::ptr::from_ref(self).addr(), || self.full_names(text).collect())
    }

    /// The full names in a text, surname first, in order: each with the number of its first token.
    pub fn full_names<'t>(&'t self, text: &'t Analysis<'_>) -> impl Iterator<Item = (Span, usize)> + 't {
        let likely = |word: &Token| self.likely_surnames.admits(word) && self.is_surname(text.word(word));
        text.distinct().places(likely).into_iter().filter_map(|at| Some((self.full_name(text, at)?, at)))
    }

    /// The full name whose surname is the token of that number.
    #[must_use]
    pub fn full_name(&self, text: &Analysis<'_>, at: usize) -> Option<Span> {
        let (surname, given) = self.pair(text, at)?;
        let stem = without_possessive(text.word(given));
        match text.tokens().get(at + 2).filter(|next| next.gap == Gap::Hyphen) {
            Some(next) => {
                let both = [stem, text.word(next)].concat();
                (self.syllables(&both) == 2).then(|| surname.span.cover(next.span))
            }
            None => self.is_given(stem).then(|| surname.span.cover(up_to(given, stem))),
        }
    }

    /// The same, where the surroundings say that it is a name: the given name may be an English word.
    #[must_use]
    pub fn likely_name(&self, text: &Analysis<'_>, at: usize) -> Option<Span> {
        let (surname, given) = self.pair(text, at)?;
        let stem = without_possessive(text.word(given));
        let hyphen = text.tokens().get(at + 2).is_some_and(|next| next.gap == Gap::Hyphen);
        (!hyphen && matches!(self.syllables(stem), 1 | 2)).then(|| surname.span.cover(up_to(given, stem)))
    }

    /// A surname and the capitalised word behind it.
    fn pair<'t>(&self, text: &'t Analysis<'_>, at: usize) -> Option<(&'t Token, &'t Token)> {
        let (surname, given) = (text.tokens().get(at)?, text.tokens().get(at + 1)?);
        let titled = |token: &Token| token.kind == Kind::Word && token.case == Case::Title;
        let apart = !matches!(surname.gap, Gap::Hyphen | Gap::None) && given.gap == Gap::Space;
        let likely = titled(surname) && titled(given) && apart && self.likely_surnames.admits(surname);
        let fits = likely && self.is_surname(text.word(surname));
        fits.then_some((surname, given))
    }
}

/// The part of a token that is its stem.
fn up_to(token: &Token, stem: &str) -> Span {
    Span::new(token.span.start(), token.span.start() + stem.len())
}
