//! A document → its findings.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::civil::Date;

use super::Linter;
use super::suppress::{self, Allow};
use crate::check::{Check, Context, Hit, Measure, Memo, Sharing};
use crate::document::Document;
use crate::finding::{Finding, Related};
use crate::language::Annotated;
use crate::rule::Rule;

/// What a run over a document yields.
#[derive(Debug)]
pub struct Outcome {
    /// What is wrong, in the order of the text.
    pub findings: Vec<Finding>,
    /// How many findings were suppressed.
    pub suppressed: usize,
    /// For each suppression from outside of the document, in their order, whether it suppressed anything.
    pub used: Vec<bool>,
    /// How far the translation covers its source, where there is one and the packs have a dictionary.
    pub measure: Option<Measure>,
}

/// The longest text that is checked by one thread, in bytes: it takes a millisecond or two.
const SHORT: usize = 1 << 14;

/// What may differ from one document to the next under the same linked rules.
#[derive(Debug, Default)]
pub struct Scope<'s> {
    /// Suppressions from outside of the document.
    pub allows: Vec<&'s Allow>,
    /// Which rules count, in the order of [`Linter::rules`]; all where there is nothing.
    pub admitted: Option<Vec<bool>>,
}

impl Scope<'_> {
    /// Whether the rule of that number counts.
    pub(super) fn admits(&self, rule: usize) -> bool {
        self.admitted.as_ref().is_none_or(|admitted| admitted.get(rule).copied().unwrap_or_default())
    }
}

impl Linter {
    /// Checks a document; `allows` are suppressions from outside of it.
    #[must_use]
    pub fn run(&self, document: &Annotated<'_>, allows: &[Allow]) -> Outcome {
        self.run_in(document, &Scope { allows: allows.iter().collect(), admitted: None })
    }

    /// Checks a document to which not everything applies.
    #[must_use]
    pub fn run_in(&self, document: &Annotated<'_>, scope: &Scope<'_>) -> Outcome {
        let (hits, measure) = self.hits(document);
        let mut findings: Vec<Finding> = Vec::with_capacity(hits.len());
        let hits = hits.into_iter().filter(|hit| scope.admits(hit.rule.0 as usize));
        findings.extend(hits.filter_map(|hit| self.finding(document, hit)));
        findings.sort_by(Finding::order);
        findings.dedup_by(|later, earlier| {
            later.span == earlier.span && later.side == earlier.side && repeats(earlier, later)
        });
        Outcome { measure, ..suppress::apply(self, document.document, scope, findings) }
    }

    fn hits(&self, document: &Annotated<'_>) -> (Vec<Hit>, Option<Measure>) {
        let (text, sharing) = (&document.target, self.sharing(document));
        let day = self.day_of(document);
        let (mut scan, places) = sharing.both(|| self.lexicon.scan(text, day), || self.patterns.places(text, sharing));
        let mut hits = std::mem::take(&mut scan.hits);
        hits.retain(|hit| hit.is_borne_out(document));
        let mut reported: Vec<_> = match document.source {
            Some(_) => hits.iter().map(|hit| (hit.span, hit.about.clone())).collect(),
            None => Vec::new(),
        };
        reported.sort_by_key(|(span, _)| *span);
        let memo = Memo::of(document.source.is_some() && self.source == "zh");
        let lexis = self.lexis.as_deref();
        let context = Context { document, lexicon: &scan, day, reported: &reported, lexis, memo };
        let comparisons = if document.source.is_some() { self.comparisons.as_slice() } else { &[] };
        let checks: Vec<&dyn Check> = self.checks.iter().chain(comparisons).map(AsRef::as_ref).collect();
        let found = |number: usize| {
            let mut found = Vec::new();
            checks.get(number).into_iter().for_each(|check| check.run(&context, &mut found));
            found
        };
        let patterns = || self.patterns.run(&context, &places, sharing);
        let (matched, found) = sharing.both(patterns, || sharing.each(checks.len(), found));
        hits.reserve(matched.iter().chain(&found).map(Vec::len).sum());
        hits.extend(matched.into_iter().chain(found).flatten());
        (hits, context.measure())
    }

    /// Who checks a document. The first one takes long: what the rules need is made then; so does one with a source.
    fn sharing(&self, document: &Annotated<'_>) -> Sharing {
        let first = !self.warm.swap(true, Ordering::Relaxed);
        let long = document.source.is_some() || document.target.text().len() > SHORT;
        if first || long { Sharing::Threads } else { Sharing::Alone }
    }

    /// The day on which glossary entries must hold for a document.
    pub(super) fn day_of(&self, document: &Annotated<'_>) -> Option<Date> {
        let told = || if self.dated { document.target.date() } else { None };
        self.day.or_else(told).or(self.today)
    }

    fn finding(&self, document: &Annotated<'_>, hit: Hit) -> Option<Finding> {
        let rule = Arc::clone(self.rules.get(hit.rule.0 as usize)?);
        let set = self.severities.get(hit.rule.0 as usize).copied().flatten();
        let message = message(&rule, document.document, &hit);
        let related = hit.related.into_iter().map(|related| Related {
            side: related.side,
            span: related.span,
            note: related.note,
        });
        let entry = hit.about.entry();
        Some(Finding {
            severity: set.or(entry.and_then(|entry| entry.severity)).unwrap_or(rule.severity),
            note: entry.map(|entry| entry.note.to_string()).filter(|note| !note.is_empty()),
            entry: entry.map(|entry| entry.name().to_owned()),
            side: hit.side,
            position: document.document.position(hit.side, hit.span),
            span: hit.span,
            related: related.collect(),
            fix: hit.fix,
            message,
            rule,
        })
    }
}

/// Whether the later of two findings at one place says nothing new.
fn repeats(earlier: &Finding, later: &Finding) -> bool {
    earlier.rule.id == later.rule.id || earlier.fix == later.fix || earlier.rule.category == later.rule.category
}

fn message(rule: &Rule, document: &Document, hit: &Hit) -> String {
    rule.message.render(|name| match (name, hit.about.entry()) {
        ("match", _) => Cow::Borrowed(document.slice(hit.side, hit.span)),
        ("fix", _) => Cow::Borrowed(hit.fix.as_ref().and_then(|fix| fix.edits.first()).map_or("", |e| &e.replacement)),
        ("entry.source", Some(entry)) => Cow::Borrowed(entry.name()),
        ("entry.target", Some(entry)) => Cow::Borrowed(entry.target()),
        ("entry.note", Some(entry)) => Cow::Borrowed(entry.note.as_str()),
        _ => hit
            .values
            .iter()
            .find(|(key, _)| *key == name)
            .map_or(Cow::Borrowed(""), |(_, value)| Cow::Borrowed(value.as_str())),
    })
}
