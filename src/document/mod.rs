//! Floor 1: a document as the checks see it: decoded passages that know where they came from.

mod bitext;
mod decoded;

use crate::text::{Source, Span};

pub use bitext::{Bitext, By, Segment};
pub use decoded::{Passage, Role, Text, TextBuilder};

/// One of the two texts of a bilingual document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The translation.
    #[default]
    Target,
    /// What was translated.
    Source,
}

impl Side {
    /// The name in outputs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Source => "source",
        }
    }
}

/// One article: its file, the passages of its translation, and its source where that is at hand.
#[derive(Debug)]
pub struct Document {
    /// The file the document was read from.
    pub file: Source,
    /// The name of the format it was read as.
    pub format: &'static str,
    /// The translation.
    pub target: Text,
    /// The source, paired with the translation.
    pub bitext: Option<Bitext>,
    /// Comments in the markup, in order; they may hold suppressions.
    pub comments: Vec<Comment>,
}

/// A comment in the markup of the document (`<!-- … -->`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The comment in the text of the file, with its delimiters.
    pub span: Span,
    /// What it says, without delimiters and outer white space.
    pub text: String,
    /// Where it stands in the target text: the position of what follows it.
    pub position: usize,
}

impl Document {
    /// The span of the file's text that a span of the target text was decoded from.
    #[must_use]
    pub fn in_file(&self, target: Span) -> Span {
        self.target.outer(target)
    }

    /// The file that holds a side, and the span of its text that a span of the side was decoded from.
    #[must_use]
    pub fn place(&self, side: Side, span: Span) -> (&Source, Span) {
        match (side, &self.bitext) {
            (Side::Source, Some(bitext)) => (bitext.file.as_ref().unwrap_or(&self.file), bitext.text.outer(span)),
            _ => (&self.file, self.target.outer(span)),
        }
    }

    /// What stands under a span of a side.
    #[must_use]
    pub fn slice(&self, side: Side, span: Span) -> &str {
        match (side, &self.bitext) {
            (Side::Source, Some(bitext)) => span.of(bitext.text.text()),
            _ => span.of(self.target.text()),
        }
    }

    /// Where in the target text something of either side belongs: a position to sort by.
    #[must_use]
    pub fn position(&self, side: Side, span: Span) -> usize {
        match (side, &self.bitext) {
            (Side::Source, Some(bitext)) => bitext.segment_of(span).map_or(0, |segment| segment.target.start()),
            _ => span.start(),
        }
    }
}
