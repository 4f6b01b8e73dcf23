//! The words of a text: what the lexicon knows about each is looked up once.

use std::ops::Range;

use super::build::{Lexicon, narrow};
use super::compile::Compiled;
use super::filed::Filed;
use super::vocabulary::{Word, bit};
use crate::language::{Analysis, Distinct};

/// The words of a text.
pub(super) struct Words<'a> {
    lexicon: &'a Lexicon,
    /// Which of `known` the word of a token is.
    distinct: &'a Distinct,
    known: Vec<Known>,
    numbers: Vec<Word>,
    filed: Vec<Ready<'a>>,
}

/// A word as it is written.
struct Known {
    /// The numbers of the word and of those that it may be an inflection of, its own first.
    numbers: Range<u32>,
    /// Their bits; all bits of a word that has no number.
    bits: u64,
    /// The patterns that are filed under one of them alone.
    filed: Range<u32>,
}

/// A pattern that is filed under a word, with the bits of what must stand beside it.
#[derive(Clone, Copy)]
struct Ready<'a> {
    behind: u64,
    before: u64,
    filed: &'a Filed,
    compiled: &'a Compiled,
}

impl<'a> Words<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a Analysis<'_>) -> Self {
        let distinct = text.distinct();
        let known = Vec::with_capacity(distinct.words().len());
        let mut words = Self { lexicon, distinct, known, numbers: Vec::new(), filed: Vec::new() };
        let mut buffer = String::new();
        for token in distinct.words() {
            words.add(text.word(token), &mut buffer);
        }
        words
    }

    /// Looks the next word up; `buffer` saves an allocation a word.
    fn add(&mut self, word: &str, buffer: &mut String) {
        let (numbers, filed, mut bits) = (narrow(self.numbers.len()), narrow(self.filed.len()), 0);
        self.lexicon.vocabulary.look_up(word, buffer, &mut |word| {
            bits |= bit(word);
            self.numbers.push(word);
            self.filed.extend(self.lexicon.filed_under(None, word).filter_map(|filed| self.lexicon.ready(filed)));
        });
        let (numbers, filed) = (numbers..narrow(self.numbers.len()), filed..narrow(self.filed.len()));
        let bits = if numbers.is_empty() { u64::MAX } else { bits };
        self.known.push(Known { numbers, bits, filed });
    }

    #[inline]
    fn known(&self, token: usize) -> Option<&Known> {
        self.known.get(self.distinct.of(token)?)
    }

    /// The numbers of a token's word and of those that it may be an inflection of, its own first.
    #[inline]
    pub(super) fn numbers(&self, token: usize) -> &[Word] {
        self.known(token).map_or(&[], |known| part(&self.numbers, &known.numbers))
    }

    /// The bits of these numbers; none behind the last token.
    #[inline]
    pub(super) fn bits(&self, token: usize) -> u64 {
        self.known(token).map_or(0, |known| known.bits)
    }

    /// Calls `visit` for each token with the patterns that are filed under it, or under it and the one before
    /// it, and that what stands beside it does not rule out.
    pub(super) fn each(&self, mut visit: impl FnMut(usize, &'a Filed, &'a Compiled)) {
        let known = |(at, number): (usize, &u32)| Some((at, self.known.get(*number as usize)?));
        let mut words = self.distinct.numbers().iter().enumerate().filter_map(known).peekable();
        let mut before: Option<&Known> = None;
        while let Some((at, word)) = words.next() {
            let behind = words.peek().map_or(0, |(_, behind)| behind.bits);
            let beside = (before.map_or(0, |before| before.bits), behind);
            let mut judge = |ready: &Ready<'a>| {
                if ready.may_stand(beside) {
                    visit(at, ready.filed, ready.compiled);
                }
            };
            part(&self.filed, &word.filed).iter().for_each(&mut judge);
            if let Some(before) = before {
                self.pairs(before, word, &mut judge);
            }
            before = Some(word);
        }
    }

    /// Calls `visit` with the patterns that are filed under two words in a row.
    #[inline]
    fn pairs(&self, before: &Known, word: &Known, mut visit: impl FnMut(&Ready<'a>)) {
        let numbers = part(&self.numbers, &word.numbers);
        for before in part(&self.numbers, &before.numbers) {
            for word in numbers {
                for filed in self.lexicon.filed_under(Some(*before), *word) {
                    self.lexicon.ready(filed).iter().for_each(&mut visit);
                }
            }
        }
    }
}

/// The part of a list in a range.
#[inline]
fn part<'l, T>(list: &'l [T], range: &Range<u32>) -> &'l [T] {
    list.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl Ready<'_> {
    /// Whether it may match between words with these bits.
    #[inline]
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
