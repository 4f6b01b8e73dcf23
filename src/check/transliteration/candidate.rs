//! The words of the translation that must be names: with a capital, and outside the common vocabulary.

use rustc_hash::{FxHashMap, FxHashSet};

use super::english::plain;
use super::knowledge::Knowledge;
use crate::language::{Analysis, Case, Gap, Kind, Token, without_possessive};
use crate::text::Span;

/// How long a word must be, in letters, that is no part of a Chinese name; shorter ones are explained
/// by too much.
const SHORTEST: usize = 4;
const LONGEST: usize = 40;

/// A word that must be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Without a possessive ending.
    pub(super) span: Span,
    /// In lower case.
    pub(super) lower: String,
    /// Whether the word before it is a Chinese surname.
    pub(super) surnamed: bool,
    /// Whether a hyphen joins it to another word.
    pub(super) hyphened: bool,
    /// Whether a space and another word with a capital follow.
    pub(super) followed: bool,
}

impl Candidate {
    /// Its letters, if they are all ASCII.
    pub(super) fn letters(&self) -> Option<String> {
        let letters: String = self.lower.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
        letters.bytes().all(|byte| byte.is_ascii_lowercase()).then_some(letters)
    }
}

/// What a document says about its own words.
pub(super) struct Usage<'t> {
    text: &'t Analysis<'t>,
    knowledge: &'t Knowledge,
    /// The words that stand in lower case.
    lower: FxHashSet<&'t str>,
    /// The words in Latin script of the source, in lower case.
    latin: FxHashSet<String>,
    /// Those with a capital by their first letter.
    originals: FxHashMap<char, Vec<(&'t str, Span)>>,
}

/// How alike a name and its original in the source are (normalised Damerau–Levenshtein similarity).
const ALIKE: f64 = 0.7;
/// The most originals with one first letter that are compared.
const MOST: usize = 64;

impl<'t> Usage<'t> {
    pub(super) fn new(text: &'t Analysis<'t>, source: &'t Analysis<'t>, knowledge: &'t Knowledge) -> Self {
        let lower = text.tokens().iter().filter(|token| token.case == Case::Lower).map(|token| text.word(token));
        let words = source.tokens().iter().filter(|token| token.kind != Kind::Cjk);
        let words = words.map(|token| (without_possessive(source.word(token)), token.span));
        let (mut latin, mut originals) = (FxHashSet::default(), FxHashMap::<char, Vec<_>>::default());
        for (word, span) in words {
            let first = latin.insert(word.to_lowercase());
            if let Some(initial) = word.chars().next().filter(|c| first && c.is_uppercase() && word.len() >= SHORTEST) {
                originals.entry(initial).or_default().push((word, span));
            }
        }
        Self { text, knowledge, lower: lower.collect(), latin, originals }
    }

    /// The name in Latin script in the source that a candidate misspells.
    pub(super) fn original(&self, candidate: &Candidate) -> Option<(&'t str, Span)> {
        let initial = candidate.lower.chars().next()?.to_uppercase().next()?;
        let alike = |name: &str| {
            let name = name.to_lowercase();
            !(name.starts_with(&candidate.lower) || candidate.lower.starts_with(&name))
                && strsim::normalized_damerau_levenshtein(&name, &candidate.lower) >= ALIKE
        };
        let near = self.originals.get(&initial)?.iter().take(MOST);
        near.filter(|(name, _)| alike(name)).copied().next()
    }

    /// The candidates in a part of the translation, in order.
    pub(super) fn candidates(&self, target: Span) -> Vec<Candidate> {
        let first = self.text.first_token_from(target.start());
        let all = (first..).zip(self.text.tokens_in(target));
        let titled = all.filter(|(_, token)| token.kind == Kind::Word && token.case == Case::Title);
        titled.filter_map(|(at, token)| self.candidate(at, token)).collect()
    }

    fn candidate(&self, at: usize, token: &Token) -> Option<Candidate> {
        let tokens = self.text.tokens();
        let word = without_possessive(self.text.word(token));
        let lower = String::from(plain(word));
        let letters = word.chars().count();
        let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
        if !plain || letters > LONGEST || self.is_explained(&lower) {
            return None;
        }
        let named = |at: usize| self.knowledge.mandarin.full_name(self.text, at).is_some();
        let given = at.checked_sub(1).is_some_and(named);
        if letters < SHORTEST && !given && !named(at) {
            return None;
        }
        let next = tokens.get(at + 1);
        Some(Candidate {
            span: Span::new(token.span.start(), token.span.start() + word.len()),
            lower,
            surnamed: given || (token.gap == Gap::Space && self.is_surname(at)),
            hyphened: token.gap == Gap::Hyphen || next.is_some_and(|next| next.gap == Gap::Hyphen),
            followed: next.is_some_and(|next| next.gap == Gap::Space && next.case != Case::Lower),
        })
    }

    /// Whether the word before a token is a Chinese surname.
    fn is_surname(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.text.tokens().get(at));
        before.is_some_and(|token| self.knowledge.mandarin.is_surname(self.text.word(token)))
    }

    /// Whether the word needs no name in the source.
    fn is_explained(&self, lower: &str) -> bool {
        let head = lower.split(['\'', '’']).next().filter(|head| head.len() < lower.len());
        let contracted = head.is_some_and(|head| self.knowledge.is_common(head));
        contracted || self.lower.contains(lower) || self.latin.contains(lower) || self.knowledge.is_common(lower)
    }
}
