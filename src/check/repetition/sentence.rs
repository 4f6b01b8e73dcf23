//! Sentences that a document has twice, unless its source has them twice, too.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Sentence};
use crate::text::Span;

/// Finds the later one; neighbours that are both repeated make one hit.
#[derive(Debug)]
pub(super) struct Again {
    pub(super) rule: RuleRef,
    /// The fewest words.
    pub(super) words: usize,
}

impl Check for Again {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut first: FxHashMap<&str, Span> = FxHashMap::default();
        let mut before: Option<(Sentence, bool)> = None;
        let mut excuse = Excuse::default();
        for sentence in text.sentences() {
            let mut earlier = None;
            if sentence.len() >= self.words {
                match first.entry(text.slice(sentence.span).trim()) {
                    Entry::Occupied(known) => earlier = Some(*known.get()),
                    Entry::Vacant(new) => _ = new.insert(sentence.span),
                }
            }
            let goes_on = before.is_some_and(|(last, again)| again && last.passage == sentence.passage);
            before = Some((*sentence, earlier.is_some()));
            let Some(earlier) =
                earlier.filter(|earlier| !excuse.holds(context, *earlier, sentence.span, self.words / 2))
            else {
                continue;
            };
            match hits.last_mut().filter(|_| goes_on) {
                Some(hit) => hit.span = hit.span.cover(sentence.span),
                None => hits.push(Hit::new(self.rule, sentence.span).with_related(earlier, "it stands here first")),
            }
        }
    }
}

/// Whether the source says twice what stands at two places of the target, for the last two segments asked for.
#[derive(Debug, Default)]
struct Excuse(Option<((Span, Span), bool)>);

impl Excuse {
    fn holds(&mut self, context: &Context<'_>, first: Span, second: Span, least: usize) -> bool {
        let Some(source) = &context.document.source else { return false };
        let of = |place: Span| context.document.segment_at(place.start()).map(|segment| segment.source);
        let Some(pair) = of(first).zip(of(second)) else { return false };
        match self.0 {
            Some((asked, excused)) if asked == pair => excused,
            _ => self.0.insert((pair, says_twice(source, pair, least))).1,
        }
    }
}

/// Whether two segments have the same source or share a sentence of it, or are one that has a clause twice.
fn says_twice(source: &Analysis<'_>, (one, other): (Span, Span), least: usize) -> bool {
    let (text, again) = (source.slice(one), source.slice(other));
    if one == other {
        let clauses = units(text, least, &[SENTENCE, CLAUSE]);
        return clauses.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
    }
    let (own, others) = (units(text, least, &[SENTENCE]), units(again, least, &[SENTENCE]));
    !text.is_empty() && (text == again || own.iter().any(|unit| others.binary_search(unit).is_ok()))
}

/// What ends a sentence of the source.
const SENTENCE: &[char] = &['。', '！', '？', '!', '?', '\n'];
/// What ends a clause of it.
const CLAUSE: &[char] = &['，', '；', '：', ',', ';', ':'];

/// The parts of a source between marks that have at least so many letters, in the order of their text.
fn units<'t>(text: &'t str, least: usize, marks: &[&[char]]) -> Vec<&'t str> {
    let parts = text.split(|c| marks.iter().any(|marks| marks.contains(&c)));
    let parts = parts.map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut units: Vec<&str> = parts.filter(|part| part.chars().nth(least.saturating_sub(1)).is_some()).collect();
    units.sort_unstable();
    units
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::{bilingual, found, hits_in};

    #[test]
    fn repeated_sentences_and_paragraphs() {
        let text = "The old bridge is closed. It will open soon again.\nNews.\nThe old bridge is closed. It will open soon again. Yes.\nNews.";
        assert_eq!(
            found(&REPETITION, "en", "find = \"sentence\"\nwords = 5", text),
            ["The old bridge is closed. It will open soon again."]
        );
    }

    #[test]
    fn a_source_that_has_it_twice_excuses_the_translation() {
        let found = |source: &str, target: &str| {
            let document = bilingual(source, target);
            hits_in(&REPETITION, "en", "find = \"sentence\"\nwords = 8", &document).len()
        };
        let twice =
            "The old bridge over the river is closed. It will open soon. The old bridge over the river is closed.";
        assert_eq!(found("河上的旧桥已经关闭，不久将重新开放。", twice), 1);
        assert_eq!(found("河上的旧桥已经关闭。不久将重新开放。河上的旧桥已经关闭！", twice), 0);
        let lines = "The old bridge over the river is closed. He left.\nThe old bridge over the river is closed.";
        assert_eq!(found("河上的旧桥已经关闭。他走了。\n“河上的旧桥已经关闭。”", lines), 0);
        assert_eq!(found("河上的旧桥已经关闭。他走了。\n村里的人都知道这件事。", lines), 1);
    }
}
