//! The lexicon: one matcher over the slot patterns of all rules and glossaries.
//!
//! Every pattern is filed under its longest word, which is rare; a document's words are looked up
//! once, and only the patterns that are filed under one of them are compiled and tried. So the cost of a run hardly depends on the
//! number of entries. Romanised names are filed under their letters, however they are split.

mod adapt;
mod beside;
mod build;
mod candidate;
mod compile;
mod filed;
mod form;
mod index;
mod inflects;
mod known;
mod marks;
mod matcher;
mod place;
mod scan;
mod spelling;
mod unspaced;
mod vocabulary;
mod words;

use std::sync::Arc;

use jiff::civil::Date;

use super::hit::{About, RuleRef};

pub(super) use adapt::adapt_at;
pub use build::{Builder, Lexicon};
pub use form::{Letters, Written};
pub use scan::{Occurrence, RightForm, Scan};

/// An entry of the lexicon: what its forms mean. The forms are added to it by the [`Builder`].
#[derive(Clone, Debug)]
pub struct Entry {
    /// The rule that reports its wrong forms.
    pub rule: RuleRef,
    /// What the hits say about the entry.
    pub about: About,
    /// The numbers of the cues of which the document must have one.
    pub when: Vec<u32>,
    /// Those of the cues of which it must have none.
    pub unless: Vec<u32>,
    /// Whether the replacements can be made without a look.
    pub safe: bool,
    /// Its rank among entries that call the same words wrong: the least is reported.
    pub rank: u8,
    /// Whether its wrong forms are spellings, which lines in capitals and headings do not show.
    pub spelling: bool,
    /// Whether its wrong forms are wrong only where the source, if there is one, has a source form of its
    /// term.
    pub sourced: bool,
    /// The first and the last day on which it holds.
    pub valid: (Option<Date>, Option<Date>),
}

/// The rank of entries that nothing is said of.
pub(super) const USUAL: u8 = 1;

impl Entry {
    /// An entry that holds everywhere and always.
    #[must_use]
    pub fn new(rule: RuleRef, about: About) -> Self {
        Self {
            rule,
            about,
            when: Vec::new(),
            unless: Vec::new(),
            safe: false,
            rank: USUAL,
            spelling: false,
            sourced: false,
            valid: (None, None),
        }
    }

    /// Whether it holds on a day; always where the day is not known.
    fn is_valid_on(&self, day: Option<Date>) -> bool {
        let (from, until) = self.valid;
        day.is_none_or(|day| from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until))
    }
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
