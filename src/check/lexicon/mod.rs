//! The lexicon: one matcher over the slot patterns of all rules and glossaries.
//!
//! Every pattern is filed under its rarest word; a document's words are looked up once, and only
//! patterns whose rarest word stands there are tried. So the cost of a run hardly depends on the
//! number of entries.

mod build;
mod matcher;
mod scan;
mod vocabulary;

use std::sync::Arc;

use super::hit::{self, RuleRef};
use crate::glossary::Pattern;

pub use build::{Lexicon, right_form};
pub use scan::{Occurrence, Scan};

/// An entry as a rule hands it in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The rule that reports its wrong forms.
    pub rule: RuleRef,
    /// What the hits say about the entry.
    pub about: Arc<hit::Entry>,
    /// Right forms; they shadow wrong ones inside them.
    pub right: Vec<Pattern>,
    /// Wrong forms.
    pub wrong: Vec<Wrong>,
    /// Cues of which the document must have one.
    pub when: Vec<Cue>,
    /// Cues of which the document must have none.
    pub unless: Vec<Cue>,
}

/// A wrong form and what it should be.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The form.
    pub pattern: Pattern,
    /// The replacement; none where no single one is right.
    pub fix: Option<Arc<str>>,
    /// Whether the replacement is right wherever the form stands.
    pub safe: bool,
}

/// What tells what a document is about: a set of words and phrases, any of which suffices.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The name of the set; a single word is its own name.
    pub name: Arc<str>,
    /// The words and phrases.
    pub words: Arc<[String]>,
}

impl Cue {
    /// The cue that a single word or phrase is.
    #[must_use]
    pub fn word(word: &str) -> Self {
        Self { name: word.into(), words: Arc::from([word.to_owned()]) }
    }
}
