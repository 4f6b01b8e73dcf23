//! `Hit`: what a check yields: an exact span, what was found there, and how to mend it.

use std::sync::Arc;

use crate::document::Side;
use crate::glossary::{Glossary, Term};
use crate::text::{Fix, Span};

/// The number of a rule among those that are linked; checks pass it through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleRef(pub u32);

/// A place in the text where a rule's check found what it looks for.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The rule.
    pub rule: RuleRef,
    /// The text in which it is: the target, unless that has nothing to point at.
    pub side: Side,
    /// The exact place.
    pub span: Span,
    /// The glossary entry that is concerned.
    pub about: About,
    /// Values for the placeholders of the message.
    pub values: Vec<(&'static str, String)>,
    /// How to mend it.
    pub fix: Option<Fix>,
    /// Other places that show what is wrong.
    pub related: Vec<Related>,
}

/// The glossary entry behind a hit, if there is one.
#[derive(Clone, Debug, Default)]
pub struct About(Option<(Arc<Glossary>, usize)>);

impl About {
    /// The term of that number in a glossary.
    #[must_use]
    pub fn term(glossary: &Arc<Glossary>, number: usize) -> Self {
        Self(Some((Arc::clone(glossary), number)))
    }

    /// The entry.
    #[must_use]
    pub fn entry(&self) -> Option<&Term> {
        let (glossary, number) = self.0.as_ref()?;
        glossary.terms.get(*number)
    }
}

/// Another place that belongs to a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The text in which it is.
    pub side: Side,
    /// The place.
    pub span: Span,
    /// What is there.
    pub note: String,
}

impl Hit {
    /// A bare hit in the target text.
    #[must_use]
    pub fn new(rule: RuleRef, span: Span) -> Self {
        Self {
            rule,
            side: Side::Target,
            span,
            about: About::default(),
            values: Vec::new(),
            fix: None,
            related: Vec::new(),
        }
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

    /// The same hit with a related place in the target text.
    #[must_use]
    pub fn with_related(self, span: Span, note: impl Into<String>) -> Self {
        self.see(Side::Target, span, note.into())
    }

    /// The same hit with a related place in the source text.
    #[must_use]
    pub fn with_source(self, span: Span, note: impl Into<String>) -> Self {
        self.see(Side::Source, span, note.into())
    }

    fn see(mut self, side: Side, span: Span, note: String) -> Self {
        self.related.push(Related { side, span, note });
        self
    }
}
