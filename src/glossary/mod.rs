//! Floor 1: terms and glossaries. A glossary file becomes a list of [`Term`]s; built-in and house
//! glossaries have the same format.

mod pattern;
mod term;
mod tsv;

use thiserror::Error;

use crate::text::Span;

pub use pattern::{Anchor, Item, Join, Pattern, PatternError, Slot, Word, anchor};
pub use term::{Term, TermKind};

/// A list of terms from one file.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// The path of the file the terms come from.
    pub path: String,
    /// The terms, in the order of the file.
    pub terms: Vec<Term>,
}

impl Glossary {
    /// Reads a glossary in tab-separated values.
    pub fn from_tsv(path: &str, text: &str) -> Result<Self, GlossaryError> {
        Ok(Self { path: path.to_owned(), terms: tsv::read(path, text)? })
    }
}

/// What can be wrong with a glossary file.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{path}:{line}: {what}")]
pub struct GlossaryError {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The place in the text of the file.
    pub span: Span,
    /// What is wrong, and what to write instead.
    pub what: String,
}
