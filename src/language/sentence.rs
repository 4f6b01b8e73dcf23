//! Passage → sentences, with the conventions of English news: abbreviations, initials, decimals,
//! closing quotation marks; headings and list items are sentences without a full stop.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::quote::is_quote;
use super::token::{Gap, Token, index};
use crate::text::Span;

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its final punctuation.
    pub span: Span,
    /// The number of its passage.
    pub passage: usize,
    /// Whether it ends in a full stop, question mark, exclamation mark or ellipsis.
    pub terminated: bool,
    first: u32,
    last: u32,
}

impl Sentence {
    /// The indexes of its tokens.
    #[must_use]
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.last as usize
    }

    /// The number of its tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens().len()
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first == self.last
    }
}

type Words = LazyLock<FxHashSet<&'static str>>;

/// Abbreviations after which a full stop does not end a sentence, in lower case.
static ABBREVIATIONS: Words = LazyLock::new(|| lines(include_str!("data/abbreviations.txt")));
/// Abbreviations that end a sentence only where a new one clearly begins, in lower case.
static WEAK: Words = LazyLock::new(|| lines(include_str!("data/weak-abbreviations.txt")));
/// Words that open a sentence and hardly ever follow a name.
static OPENERS: Words = LazyLock::new(|| lines(include_str!("data/openers.txt")));

/// Appends the sentences of a passage whose tokens start at index `first`.
pub(super) fn split(
    text: &str,
    passage: usize,
    span: Span,
    first: usize,
    tokens: &[Token],
    sentences: &mut Vec<Sentence>,
) {
    let mut start = span.start();
    let mut from = first;
    for (offset, pair) in tokens.get(first..).unwrap_or_default().windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if let Some(end) = boundary(text, before, after) {
            let to = first + offset + 1;
            let body = Span::new(start, end);
            sentences.push(Sentence { span: body, passage, terminated: true, first: index(from), last: index(to) });
            start = end + leading_space(Span::new(end, after.span.start()).of(text));
            from = to;
        }
    }
    let rest = Span::new(start, span.end()).of(text);
    let terminated = rest.trim_end_matches(|c| is_quote(c) || matches!(c, ')' | ']' | '\''));
    let terminated = terminated.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    if from < tokens.len() {
        let body = Span::new(start, span.end());
        sentences.push(Sentence { span: body, passage, terminated, first: index(from), last: index(tokens.len()) });
    }
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Where the sentence ends that `before` belongs to, if it ends between the two tokens.
fn boundary(text: &str, before: &Token, after: &Token) -> Option<usize> {
    let own_stop = text.as_bytes().get(before.span.end().wrapping_sub(1)) == Some(&b'.'); // U.S.
    if !own_stop && after.gap != Gap::Break {
        return None;
    }
    let word = before.span.of(text);
    let between = Span::new(before.span.end(), after.span.start()).of(text);
    if !own_stop && (between.len() < 2 || !between.contains(['.', '!', '?', '…', '。', '！', '？'])) {
        return None;
    }
    let end = terminator_end(between, own_stop)?;
    let follows = between.get(end..).unwrap_or_default();
    let wide = between.contains(['。', '！', '？']);
    if !wide && (!follows.starts_with(char::is_whitespace) || !opens(text, after, follows)) {
        return None;
    }
    let stop_only = own_stop || between.starts_with('.');
    (!stop_only || !continues(text, word, after)).then_some(before.span.end() + end)
}

/// The position behind the final punctuation and the quotation marks and brackets that close with it.
fn terminator_end(between: &str, own_stop: bool) -> Option<usize> {
    let mut seen = own_stop;
    let mut end = 0;
    for (at, c) in between.char_indices() {
        let terminator = matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？');
        let closer = is_quote(c) || matches!(c, ')' | ']' | '\'' | '）');
        if !(terminator || closer) {
            break;
        }
        seen |= terminator;
        end = at + c.len_utf8();
    }
    seen.then_some(end)
}

/// Whether a sentence can open with this token.
fn opens(text: &str, after: &Token, follows: &str) -> bool {
    let first = after.span.of(text).chars().next();
    let quoted = follows.trim_start().starts_with(|c| is_quote(c) || matches!(c, '(' | '[' | '\'' | '•' | '-' | '—'));
    first.is_some_and(|c| !c.is_lowercase()) || quoted
}

/// Whether a full stop behind `word` only marks an abbreviation.
fn continues(text: &str, word: &str, after: &Token) -> bool {
    let lower = word.to_ascii_lowercase();
    let next = after.span.of(text);
    let initial = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    let numbered = lower != "no" && lower != "nos" || next.starts_with(|c: char| c.is_ascii_digit());
    if initial || (ABBREVIATIONS.contains(lower.as_str()) && numbered) {
        return true;
    }
    let weak = WEAK.contains(lower.as_str()) || word.contains('.');
    weak && !OPENERS.contains(next)
}

/// The lines of a list.
fn lines(list: &'static str) -> FxHashSet<&'static str> {
    list.lines().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokenize::tokenize;

    fn sentences(text: &str) -> Vec<&str> {
        let span = Span::new(0, text.len());
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        tokenize(text, span, &mut tokens);
        split(text, 0, span, 0, &tokens, &mut sentences);
        sentences.iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn full_stops_that_end_nothing() {
        for one in [
            "Mr. Smith of the U.S. Senate met Dr. Wu on Jan. 5 at 3.5 percent.",
            "He lives in St. Louis with J. K. Rowling and No. 10 of Acme Inc. Chairman Lee.",
            "It rose 4.2 percent, he said.",
        ] {
            assert_eq!(sentences(one), [one]);
        }
    }

    #[test]
    fn full_stops_that_end_a_sentence() {
        assert_eq!(
            sentences("He said \"no.\" She left. It is in the U.S. The end"),
            ["He said \"no.\"", "She left.", "It is in the U.S.", "The end",]
        );
        assert_eq!(
            sentences("Is it so? (Yes.) 2021 is over! No. It is not."),
            ["Is it so?", "(Yes.)", "2021 is over!", "No.", "It is not.",]
        );
    }
}
