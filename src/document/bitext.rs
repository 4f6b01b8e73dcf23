//! `Bitext`: the source of a translation, paired with it segment by segment.

use super::Text;
use crate::text::{Source, Span};

/// The source text of a document, and which part of it each part of the translation renders.
#[derive(Debug, Default)]
pub struct Bitext {
    /// The source text.
    pub text: Text,
    /// The file it was read from, where that is not the document's own.
    pub file: Option<Source>,
    /// The pairs, in the order of both texts; they do not overlap.
    pub segments: Vec<Segment>,
    /// How they were found.
    pub by: By,
    /// Whether the source seems to be that of another text.
    pub unrelated: bool,
}

/// How a source was paired with its translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The document's own file pairs them.
    #[default]
    File,
    /// Line by line: both files have the same number of lines.
    Lines,
    /// Passage by passage: both documents have the same number of paragraphs, headings and items.
    Passages,
    /// Paragraph by paragraph, or sentence by sentence, by their lengths and by what both have in common.
    Length,
}

impl By {
    /// The name in outputs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Lines => "lines",
            Self::Passages => "paragraphs",
            Self::Length => "length",
        }
    }
}

/// A unit of text: what is to be translated, and its translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Its place in the source text, without outer white space; empty where there is no source for the target.
    pub source: Span,
    /// Its place in the target text, without outer white space; empty where the source is not translated.
    pub target: Span,
    /// Whether the pair was guessed and might be wrong.
    pub doubtful: bool,
}

impl Segment {
    /// Whether what one side lacks is certainly not in the other: both have text, and belong together.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        !self.doubtful && !self.source.is_empty() && !self.target.is_empty()
    }
}

impl Bitext {
    /// How many pairs might be wrong.
    #[must_use]
    pub fn doubtful(&self) -> usize {
        self.segments.iter().filter(|segment| segment.doubtful).count()
    }

    /// The segment that holds a span of the source text.
    #[must_use]
    pub fn segment_of(&self, source: Span) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.source.start() <= source.start());
        self.segments.get(after.checked_sub(1)?)
    }
}
