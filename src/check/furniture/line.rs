//! What a line of a document is: text, a short line, or furniture.

use memchr::memchr2;

use crate::document::{Passage, Role};
use crate::language::{Analysis, Token};

/// So many short lines in a row are a menu.
pub(super) const MENU: usize = 3;
/// The longest line that is looked at, in bytes.
pub(super) const LONGEST: usize = 400;
/// The most words of a short line.
const SHORT: usize = 10;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Running text.
    Text,
    /// A few words without a full stop.
    Short,
    /// An item of a list, or a short line that may be a heading.
    Item,
    /// Belongs to the web page.
    Furniture,
}

/// Classifies a line; `is_listed` says whether it is one of those that belong to web pages.
pub(super) fn classify(text: &Analysis<'_>, passage: &Passage, tokens: &[Token], is_listed: bool) -> Line {
    let line = text.slice(passage.span);
    if is_listed || (line.len() <= LONGEST && is_breadcrumb(line)) {
        return Line::Furniture;
    }
    let ends = line.ends_with(['.', '!', '?', ':', ';', ',', '"', '”', '…', '。']);
    let words = tokens.len();
    match passage.role {
        _ if words > SHORT || ends => Line::Text,
        Role::Paragraph => Line::Short,
        _ => Line::Item,
    }
}

/// `Home >> News`, or several parts joined by `>` or `|`.
fn is_breadcrumb(line: &str) -> bool {
    const PARTS: usize = 3;
    const WORDS: usize = 6;
    if memchr2(b'>', b'|', line.as_bytes()).is_none() {
        return false;
    }
    let short =
        |parts: &[&str]| parts.iter().all(|part| !part.trim().is_empty() && part.split_whitespace().count() <= WORDS);
    let parts = |mark: &str| line.split(mark).collect::<Vec<_>>();
    let double = parts(">>");
    let single = [parts(" > "), parts(" | ")];
    (double.len() > 1 && short(&double)) || single.iter().any(|parts| parts.len() >= PARTS && short(parts))
}
