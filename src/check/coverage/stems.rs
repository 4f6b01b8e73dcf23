//! `Stems`: the words of a translated segment, to be asked whether they render something.

use std::ops::Range;

use super::lexis::Lexis;
use crate::language::{Analysis, Gap, Kind, Token, bases, stem};
use crate::text::Span;

/// A word of the target.
#[derive(Debug)]
pub(super) struct TargetWord {
    pub(super) span: Span,
    pub(super) stem: Box<str>,
    /// Whether it renders something by itself.
    pub(super) content: bool,
    pub(super) capital: bool,
    /// Whether punctuation stands before it.
    pub(super) breaks: bool,
}

/// The words of a segment, in order, and their stems, sorted.
#[derive(Debug, Default)]
pub(super) struct Stems {
    pub(super) words: Vec<TargetWord>,
    /// A stem and the number of its word; of names also two and three words written together.
    sorted: Vec<(Box<str>, u32)>,
    /// The stems of what a word may be a form of, or has behind `re-`, sorted.
    derived: Vec<Box<str>>,
}

impl Stems {
    /// The words under a span.
    pub(super) fn new(lexis: &Lexis, target: &Analysis<'_>, span: Span) -> Self {
        let tokens = target.tokens_in(span);
        let words = tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| word(lexis, target, token));
        let mut stems = Self { words: words.collect(), ..Self::default() };
        stems.derived = derived(target, tokens);
        for (at, word) in (0..).zip(&stems.words) {
            stems.sorted.push((word.stem.clone(), at));
        }
        for (at, name) in (0..).zip(stems.words.windows(2)) {
            if let [first, second] = name
                && first.capital
            {
                stems.sorted.push((format!("{}{}", first.stem, second.stem).into(), at));
            }
        }
        stems.sorted.sort_unstable();
        stems
    }

    /// The first word that one of these stems, which are sorted, stands for.
    pub(super) fn answer(&self, renderings: &[Box<str>]) -> Option<usize> {
        renderings
            .iter()
            .filter_map(|stem| near(&self.sorted, |(other, _)| other.as_ref(), stem))
            .map(|at| self.number(at))
            .min()
    }

    /// Whether one of these stems is that of a word's base.
    pub(super) fn derives(&self, renderings: &[Box<str>]) -> bool {
        renderings.iter().any(|stem| self.derived.binary_search(stem).is_ok())
    }

    /// The first word that is written exactly so.
    pub(super) fn exact(&self, stem: &str) -> Option<usize> {
        let at = self.sorted.partition_point(|(other, _)| &**other < stem);
        self.sorted.get(at).filter(|(other, _)| &**other == stem).map(|(_, word)| *word as usize)
    }

    fn number(&self, at: usize) -> usize {
        self.sorted.get(at).map_or(0, |(_, word)| *word as usize)
    }
}

/// The stems of what a word may be a form of, or has behind `re-`: `tell` for `told`, `train` for `retrained`.
pub(super) fn origins(word: &str) -> Vec<Box<str>> {
    /// The shortest word behind a prefix.
    const PART: usize = 4;
    let lower = word.to_lowercase();
    let mut stems: Vec<Box<str>> = Vec::new();
    bases(&lower, &mut |base| stems.push(stem(base).into()));
    let part = lower.strip_prefix("re").filter(|part| part.len() >= PART);
    stems.extend(part.map(|part| stem(part).into()));
    stems
}

/// The origins of all words, in order.
fn derived(target: &Analysis<'_>, tokens: &[Token]) -> Vec<Box<str>> {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word);
    let mut stems: Vec<Box<str>> = words.flat_map(|token| origins(target.word(token))).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn word(lexis: &Lexis, target: &Analysis<'_>, token: &Token) -> TargetWord {
    let text = target.word(token);
    let lower = text.to_lowercase();
    TargetWord {
        span: token.span,
        stem: stem(text).into(),
        content: lower.chars().nth(2).is_some() && lexis.is_content(&lower),
        capital: text.starts_with(char::is_uppercase),
        breaks: matches!(token.gap, Gap::Comma | Gap::Break | Gap::Quote | Gap::Start),
    }
}

/// The shortest stems that are compared by how they begin, in bytes, and of those the least part that
/// must be the same.
const SHORTEST: usize = 5;
/// See [`SHORTEST`].
const LEAST: usize = 4;

/// Whether a stem is there, or one of the same family (`econom`, `economi`): both begin alike for seven
/// tenths of the longer. Gives its place in the sorted list.
pub(super) fn near<T>(sorted: &[T], stem_of: impl Fn(&T) -> &str, wanted: &str) -> Option<usize> {
    let part = |stem: &str| (stem.len() * 7 / 10).max(LEAST);
    let same = |at: usize| sorted.get(at).is_some_and(|other| stem_of(other) == wanted);
    let at = sorted.partition_point(|other| stem_of(other) < wanted);
    if same(at) || wanted.len() < SHORTEST {
        return same(at).then_some(at);
    }
    let head = wanted.get(..part(wanted))?;
    let from = sorted.partition_point(|other| stem_of(other) < head);
    let family = sorted.get(from..)?.iter().take_while(|other| stem_of(other).starts_with(head));
    let akin = |other: &str| other.len() >= SHORTEST && other.get(..part(other)).is_some_and(|o| wanted.starts_with(o));
    family.zip(from..).find(|(other, _)| akin(stem_of(other))).map(|(_, at)| at)
}

/// The words of a range that may render something.
pub(super) fn content(words: &[TargetWord], range: Range<usize>) -> impl Iterator<Item = &TargetWord> {
    words.get(range).unwrap_or_default().iter().filter(|word| word.content)
}
