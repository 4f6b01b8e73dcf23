//! `Hit`: what a check yields: an exact span, what was found there, and how to mend it.

use std::sync::Arc;

use crate::mqm::Severity;
use crate::text::{Fix, Span};

/// The number of a rule among those that are linked; checks pass it through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleRef(pub u32);

/// A place in the target text where a rule's check found what it looks for.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The rule.
    pub rule: RuleRef,
    /// The exact place.
    pub span: Span,
    /// The glossary entry that is concerned.
    pub entry: Option<Arc<Entry>>,
    /// Values for the placeholders of the message.
    pub values: Vec<(&'static str, String)>,
    /// How to mend it.
    pub fix: Option<Fix>,
    /// Other places that show what is wrong.
    pub related: Vec<Related>,
}

/// What a hit says about the glossary entry behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The source term.
    pub source: String,
    /// The preferred target form.
    pub target: String,
    /// Why the wrong form misleads; may be empty.
    pub note: String,
    /// The severity of this entry, where it has its own.
    pub severity: Option<Severity>,
}

/// Another place that belongs to a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place, in the target text.
    pub span: Span,
    /// What is there.
    pub note: String,
}

impl Hit {
    /// A bare hit.
    #[must_use]
    pub fn new(rule: RuleRef, span: Span) -> Self {
        Self { rule, span, entry: None, values: Vec::new(), fix: None, related: Vec::new() }
    }

    /// The same hit with a fix that replaces its span.
    #[must_use]
    pub fn with_fix(mut self, replacement: impl Into<String>, safe: bool) -> Self {
        self.fix = Some(Fix::replace(self.span, replacement, safe));
        self
    }

    /// The same hit with a value for a placeholder.
    #[must_use]
    pub fn with_value(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The same hit with a related place.
    #[must_use]
    pub fn with_related(mut self, span: Span, note: impl Into<String>) -> Self {
        self.related.push(Related { span, note: note.into() });
        self
    }
}
