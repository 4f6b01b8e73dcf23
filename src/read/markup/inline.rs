//! Elements in the text of a unit: those whose content is text, and codes, which are none.

use crate::xml::Tag;

/// What an element in the text of a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// Its content is text.
    Content,
    /// Its content is a segment: what translation tools cut a unit into.
    Segment,
    /// It breaks the line.
    Break,
    /// It stands for something else, or is a code; what it holds is no text.
    Object,
    /// It is a code; what it holds is no text.
    Code,
}

/// Codes of which one begins or ends a format, or says nothing about the text.
const CODES: [&str; 11] = ["bpt", "ept", "it", "ut", "bx", "ex", "sc", "ec", "cp", "sm", "em"];
/// Types of codes that format the text around them.
const FORMATS: [&str; 5] = ["bold", "italic", "underline", "underlined", "link"];

/// What an element in the text of a unit is: of XLIFF 1.2 and 2, and of TMX 1.4, whose names do not clash.
pub(super) fn inline(tag: &Tag<'_>) -> Inline {
    match tag.local() {
        "x" | "ph" => placeholder(tag),
        "mrk" if tag.attribute("mtype").is_some_and(|kind| kind == "seg") => Inline::Segment,
        name if CODES.contains(&name) => Inline::Code,
        _ => Inline::Content,
    }
}

/// What a placeholder stands for, as far as its type says so.
fn placeholder(tag: &Tag<'_>) -> Inline {
    let kind = ["ctype", "subType", "type"].into_iter().find_map(|name| tag.attribute(name)).unwrap_or_default();
    let kind = kind.rsplit([':', '-']).next().unwrap_or_default();
    match kind {
        "lb" | "br" => Inline::Break,
        kind if FORMATS.contains(&kind) => Inline::Code,
        _ => Inline::Object,
    }
}
