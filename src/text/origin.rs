//! `Origin`: where a piece of a large file stands in the whole of it.

use super::source::{Location, count};

/// Where a piece of a large file stands in the whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the piece holds, for people.
    pub part: String,
    /// What stands before the piece and holds for it: the tags that are open there, or the header of a table.
    pub head: String,
    /// Whether the file goes on behind the piece.
    pub more: bool,
    /// Lines before that in which the piece begins.
    pub lines: usize,
    /// Code points before the piece in its first line.
    pub columns: usize,
    /// UTF-16 code units before the piece in its first line.
    pub utf16_columns: usize,
    /// Bytes before the piece.
    pub offset: usize,
}

impl Origin {
    /// Goes on to what follows `text`, which takes so many bytes of the file.
    pub fn pass(&mut self, text: &str, bytes: usize) {
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let last = memchr::memrchr(b'\n', text.as_bytes()).map_or(0, |at| at + 1);
        let passed = count(text.as_bytes().get(last..).unwrap_or_default());
        if lines > 0 {
            (self.columns, self.utf16_columns) = (0, 0);
        }
        self.lines += lines;
        self.columns += passed.chars as usize;
        self.utf16_columns += passed.utf16 as usize;
        self.offset += bytes;
    }

    /// A place in the piece as a place in the file.
    pub(super) fn locate(&self, at: Location) -> Location {
        let (columns, utf16) = if at.line == 1 { (self.columns, self.utf16_columns) } else { (0, 0) };
        Location {
            line: self.lines + at.line,
            column: columns + at.column,
            utf16_column: utf16 + at.utf16_column,
            offset: self.offset + at.offset,
        }
    }
}
