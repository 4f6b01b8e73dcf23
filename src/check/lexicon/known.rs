//! What the lexicon knows of a word as it is written, looked up once.

use super::beside::Beside;
use super::build::Lexicon;
use super::compile::{Alternative, Compiled, CompiledSlot};
use super::filed::Filed;
use super::inflects::Ending;
use super::vocabulary::{ANY, Bits, bit};
use crate::filing::Word;
use crate::language::{Analysis, ByWord, Case, Familiar, Token};

/// What was looked up of words of earlier texts.
pub(super) type KnownWords = ByWord<Known>;

/// A word as it is written.
#[derive(Debug)]
pub(super) struct Known {
    /// The number of the word; a very long one has none.
    own: Option<Word>,
    /// The number of the word and those of the words that it may be an inflection of, if there are such.
    inflected: Box<[Word]>,
    /// What its end tells of its inflection.
    pub(super) ending: Ending,
    /// The bits of the numbers; all bits of a word that has no number.
    pub(super) bits: Bits,
    /// The patterns that are filed under one of them alone.
    pub(super) filed: Box<[Ready]>,
    /// Those of its numbers that open a pair under which patterns are filed, and those that close one.
    pub(super) openers: Box<[Word]>,
    pub(super) closers: Box<[Word]>,
}

/// A pattern that is filed under a word, with the bits of what must stand beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ready {
    pub(super) beside: Beside,
    /// The number of the pattern.
    pub(super) pattern: u32,
    /// Whether the word alone is a match.
    pub(super) alone: bool,
}

impl Known {
    /// The numbers of the word and of those that it may be an inflection of, its own first.
    #[inline]
    pub(super) fn numbers(&self) -> &[Word] {
        if self.inflected.is_empty() { self.own.as_slice() } else { &self.inflected }
    }
}

/// Looks words up.
pub(super) struct LookUp<'a> {
    lexicon: &'a Lexicon,
    text: &'a Analysis<'a>,
    // What saves allocations.
    buffer: String,
    numbers: Vec<Word>,
}

impl<'a> LookUp<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a Analysis<'a>) -> Self {
        Self { lexicon, text, buffer: String::new(), numbers: Vec::new() }
    }

    /// What is known of a word, and kept from text to text.
    pub(super) fn kept(&mut self, token: &Token, word: Familiar) -> Option<&'a Known> {
        self.lexicon.known.get(word, || self.known(token))
    }

    /// What is known of a word.
    pub(super) fn known(&mut self, token: &Token) -> Known {
        let (lexicon, word) = (self.lexicon, self.text.word(token));
        self.numbers.clear();
        lexicon.vocabulary.look_up(word, &mut self.buffer, &mut |word| self.numbers.push(word));
        let numbers = self.numbers.as_slice();
        let (bits, ending) = (bits(numbers, token), Ending::of(word));
        let ready = numbers.iter().flat_map(|word| lexicon.ready(None, *word, bits, numbers, ending));
        Known {
            own: numbers.first().copied(),
            inflected: if numbers.len() > 1 { numbers.into() } else { Box::default() },
            ending,
            bits,
            filed: ready.collect(),
            openers: numbers.iter().copied().filter(|word| lexicon.index.opens(*word)).collect(),
            closers: numbers.iter().copied().filter(|word| lexicon.index.closes(*word)).collect(),
        }
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

/// Whether a pattern is one word, however that is written.
fn is_word(pattern: &Compiled) -> bool {
    let [item] = pattern.items.as_slice() else { return false };
    let [Alternative { slot: CompiledSlot::Words(words), .. }] = item.slots.as_slice() else { return false };
    matches!(words.as_slice(), [word] if word.exact.is_none())
}

impl Lexicon {
    /// The pattern of that number, compiled; nothing where it does not parse.
    #[inline]
    pub(super) fn compiled(&self, pattern: u32) -> Option<(&Filed, &Compiled)> {
        let filed = self.patterns.get(pattern as usize)?;
        Some((filed, filed.compiled(&self.vocabulary)?))
    }

    /// The patterns that are filed under a word, or under the word behind another one, and that may match
    /// at a word with these bits and numbers.
    pub(super) fn ready(
        &self,
        before: Option<Word>,
        word: Word,
        bits: Bits,
        numbers: &[Word],
        ending: Ending,
    ) -> impl Iterator<Item = Ready> {
        self.index.under(before, word).filter_map(move |pattern| {
            let (_, compiled) = self.compiled(pattern).filter(|(_, compiled)| compiled.first & bits != 0)?;
            let beside = Beside { behind: compiled.behind(bits, numbers, ending), ..compiled.beside };
            (beside.behind != 0).then_some(Ready { beside, pattern, alone: is_word(compiled) })
        })
    }
}
