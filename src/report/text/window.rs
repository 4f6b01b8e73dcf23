//! `Window`: the part of a line that is shown around a span. A paragraph may be one line of many
//! megabytes, so only the neighbourhood of the span is ever looked at.

use std::ops::Range;

use crate::text::Span;

/// Columns that are shown of a line.
const WIDTH: usize = 100;
/// Columns before the span.
const BEFORE: usize = 36;
/// Columns of the span itself.
const INSIDE: usize = 72;
/// Stands for what is left out.
const CUT: &str = "…";

/// A piece of a line with the marked part in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// What is shown.
    pub(super) text: String,
    /// What of it is marked.
    pub(super) mark: Range<usize>,
}

/// The window on `focus`, which starts in the line; what lies beyond the line is not shown.
pub(super) fn window(text: &str, line: Span, focus: Span) -> Window {
    let end = focus.end().min(line.end()).max(focus.start());
    let marked = head(Span::new(focus.start(), end).of(text), INSIDE);
    let before = tail(Span::new(line.start(), focus.start()).of(text), BEFORE);
    let after_start = focus.start() + marked.len();
    let room = WIDTH.saturating_sub(columns(before) + columns(marked));
    let cut = after_start < end;
    let after = if cut { "" } else { head(Span::new(after_start, line.end()).of(text), room) };
    let left = if focus.start() - before.len() > line.start() { CUT } else { "" };
    let right = if after_start + after.len() < line.end() { CUT } else { "" };
    let start = left.len() + before.len();
    Window { text: format!("{left}{before}{marked}{after}{right}"), mark: start..start + marked.len() }
}

/// The longest start of a text that fits into so many columns.
fn head(text: &str, room: usize) -> &str {
    let mut used = 0;
    let fits = |(_, c): &(usize, char)| {
        used += width(*c);
        used <= room
    };
    let end = text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

/// The longest end of a text that fits into so many columns.
fn tail(text: &str, room: usize) -> &str {
    let mut used = 0;
    let fits = |(_, c): &(usize, char)| {
        used += width(*c);
        used <= room
    };
    let start = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The columns of a character: two from the first East Asian block on, four for a tab.
fn width(c: char) -> usize {
    match c {
        '\t' => 4,
        '\u{2E80}'.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "one\ntwo three\nfour";
        let window = window(text, Span::new(4, 13), Span::new(8, 13));
        assert_eq!((window.text.as_str(), window.mark), ("two three", 4..9));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}工会{}", "a ".repeat(500_000), " b".repeat(500_000));
        let at = text.find('工').unwrap();
        let window = window(&text, Span::new(0, text.len()), Span::new(at, at + 6));
        assert!(window.text.starts_with('…') && window.text.ends_with('…'));
        assert_eq!(window.text.get(window.mark.clone()), Some("工会"));
        assert_eq!(columns(&window.text), WIDTH + 2);
    }

    #[test]
    fn a_long_span_and_one_over_several_lines_are_cut() {
        let text = format!("{}\nnext", "x".repeat(300));
        let cut = window(&text, Span::new(0, 300), Span::new(0, 300));
        assert_eq!((cut.text.chars().count(), cut.mark), (INSIDE + 1, 0..INSIDE));
        let over = window("one\ntwo", Span::new(0, 3), Span::new(1, 6));
        assert_eq!((over.text.as_str(), over.mark), ("one", 1..3));
    }
}
