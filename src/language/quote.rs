//! Quotations: stretches between quotation marks.

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

/// The quotation marks of a text; all but the straight one begin with a byte that is not ASCII. Pieces
/// that have none are passed at once.
fn marks(body: &str) -> impl Iterator<Item = (usize, char)> {
    const PIECE: usize = 32;
    let may_begin = |byte: &u8| *byte == b'"' || *byte >= 0xC2;
    let pieces = body.as_bytes().chunks(PIECE).zip((0..).step_by(PIECE));
    let pieces = pieces.filter(move |(piece, _)| piece.iter().fold(false, |found, byte| found | may_begin(byte)));
    let places = pieces.flat_map(|(piece, start)| piece.iter().zip(start..));
    let places = places.filter(move |(byte, _)| may_begin(byte));
    places.filter_map(|(_, at)| Some((at, body.get(at..)?.chars().next().filter(|c| is_quote(*c))?)))
}

fn quotation(text: &str, start: usize, end: usize) -> Quotation {
    let span = Span::new(start, end);
    let body = span.of(text);
    let first = body.chars().next().map_or(0, char::len_utf8);
    let last = body.chars().next_back().map_or(0, char::len_utf8);
    Quotation { span, inner: Span::new(start + first, end - last) }
}
