//! The clauses of a source segment, with their words.

use std::ops::Range;

use super::covering::{Covering, SourceWord, share};
use crate::language::is_cjk;
use crate::text::Span;

/// A stretch of the source between punctuation.
#[derive(Debug)]
pub(super) struct Clause {
    /// Its place in the source.
    pub(super) span: Span,
    /// Its words among those of the segment.
    words: Range<usize>,
    /// The number of its Chinese characters.
    pub(super) characters: usize,
}

impl Clause {
    pub(super) fn words<'c>(&self, covering: &'c Covering) -> &'c [SourceWord] {
        covering.words.get(self.words.clone()).unwrap_or_default()
    }

    /// The share of its words that something answers, if only the base of a word.
    pub(super) fn covered(&self, covering: &Covering) -> f64 {
        let words = self.words(covering);
        let (share, total) = share(words);
        let derived = words.iter().filter(|word| word.derived).map(|word| word.weight * (1.0 - word.value));
        share + derived.sum::<f64>() / total.max(f64::MIN_POSITIVE)
    }

    /// The number of its words of more than one character.
    pub(super) fn long_words(&self, covering: &Covering) -> usize {
        self.words(covering).iter().filter(|word| word.long).count()
    }
}

/// The clauses of a segment; `text` is its source.
pub(super) fn clauses(covering: &Covering, text: &str) -> Vec<Clause> {
    let start = covering.segment.source.start();
    let (mut clauses, mut from, mut word) = (Vec::new(), 0, 0);
    for (end, next) in breaks(text) {
        let body = text.get(from..end).unwrap_or_default();
        let span = Span::new(from, end).trimmed(text).shift(start);
        let rest = covering.words.get(word..).unwrap_or_default();
        let inside = rest.iter().take_while(|word| word.span.start() < end + start).count();
        let characters = body.chars().filter(|c| is_cjk(*c)).count();
        if characters > 0 {
            clauses.push(Clause { span, words: word..word + inside, characters });
        }
        (from, word) = (next, word + inside);
    }
    clauses
}

/// Where clauses end, and where the next ones start.
fn breaks(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let digit_at = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let ends = text.char_indices().filter(move |(at, c)| match c {
        '，' | '。' | '；' | '！' | '？' | '：' | ';' | '!' | '?' | '\n' => true,
        ',' | ':' => !digit_at(at + 1),
        _ => false,
    });
    ends.map(|(at, c)| (at, at + c.len_utf8())).chain([(text.len(), text.len())])
}
