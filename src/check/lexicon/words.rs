//! The words of a text: what the lexicon knows about each is looked up once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::beside::Beside;
use super::build::{Lexicon, narrow};
use super::compile::{Compiled, CompiledWord};
use super::filed::Filed;
use super::inflects::Ending;
use super::vocabulary::{ANY, Bits, bit};
use crate::filing::Word;
use crate::language::{Analysis, Case, Distinct, Token};

/// The words of a text.
pub(super) struct Words<'a> {
    lexicon: &'a Lexicon,
    /// Which of `known` the word of a token is.
    distinct: &'a Distinct,
    known: Vec<Known>,
    numbers: Vec<Word>,
    /// Those of the numbers that are the first or the second of two under which patterns are filed.
    paired: Vec<Word>,
    filed: Vec<Ready<'a>>,
}

/// A word as it is written.
struct Known {
    /// The numbers of the word and of those that it may be an inflection of, its own first.
    numbers: Range<u32>,
    /// What its end tells of its inflection.
    ending: Ending,
    /// The bits of the numbers; all bits of a word that has no number.
    bits: Bits,
    /// The patterns that are filed under one of them alone.
    filed: Range<u32>,
    /// Those of its numbers that open a pair, and those that close one.
    openers: Range<u32>,
    closers: Range<u32>,
}

/// The patterns that are filed under two words in a row, looked up once for each such two.
#[derive(Default)]
struct Pairs<'a> {
    /// For each two, by their numbers, their part of `ready`.
    known: FxHashMap<(u32, u32), Range<u32>>,
    ready: Vec<Ready<'a>>,
}

/// A pattern that is filed under a word, with the bits of what must stand beside it.
#[derive(Clone, Copy)]
struct Ready<'a> {
    beside: Beside,
    filed: &'a Filed,
    compiled: &'a Compiled,
}

impl<'a> Words<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a Analysis<'_>) -> Self {
        let distinct = text.distinct();
        let known = Vec::with_capacity(distinct.words().len());
        let (numbers, paired, filed) = (Vec::new(), Vec::new(), Vec::new());
        let mut words = Self { lexicon, distinct, known, numbers, paired, filed };
        let mut buffer = String::new();
        for token in distinct.words() {
            words.add(text.word(token), token, &mut buffer);
        }
        words
    }

    /// Looks the next word up; `buffer` saves an allocation a word.
    fn add(&mut self, word: &str, token: &Token, buffer: &mut String) {
        let (lexicon, first) = (self.lexicon, self.numbers.len());
        lexicon.vocabulary.look_up(word, buffer, &mut |word| self.numbers.push(word));
        let own = self.numbers.get(first..).unwrap_or_default();
        let (bits, ending) = (bits(own, token), Ending::of(word));
        let ready = own.iter().flat_map(|word| lexicon.ready(None, *word, bits));
        let filed = extend(&mut self.filed, ready.filter_map(|ready| ready.at(bits, own, ending)));
        let openers = extend(&mut self.paired, own.iter().copied().filter(|word| lexicon.openers.admit(*word)));
        let closers = extend(&mut self.paired, own.iter().copied().filter(|word| lexicon.closers.admit(*word)));
        let numbers = narrow(first)..narrow(self.numbers.len());
        self.known.push(Known { numbers, ending, bits, filed, openers, closers });
    }

    #[inline]
    fn known(&self, token: usize) -> Option<&Known> {
        self.known.get(self.distinct.of(token)?)
    }

    /// Whether a token is a word or one of its inflected forms; how it is written is not looked at.
    #[inline]
    pub(super) fn is(&self, token: usize, word: &CompiledWord) -> bool {
        self.known(token).is_some_and(|known| word.fits(part(&self.numbers, &known.numbers), known.ending))
    }

    /// The bits of a token's word and of those that it may be an inflection of; none behind the last token.
    #[inline]
    pub(super) fn bits(&self, token: usize) -> Bits {
        self.known(token).map_or(0, |known| known.bits)
    }

    /// Calls `visit` for each token with the patterns that are filed under it, or under it and the one before
    /// it, and that what stands beside it does not rule out.
    pub(super) fn each(&self, mut visit: impl FnMut(usize, &'a Filed, &'a Compiled)) {
        let known = |number: &u32| Some((*number, self.known.get(*number as usize)?));
        let mut words = self.distinct.numbers().iter().filter_map(known).peekable();
        let (mut before, mut farther, mut at) = (None::<(u32, &Known)>, ANY, 0);
        let mut pairs = Pairs::default();
        while let Some((number, word)) = words.next() {
            let behind = words.peek().map_or(ANY, |(_, behind)| behind.bits);
            let beside = Beside { behind, before: before.map_or(ANY, |(_, before)| before.bits), farther };
            let paired = before.map_or(&[][..], |before| pairs.of(self, before, (number, word)));
            let ready = part(&self.filed, &word.filed).iter().chain(paired);
            for ready in ready.filter(|ready| ready.beside.fits(beside)) {
                visit(at, ready.filed, ready.compiled);
            }
            (before, farther, at) = (Some((number, word)), beside.before, at + 1);
        }
    }

    /// The patterns that are filed under two words in a row.
    fn paired(&self, before: &Known, word: &Known) -> impl Iterator<Item = Ready<'a>> {
        let (openers, closers) = (part(&self.paired, &before.openers), part(&self.paired, &word.closers));
        let keys = openers.iter().flat_map(|opener| closers.iter().map(|closer| (*opener, *closer)));
        let ready = keys.flat_map(|(opener, closer)| self.lexicon.ready(Some(opener), closer, word.bits));
        let numbers = part(&self.numbers, &word.numbers);
        ready.filter_map(|ready| ready.at(word.bits, numbers, word.ending))
    }
}

impl<'a> Pairs<'a> {
    /// The patterns that are filed under two words in a row, which are given with their numbers.
    #[inline]
    fn of(&mut self, words: &Words<'a>, before: (u32, &Known), word: (u32, &Known)) -> &[Ready<'a>] {
        if before.1.openers.is_empty() || word.1.closers.is_empty() {
            return &[];
        }
        let ready = &mut self.ready;
        let known = self.known.entry((before.0, word.0));
        let known = known.or_insert_with(|| extend(ready, words.paired(before.1, word.1)));
        part(&self.ready, known)
    }
}

impl Ready<'_> {
    /// What must stand beside it at a word with these bits and numbers; nothing where it cannot match there.
    fn at(mut self, bits: Bits, numbers: &[Word], ending: Ending) -> Option<Self> {
        self.beside.behind = self.compiled.behind(bits, numbers, ending);
        (self.beside.behind != 0).then_some(self)
    }
}

/// The bits of a word that has these numbers; only one with a capital has those of words that must.
fn bits(numbers: &[Word], token: &Token) -> Bits {
    if numbers.is_empty() {
        return Bits::MAX;
    }
    let capital = |word: Word| if token.case == Case::Lower { 0 } else { bit(word, true) };
    numbers.iter().fold(ANY, |bits, word| bits | bit(*word, false) | capital(*word))
}

/// Appends items to a list: where they stand in it.
fn extend<T>(list: &mut Vec<T>, items: impl Iterator<Item = T>) -> Range<u32> {
    let first = narrow(list.len());
    list.extend(items);
    first..narrow(list.len())
}

/// The part of a list in a range.
#[inline]
fn part<'l, T>(list: &'l [T], range: &Range<u32>) -> &'l [T] {
    list.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl Lexicon {
    /// The patterns that are filed under a word, or under the word behind another one, and that may match
    /// at a word with these bits.
    #[inline]
    fn ready(&self, before: Option<Word>, word: Word, bits: Bits) -> impl Iterator<Item = Ready<'_>> {
        self.filed_under(before, word).filter_map(move |filed| {
            let compiled = filed.compiled(&self.vocabulary).filter(|compiled| compiled.first & bits != 0)?;
            Some(Ready { beside: compiled.beside, filed, compiled })
        })
    }
}
