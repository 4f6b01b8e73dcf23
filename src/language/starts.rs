//! Tokens and sentences by their positions: `Starts` tells where in a list things start that stand in a part of a
//! text, so that a search looks at few of them.

use std::ops::Range;

use super::token::Token;
use super::{Analysis, Sentence};
use crate::text::Span;

/// For each block of a text, how many things start before it.
#[derive(Debug)]
pub(super) struct Starts(Vec<u32>);

/// The length of a block, in bytes.
const BLOCK: usize = 1 << 8;

impl Starts {
    /// The starts of things, in order.
    pub(super) fn new(starts: impl Iterator<Item = usize>) -> Self {
        let mut blocks = vec![0];
        for (number, start) in (0..).zip(starts) {
            if start / BLOCK >= blocks.len() {
                blocks.resize(start / BLOCK + 1, number);
            }
        }
        Self(blocks)
    }

    /// The part of the list, of so many things, in which the first one stands that starts at a position or behind it.
    pub(super) fn near(&self, position: usize, count: usize) -> Range<usize> {
        let before = |block: usize| self.0.get(block).map_or(count, |number| *number as usize);
        before(position / BLOCK)..before(position / BLOCK + 1)
    }
}

impl Analysis<'_> {
    /// The sentence that holds the byte at `position`.
    #[must_use]
    pub fn sentence_at(&self, position: usize) -> Option<&Sentence> {
        let starts = || self.sentences.iter().map(|sentence| sentence.span.start());
        let near = self.sentence_starts.get_or_init(|| Starts::new(starts())).near(position + 1, self.sentences.len());
        let from = near.start;
        let after = self.sentences.get(near)?.partition_point(|sentence| sentence.span.start() <= position);
        self.sentences.get((from + after).checked_sub(1)?).filter(|sentence| position < sentence.span.end())
    }

    /// The number of the first token that starts at a position or behind it.
    #[must_use]
    pub fn first_token_from(&self, position: usize) -> usize {
        let starts = || self.tokens.iter().map(|token| token.span.start());
        let near = self.token_starts.get_or_init(|| Starts::new(starts())).near(position, self.tokens.len());
        let tokens = self.tokens.get(near.clone()).unwrap_or_default();
        near.start + tokens.partition_point(|token| token.span.start() < position)
    }

    /// The tokens that lie inside a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let (from, to) = (self.first_token_from(span.start()), self.first_token_from(span.end()));
        let inside = self.tokens.get(from..to).unwrap_or_default();
        // Only the last one can reach out of it.
        match inside.split_last() {
            Some((last, others)) if last.span.end() > span.end() => others,
            _ => inside,
        }
    }

    /// The number of the first token of a passage that starts at a position or behind it.
    #[must_use]
    pub fn token_from(&self, passage: usize, position: usize) -> Option<usize> {
        let range = self.passages.get(passage)?;
        let tokens = self.tokens.get(range.start as usize..range.end as usize)?;
        Some(range.start as usize + tokens.partition_point(|token| token.span.start() < position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_behind_a_position_is_near() {
        let all = [0, 3, 255, 256, 700, 701, 5000];
        let starts = Starts::new(all.into_iter());
        for position in 0..6000 {
            let near = starts.near(position, all.len());
            let first = near.start + all[near].partition_point(|start| *start < position);
            assert_eq!(first, all.partition_point(|start| *start < position), "{position}");
        }
    }
}
