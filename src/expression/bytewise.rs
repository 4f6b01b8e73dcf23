//! Expressions over bytes. For every expression with a class that is not ASCII the compiler fills a
//! table of 320 KB, by which it keeps large classes small; those of rules are small, or all
//! characters but some, and need no table. Letters in any case would double what there is to
//! compile; so the text is put in lower case in place of that.

use regex_syntax::hir::{Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange};
use regex_syntax::hir::{Hir, HirKind, Repetition};
use regex_syntax::utf8::{Utf8Range, Utf8Sequence, Utf8Sequences};

/// The last ASCII character, and the first and the last of the others.
const ASCII: char = '\u{7F}';
const FOREIGN: (char, char) = ('\u{80}', char::MAX);
/// What is an `s` or a `k` where capitals do not matter, and stands in no news: the long s, the Kelvin sign.
const VARIANTS: [char; 2] = ['\u{17F}', '\u{212A}'];

/// An expression that matches the same in UTF-8; `lower` makes it match, in a text whose ASCII letters
/// were put in lower case, what it matches in the text when capitals do not matter.
#[must_use]
pub fn bytewise(expression: &Hir, lower: bool) -> Hir {
    let one = |part: &Hir| Box::new(bytewise(part, lower));
    let all = |parts: &[Hir]| parts.iter().map(|part| bytewise(part, lower)).collect();
    match expression.kind() {
        HirKind::Class(Class::Unicode(class)) => characters(class, lower),
        HirKind::Literal(literal) if lower => lowered(&literal.0),
        HirKind::Repetition(inner) => Hir::repetition(Repetition { sub: one(&inner.sub), ..inner.clone() }),
        HirKind::Capture(inner) => Hir::capture(Capture { sub: one(&inner.sub), ..inner.clone() }),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Look(_) | HirKind::Class(_) => expression.clone(),
    }
}

/// A literal in lower case; letters that are not ASCII stay, in any case.
fn lowered(literal: &[u8]) -> Hir {
    let text = String::from_utf8_lossy(literal);
    if text.is_ascii() {
        return Hir::literal(literal.to_ascii_lowercase());
    }
    Hir::concat(text.chars().map(|c| characters(&set(&[c]), true)).collect())
}

fn set(members: &[char]) -> ClassUnicode {
    ClassUnicode::new(members.iter().map(|c| ClassUnicodeRange::new(*c, *c)))
}

/// A class as alternatives of sequences of bytes. Where it has all characters that are not ASCII, any
/// leading byte is a member, and what goes on with it follows.
fn characters(class: &ClassUnicode, lower: bool) -> Hir {
    let mut first = ClassBytes::empty();
    let mut parts = Vec::new();
    for (start, end) in plain(class, lower).iter().map(|range| (range.start(), range.end())) {
        if let (true, Ok(start), Ok(end)) = (start <= ASCII, u8::try_from(start), u8::try_from(end.min(ASCII))) {
            first.push(ClassBytesRange::new(start, end));
        }
        let foreign = (start.max(FOREIGN.0), end);
        if foreign == FOREIGN {
            first.push(ClassBytesRange::new(0xC2, 0xF4));
            let rest = Repetition { min: 0, max: None, greedy: true, sub: Box::new(one_of(0x80, 0xBF)) };
            return Hir::concat(vec![Hir::class(Class::Bytes(first)), Hir::repetition(rest)]);
        }
        if foreign.0 <= foreign.1 {
            parts.extend(Utf8Sequences::new(foreign.0, foreign.1).map(|sequence| bytes(&sequence)));
        }
    }
    parts.insert(0, Hir::class(Class::Bytes(first)));
    Hir::alternation(parts)
}

/// A class without rare variants of letters, and with both cases of its letters if that is wanted. A
/// class that reaches to the last character is one of all characters but some.
fn plain(class: &ClassUnicode, both_cases: bool) -> ClassUnicode {
    let mut class = class.clone();
    let complement = class.ranges().last().is_some_and(|range| range.end() == char::MAX);
    if complement {
        class.negate();
    }
    if both_cases {
        class.case_fold_simple();
    }
    class.difference(&set(&VARIANTS));
    if complement {
        class.negate();
    }
    class
}

fn bytes(sequence: &Utf8Sequence) -> Hir {
    let byte = |range: &Utf8Range| one_of(range.start, range.end);
    Hir::concat(sequence.as_slice().iter().map(byte).collect())
}

fn one_of(start: u8, end: u8) -> Hir {
    Hir::class(Class::Bytes(ClassBytes::new([ClassBytesRange::new(start, end)])))
}

#[cfg(test)]
mod tests {
    use regex_automata::meta::Regex;
    use regex_syntax::ParserBuilder;

    #[test]
    fn matches_are_the_same() {
        let text = "“Sky’s the LIMIT”, naïve É中文 🙂 said; task-force";
        for source in [
            "[^.;]+",
            "(?:[^”,]|S.){3}",
            "[’”中-文]",
            "[^a-z]{2,4}?[^\\x00-\\x7F]",
            "[skx]+\\b.",
            ".*",
            "é中",
            "[É中]",
            "[¿-ï]+",
            "[^A-Z]",
            "\\bl[A-Z]+",
        ] {
            for insensitive in [true, false] {
                let parse =
                    |insensitive| ParserBuilder::new().case_insensitive(insensitive).build().parse(source).unwrap();
                let spans = |expression, text: &str| {
                    let regex = Regex::builder().build_from_hir(&expression).unwrap();
                    regex.find_iter(text).map(|found| found.range()).collect::<Vec<_>>()
                };
                let lower = if insensitive { text.to_ascii_lowercase() } else { text.to_owned() };
                let found = spans(super::bytewise(&parse(false), insensitive), &lower);
                assert_eq!(found, spans(parse(insensitive), text), "{source}");
            }
        }
    }
}
