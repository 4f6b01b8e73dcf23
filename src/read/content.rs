//! `Content`: what a unit says on one side, as stretches of the file and what they mean.

use crate::document::{Role, TextBuilder};
use crate::text::Span;

/// Stands for a code that is a word of the sentence, such as a variable or an image.
const OBJECT: &str = "\u{FFFC}";
/// White space, as XML has it.
const SPACE: [char; 4] = [' ', '\n', '\t', '\r'];

/// What a unit says on one side.
#[derive(Debug, Default)]
pub(super) struct Content {
    chunks: Vec<Chunk>,
    /// Whether white space is text; else a run of it is one space.
    preserve: bool,
    /// Where it ends in the file.
    end: usize,
}

/// A stretch of the file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chunk {
    /// Text that stands for itself.
    Text(Span),
    /// A character that is written otherwise.
    Character(Span, char),
    /// A code that breaks the line.
    Break(Span),
    /// A code that stands for something else; a word of the sentence where it stands as one.
    Object(Span),
}

impl Content {
    /// Content in which white space is text, or is not.
    pub(super) fn new(preserve: bool) -> Self {
        Self { preserve, ..Self::default() }
    }

    /// Content that is one stretch of text.
    pub(super) fn text(span: Span) -> Self {
        Self { chunks: vec![Chunk::Text(span)], preserve: true, end: span.end() }
    }

    /// Nothing, where the content would end.
    pub(super) fn nothing(end: usize) -> Self {
        Self { end, ..Self::default() }
    }

    pub(super) fn push(&mut self, chunk: Chunk) {
        self.chunks.push(chunk);
    }

    /// The same content, ending there in the file.
    pub(super) fn ending(mut self, end: usize) -> Self {
        self.end = end;
        self
    }

    /// Appends the content of the file's text to one side of a document; returns its place there.
    pub(super) fn write(&self, text: &str, side: &mut TextBuilder) -> Span {
        let start = side.position();
        for (number, chunk) in self.chunks.iter().enumerate() {
            match *chunk {
                Chunk::Text(span) if self.preserve => lines(text, span, side),
                Chunk::Text(span) => words(text, span, side),
                Chunk::Character(span, '\n') => side.end_passage(Role::Paragraph, span.start()),
                Chunk::Character(span, c) => side.push_decoded(span, c.encode_utf8(&mut [0; 4])),
                Chunk::Break(span) if !side.at_space() => side.push_decoded(span, " "),
                Chunk::Object(span) if side.at_space() && !self.continues(text, number + 1) => {
                    side.push_decoded(span, OBJECT);
                }
                Chunk::Break(_) | Chunk::Object(_) => {}
            }
        }
        side.end_passage(Role::Paragraph, self.end);
        side.since(start)
    }

    /// Whether a word goes on, or begins, with the chunk of that number.
    fn continues(&self, text: &str, number: usize) -> bool {
        let next = self.chunks.get(number).and_then(|chunk| match *chunk {
            Chunk::Text(span) => span.of(text).chars().next(),
            Chunk::Character(_, c) => Some(c),
            Chunk::Break(_) | Chunk::Object(_) => None,
        });
        next.is_some_and(char::is_alphanumeric)
    }
}

/// Appends text as it stands; each line is a passage.
fn lines(text: &str, span: Span, side: &mut TextBuilder) {
    let mut at = span.start();
    for line in span.of(text).split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        if line.ends_with('\n') {
            side.push_verbatim(at, body);
            side.end_passage(Role::Paragraph, at + body.len());
        } else {
            side.push_verbatim(at, line);
        }
        at += line.len();
    }
}

/// Appends text in which a run of white space is one space.
fn words(text: &str, span: Span, side: &mut TextBuilder) {
    let (mut at, mut rest) = (span.start(), span.of(text));
    while !rest.is_empty() {
        let word = rest.find(SPACE).unwrap_or(rest.len());
        let (body, after) = rest.split_at_checked(word).unwrap_or((rest, ""));
        side.push_verbatim(at, body);
        let space = after.len() - after.trim_start_matches(SPACE).len();
        let gap = Span::new(at + word, at + word + space);
        if gap.of(text) == " " && !side.at_space() {
            side.push_verbatim(gap.start(), " ");
        } else if space > 0 && !side.at_space() {
            side.push_decoded(gap, " ");
        }
        at = gap.end();
        rest = after.get(space..).unwrap_or_default();
    }
}
