//! Floor 7, a shelf: outputs. Documents are written one by one as they are checked, so that no run
//! holds more than a few of them.
//!
//! To add an output: one file with a `pub static`, its `mod` line and its line in [`FORMATS`] below.

mod bytes;
mod json;
mod jsonl;
mod model;
mod stream;
mod text;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use crate::document::Document;
use crate::finding::Finding;
use crate::language::Language;
use crate::rule::Rule;
use crate::score::{Scorecard, Scoring, Verdict};

pub use model::SCHEMA;
pub use stream::{Stream, rendered};

/// An output format. It has no state: a document is rendered the same wherever and whenever.
pub trait Format: Sync {
    /// The name on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in one line.
    fn summary(&self) -> &'static str;

    /// Whether it shows text as it is, so that control characters in a document must be kept from a terminal.
    fn is_for_people(&self) -> bool {
        false
    }

    /// What stands before the first document.
    fn begin(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// What stands between two documents.
    fn separator(&self) -> &'static str {
        ""
    }

    /// One document, in memory: large reports have many small parts.
    fn document(&self, out: &mut Vec<u8>, checked: &Checked, view: View) -> io::Result<()>;

    /// An input that could not be checked, in its place among the documents; [`Totals`] has all of them.
    fn failure(&self, _out: &mut dyn Write, _failure: &Failure) -> io::Result<()> {
        Ok(())
    }

    /// What stands after the last document.
    fn end(&self, out: &mut dyn Write, totals: &Totals, view: View) -> io::Result<()>;
}

/// All outputs; the first is the default.
pub static FORMATS: [&dyn Format; 3] = [&text::TEXT, &json::JSON, &jsonl::JSONL];

/// The output of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// What is shown to people, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Whether only the summaries are shown.
    pub quiet: bool,
    /// Whether the text is coloured.
    pub colour: bool,
}

/// A document that was checked.
#[derive(Debug)]
pub struct Checked {
    /// The document.
    pub document: Document,
    /// What is wrong with it, in the order of its text. The scorecard may know of more, where not
    /// all findings are to be shown.
    pub findings: Vec<Finding>,
    /// How many findings were suppressed.
    pub suppressed: usize,
    /// The rules that could not run because they need the source.
    pub idle: Vec<Arc<Rule>>,
    /// What it costs.
    pub scorecard: Scorecard,
    /// The language it is written in, where it can be told.
    pub language: Option<Language>,
}

/// What the totals take from a document.
#[derive(Clone, Debug)]
pub struct Brief {
    /// What it costs.
    pub scorecard: Scorecard,
    /// How many findings were suppressed.
    pub suppressed: usize,
    /// The rules that could not run because they need the source.
    pub idle: Vec<Arc<Rule>>,
}

impl Brief {
    /// What the totals take from this document.
    #[must_use]
    pub fn of(checked: &Checked) -> Self {
        let (scorecard, suppressed) = (checked.scorecard.clone(), checked.suppressed);
        Self { scorecard, suppressed, idle: checked.idle.clone() }
    }
}

/// An input that could not be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The path as given.
    pub path: String,
    /// What is wrong with it, with the path.
    pub message: String,
}

/// What a run comes to.
#[derive(Clone, Debug)]
pub struct Totals {
    /// How many documents were checked.
    pub documents: usize,
    /// How many of them fail.
    pub failed: usize,
    /// How many findings were suppressed.
    pub suppressed: usize,
    /// The ids of rules that could not run on some document because they need its source.
    pub idle: BTreeSet<String>,
    /// The inputs that could not be checked.
    pub failures: Vec<Failure>,
    /// The sum of the documents' cards.
    pub scorecard: Scorecard,
}

impl Totals {
    /// The totals of a run that has not checked anything yet.
    #[must_use]
    pub fn new(scoring: Scoring) -> Self {
        let scorecard = Scorecard::empty(scoring);
        Self { documents: 0, failed: 0, suppressed: 0, idle: BTreeSet::new(), failures: Vec::new(), scorecard }
    }

    /// Counts a document.
    pub fn add(&mut self, brief: &Brief) {
        self.documents += 1;
        self.failed += usize::from(brief.scorecard.verdict() == Verdict::Fail);
        self.suppressed += brief.suppressed;
        self.scorecard.add(&brief.scorecard);
        for rule in &brief.idle {
            if !self.idle.contains(&rule.id) {
                self.idle.insert(rule.id.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FORMATS;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_told_apart() {
        assert_eq!(FORMATS.iter().map(|format| format.name()).collect::<HashSet<_>>().len(), FORMATS.len());
        assert_eq!(FORMATS.iter().map(|format| format.summary()).collect::<HashSet<_>>().len(), FORMATS.len());
    }
}
