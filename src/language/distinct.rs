//! `Distinct`: the words of a text, each once, so that what is asked of a word is asked once.

use hashbrown::HashTable;

use super::token::{Token, index};

/// The words of a text as they are written, numbered in the order in which they come first.
#[derive(Debug, Default)]
pub struct Distinct {
    /// The number of the word that each token is.
    numbers: Vec<u32>,
    /// Each word where it stands first.
    words: Vec<Token>,
}

impl Distinct {
    /// The words of these tokens.
    pub(super) fn new(text: &str, tokens: &[Token]) -> Self {
        let mut distinct = Self { numbers: Vec::with_capacity(tokens.len()), words: Vec::new() };
        let mut table = HashTable::with_capacity(USUAL);
        for token in tokens {
            let number = distinct.number(&mut table, text, token);
            distinct.numbers.push(number);
        }
        distinct
    }

    /// The number of the word that a token is.
    #[must_use]
    #[inline]
    pub fn of(&self, token: usize) -> Option<usize> {
        self.numbers.get(token).map(|number| *number as usize)
    }

    /// The numbers of the words that the tokens are, in order.
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Each word where it stands first, by its number.
    #[must_use]
    pub fn words(&self) -> &[Token] {
        &self.words
    }

    /// The numbers of the tokens whose words pass a test, in order. Each word is tested once, in the order of
    /// their numbers, so the test must not look at what stands around it.
    #[must_use]
    pub fn places(&self, test: impl FnMut(&Token) -> bool) -> Vec<usize> {
        let passed: Vec<bool> = self.words.iter().map(test).collect();
        let mut places = Vec::new();
        if passed.contains(&true) {
            for (at, number) in self.numbers.iter().enumerate() {
                if passed.get(*number as usize) == Some(&true) {
                    places.push(at);
                }
            }
        }
        places
    }

    /// The number of a token's word, which it gets if it has none.
    fn number(&mut self, table: &mut HashTable<u32>, text: &str, token: &Token) -> u32 {
        let letters = |token: &Token| text.as_bytes().get(token.span.range());
        let same = |known: &Token| known.hash == token.hash && letters(known) == letters(token);
        let hash = spread(token.hash);
        if let Some(number) = table.find(hash, |number| self.words.get(*number as usize).is_some_and(same)) {
            return *number;
        }
        let number = index(self.words.len());
        self.words.push(*token);
        let hash_of = |number: &u32| self.words.get(*number as usize).map_or(0, |word| spread(word.hash));
        table.insert_unique(hash, number, hash_of);
        number
    }
}

/// How many different words an article has, or more.
const USUAL: usize = 700;

/// The hash of a word over all the bits that a table looks at.
pub(super) fn spread(hash: u32) -> u64 {
    let hash = u64::from(hash);
    hash << 32 | hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words;

    #[test]
    fn each_word_has_one_number() {
        let text = (0..5000).map(|number| format!("w{} The the ", number % 3000)).collect::<Vec<_>>().concat();
        let tokens = words(&text);
        let distinct = Distinct::new(&text, &tokens);
        assert_eq!(distinct.words().len(), 3002);
        for (at, token) in tokens.iter().enumerate() {
            let word = distinct.words()[distinct.of(at).unwrap()];
            assert_eq!(word.span.of(&text), token.span.of(&text));
        }
        assert_eq!(distinct.places(|word| word.span.of(&text) == "w7"), [21, 9021]);
    }
}
