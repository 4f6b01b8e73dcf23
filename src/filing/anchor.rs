//! Anchors: the words of a pattern or form under which it is filed.

use super::number::MIX;
use super::{Word, number};
use crate::glossary::anchor;
use crate::text::Span;

/// What a pattern or form is filed under: a word, and the one before it if both count.
pub type Key = (Option<Word>, Word);

/// A key as one number.
#[inline]
#[must_use]
pub fn key_number((before, word): Key) -> u64 {
    before.map_or(word, |before| before.rotate_left(23) ^ word.wrapping_mul(MIX))
}

/// How long two neighbouring words must be together, in bytes, for a form to be filed under both.
const RARE: usize = 7;

/// Calls `visit` with the keys under which a slot pattern is filed, which `file` gives for a word of it; there
/// are none where it does not parse.
pub fn pattern_keys(text: &str, mut file: impl FnMut(&str, &mut Vec<Word>), visit: impl FnMut(Key)) {
    let Some(anchor) = anchor(text) else { return };
    let (mut words, mut befores) = (Vec::new(), Vec::new());
    anchor.words().for_each(|word| file(word, &mut words));
    match anchor.before() {
        Some(before) => {
            before.for_each(|word| file(word, &mut befores));
            let pairs = befores.iter().flat_map(|before| words.iter().map(|word| (Some(*before), *word)));
            pairs.for_each(visit);
        }
        None => words.into_iter().map(|word| (None, word)).for_each(visit),
    }
}

/// The key of a form of letters and spaces, as most are; nothing where it has others.
pub(super) fn form_key(text: &str) -> Option<Key> {
    Anchor::of_letters(text).map(|anchor| anchor.key(text, number))
}

/// The word under which a form is filed, and the one before it if both count.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// The number of the word.
    pub at: usize,
    word: Span,
    before: Option<Span>,
}

impl Anchor {
    /// The anchor of a form with words at these places: the longest, as those are rare.
    pub fn of(words: impl Iterator<Item = Span>) -> Option<Self> {
        let (mut single, mut pair): (Option<Self>, Option<Self>) = (None, None);
        let mut before = None;
        for (at, word) in words.enumerate() {
            let next = Self { at, word, before: None };
            if before.is_some() {
                pair = longer(pair, Self { before, ..next });
            }
            single = longer(single, next);
            before = Some(word);
        }
        pair.filter(|pair| pair.len() >= RARE).or(single)
    }

    /// The anchor of a form of letters and spaces; nothing where it has others.
    #[must_use]
    pub fn of_letters(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|byte| byte == b' ' || byte.is_ascii_alphabetic());
        if plain { Self::of(spaced(text)) } else { None }
    }

    /// The key of the form with this text; `number` gives that of a word.
    pub fn key(self, text: &str, number: impl Fn(&str) -> Word) -> Key {
        (self.before.map(|word| number(word.of(text))), number(self.word.of(text)))
    }

    /// How long its words are together, in bytes.
    fn len(self) -> usize {
        self.word.len() + self.before.map_or(0, Span::len)
    }
}

/// The longer of two; the next one where they are as long.
fn longer(best: Option<Anchor>, next: Anchor) -> Option<Anchor> {
    best.filter(|best| best.len() > next.len()).or(Some(next))
}

/// What stands between the spaces of a text.
fn spaced(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let words = std::iter::from_fn(move || {
        let rest = text.as_bytes().get(start..)?;
        let end = start + rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        Some(Span::new(std::mem::replace(&mut start, end + 1), end))
    });
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_filed_under_the_longest_words() {
        let key = |before: &str, word| Some((Some(number(before)), number(word)));
        assert_eq!(form_key("Members of trade Unions"), key("trade", "unions"));
        assert_eq!(form_key("a  union"), Some((None, number("union"))));
        assert_eq!((form_key("trade-union"), form_key(" ")), (None, None));
    }

    #[test]
    fn patterns_are_filed_under_each_of_their_words() {
        let mut keys = Vec::new();
        pattern_keys(
            "{large|big} country {union|federation}",
            |word, all| all.push(number(word)),
            |key| keys.push(key),
        );
        let expected = ["union", "federation"].map(|word| (Some(number("country")), number(word)));
        assert_eq!(keys, expected);
    }
}
