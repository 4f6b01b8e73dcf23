//! `Hit`: what a check yields: an exact span, what was found there, and how to mend it.

use std::sync::Arc;

use crate::document::{Segment, Side};
use crate::glossary::{Glossary, Term};
use crate::language::Annotated;
use crate::text::{Fix, Included, Span};

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
    /// Whether it counts only where the source, if there is one, has a source form of the entry.
    pub sourced: bool,
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

    /// Whether a text has a source form of the entry that is no part of another entry's in the glossary.
    fn is_in(&self, text: &str) -> bool {
        let Some((glossary, number)) = &self.0 else { return true };
        let forms = self.entry().map(|term| term.source.as_slice()).unwrap_or_default();
        let others = glossary.terms.iter().enumerate().filter(|(other, _)| other != number);
        let others: Vec<&Included> = others.flat_map(|(_, term)| &term.source).collect();
        let count = |form: &str| text.matches(form).count();
        let longer = |form: &str| {
            let all = others.iter().filter(|other| other.len() > form.len() && other.contains(form));
            all.map(|other| count(other)).sum()
        };
        forms.iter().any(|form| count(form) > longer(form))
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
            sourced: false,
        }
    }

    /// Whether the source bears it out: the segment or one next to it has the entry's Chinese, or nothing
    /// is known of them.
    #[must_use]
    pub fn is_borne_out(&self, document: &Annotated<'_>) -> bool {
        let (Some(source), true) = (&document.source, self.sourced) else { return true };
        let segments = document.segments();
        let at = segments.partition_point(|segment| segment.target.end() <= self.span.start());
        let around = segments.get(at.saturating_sub(1)..(at + 2).min(segments.len())).unwrap_or_default();
        let has = |segment: &Segment| self.about.is_in(source.slice(segment.source));
        around.iter().any(|segment| segment.doubtful || has(segment))
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
