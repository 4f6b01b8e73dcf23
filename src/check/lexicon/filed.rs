//! Patterns and forms as they are filed under keys, to be compiled when a text has the key.

use std::sync::OnceLock;

use super::compile::Compiled;
use super::form::{Letters, Written};
use super::vocabulary::{Vocabulary, Word};
use crate::glossary::anchor;

/// A pattern or form as it is filed; it is compiled when a document first has the word it is filed under.
#[derive(Debug)]
pub(super) struct Filed {
    pub(super) meaning: Meaning,
    text: Box<str>,
    how: How,
    /// Most are never compiled, and should not take the room.
    compiled: OnceLock<Option<Box<Compiled>>>,
}

/// How a text is to be understood.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// As a slot pattern.
    Pattern,
    /// As it stands.
    Form(Written),
}

impl Filed {
    pub(super) fn new(meaning: Meaning, text: &str, how: How) -> Self {
        Self { meaning, text: text.into(), how, compiled: OnceLock::new() }
    }

    /// Whether each letter must be written so.
    pub(super) fn is_literal(&self) -> bool {
        matches!(self.how, How::Form(written) if written.letters == Letters::All)
    }

    /// Calls `visit` with the words under which it is filed, each with the one before it if both count;
    /// there are none where it has no words.
    pub(super) fn keys(&self, vocabulary: &Vocabulary, mut visit: impl FnMut(Option<Word>, Word)) {
        match self.how {
            How::Form(written) => {
                written.key(&self.text, vocabulary).into_iter().for_each(|(before, word)| visit(before, word));
            }
            How::Pattern => pattern_keys(&self.text, vocabulary, visit),
        }
    }

    /// The compiled pattern; nothing where it does not parse.
    pub(super) fn compiled(&self, vocabulary: &Vocabulary) -> Option<&Compiled> {
        let compile = || match self.how {
            How::Pattern => Compiled::pattern(&self.text, vocabulary),
            How::Form(written) => Compiled::form(&self.text, written, vocabulary),
        };
        self.compiled.get_or_init(|| compile().map(Box::new)).as_deref()
    }
}

/// Calls `visit` with the words under which a slot pattern is filed; there are none where it does not parse.
fn pattern_keys(text: &str, vocabulary: &Vocabulary, mut visit: impl FnMut(Option<Word>, Word)) {
    let Some(anchor) = anchor(text) else { return };
    let mut numbers = Vec::new();
    for word in anchor.words() {
        vocabulary.file(word, &mut |number| numbers.push(number));
    }
    match anchor.before() {
        Some(befores) => befores.for_each(|before| {
            vocabulary.file(before, &mut |before| numbers.iter().for_each(|number| visit(Some(before), *number)));
        }),
        None => numbers.into_iter().for_each(|number| visit(None, number)),
    }
}

/// What it means that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A right form, by its number, of a term, by the number that the lexicon gave it.
    Right(u32, u32),
    /// A wrong form of an entry, with the number of its replacement.
    Wrong(u32, u32),
    /// A cue.
    Cue(u32),
    /// One of several ways to say something, whose uses are counted.
    Form(u32),
}

/// The key of a word, or of two words in a row.
#[inline]
pub(super) fn key(before: Option<Word>, word: Word) -> u64 {
    before.map_or(word, |before| before.rotate_left(23) ^ word.wrapping_mul(MIX))
}

/// An odd constant with well-mixed bits (2^64 divided by the golden ratio).
pub(super) const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
