//! Floor 5: links rules to checks, runs them over a document, applies suppressions.

mod house;
mod link;
mod pair;
mod run;
mod select;
mod suppress;
mod usage;
mod why;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use thiserror::Error;

use crate::check::{Check, Lexis, Patterns, lexicon::Lexicon};
use crate::mqm::Severity;
use crate::rule::{PackError, Rule};
use crate::text::FileError;

pub use house::with_glossaries;
pub use link::load;
pub use run::{Outcome, Scope};
pub use select::{Selection, Selector, SelectorError, suggestion};
pub use suppress::Allow;
pub use usage::Usage;
pub use why::{Fate, Tried};

/// Rules that are linked to their checks, ready for any number of documents.
pub struct Linter {
    rules: Vec<Arc<Rule>>,
    /// The severity of each rule that was set from outside, and so goes before that of its entries.
    severities: Vec<Option<Severity>>,
    /// Which of the rules need the source of a document.
    comparing: Vec<bool>,
    /// Rules that do not run because others were asked for.
    unselected: Vec<Rule>,
    /// Rules that do not run because they are ignored, or not enabled.
    ignored: Vec<Rule>,
    lexicon: Lexicon,
    patterns: Patterns,
    checks: Vec<Box<dyn Check>>,
    /// The checks that run only on documents with a source.
    comparisons: Vec<Box<dyn Check>>,
    /// What the packs know of how source words are rendered.
    lexis: Option<Arc<Lexis>>,
    /// Whether some terms hold from or until a day.
    dated: bool,
    /// The day on which terms must hold, whatever the document says.
    day: Option<Date>,
    /// The day on which they must hold where the document has no dateline.
    today: Option<Date>,
    /// The language whose inflections are undone, as a BCP 47 tag.
    language: String,
    /// The language that the documents should be in; empty for any.
    target: String,
    /// The language that their sources should be in; empty for any.
    source: String,
    /// Whether a document was checked before.
    warm: AtomicBool,
}

/// Why rules cannot be linked.
#[derive(Debug, Error)]
pub enum LinkError {
    /// A pack that is not there or not valid.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A rule that its check cannot work with.
    #[error(transparent)]
    Rule(#[from] FileError),
    /// A selector that selects nothing.
    #[error(transparent)]
    Selector(#[from] SelectorError),
    /// Two rules of one name.
    #[error("the packs `{first}` and `{second}` both have a rule `{id}`")]
    Twice {
        /// The rule.
        id: String,
        /// One pack.
        first: String,
        /// The other.
        second: String,
    },
}
