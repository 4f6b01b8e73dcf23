//! How often texts stand in a document.

use patricia_tree::PatriciaMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Analysis, Filter, Token};
use crate::text::Span;

/// How often each of these stands in the text, quoted or not, from the start of a word on; each is given with the
/// number of its first token.
pub(super) fn count<'t>(text: &Analysis<'t>, places: &[(Span, usize)]) -> FxHashMap<&'t str, usize> {
    let mut counts = FxHashMap::default();
    if places.is_empty() {
        return counts;
    }
    let mut known = PatriciaMap::new();
    for wanted in places.iter().map(|(span, _)| text.slice(*span)) {
        known.insert(wanted, wanted);
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
        let rest = text.text().get(token.span.start()..).unwrap_or_default();
        for found in known.common_prefix_values(rest) {
            *counts.entry(*found).or_insert(0) += 1;
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
