//! Quotations: stretches between quotation marks.

use memchr::{memchr2_iter, memchr3_iter};

use super::Analysis;
use crate::text::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
}

/// Whether the character is a quotation mark (apostrophes are not, as they cannot be told apart).
#[must_use]
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '《' | '》' | '＂' | '‘' | '’')
}

/// The mark that closes what `open` opens.
#[must_use]
pub fn close_of(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '＂' => '＂',
        _ => return None,
    })
}

/// The quotations of each passage; a mark without a partner yields none.
pub(super) fn quotations(analysis: &Analysis<'_>) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (passage, _) in analysis.passages() {
        let mut open: Vec<(usize, char)> = Vec::new();
        let body = passage.span.of(analysis.text());
        for (at, c) in marks(body) {
            let at = passage.span.start() + at;
            match open.iter().rposition(|(_, close)| *close == c) {
                Some(level) => {
                    let start = open.get(level).map_or(at, |(start, _)| *start);
                    open.truncate(level);
                    found.push(quotation(analysis.text(), start, at + c.len_utf8()));
                }
                None => open.extend(close_of(c).map(|close| (at, close))),
            }
        }
    }
    found.sort_by_key(|quotation| (quotation.span.start(), std::cmp::Reverse(quotation.span.end())));
    found
}

/// The first byte of “ and its like in UTF-8, and those of the other marks but the straight one.
const CURLY: u8 = 0xE2;
const RARE: (u8, u8, u8) = (0xC2, 0xE3, 0xEF);

/// The quotation marks of a text, which mostly has none of the rare ones.
fn marks(body: &str) -> impl Iterator<Item = (usize, char)> {
    let (low, cjk, full) = RARE;
    let rare = memchr3_iter(low, cjk, full, body.as_bytes());
    let mut rare = rare.peekable();
    let mut usual = memchr2_iter(b'"', CURLY, body.as_bytes()).peekable();
    let places = std::iter::from_fn(move || match (rare.peek(), usual.peek()) {
        (Some(one), other) if other.is_none_or(|other| one < other) => rare.next(),
        _ => usual.next(),
    });
    places.filter_map(|at| Some((at, body.get(at..)?.chars().next().filter(|c| is_quote(*c))?)))
}

fn quotation(text: &str, start: usize, end: usize) -> Quotation {
    let span = Span::new(start, end);
    let body = span.of(text);
    let first = body.chars().next().map_or(0, char::len_utf8);
    let last = body.chars().next_back().map_or(0, char::len_utf8);
    Quotation { span, inner: Span::new(start + first, end - last) }
}
