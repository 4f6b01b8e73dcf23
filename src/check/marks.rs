//! Double quotation marks and brackets in a text, found fast.

use std::sync::OnceLock;

use memchr::memchr2_iter;

use crate::document::Passage;
use crate::language::Analysis;

/// The first byte of the curly marks in UTF-8.
const CURLY: u8 = 0xE2;

/// The double quotation marks of a document, found once for all rules.
#[derive(Debug, Default)]
pub(super) struct KnownMarks(OnceLock<Vec<Mark>>);

/// A double quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Where it stands in its passage.
    pub(super) at: usize,
    /// Which one it is.
    pub(super) sign: char,
    /// The number of the passage.
    pub(super) passage: usize,
}

impl KnownMarks {
    /// The passages that have such marks, with these, in order.
    pub(super) fn passages<'t>(&'t self, text: &'t Analysis<'_>) -> impl Iterator<Item = (&'t Passage, &'t [Mark])> {
        let found = self.0.get_or_init(|| marks(text));
        let passages = found.chunk_by(|one, other| one.passage == other.passage);
        passages.filter_map(|marks| Some((text.passage(marks.first()?.passage)?.0, marks)))
    }
}

/// The double quotation marks of a text.
fn marks(text: &Analysis<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (number, (passage, _)) in text.passages().enumerate() {
        let found = double_quotes(text.slice(passage.span));
        marks.extend(found.map(|(at, sign)| Mark { at, sign, passage: number }));
    }
    marks
}

/// The double quotation marks of a text, straight and curly, in order.
fn double_quotes(body: &str) -> impl Iterator<Item = (usize, char)> {
    let mark = |at: usize| body.get(at..).and_then(|rest| rest.chars().next());
    let found = memchr2_iter(b'"', CURLY, body.as_bytes());
    found.filter_map(move |at| Some((at, mark(at).filter(|c| matches!(c, '"' | '“' | '”'))?)))
}

/// The round brackets of a text, in order.
pub(super) fn brackets(body: &str) -> impl Iterator<Item = (usize, char)> {
    let bracket = |at: usize| body.as_bytes().get(at).map(|byte| (at, char::from(*byte)));
    memchr2_iter(b'(', b')', body.as_bytes()).filter_map(bracket)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_order() {
        assert_eq!(double_quotes("a “b” – \"c…").collect::<Vec<_>>(), [(2, '“'), (6, '”'), (14, '"')]);
        assert_eq!(brackets("(é)").collect::<Vec<_>>(), [(0, '('), (3, ')')]);
    }

    #[test]
    fn passages_without_marks_are_left_out() {
        let document = crate::read::read("a.txt", "No mark.\nOne “mark.\n\nNone.\nA \"mark\".".into()).unwrap();
        let annotated = crate::language::Annotated::new(&document);
        let known = KnownMarks::default();
        let found: Vec<_> = known.passages(&annotated.target).map(|(_, marks)| marks.len()).collect();
        assert_eq!(found, [1, 2]);
    }
}
