//! `OffsetMap`: from positions in a decoded text back to positions in what it was decoded from.

use super::Span;

/// A run of equal steps: from `inner` on, each unit of `inner_step` bytes came from `outer_step` bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    inner: u32,
    outer: u32,
    inner_step: u32,
    outer_step: u32,
}

/// A monotone map from byte positions of a decoded text (inner) to those of its origin (outer).
///
/// It is built from left to right while decoding and costs a few bytes a *run*, so that plain
/// stretches are free and a character reference, an escape or a legacy encoding costs one entry
/// where the step changes. A position inside a unit maps to the start of the unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
    inner_end: u32,
    outer_end: u32,
}

impl OffsetMap {
    /// The map of a text of `len` bytes onto itself.
    #[must_use]
    pub fn identity(len: usize) -> Self {
        let mut map = Self::default();
        map.push(0, 1, 1, len);
        map
    }

    /// Appends `count` units of `inner_step` decoded bytes that came from `outer_step` bytes each,
    /// the first of which stands at `outer`.
    pub fn push(&mut self, outer: usize, inner_step: usize, outer_step: usize, count: usize) {
        if count == 0 {
            return;
        }
        let run = Run {
            inner: self.inner_end,
            outer: narrow(outer),
            inner_step: narrow(inner_step),
            outer_step: narrow(outer_step),
        };
        if !self.runs.last().is_some_and(|last| last.continues(run, self.outer_end)) {
            self.runs.push(run);
        }
        self.inner_end += narrow(inner_step * count);
        self.outer_end = narrow(outer + outer_step * count);
    }

    /// Appends a verbatim stretch of `len` bytes that stands at `outer`.
    pub fn push_verbatim(&mut self, outer: usize, len: usize) {
        self.push(outer, 1, 1, len);
    }

    /// The decoded length so far, in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.inner_end as usize
    }

    /// Whether nothing was appended yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.inner_end == 0
    }

    /// The outer span that `inner` was decoded from.
    #[must_use]
    pub fn outer(&self, inner: Span) -> Span {
        let start = self.start_of(inner.start());
        let end = if inner.is_empty() { start } else { self.end_of(inner.end()) };
        Span::new(start, end)
    }

    fn run_at(&self, inner: u32) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.inner <= inner);
        self.runs.get(after.checked_sub(1)?)
    }

    /// Where the unit that holds the byte at `inner` starts.
    fn start_of(&self, inner: usize) -> usize {
        let inner = narrow(inner);
        if inner >= self.inner_end {
            return self.outer_end as usize;
        }
        self.run_at(inner).map_or(0, |run| run.at((inner - run.inner) / run.inner_step.max(1)))
    }

    /// Where the unit that holds the byte before `inner` ends.
    fn end_of(&self, inner: usize) -> usize {
        let last = narrow(inner).min(self.inner_end).saturating_sub(1);
        self.run_at(last).map_or(0, |run| run.at((last - run.inner) / run.inner_step.max(1) + 1))
    }
}

impl Run {
    fn at(&self, unit: u32) -> usize {
        self.outer as usize + self.outer_step as usize * unit as usize
    }

    /// Whether `next`, whose predecessor ended at `outer_end`, only prolongs this run.
    fn continues(&self, next: Self, outer_end: u32) -> bool {
        self.inner_step == next.inner_step
            && self.outer_step == next.outer_step
            && outer_end == next.outer
            && self.inner_step > 0
            && (next.inner - self.inner).is_multiple_of(self.inner_step)
    }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatim_stretches_join() {
        let mut map = OffsetMap::default();
        map.push_verbatim(4, 3);
        map.push_verbatim(7, 2);
        assert_eq!(map.runs.len(), 1);
        assert_eq!(map.outer(Span::new(1, 5)), Span::new(5, 9));
    }

    #[test]
    fn a_reference_maps_as_one_unit() {
        // "a&amp;b" → "a&b"
        let mut map = OffsetMap::default();
        map.push_verbatim(0, 1);
        map.push(1, 1, 5, 1);
        map.push_verbatim(6, 1);
        assert_eq!(map.outer(Span::new(1, 2)), Span::new(1, 6));
        assert_eq!(map.outer(Span::new(2, 3)), Span::new(6, 7));
        assert_eq!(map.outer(Span::new(0, 3)), Span::new(0, 7));
    }

    #[test]
    fn wide_characters_map_by_unit() {
        // three characters of three UTF-8 bytes from two bytes each, as in GBK
        let mut map = OffsetMap::default();
        map.push(0, 3, 2, 3);
        assert_eq!(map.outer(Span::new(3, 6)), Span::new(2, 4));
        assert_eq!(map.outer(Span::new(4, 5)), Span::new(2, 4));
    }
}
