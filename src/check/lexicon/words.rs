//! The words of some passages: what the lexicon knows about each is looked up once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::build::Lexicon;
use super::compile::Compiled;
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
    filed: Vec<Ready<'a>>,
    buffer: String,
}

/// A pattern that is filed under a word, with the bits of what must stand beside it.
#[derive(Clone, Copy)]
struct Ready<'a> {
    behind: u64,
    before: u64,
    filed: &'a Filed,
    compiled: &'a Compiled,
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
            self.filed.extend(self.lexicon.filed_under(None, word).filter_map(|filed| self.lexicon.ready(filed)));
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

    /// Calls `visit` with the patterns that are filed under a token, or under it and the one before it, and
    /// that what stands beside it does not rule out.
    pub(super) fn each_at(&self, token: usize, mut visit: impl FnMut(&'a Filed, &'a Compiled)) {
        let before = token.checked_sub(1);
        let beside = (before.map_or(0, |before| self.bits(before)), self.bits(token + 1));
        let mut judge = |ready: &Ready<'a>| {
            if ready.may_stand(beside) {
                visit(ready.filed, ready.compiled);
            }
        };
        let alone = self.known(token).and_then(|known| self.filed.get(known.filed.clone()));
        alone.unwrap_or_default().iter().for_each(&mut judge);
        for before in before.map(|before| self.numbers(before)).unwrap_or_default() {
            for word in self.numbers(token) {
                let pairs = self.lexicon.filed_under(Some(*before), *word);
                pairs.filter_map(|filed| self.lexicon.ready(filed)).for_each(|ready| judge(&ready));
            }
        }
    }
}

impl Ready<'_> {
    /// Whether it may match between words with these bits.
    fn may_stand(&self, (before, behind): (u64, u64)) -> bool {
        let fits = |wanted: u64, bits: u64| wanted == u64::MAX || wanted & bits != 0;
        fits(self.behind, behind) && fits(self.before, before)
    }
}

impl Lexicon {
    /// A pattern, compiled; nothing where it does not parse.
    fn ready<'a>(&'a self, filed: &'a Filed) -> Option<Ready<'a>> {
        let compiled = filed.compiled(&self.vocabulary)?;
        Some(Ready { behind: compiled.behind, before: compiled.before, filed, compiled })
    }
}
