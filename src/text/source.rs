//! `Source`: one file as text, with the way back to its lines, columns and bytes.

use std::sync::OnceLock;

use super::span::line_break;
use super::{OffsetMap, Origin, Span};

/// A place in a file as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode code points, from 1.
    pub column: usize,
    /// Column in UTF-16 code units, from 1.
    pub utf16_column: usize,
    /// Offset in bytes of the original file, from 0.
    pub offset: usize,
}

/// A file: its path as the user gave it, its text, and its bytes' positions.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    encoding: &'static str,
    /// From text to file bytes; `None` where they differ by `skipped` bytes only.
    bytes: Option<OffsetMap>,
    /// Bytes before the text (a byte order mark).
    skipped: usize,
    lines: OnceLock<LineIndex>,
    origin: Option<Box<Origin>>,
}

impl Source {
    /// A file that is UTF-8 after `skipped` bytes (a byte order mark).
    #[must_use]
    pub fn utf8(path: impl Into<String>, text: String, skipped: usize) -> Self {
        let path = path.into();
        Self { path, text, encoding: "UTF-8", bytes: None, skipped, lines: OnceLock::new(), origin: None }
    }

    /// A file decoded from another encoding; `bytes` maps the text to the file's bytes.
    #[must_use]
    pub fn decoded(path: impl Into<String>, text: String, encoding: &'static str, bytes: OffsetMap) -> Self {
        let path = path.into();
        Self { path, text, encoding, bytes: Some(bytes), skipped: 0, lines: OnceLock::new(), origin: None }
    }

    /// The same text as a piece of a larger file.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.origin = Some(Box::new(origin));
        self
    }

    /// Where the text stands in the file, if it is a piece of it.
    #[must_use]
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_deref()
    }

    /// The path, as given.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The decoded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The WHATWG name of the encoding the text was decoded from.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// The span of the text's line in which a span starts, without its line break.
    pub fn line_around(&self, span: Span) -> Span {
        self.lines().line(&self.text, self.lines().line_of(span.start()))
    }

    /// The line index of the text, made at the first call.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The span of the original bytes (of the file, or of the piece of it) that a span of the text was
    /// decoded from.
    #[must_use]
    pub fn bytes(&self, span: Span) -> Span {
        match &self.bytes {
            Some(map) => map.outer(span),
            None => span.shift(self.skipped),
        }
    }

    /// Where a span of the text starts and ends in the file (end exclusive).
    #[must_use]
    pub fn locate(&self, span: Span) -> (Location, Location) {
        let bytes = self.bytes(span);
        let (start, end) = self.lines().ends(&self.text, span);
        let at = |(line, column, utf16_column), offset| {
            let here = Location { line, column, utf16_column, offset };
            self.origin.as_ref().map_or(here, |origin| origin.locate(here))
        };
        (at(start, bytes.start()), at(end, bytes.end()))
    }
}

/// Bytes between two checkpoints of the index: a column costs at most that much counting,
/// however long the line is.
const BLOCK: usize = 256;

/// Line starts, and running counts of code points at fixed distances.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    blocks: Vec<Counts>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) chars: u32,
    pub(super) utf16: u32,
}

impl LineIndex {
    fn new(text: &str) -> Self {
        let line_break = if line_break(text) == '\r' { b'\r' } else { b'\n' };
        let newlines = memchr::memchr_iter(line_break, text.as_bytes());
        let starts = std::iter::once(0).chain(newlines.map(|at| narrow(at + 1)));
        Self { starts: starts.collect(), blocks: blocks(text) }
    }

    /// The number of lines.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The span of a line (from 1) in `text`, without its line break.
    #[must_use]
    pub fn line(&self, text: &str, line: usize) -> Span {
        let at = |n: usize| self.starts.get(n).map_or(text.len(), |start| *start as usize);
        let (start, end) = (at(line.saturating_sub(1)), at(line));
        let body = Span::new(start, end).of(text);
        Span::new(start, start + body.trim_end_matches(['\n', '\r']).len())
    }

    /// The line (from 1) that holds the byte at `position`.
    #[must_use]
    pub fn line_of(&self, position: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= position)
    }

    /// Line, column in code points and column in UTF-16 units of a byte position, each from 1.
    #[must_use]
    pub fn position(&self, text: &str, position: usize) -> (usize, usize, usize) {
        let line = self.line_of(position);
        let start = self.starts.get(line.saturating_sub(1)).map_or(0, |start| *start as usize);
        let passed = self.between(text, start, position);
        (line, passed.chars as usize + 1, passed.utf16 as usize + 1)
    }

    /// The positions of the start and of the end of a span, which mostly stand in one line.
    fn ends(&self, text: &str, span: Span) -> ((usize, usize, usize), (usize, usize, usize)) {
        let start = self.position(text, span.start());
        let (line, column, utf16_column) = start;
        let next = self.starts.get(line).map_or(text.len(), |next| *next as usize);
        if span.end() >= next {
            return (start, self.position(text, span.end()));
        }
        let passed = self.between(text, span.start(), span.end());
        (start, (line, column + passed.chars as usize, utf16_column + passed.utf16 as usize))
    }

    /// What is counted from one position on to another: a short way is gone, a long one looked up.
    fn between(&self, text: &str, from: usize, to: usize) -> Counts {
        match text.as_bytes().get(from..to) {
            Some(short) if short.len() <= BLOCK => count(short),
            _ => self.counts(text, to).minus(self.counts(text, from)),
        }
    }

    fn counts(&self, text: &str, position: usize) -> Counts {
        let position = position.min(text.len());
        let block = position / BLOCK;
        let base = self.blocks.get(block).copied().unwrap_or_default();
        let rest = text.as_bytes().get(block * BLOCK..position).unwrap_or_default();
        base.plus(count(rest))
    }
}

impl Counts {
    fn plus(self, other: Self) -> Self {
        Self { chars: self.chars + other.chars, utf16: self.utf16 + other.utf16 }
    }

    fn minus(self, other: Self) -> Self {
        Self { chars: self.chars - other.chars, utf16: self.utf16 - other.utf16 }
    }
}

/// The counts before each block of `BLOCK` bytes.
fn blocks(text: &str) -> Vec<Counts> {
    let mut running = Counts::default();
    let mut blocks = vec![running];
    for block in text.as_bytes().chunks(BLOCK) {
        running = running.plus(count(block));
        blocks.push(running);
    }
    blocks
}

/// Code points and UTF-16 units that *start* in these bytes.
pub(super) fn count(bytes: &[u8]) -> Counts {
    if bytes.is_ascii() {
        return Counts { chars: narrow(bytes.len()), utf16: narrow(bytes.len()) };
    }
    let starts = narrow(bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count());
    let astral = narrow(bytes.iter().filter(|byte| **byte >= 0xF0).count());
    Counts { chars: starts, utf16: starts + astral }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_count_lines_code_points_and_bytes() {
        let source = Source::utf8("a.txt", "one\ntwo 工会 😀x\n".into(), 3);
        let at = source.text().find('x').unwrap();
        let (start, _) = source.locate(Span::new(at, at + 1));
        assert_eq!((start.line, start.column, start.utf16_column, start.offset), (2, 9, 10, at + 3));
    }

    #[test]
    fn a_piece_is_located_in_the_whole_file() {
        let (before, piece) = ("one\n工会 😀", " two\nthree");
        let whole = Source::utf8("a.txt", format!("{before}{piece}"), 3);
        let mut origin = Origin { offset: 3, ..Origin::default() };
        origin.pass(before, before.len());
        let part = Source::utf8("a.txt", piece.into(), 0).at(origin);
        for (at, _) in piece.char_indices() {
            let (span, shift) = (Span::new(at, at + 1), before.len());
            assert_eq!(part.locate(span), whole.locate(span.shift(shift)));
        }
    }

    #[test]
    fn columns_in_a_long_line_agree_with_counting() {
        let text = "é工a".repeat(5000);
        let source = Source::utf8("a.txt", text.clone(), 0);
        for (n, (at, c)) in text.char_indices().enumerate().step_by(997) {
            let (start, end) = source.locate(Span::new(at, at + c.len_utf8()));
            assert_eq!((start.column, end.column), (n + 1, n + 2));
        }
    }

    #[test]
    fn lines_are_found_without_their_breaks() {
        let text = "a\r\nbc\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line(text, 1).of(text), "a");
        assert_eq!(index.line(text, 2).of(text), "bc");
        assert_eq!(index.count(), 3);
        let index = LineIndex::new("a\rbc\r");
        assert_eq!(
            (index.line("a\rbc\r", 2).of("a\rbc\r"), index.position("a\rbc\r", 3), index.count()),
            ("bc", (2, 2, 2), 3)
        );
    }
}
