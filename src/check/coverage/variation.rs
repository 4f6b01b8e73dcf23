//! Terms of the source that are rendered in two ways: words that stand side by side in several
//! segments, and whose renderings differ in one word.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::covering::{Covering, SourceWord};
use super::lexis::{Lexis, Renderings};
use super::stems::{TargetWord, near};
use super::{Check, Context, Hit, RuleRef};
use crate::language::Analysis;
use crate::text::Span;

/// The most words of a target segment in which a rendering is looked for: in a long one it cannot be told.
const LONGEST: usize = 300;

/// Which terms are compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The fewest characters of a term.
    characters: usize,
    /// The most words of a term.
    words: usize,
}

pub(super) struct Variation {
    pub(super) rule: RuleRef,
    pub(super) lexis: Arc<Lexis>,
    pub(super) limits: Limits,
}

/// A term in a segment.
#[derive(Clone, Copy)]
struct Place<'c> {
    covering: &'c Covering,
    words: &'c [SourceWord],
}

/// A term in a segment with the words that render it.
struct Rendered<'c> {
    place: Place<'c>,
    words: &'c [TargetWord],
}

impl Check for Variation {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let mut seen: FxHashSet<Span> = FxHashSet::default();
        for (term, places) in self.terms(source, context.coverings(&self.lexis)) {
            let rendered = places.iter().filter_map(|place| self.rendered(source, *place)).collect();
            for hit in self.compare(&context.document.target, term, rendered) {
                if seen.insert(hit.span) {
                    hits.push(hit);
                }
            }
        }
    }
}

impl Variation {
    /// The terms that several segments have, the longest first, with the first place in each segment.
    fn terms<'c>(&self, source: &'c Analysis<'_>, coverings: &'c [Covering]) -> Vec<(&'c str, Vec<Place<'c>>)> {
        let mut places: FxHashMap<&str, Vec<Place<'_>>> = FxHashMap::default();
        let is_short = |covering: &&Covering| covering.is_sure() && covering.stems.words.len() <= LONGEST;
        for covering in coverings.iter().filter(is_short) {
            for words in stretches(&covering.words, self.limits.words) {
                let term = source.slice(span(words));
                let known = places.entry(term).or_default();
                if known.last().is_none_or(|last| !std::ptr::eq(last.covering, covering)) {
                    known.push(Place { covering, words });
                }
            }
        }
        let is_term = |term: &str| term.chars().nth(self.limits.characters - 1).is_some();
        let mut terms: Vec<_> = places.into_iter().filter(|(term, at)| at.len() > 1 && is_term(term)).collect();
        terms.sort_unstable_by_key(|(term, at)| (Reverse(term.len()), at.first().map(|place| span(place.words))));
        terms
    }

    /// The fewest words side by side that answer all words of a term; two at least, and none among
    /// them that renders nothing.
    fn rendered<'c>(&self, source: &Analysis<'_>, place: Place<'c>) -> Option<Rendered<'c>> {
        let words = &place.covering.stems.words;
        let renderings: Vec<_> =
            place.words.iter().map(|word| self.lexis.renderings(source.slice(word.span))).collect();
        let range = shortest(words, &renderings)?;
        let found = words.get(range).filter(|found| (2..=2 * place.words.len() + 2).contains(&found.len()))?;
        let whole = found.iter().all(|word| word.content) && !found.iter().skip(1).any(|word| word.breaks);
        whole.then_some(Rendered { place, words: found })
    }

    /// The places where one word is another one than in the renderings that are used most.
    fn compare(&self, target: &Analysis<'_>, term: &str, rendered: Vec<Rendered<'_>>) -> Vec<Hit> {
        let groups = grouped(rendered);
        let most = groups.iter().map(Vec::len).max().unwrap_or_default();
        let Some(usual) = groups.iter().find(|group| group.len() == most).and_then(|group| group.first()) else {
            return Vec::new();
        };
        let others = groups.iter().flatten().filter_map(|own| Some((own, differing(own, usual)?)));
        let hit = |(own, word): (&Rendered<'_>, &TargetWord)| {
            Hit::new(self.rule, word.span)
                .with_value("source", term)
                .with_value("expected", target.slice(stretch(usual.words)))
                .with_value("found", target.slice(stretch(own.words)))
                .with_related(stretch(usual.words), format!("the other rendering, {most} in all"))
                .with_source(span(own.place.words), "the term")
        };
        others.map(hit).collect()
    }
}

/// All stretches of up to so many words that stand side by side.
fn stretches(words: &[SourceWord], most: usize) -> impl Iterator<Item = &[SourceWord]> {
    let joined = |pair: &[SourceWord]| matches!(pair, [one, other] if one.span.end() == other.span.start());
    (0..words.len()).flat_map(move |first| {
        let rest = words.get(first..).unwrap_or_default();
        let run = 1 + rest.windows(2).take(most.saturating_sub(1)).take_while(|pair| joined(pair)).count();
        (1..=run).filter_map(move |count| rest.get(..count))
    })
}

fn span(words: &[SourceWord]) -> Span {
    words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.span.cover(last.span))
}

fn stretch(words: &[TargetWord]) -> Span {
    words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.span.cover(last.span))
}

/// The shortest range of words in which every source word is answered, the first of several.
fn shortest(words: &[TargetWord], renderings: &[Arc<Renderings>]) -> Option<Range<usize>> {
    let answers = |word: &TargetWord, of: &Renderings| {
        near(&of.own, |stem| stem.as_ref(), &word.stem).is_some() || of.parts.binary_search(&word.stem).is_ok()
    };
    let mut last: Vec<Option<usize>> = vec![None; renderings.len()];
    let mut best: Option<Range<usize>> = None;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.content) {
        for (last, of) in last.iter_mut().zip(renderings) {
            *last = Some(at).filter(|_| answers(word, of)).or(*last);
        }
        let first = last.iter().copied().min().flatten();
        let range = first.map(|first| first..at + 1);
        best = match (best, range) {
            (Some(best), Some(range)) if range.len() >= best.len() => Some(best),
            (best, range) => range.or(best),
        };
    }
    best
}

/// Renderings with the same stems together, in the order of their first places.
fn grouped(rendered: Vec<Rendered<'_>>) -> Vec<Vec<Rendered<'_>>> {
    let mut groups: Vec<Vec<Rendered<'_>>> = Vec::new();
    let mut numbers: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
    for one in rendered {
        let next = groups.len();
        let at = *numbers.entry(one.words.iter().map(|word| &*word.stem).collect()).or_insert(next);
        match groups.get_mut(at) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// The one word in which a rendering differs from the usual one, if that has a word of another family
/// there, which stands nowhere else in the segment.
fn differing<'c>(own: &Rendered<'c>, usual: &Rendered<'_>) -> Option<&'c TargetWord> {
    let mut pairs = own.words.iter().zip(usual.words).filter(|(one, other)| one.stem != other.stem);
    let (word, other) = pairs.next().filter(|_| pairs.next().is_none() && own.words.len() == usual.words.len())?;
    let akin = near(std::slice::from_ref(word), |word| &word.stem, &other.stem).is_some();
    (!akin && own.place.covering.stems.exact(&other.stem).is_none()).then_some(word)
}
