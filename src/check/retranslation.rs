//! `retranslation`: segments with the same source whose translations differ, and the reverse.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::Segment;
use crate::language::{Token, is_cjk, words};
use crate::text::Span;

/// The kind.
pub(super) static RETRANSLATION: Retranslation = Retranslation;

/// See [`RETRANSLATION`].
#[derive(Debug)]
pub(super) struct Retranslation;

/// Parameters of a `retranslation` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Which side is the same.
    same: Same,
    /// The least length of a segment's source: a Chinese character counts as one, another word as two.
    length: usize,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Same {
    Source,
    Target,
}

impl Kind for Retranslation {
    fn name(&self) -> &'static str {
        "retranslation"
    }

    fn summary(&self) -> &'static str {
        "segments with the same source and different translations, or the reverse"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["other", "count"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let Config { same, length } = params.read()?;
        Ok(Compiled::comparison(Twins { rule, same, length }))
    }
}

struct Twins {
    rule: RuleRef,
    same: Same,
    length: usize,
}

/// The segments that have one side in common.
#[derive(Default)]
struct Group<'a> {
    /// What the other side says, in the order of the first segments.
    variants: Vec<Vec<&'a Segment>>,
    numbers: FxHashMap<String, usize>,
}

impl<'a> Group<'a> {
    fn add(&mut self, other: String, segment: &'a Segment) {
        let next = self.variants.len();
        let at = *self.numbers.entry(other).or_insert(next);
        match self.variants.get_mut(at) {
            Some(variant) => variant.push(segment),
            None => self.variants.push(vec![segment]),
        }
    }
}

impl Check for Twins {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let (mut numbers, mut groups): (FxHashMap<String, usize>, Vec<Group<'_>>) = Default::default();
        for segment in context.document.segments().iter().filter(|segment| !segment.doubtful) {
            let (from, to) = (source.slice(segment.source), context.document.target.slice(segment.target));
            if length(from) < self.length || to.is_empty() {
                continue;
            }
            let (same, other) = if self.same == Same::Source { (from, to) } else { (to, from) };
            let next = groups.len();
            let at = *numbers.entry(folded(same)).or_insert(next);
            if at == next {
                groups.push(Group::default());
            }
            if let Some(group) = groups.get_mut(at) {
                group.add(folded(other), segment);
            }
        }
        for group in &groups {
            self.report(context, group, hits);
        }
    }
}

impl Twins {
    /// Reports all but the most frequent variant; the first of several that are as frequent counts as right.
    fn report(&self, context: &Context<'_>, group: &Group<'_>, hits: &mut Vec<Hit>) {
        let Some(most) = group.variants.iter().map(Vec::len).max() else { return };
        let Some(usual) = group.variants.iter().position(|variant| variant.len() == most) else { return };
        let Some(first) = group.variants.get(usual).and_then(|variant| variant.first()) else { return };
        let target = &context.document.target;
        let others = group.variants.iter().enumerate().filter(|(at, _)| *at != usual);
        for segment in others.flat_map(|(_, variant)| variant) {
            let (own, other) = if self.same == Same::Source {
                difference(target.slice(segment.target), target.slice(first.target))
            } else {
                (Span::new(0, segment.target.len()), target.slice(first.target))
            };
            let hit = Hit::new(self.rule, own.shift(segment.target.start()))
                .with_value("other", other)
                .with_value("count", most.to_string())
                .with_related(first.target, "the other translation");
            hits.push(hit.with_source(segment.source, "the source"));
        }
    }
}

/// What counts for whether two segments are the same: their words, whatever the case and the punctuation.
fn folded(text: &str) -> String {
    let words = words(text);
    let words: Vec<String> = words.iter().map(|token| token.span.of(text).to_lowercase()).collect();
    words.join(" ")
}

fn length(text: &str) -> usize {
    let chinese = text.chars().filter(|c| is_cjk(*c)).count();
    chinese + 2 * text.split(|c: char| !c.is_alphanumeric() || is_cjk(c)).filter(|word| !word.is_empty()).count()
}

/// The words in which a text differs from another, and the other's: from the first to the last of them.
fn difference<'o>(own: &str, other: &'o str) -> (Span, &'o str) {
    let (mine, theirs) = (words(own), words(other));
    let same = |a: &Token, b: &Token| a.span.of(own).to_lowercase() == b.span.of(other).to_lowercase();
    let head = mine.iter().zip(&theirs).take_while(|(a, b)| same(a, b)).count();
    let most = mine.len().min(theirs.len()) - head;
    let tail = mine.iter().rev().zip(theirs.iter().rev()).take(most).take_while(|(a, b)| same(a, b)).count();
    let span = |words: &[Token]| {
        let inner = words.get(head..words.len() - tail).unwrap_or_default();
        // Where one text only has more words, the word before the gap is marked.
        let shown = if inner.is_empty() {
            words.get(head.saturating_sub(1)..(head.max(1)).min(words.len()))
        } else {
            Some(inner)
        };
        let shown = shown.unwrap_or_default();
        shown.first().zip(shown.last()).map_or(Span::default(), |(first, last)| first.span.cover(last.span))
    };
    (span(&mine), span(&theirs).of(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_narrow() {
        let other = |own: &str, theirs: &str| {
            let (span, other) = difference(own, theirs);
            (span.of(own).to_owned(), other.to_owned())
        };
        let pair = |own: &str, theirs: &str| (own.to_owned(), theirs.to_owned());
        assert_eq!(other("The dam is shut.", "The lock is shut."), pair("dam", "lock"));
        assert_eq!(other("The dam is now shut.", "The dam is shut."), pair("now", "is"));
        assert_eq!(other("Shut it.", "The old dam."), pair("Shut it", "The old dam"));
    }
}
