//! Patterns and forms as they are filed under keys, to be compiled when a text has the key.

use std::sync::OnceLock;

use super::compile::Compiled;
use super::form::{Letters, Written};
use super::vocabulary::Vocabulary;
use crate::filing::{Key, Tables, pattern_keys};
use crate::text::Included;

/// A pattern or form as it is filed; it is compiled when a document first has the word it is filed under.
#[derive(Debug)]
pub(super) struct Filed {
    pub(super) meaning: Meaning,
    text: Included,
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
    pub(super) fn new(meaning: Meaning, text: Included, how: How) -> Self {
        Self { meaning, text, how, compiled: OnceLock::new() }
    }

    /// Whether each letter must be written so.
    pub(super) fn is_literal(&self) -> bool {
        matches!(self.how, How::Form(written) if written.letters == Letters::All)
    }

    /// Calls `visit` with the keys under which it is filed; there are none where it has no words.
    pub(super) fn keys(&self, vocabulary: &Vocabulary, tables: Tables, mut visit: impl FnMut(Key)) {
        let tables = if vocabulary.has_stems() { Tables::default() } else { tables };
        match self.how {
            How::Form(written) => {
                let key = tables.form(&self.text).or_else(|| written.key(&self.text, vocabulary));
                key.into_iter().for_each(visit);
            }
            How::Pattern => match tables.pattern(&self.text) {
                Some(keys) => keys.for_each(visit),
                None => pattern_keys(&self.text, |word, numbers| vocabulary.file(word, numbers), &mut visit),
            },
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
