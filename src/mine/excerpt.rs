//! The words around a place, for examples.

use crate::text::Span;

/// The most characters of an excerpt.
const WIDTH: usize = 80;

/// The words around a place on its line, with `…` where the line goes on; at most 80 characters.
pub(super) fn around(text: &str, line: Span, place: Span) -> String {
    let inner = place.of(text).chars().count().min(WIDTH);
    let room = (WIDTH - inner).saturating_sub(2) / 2;
    let before = Span::new(line.start(), place.start()).of(text);
    let after = Span::new(place.end(), line.end()).of(text);
    let mut found = String::new();
    match before.char_indices().rev().nth(room) {
        None => found.push_str(before),
        Some((cut, _)) => {
            let kept = before.get(cut..).unwrap_or_default();
            found.push('…');
            found.push_str(kept.split_once(' ').map_or("", |(_, words)| words));
        }
    }
    found.extend(place.of(text).chars().take(WIDTH));
    match after.char_indices().nth(room) {
        None => found.push_str(after),
        Some((cut, _)) => {
            let kept = after.get(..cut).unwrap_or_default();
            found.push_str(kept.rsplit_once(' ').map_or("", |(words, _)| words));
            found.push('…');
        }
    }
    found.replace(['\n', '\t', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_short_and_hold_the_place() {
        let text = "The delegates who came from all the districts of the province greeted the trade union of the port with flowers and songs.";
        let at = text.find("trade union").unwrap();
        let found = around(text, Span::new(0, text.len()), Span::new(at, at + 11));
        assert!(found.chars().count() <= 80 && found.contains("trade union"), "{found}");
        assert!(found.starts_with('…') && found.ends_with('…'));
        assert_eq!(around("one two", Span::new(0, 7), Span::new(4, 7)), "one two");
    }
}
