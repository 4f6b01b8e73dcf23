//! How often texts stand in a document.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Analysis, Filter, Token};
use crate::text::Span;

/// Texts by their bytes: one walk tells which of them another text begins with.
#[derive(Default)]
struct Beginnings<'t> {
    /// Where a byte leads to from a place.
    steps: FxHashMap<(usize, u8), usize>,
    /// The texts that end at a place.
    ends: FxHashMap<usize, &'t str>,
}

impl<'t> Beginnings<'t> {
    fn add(&mut self, text: &'t str) {
        let end = text.bytes().fold(0, |at, byte| {
            let next = self.steps.len() + 1;
            *self.steps.entry((at, byte)).or_insert(next)
        });
        self.ends.insert(end, text);
    }

    /// The texts with which a text begins.
    fn of(&self, text: &str) -> impl Iterator<Item = &'t str> {
        let places = text.bytes().scan(0, |at, byte| {
            *at = *self.steps.get(&(*at, byte))?;
            Some(*at)
        });
        places.filter_map(|at| self.ends.get(&at).copied())
    }
}

/// How often each of these stands in the text, quoted or not, from the start of a word on; each is given with the
/// number of its first token.
pub(super) fn count<'t>(text: &Analysis<'t>, places: &[(Span, usize)]) -> FxHashMap<&'t str, usize> {
    let mut counts = FxHashMap::default();
    if places.is_empty() {
        return counts;
    }
    let mut beginnings = Beginnings::default();
    for (span, _) in places {
        beginnings.add(text.slice(*span));
    }
    // The first word, and the letter with which the second one begins.
    let opening = |token: &Token| (token.hash, text.text().as_bytes().get(token.span.end() + 1));
    let first =
        |(span, first): &(Span, usize)| text.tokens().get(*first).filter(|token| token.span.end() <= span.end());
    let firsts: Vec<&Token> = places.iter().filter_map(first).collect();
    let filter = Filter::new(firsts.iter().map(|token| text.word(token)));
    let openings: FxHashSet<_> = firsts.iter().map(|token| opening(token)).collect();
    let may_begin =
        text.distinct().places(|word| filter.admits(word)).into_iter().filter_map(|at| text.tokens().get(at));
    for token in may_begin.filter(|token| openings.contains(&opening(token))) {
        for found in text.text().get(token.span.start()..).into_iter().flat_map(|rest| beginnings.of(rest)) {
            *counts.entry(found).or_insert(0) += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Annotated;
    use crate::read::read;

    #[test]
    fn texts_are_counted_from_the_start_of_a_word_on() {
        let document = read("a.txt", "Big Port, a Big Portal; the Big Port. SoBig Port, Big Ports".into()).unwrap();
        let annotated = Annotated::new(&document);
        let text = &annotated.target;
        let place = |at, needle: &str| (Span::new(at, at + needle.len()), text.token_from(0, at).unwrap());
        let counts = count(text, &[place(0, "Big Port"), place(12, "Big Portal")]);
        assert_eq!(
            ["Big Port", "Big Portal", "Big"].map(|needle| counts.get(needle).copied()),
            [Some(4), Some(1), None]
        );
    }
}
