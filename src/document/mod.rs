//! Floor 1: a document as the checks see it: decoded passages that know where they came from.

mod side;

use crate::text::{Source, Span};

pub use side::{Passage, Role, Side, SideBuilder};

/// One article: its file, and the passages of its translation.
#[derive(Debug)]
pub struct Document {
    /// The file the document was read from.
    pub file: Source,
    /// The name of the format it was read as.
    pub format: &'static str,
    /// The translation.
    pub target: Side,
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
}
