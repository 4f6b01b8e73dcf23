//! `Span`: a half-open range of bytes in some text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of bytes in a text of at most 4 GiB.
///
/// Which text is meant is part of the contract of whoever hands the span out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `start..end`; an end before the start makes an empty span at `start`.
    ///
    /// Positions beyond 4 GiB are clamped; readers refuse such files.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// The first byte.
    #[must_use]
    #[inline]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    #[must_use]
    #[inline]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range.
    #[must_use]
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The text under the span; empty when the span does not lie on character boundaries of `text`.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same span without white space at its ends; where there is nothing else, an empty one at its end.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let (inner, body) = (self.of(text), self.of(text).trim_start());
        let start = self.start() + (inner.len() - body.len());
        Self::new(start, start + body.trim_end().len())
    }

    /// Whether the spans share a byte; an empty span overlaps what contains its position.
    #[must_use]
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        (self.start < other.end && other.start < self.end) || self == other
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span around both.
    #[must_use]
    #[inline]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span, `by` bytes further on.
    #[must_use]
    #[inline]
    pub fn shift(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }
}

/// What ends the lines of a text: a line feed, or, where there is none, a carriage return.
pub(super) fn line_break(text: &str) -> char {
    let has = |byte| memchr::memchr(byte, text.as_bytes()).is_some();
    if !has(b'\n') && has(b'\r') { '\r' } else { '\n' }
}

/// The lines of a text without outer white space.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    text.split_inclusive(line_break(text)).scan(0, move |at, line| {
        let span = Span::new(*at, *at + line.len());
        *at = span.end();
        Some(span.trimmed(text))
    })
}

/// The entries of a list, one a line, without comments (`#`) and empty lines.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, lines};

    #[test]
    fn lines_end_as_the_text_has_it() {
        let all = |text: &'static str| lines(text).map(|line| line.of(text)).collect::<Vec<_>>();
        assert_eq!(all("a\r\nb\n\nc"), ["a", "b", "", "c"]);
        assert_eq!(all("a\rb\r\rc\r"), ["a", "b", "", "c"]);
        assert_eq!(all("a\rb\nc"), ["a\rb", "c"]);
        assert!(all("").is_empty());
    }

    #[test]
    fn overlap_is_symmetric_and_half_open() {
        let (a, b, c) = (Span::new(0, 3), Span::new(3, 5), Span::new(2, 4));
        assert!(!a.overlaps(b) && !b.overlaps(a));
        assert!(a.overlaps(c) && c.overlaps(b));
        assert_eq!(a.cover(b), Span::new(0, 5));
    }

    #[test]
    fn white_space_is_trimmed_at_both_ends() {
        assert_eq!(Span::new(1, 9).trimmed("a  工会 b"), Span::new(3, 9));
        assert_eq!(Span::new(1, 3).trimmed("a   b"), Span::new(3, 3));
    }

    #[test]
    fn a_span_off_the_character_boundaries_yields_nothing() {
        assert_eq!(Span::new(1, 3).of("工会"), "");
        assert_eq!(Span::new(0, 3).of("工会"), "工");
    }
}
