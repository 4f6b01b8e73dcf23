//! `Text`: the decoded text of one side of a document, cut into passages, with its offset map.

use crate::text::{OffsetMap, Span};

/// What a passage is in the layout of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A headline or section heading, marked as such.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    Cell,
    /// The text of a caption.
    Caption,
}

/// One unit of text: a paragraph, heading or item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the side's text.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// All passages of one language as one text, a line break between two of them.
///
/// Every span that a check reports on this side is a span of [`Text::text`]; [`Text::outer`] leads
/// back to the text of the file through character references, escapes and inline tags.
#[derive(Debug, Default)]
pub struct Text {
    decoded: String,
    map: OffsetMap,
    passages: Vec<Passage>,
    verbatim: bool,
}

impl Text {
    /// The decoded text.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.decoded
    }

    /// The passages, in order.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// Whether this is the text of the file itself, line for line.
    #[must_use]
    pub fn is_verbatim(&self) -> bool {
        self.verbatim
    }

    /// The span of the file's text that a span of this text was decoded from.
    #[must_use]
    pub fn outer(&self, span: Span) -> Span {
        self.map.outer(span)
    }
}

/// Builds a [`Text`] from left to right.
#[derive(Debug, Default)]
pub struct TextBuilder {
    made: Text,
    open: usize,
}

impl TextBuilder {
    /// A text that is that of the file itself, with the given passages.
    #[must_use]
    pub fn verbatim(text: &str, passages: Vec<Passage>) -> Text {
        Text { decoded: text.to_owned(), map: OffsetMap::identity(text.len()), passages, verbatim: true }
    }

    /// Appends text that stands unchanged at `outer` in the file's text.
    pub fn push_verbatim(&mut self, outer: usize, text: &str) {
        self.made.decoded.push_str(text);
        self.made.map.push_verbatim(outer, text.len());
    }

    /// Appends text that was decoded from `outer` as one unit.
    pub fn push_decoded(&mut self, outer: Span, text: &str) {
        self.made.decoded.push_str(text);
        self.made.map.push(outer.start(), text.len(), outer.len(), usize::from(!text.is_empty()));
    }

    /// The position at which the next text will stand.
    #[must_use]
    pub fn position(&self) -> usize {
        self.made.decoded.len()
    }

    /// Whether the passage that is being built ends in white space or is still empty.
    #[must_use]
    pub fn at_space(&self) -> bool {
        self.position() == self.open || self.made.decoded.ends_with(char::is_whitespace)
    }

    /// What was built since a position, without outer white space.
    #[must_use]
    pub fn since(&self, start: usize) -> Span {
        let body = Span::new(start, self.position()).trimmed(&self.made.decoded);
        if body.is_empty() { Span::new(start, start) } else { body }
    }

    /// Ends the passage that is being built, if it has any text; `outer` is where it ends in the file.
    pub fn end_passage(&mut self, role: Role, outer: usize) {
        let span = self.since(self.open);
        if !span.is_empty() {
            self.made.passages.push(Passage { span, role });
        }
        if self.position() > self.open {
            self.push_decoded(Span::new(outer, outer), "\n");
        }
        self.open = self.position();
    }

    /// The finished text.
    #[must_use]
    pub fn finish(self) -> Text {
        self.made
    }
}
