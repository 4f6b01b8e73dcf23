//! Passage → tokens, in one pass over the characters.

use super::quote::is_quote;
use super::token::{Case, Gap, Kind, Token, hash};
use crate::text::Span;

/// About how many bytes a token takes in a text, with what stands before it.
pub(super) const USUAL: usize = 5;

/// Appends the tokens of a passage.
pub(super) fn tokenize(text: &str, passage: Span, tokens: &mut Vec<Token>) {
    let mut rest = passage.of(text);
    let (mut at, mut first) = (passage.start(), true);
    while !rest.is_empty() {
        let (skipped, gap) = skipped(rest);
        let (_, behind) = rest.split_at(skipped);
        let Some((kind, case, length)) = token(behind) else { break };
        let (word, after) = behind.split_at(length);
        let gap = if first { Gap::Start } else { gap };
        let start = at + skipped;
        tokens.push(Token { span: Span::new(start, start + length), kind, case, gap, hash: hash(word) });
        (at, rest, first) = (start + length, after, false);
    }
}

/// What begins at the start of a text, and its length; nothing where nothing does.
fn token(rest: &str) -> Option<(Kind, Case, usize)> {
    if let Some((case, length)) = plain_word(rest.as_bytes()) {
        return Some((Kind::Word, case, length));
    }
    let first = rest.chars().next()?;
    let kind = kind(first);
    let length = length(rest, kind).max(first.len_utf8());
    Some((kind, case(rest.get(..length).unwrap_or_default()), length))
}

/// The case and the length of a word of ASCII letters, all of them small but the first perhaps, as
/// most words are.
fn plain_word(rest: &[u8]) -> Option<(Case, usize)> {
    let (first, others) = rest.split_first().filter(|(first, _)| first.is_ascii_alphabetic())?;
    let length = 1 + others.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(others.len());
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && ends_plain(*byte, length);
    let case = if first.is_ascii_lowercase() { Case::Lower } else { Case::Title };
    rest.get(length).is_none_or(ends).then_some((case, length))
}

/// Whether a word of so many plain letters ends before an ASCII character that is no letter or digit.
fn ends_plain(byte: u8, length: usize) -> bool {
    byte != b'\'' && (byte != b'.' || length > 1)
}

/// The tokens of a text that is no document, such as a term.
#[must_use]
pub fn words(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / USUAL + 1);
    tokenize(text, Span::new(0, text.len()), &mut tokens);
    tokens
}

/// How much stands before the next token, and what it is; mostly a space, else punctuation and a space.
fn skipped(rest: &str) -> (usize, Gap) {
    match rest.as_bytes() {
        [b' ', next, ..] if next.is_ascii_alphanumeric() => (1, Gap::Space),
        [b'-', next, ..] if next.is_ascii_alphanumeric() => (1, Gap::Hyphen),
        [b',', b' ', next, ..] if next.is_ascii_alphanumeric() => (2, Gap::Comma),
        [b'.', b' ', next, ..] if next.is_ascii_alphanumeric() => (2, Gap::Break),
        _ => {
            let length = rest.find(starts_token).unwrap_or(rest.len());
            (length, gap(rest.get(..length).unwrap_or_default()))
        }
    }
}

fn starts_token(c: char) -> bool {
    c.is_alphanumeric() && !is_raised(c)
}

fn kind(first: char) -> Kind {
    if first.is_ascii_alphabetic() {
        Kind::Word
    } else if first.is_ascii_digit() {
        Kind::Number
    } else if is_cjk(first) {
        Kind::Cjk
    } else {
        Kind::Word
    }
}

/// Whether the character is written without word boundaries (CJK ideographs, kana, hangul).
#[must_use]
pub fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Whether most letters of a text are Chinese, and two at least.
#[must_use]
pub fn is_chinese(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    // Chinese characters begin with a byte that few others begin with.
    if text.bytes().filter(|byte| *byte >= 0xE3).take(2).count() < 2 {
        return false;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let counted = |(chinese, others), c| if is_cjk(c) { (chinese + 1, others) } else { (chinese, others + 1) };
    let (chinese, others) = letters.fold((0, 0), counted);
    chinese > 1_usize.max(others)
}

/// Whether no word ends at a place of a text: what stands on both sides are letters or digits of a script
/// with spaces between words.
#[must_use]
pub fn is_inside_word(text: &str, at: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_cjk(c);
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    before.chars().next_back().is_some_and(letter) && after.chars().next().is_some_and(letter)
}

fn length(rest: &str, kind: Kind) -> usize {
    match kind {
        Kind::Word => word_length(rest),
        Kind::Number => number_length(rest),
        Kind::Cjk => rest.find(|c| !is_cjk(c)).unwrap_or(rest.len()),
    }
}

/// A word goes on over letters, digits and inner apostrophes; `U.S.` and `a.m.` are words.
fn word_length(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let stops = |byte: &u8| byte.is_ascii() && ends_plain(*byte, plain);
    if rest.as_bytes().get(plain).is_some_and(stops) {
        return plain;
    }
    if let Some(length) = initials_length(rest) {
        return length;
    }
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let inner_apostrophe = matches!(c, '\'' | '’')
            && rest.get(at + c.len_utf8()..).and_then(|after| after.chars().next()).is_some_and(char::is_alphabetic);
        if is_cjk(c) || is_raised(c) || !(c.is_alphanumeric() || inner_apostrophe || is_mark(c)) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Raised figures are footnote marks, not a part of the word before them.
fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The length of an abbreviation of single letters with full stops.
fn initials_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while let (Some(letter), Some(b'.')) = (bytes.get(end), bytes.get(end + 1)) {
        if !letter.is_ascii_alphabetic() {
            break;
        }
        end += 2;
    }
    (end >= 4).then_some(end)
}

/// A number goes on over digits, letters (`18th`), and separators between digits.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let between_digits = matches!(byte, b',' | b'.' | b':')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            && end.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || between_digits) {
            break;
        }
        end += 1;
    }
    end
}

fn case(word: &str) -> Case {
    if let Some((first, rest)) = word.as_bytes().split_first()
        && first.is_ascii_alphabetic()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return if first.is_ascii_lowercase() { Case::Lower } else { Case::Title };
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic() && (c.is_uppercase() || c.is_lowercase()));
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

fn gap(between: &str) -> Gap {
    match between {
        "-" | "‐" | "‑" => return Gap::Hyphen,
        "" => return Gap::None,
        _ => {}
    }
    let mut gap = Gap::Space;
    for c in between.chars() {
        match c {
            _ if c.is_whitespace() => {}
            ',' if gap != Gap::Break => gap = Gap::Comma,
            _ if is_quote(c) || c == '\'' => {
                if gap == Gap::Space {
                    gap = Gap::Quote;
                }
            }
            _ => return Gap::Break,
        }
    }
    gap
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<(&str, Gap)> {
        words(text).iter().map(|token| (token.span.of(text), token.gap)).collect()
    }

    #[test]
    fn words_numbers_and_gaps() {
        use Gap::{Break, Comma, Hyphen, Quote, Space, Start};
        assert_eq!(
            gaps("The U.S. \"well-known\" workers’ 1,000.5km, 18th (x)."),
            [
                ("The", Start),
                ("U.S.", Space),
                ("well", Quote),
                ("known", Hyphen),
                ("workers", Quote),
                ("1,000.5km", Quote),
                ("18th", Comma),
                ("x", Break),
            ]
        );
    }

    #[test]
    fn apostrophes_inside_words_and_scripts() {
        assert_eq!(
            gaps("don't Xi’s 中国a"),
            [("don't", Gap::Start), ("Xi’s", Gap::Space), ("中国", Gap::Space), ("a", Gap::None),]
        );
        assert_eq!(case("McDonald"), Case::Mixed);
        assert_eq!((case("CPC"), case("A"), case("18th")), (Case::Upper, Case::Title, Case::Lower));
    }
}
