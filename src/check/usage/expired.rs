//! Forms of entries that no longer hold on the day of the document.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Terms, Use};
use crate::check::{Check, Context, Hit, RuleRef};
use crate::glossary::{Glossary, Term};
use crate::text::Included;

/// The check.
pub(super) struct Expired {
    rule: RuleRef,
    terms: Terms,
    /// All entries, by source form: what may hold instead.
    sources: FxHashMap<Included, Vec<(Arc<Glossary>, usize)>>,
}

impl Expired {
    pub(super) fn new(rule: RuleRef, terms: Terms, glossaries: &[&Arc<Glossary>]) -> Self {
        let mut sources: FxHashMap<Included, Vec<_>> = FxHashMap::default();
        let wanted: Vec<&Term> = terms.0.values().filter_map(|(glossary, at)| glossary.terms.get(*at)).collect();
        for source in wanted.iter().flat_map(|term| &term.source) {
            sources.entry(source.clone()).or_default();
        }
        for glossary in glossaries {
            for (number, term) in glossary.terms.iter().enumerate() {
                for source in &term.source {
                    if let Some(entries) = sources.get_mut(source) {
                        entries.push((Arc::clone(glossary), number));
                    }
                }
            }
        }
        Self { rule, terms, sources }
    }

    /// The entries that hold on a day for the source of a term.
    fn successors<'a>(&'a self, term: &'a Term, context: &'a Context<'_>) -> impl Iterator<Item = &'a Term> {
        let entries = term.source.iter().filter_map(|source| self.sources.get(source)).flatten();
        let terms = entries.filter_map(|(glossary, number)| glossary.terms.get(*number));
        terms.filter(|term| context.day.is_some_and(|day| term.is_valid_on(day)))
    }

    fn hit(&self, found: Use<'_>, context: &Context<'_>) -> Option<Hit> {
        let until = found.term.valid_until.filter(|until| context.day.is_some_and(|day| *until < day))?;
        if self.successors(found.term, context).any(|term| term.right().any(|form| form.text == found.form.text)) {
            return None;
        }
        let mut hit = Hit::new(self.rule, found.span).with_value("until", until.to_string());
        if let Some(successor) = self.successors(found.term, context).next() {
            hit = hit
                .with_fix(found.replaced_by(context, successor.target()), false)
                .with_value("right", successor.target());
        }
        hit.about = found.about;
        Some(hit)
    }
}

impl Check for Expired {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        hits.extend(self.terms.uses(context).filter_map(|found| self.hit(found, context)));
    }
}
