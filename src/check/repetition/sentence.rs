//! Sentences that a document has twice, unless its source has them twice, too.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{Check, Context, Hit, RuleRef};
use crate::language::Sentence;
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
            let Some(earlier) = earlier.filter(|earlier| !is_in_source(context, *earlier, sentence.span)) else {
                continue;
            };
            match hits.last_mut().filter(|_| goes_on) {
                Some(hit) => hit.span = hit.span.cover(sentence.span),
                None => hits.push(Hit::new(self.rule, sentence.span).with_related(earlier, "it stands here first")),
            }
        }
    }
}

/// Whether the segments of two places of the target have the same source.
fn is_in_source(context: &Context<'_>, first: Span, second: Span) -> bool {
    let Some(source) = &context.document.source else { return false };
    let of = |place: Span| context.document.segment_at(place.start()).map(|segment| source.slice(segment.source));
    of(first).is_some_and(|text| !text.is_empty() && of(second) == Some(text))
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::found;

    #[test]
    fn repeated_sentences_and_paragraphs() {
        let text = "The old bridge is closed. It will open soon again.\nNews.\nThe old bridge is closed. It will open soon again. Yes.\nNews.";
        assert_eq!(
            found(&REPETITION, "en", "find = \"sentence\"\nwords = 5", text),
            ["The old bridge is closed. It will open soon again."]
        );
    }
}
