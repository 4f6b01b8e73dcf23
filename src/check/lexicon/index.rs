//! Which patterns are filed under a key.

use rustc_hash::FxHashMap;

use super::build::narrow;
use super::marks::Marks;
use crate::filing::{Key, Word, key_number};

/// The patterns of a lexicon, by their numbers, under their keys.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each key, the first of the filings under it.
    heads: FxHashMap<u64, u32>,
    /// The keys: most words of a text are none.
    marks: Marks,
    /// The words that are the first of two in a key, and those that are the second.
    openers: Marks,
    closers: Marks,
    filings: Vec<Filing>,
}

/// A pattern under a key, and the next filing under the same key.
#[derive(Debug)]
struct Filing {
    pattern: u32,
    next: u32,
}

/// No filing.
const NONE: u32 = u32::MAX;

impl Index {
    /// The index of patterns with these keys, given in parts.
    pub(super) fn new(keys: Vec<Vec<(Key, u32)>>) -> Self {
        let count = keys.iter().map(Vec::len).sum();
        let marks = || Marks::with_capacity(count);
        let mut index = Self { marks: marks(), openers: marks(), closers: marks(), ..Self::default() };
        index.heads.reserve(count);
        index.filings.reserve(count);
        keys.into_iter().flatten().for_each(|(key, pattern)| index.file(key, pattern));
        index
    }

    fn file(&mut self, (before, word): Key, pattern: u32) {
        let key = key_number((before, word));
        self.marks.add(key);
        if let Some(before) = before {
            self.openers.add(before);
            self.closers.add(word);
        }
        let filing = narrow(self.filings.len());
        let next = self.heads.insert(key, filing).unwrap_or(NONE);
        self.filings.push(Filing { pattern, next });
    }

    /// Whether a word may be the first of two in a key.
    pub(super) fn opens(&self, word: Word) -> bool {
        self.openers.admit(word)
    }

    /// Whether a word may be the second of two in a key.
    pub(super) fn closes(&self, word: Word) -> bool {
        self.closers.admit(word)
    }

    /// Whether patterns may be filed under two words in a row, which few pass for that are not.
    #[inline]
    pub(super) fn may_pair(&self, before: Word, word: Word) -> bool {
        self.marks.admit(key_number((Some(before), word)))
    }

    /// The numbers of the patterns that are filed under a word, or under the word behind another one.
    #[inline]
    pub(super) fn under(&self, before: Option<Word>, word: Word) -> impl Iterator<Item = u32> {
        let key = key_number((before, word));
        let mut next = if self.marks.admit(key) { self.heads.get(&key).copied().unwrap_or(NONE) } else { NONE };
        std::iter::from_fn(move || {
            let filing = self.filings.get(next as usize)?;
            next = filing.next;
            Some(filing.pattern)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_found_under_their_keys() {
        let index = Index::new(vec![vec![((None, 1), 10), ((Some(1), 2), 11)], vec![((None, 1), 12)]]);
        let under = |before, word| index.under(before, word).collect::<Vec<_>>();
        assert_eq!([under(None, 1), under(Some(1), 2), under(None, 2)], [vec![12, 10], vec![11], vec![]]);
        assert!(index.opens(1) && index.closes(2) && index.may_pair(1, 2) && !index.may_pair(2, 1));
    }
}
