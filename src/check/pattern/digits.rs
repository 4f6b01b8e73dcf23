//! Digits that every match of a regular expression contains: few sentences have many in a row.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::language::{Analysis, Sentence};

/// How many digits in a row every match has at least.
pub(super) fn digits(hir: &Hir) -> u32 {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let digit = |c: char| c.is_ascii_digit();
            u32::from(class.ranges().iter().all(|range| digit(range.start()) && digit(range.end())))
        }
        HirKind::Capture(capture) => digits(&capture.sub),
        HirKind::Repetition(repetition) => match repetition.sub.kind() {
            HirKind::Class(_) => repetition.min * digits(&repetition.sub),
            _ if repetition.min > 0 => digits(&repetition.sub),
            _ => 0,
        },
        HirKind::Concat(parts) => parts.iter().map(digits).max().unwrap_or_default(),
        HirKind::Alternation(parts) => parts.iter().map(digits).min().unwrap_or_default(),
        _ => 0,
    }
}

/// For each sentence of a text, how many digits in a row it has at most.
pub(super) fn longest_runs(text: &Analysis<'_>) -> Vec<u32> {
    let distinct = text.distinct();
    let words: Vec<u32> = distinct.words().iter().map(|token| longest_run(text.word(token))).collect();
    let word = |number: &u32| words.get(*number as usize).copied();
    let longest = |sentence: &Sentence| {
        let numbers = distinct.numbers().get(sentence.tokens()).unwrap_or_default();
        numbers.iter().filter_map(word).max().unwrap_or_default()
    };
    text.sentences().iter().map(longest).collect()
}

/// How many digits in a row a word has at most.
fn longest_run(word: &str) -> u32 {
    let (mut run, mut longest) = (0, 0);
    for byte in word.bytes() {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        longest = run.max(longest);
    }
    longest
}

#[cfg(test)]
mod tests {
    use regex_syntax::Parser;

    #[test]
    fn the_digits_of_every_match() {
        let digits = |pattern: &str| super::digits(&Parser::new().parse(pattern).unwrap());
        let found = [r"\b[0-9]{5,9}\b", r"(?:[0-9]{4}|[0-9]x)+", r"(?:[0-9]{4})?a[0-9]*", "[0-9a]"].map(digits);
        assert_eq!(found, [5, 1, 0, 0]);
    }

    #[test]
    fn the_longest_run_of_each_sentence() {
        let document = crate::read::read("a.txt", "It cost 33,0000 in 2012. No digits here.".into()).unwrap();
        assert_eq!(super::longest_runs(&crate::language::Annotated::new(&document).target), [4, 0]);
    }
}
