//! The words of some passages: what the lexicon knows about each is looked up once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::build::Lexicon;
use super::filed::Filed;
use super::vocabulary::{Word, bit};
use crate::language::Token;

/// The words of the tokens of some passages in a row.
pub(super) struct Words<'a> {
    lexicon: &'a Lexicon,
    /// For each token, which of `known` is its word.
    tokens: Vec<u32>,
    known: Vec<Known<'a>>,
    by_hash: FxHashMap<u32, u32>,
    numbers: Vec<Word>,
    filed: Vec<&'a Filed>,
    buffer: String,
}

/// A word as it is written.
struct Known<'a> {
    text: &'a str,
    /// The numbers of the word and of those that it may be an inflection of, its own first.
    numbers: Range<usize>,
    /// Their bits; all bits of a word that has no number.
    bits: u64,
    /// The patterns that are filed under one of them alone.
    filed: Range<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        let (tokens, known, by_hash) = (Vec::new(), Vec::new(), FxHashMap::default());
        Self { lexicon, tokens, known, by_hash, numbers: Vec::new(), filed: Vec::new(), buffer: String::new() }
    }

    /// Takes the words of these tokens in place of those it has.
    pub(super) fn read(&mut self, text: &'a str, tokens: &[Token]) {
        self.tokens.clear();
        self.known.clear();
        self.by_hash.clear();
        self.numbers.clear();
        self.filed.clear();
        for token in tokens {
            let number = self.number(token.span.of(text), token.hash);
            self.tokens.push(number);
        }
    }

    /// Which of the known words this is; it becomes one if it is new.
    fn number(&mut self, text: &'a str, hash: u32) -> u32 {
        let known = self.by_hash.get(&hash).copied();
        if let Some(number) =
            known.filter(|number| self.known.get(*number as usize).is_some_and(|known| known.text == text))
        {
            return number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let (numbers, filed, mut bits) = (self.numbers.len(), self.filed.len(), 0);
        self.lexicon.vocabulary.look_up(text, &mut self.buffer, &mut |word| {
            bits |= bit(word);
            self.numbers.push(word);
            self.filed.extend(self.lexicon.filed_under(None, word));
        });
        let (numbers, filed) = (numbers..self.numbers.len(), filed..self.filed.len());
        let bits = if numbers.is_empty() { u64::MAX } else { bits };
        self.known.push(Known { text, numbers, bits, filed });
        self.by_hash.insert(hash, number);
        number
    }

    fn known(&self, token: usize) -> Option<&Known<'a>> {
        self.known.get(*self.tokens.get(token)? as usize)
    }

    /// The numbers of a token's word and of those that it may be an inflection of, its own first.
    pub(super) fn numbers(&self, token: usize) -> &[Word] {
        self.known(token).and_then(|known| self.numbers.get(known.numbers.clone())).unwrap_or_default()
    }

    /// The bits of these numbers; none behind the last token.
    pub(super) fn bits(&self, token: usize) -> u64 {
        self.known(token).map_or(0, |known| known.bits)
    }

    /// The patterns that are filed under a token, or under it and the one before it.
    pub(super) fn filed_at(&self, token: usize) -> impl Iterator<Item = &'a Filed> {
        let alone = self.known(token).and_then(|known| self.filed.get(known.filed.clone())).unwrap_or_default();
        let before = token.checked_sub(1).map(|before| self.numbers(before)).unwrap_or_default();
        let pairs = before.iter().flat_map(move |before| self.numbers(token).iter().map(move |word| (*before, *word)));
        alone.iter().copied().chain(pairs.flat_map(|(before, word)| self.lexicon.filed_under(Some(before), word)))
    }
}
