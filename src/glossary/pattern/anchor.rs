//! Anchors: the words under which a pattern is filed.

use super::pieces::{Pieces, alternatives, first_word, last_word, separator};

/// Under which words a pattern is filed: two words in a row where the pattern has such, else one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor<'t> {
    /// The number of the item that `words` come from.
    pub item: usize,
    before: Option<&'t str>,
    words: &'t str,
}

impl<'t> Anchor<'t> {
    /// The first word of each alternative of the item.
    pub fn words(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        alternatives(self.words).map(first_word)
    }

    /// The last word of each alternative of the item before it; nothing where one word is all.
    #[must_use]
    pub fn before(&self) -> Option<impl Iterator<Item = &'t str> + use<'t>> {
        self.before.map(|piece| alternatives(piece).map(last_word))
    }
}

/// The most combinations of words under which one pattern is filed.
const MOST: usize = 16;
/// How long the words of a pair must be together, in bytes, to be rare enough.
const RARE: usize = 7;

/// Finds the anchor of a pattern: the longest words that must stand in it, as those are rare.
/// Nothing is parsed besides, so that this costs little at start-up.
#[must_use]
pub fn anchor(text: &str) -> Option<Anchor<'_>> {
    let (mut best, mut single) = (None, None);
    let mut before: Option<(&str, Weight)> = None;
    let items = Pieces::new(text).map_while(Result::ok).filter(|piece| separator(piece).is_none());
    for (item, words) in items.enumerate() {
        let here = weight(words);
        if let Some(here) = here {
            let anchor = Anchor { item, before: None, words };
            single = better(single, (here.length, anchor));
            if let Some((piece, there)) = before.filter(|(_, there)| there.count * here.count <= MOST) {
                best = better(best, (there.length + here.length, Anchor { before: Some(piece), ..anchor }));
            }
        }
        before = here.map(|here| (words, here));
    }
    best.filter(|(length, _)| *length >= RARE).or(single).map(|(_, anchor)| anchor)
}

fn better<'t>(best: Option<(usize, Anchor<'t>)>, next: (usize, Anchor<'t>)) -> Option<(usize, Anchor<'t>)> {
    best.filter(|(length, _)| *length >= next.0).or(Some(next))
}

/// How rare the words of an item are.
#[derive(Clone, Copy)]
struct Weight {
    /// The length of the shortest one.
    length: usize,
    /// How many there are.
    count: usize,
}

/// The weight of an item; nothing where it is optional or open.
fn weight(piece: &str) -> Option<Weight> {
    if !piece.starts_with('{') {
        let word = piece.trim_start_matches('=');
        let known = !word.is_empty() && !word.starts_with(['*', '#']) && !word.ends_with('?');
        return known.then_some(Weight { length: word.len(), count: 1 });
    }
    let mut weight = Weight { length: usize::MAX, count: 0 };
    for alternative in alternatives(piece) {
        let word = first_word(alternative);
        if word.is_empty() || alternative.starts_with(['*', '#']) {
            return None;
        }
        let length = if is_common(word) { 0 } else { word.len() };
        weight = Weight { length: weight.length.min(length), count: weight.count + 1 };
    }
    (!piece.ends_with('?')).then_some(weight)
}

/// Whether a word is nowhere rare.
fn is_common(word: &str) -> bool {
    const LONGEST: usize = 4;
    word.len() <= LONGEST
        && matches!(
            word.as_bytes(),
            b"a" | b"and"
                | b"as"
                | b"at"
                | b"by"
                | b"for"
                | b"from"
                | b"in"
                | b"is"
                | b"not"
                | b"of"
                | b"on"
                | b"that"
                | b"the"
                | b"to"
                | b"with"
        )
}
