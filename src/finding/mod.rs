//! Floor 4: findings: a hit under a rule, told to a person.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::document::Side;
use crate::mqm::Severity;
use crate::rule::Rule;
use crate::text::{Fix, Span};

/// Something wrong in a document: where, what, why, and how to mend it.
///
/// Spans are spans of the document's texts; the document maps them to its files.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that says so.
    pub rule: Arc<Rule>,
    /// The glossary entry that is concerned, by its source term.
    pub entry: Option<String>,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Why this entry in particular is wrong, in one phrase.
    pub note: Option<String>,
    /// The text in which it is.
    pub side: Side,
    /// Where it belongs in the target text, to sort by.
    pub position: usize,
    /// The exact place.
    pub span: Span,
    /// How to mend it.
    pub fix: Option<Fix>,
    /// Other places that show what is wrong.
    pub related: Vec<Related>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The text in which it is.
    pub side: Side,
    /// The place.
    pub span: Span,
    /// What is there.
    pub note: String,
}

impl Finding {
    /// The order of reports: by place, then the graver one, then the one that knows the entry, then
    /// by rule and message.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let place = |finding: &Self| (finding.position, finding.side, finding.span);
        let key = |finding: &Self| (place(finding), std::cmp::Reverse(finding.severity), finding.entry.is_none());
        key(self)
            .cmp(&key(other))
            .then_with(|| self.rule.id.cmp(&other.rule.id))
            .then_with(|| self.message.cmp(&other.message))
    }
}
