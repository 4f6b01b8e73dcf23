//! `Filter`: a quick way to tell that a token is none of some words.

use super::Token;
use super::token::hash;

/// Some words, by their hashes. It admits each of them, and hardly any other.
#[derive(Debug)]
pub struct Filter([u64; WORDS]);

/// The size of a filter, in words of 64 bits: a few hundred words fill a small part of it.
const WORDS: usize = 128;

impl Default for Filter {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Filter {
    /// The filter of these words, as they are written.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut filter = Self::default();
        words.into_iter().for_each(|word| filter.add(word));
        filter
    }

    /// Admits a word, as it is written.
    pub fn add(&mut self, word: &str) {
        let (place, bit) = place(hash(word));
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= bit;
        }
    }

    /// Whether a token may be one of the words.
    #[must_use]
    pub fn admits(&self, token: &Token) -> bool {
        let (place, bit) = place(token.hash);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// Where the bit of a hash stands.
fn place(hash: u32) -> (usize, u64) {
    ((hash >> 6) as usize % WORDS, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Annotated;
    use crate::read::read;

    #[test]
    fn it_admits_its_words() {
        let document = read("a.txt", b"by the Port".to_vec()).unwrap();
        let filter = Filter::new(["by", "Port"]);
        let admitted =
            Annotated::new(&document).target.tokens().iter().map(|token| filter.admits(token)).collect::<Vec<_>>();
        assert_eq!(admitted, [true, false, true]);
    }
}
