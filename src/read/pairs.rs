//! `Pairs`: the two texts of a bilingual file, built unit by unit.

use super::Parts;
use super::content::Content;
use crate::document::{Bitext, Comment, Segment, TextBuilder};
use crate::text::Span;

/// The two texts of a bilingual file in the making.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    source: TextBuilder,
    target: TextBuilder,
    segments: Vec<Segment>,
    comments: Vec<Comment>,
}

impl Pairs {
    /// Adds a unit of the file's text, unless it is empty on both sides.
    pub(super) fn push(&mut self, text: &str, source: &Content, target: &Content) {
        let source = source.write(text, &mut self.source);
        let target = target.write(text, &mut self.target);
        if !(source.is_empty() && target.is_empty()) {
            self.segments.push(Segment { source, target, doubtful: false });
        }
    }

    /// Adds a comment, which is about what follows it.
    pub(super) fn comment(&mut self, span: Span, text: &str) {
        let (text, position) = (text.trim().to_owned(), self.target.position());
        self.comments.push(Comment { span, text, position });
    }

    /// What was built; nothing where there is no unit.
    pub(super) fn finish(self) -> Parts {
        let bitext = Bitext { text: self.source.finish(), segments: self.segments, ..Bitext::default() };
        let bitext = Some(bitext).filter(|bitext| !bitext.segments.is_empty());
        Parts { target: self.target.finish(), bitext, comments: self.comments }
    }
}
