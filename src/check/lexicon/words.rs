//! The words of a text: what the lexicon knows about each is looked up once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::beside::Beside;
use super::build::{Lexicon, narrow};
use super::compile::CompiledWord;
use super::known::{Known, LookUp, Ready};
use super::vocabulary::{ANY, Bits};
use crate::filing::Word;
use crate::language::{Analysis, Distinct};

/// The words of a text.
pub(super) struct Words<'a> {
    lexicon: &'a Lexicon,
    /// Which of `known` the word of a token is.
    distinct: &'a Distinct,
    known: Vec<&'a Known>,
}

/// What is known of the words of a text that is not kept for others.
pub(super) struct Own(Vec<Known>);

/// The patterns that are filed under two words in a row, looked up once for each such two.
#[derive(Default)]
struct Pairs {
    /// For each two, by their numbers, their part of `ready`.
    known: FxHashMap<(u32, u32), Range<u32>>,
    ready: Vec<Ready>,
}

impl Own {
    pub(super) fn new(lexicon: &Lexicon, text: &Analysis<'_>) -> Self {
        let mut look_up = LookUp::new(lexicon, text);
        let words = text.distinct().words().iter().zip(text.familiar());
        Self(words.filter(|(_, word)| word.is_none()).map(|(token, _)| look_up.known(token)).collect())
    }
}

impl<'a> Words<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a Analysis<'_>, own: &'a Own) -> Self {
        let distinct = text.distinct();
        let (mut look_up, mut own) = (LookUp::new(lexicon, text), own.0.iter());
        let words = distinct.words().iter().zip(text.familiar());
        let known = words.filter_map(|(token, word)| match word {
            Some(word) => look_up.kept(token, *word),
            None => own.next(),
        });
        Self { lexicon, distinct, known: known.collect() }
    }

    #[inline]
    fn known(&self, token: usize) -> Option<&'a Known> {
        self.known.get(self.distinct.of(token)?).copied()
    }

    /// Whether a token is a word or one of its inflected forms; how it is written is not looked at.
    #[inline]
    pub(super) fn is(&self, token: usize, word: &CompiledWord) -> bool {
        self.known(token).is_some_and(|known| word.fits(known.numbers(), known.ending))
    }

    /// The bits of a token's word and of those that it may be an inflection of; none behind the last token.
    #[inline]
    pub(super) fn bits(&self, token: usize) -> Bits {
        self.known(token).map_or(0, |known| known.bits)
    }

    /// Calls `visit` for each token with the patterns that are filed under it, or under it and the one before
    /// it, and that what stands beside it does not rule out.
    pub(super) fn each(&self, mut visit: impl FnMut(usize, Ready)) {
        let known = |number: &u32| Some((*number, *self.known.get(*number as usize)?));
        let mut words = self.distinct.numbers().iter().filter_map(known).peekable();
        let (mut before, mut farther, mut at) = (None::<(u32, &Known)>, ANY, 0);
        let mut pairs = Pairs::default();
        while let Some((number, word)) = words.next() {
            let behind = words.peek().map_or(ANY, |(_, behind)| behind.bits);
            let beside = Beside { behind, before: before.map_or(ANY, |(_, before)| before.bits), farther };
            let paired = before.map_or(&[][..], |before| pairs.of(self.lexicon, before, (number, word)));
            for ready in [&word.filed, paired] {
                ready.iter().filter(|ready| ready.beside.fits(beside)).for_each(|ready| visit(at, *ready));
            }
            (before, farther, at) = (Some((number, word)), beside.before, at + 1);
        }
    }
}

impl Pairs {
    /// The patterns that are filed under two words in a row, which are given with their numbers.
    #[inline]
    fn of(&mut self, lexicon: &Lexicon, before: (u32, &Known), word: (u32, &Known)) -> &[Ready] {
        // Most are none, which is told sooner than that they were seen before.
        let may_pair = |opener: &Word| word.1.closers.iter().any(|closer| lexicon.index.may_pair(*opener, *closer));
        if !before.1.openers.iter().any(may_pair) {
            return &[];
        }
        let ready = &mut self.ready;
        let known = self.known.entry((before.0, word.0)).or_insert_with(|| {
            let first = narrow(ready.len());
            ready.extend(lexicon.paired(before.1, word.1));
            first..narrow(ready.len())
        });
        self.ready.get(known.start as usize..known.end as usize).unwrap_or_default()
    }
}

impl Lexicon {
    /// The patterns that are filed under two words in a row.
    fn paired(&self, before: &Known, word: &Known) -> impl Iterator<Item = Ready> {
        let keys = before.openers.iter().flat_map(|opener| word.closers.iter().map(|closer| (*opener, *closer)));
        keys.flat_map(|(opener, closer)| self.ready(Some(opener), closer, word.bits, word.numbers(), word.ending))
    }
}
