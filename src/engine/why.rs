//! Why a term did or did not match in a document: each of its forms, tried alone and among the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Linter, Scope};
use crate::check::lexicon::{Builder, Written};
use crate::glossary::{Glossary, Term};
use crate::language::{Annotated, stem, words};
use crate::text::{Included, Span};

/// A form or slot pattern of a term that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// What it is to the glossary: a status, or `pattern`.
    pub status: &'static str,
    /// The form or pattern as written.
    pub text: String,
    /// Where its words stand, and what became of that.
    pub places: Vec<(Span, Fate)>,
    /// Where it stands nowhere: each of its words, and where it stands first.
    pub words: Vec<(String, Option<Span>)>,
}

/// What became of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is a finding of this rule.
    Reported(String),
    /// It is right here.
    Right,
    /// It is a part of a longer match.
    Inside(Span),
    /// None of these cues is in the document.
    Lacks(Vec<Included>),
    /// One of these cues, which silence the entry, is in the document.
    Silenced(Vec<Included>),
    /// The entry does not hold on the day.
    Expired,
    /// Another entry, a suppression, the place (an address, a heading), or a rule that is off keeps it quiet.
    Quiet,
}

impl Linter {
    /// Tries the forms and patterns of a term of a glossary in a document.
    #[must_use]
    pub fn why(&self, document: &Annotated<'_>, glossary: &Arc<Glossary>, number: usize) -> Vec<Tried> {
        let Some(term) = glossary.terms.get(number) else { return Vec::new() };
        let forms = term.forms.iter().map(|(status, form)| {
            (status.name(), form.text.as_str(), Some(Written::of(term, *status, form)), status.is_right())
        });
        let patterns = term.wrong.iter().map(|pattern| ("pattern", pattern.as_str(), None, false));
        let reported = self.reported(document, term);
        let tried = forms.chain(patterns).map(|(status, text, written, right)| {
            let spans = alone(self.language(), document, text, written);
            let fate = |span: Span| (span, self.fate(document, term, span, right, &reported));
            let places: Vec<_> = spans.into_iter().map(fate).collect();
            let words = if places.is_empty() { first_words(document, text) } else { Vec::new() };
            Tried { status, text: text.to_owned(), places, words }
        });
        tried.collect()
    }

    /// The findings about a term: where, and under which rule.
    fn reported(&self, document: &Annotated<'_>, term: &Term) -> BTreeMap<Span, String> {
        let findings = self.run_in(document, &Scope::default()).findings.into_iter();
        let own = findings.filter(|finding| finding.entry.as_deref() == Some(term.name()));
        own.map(|finding| (finding.span, finding.rule.id.clone())).collect()
    }

    fn fate(
        &self,
        document: &Annotated<'_>,
        term: &Term,
        span: Span,
        right: bool,
        reported: &BTreeMap<Span, String>,
    ) -> Fate {
        if let Some(rule) = reported.get(&span) {
            return Fate::Reported(rule.clone());
        }
        let day = self.day_of(document);
        let all = self.lexicon.scan(&document.target, day);
        let around = all.shadow(span).into_iter().chain(all.hits.iter().map(|hit| hit.span));
        if let Some(longer) = around.into_iter().find(|other| other.contains(span) && other.len() > span.len()) {
            return Fate::Inside(longer);
        }
        if right {
            return Fate::Right;
        }
        let met = |cue: &Included| self.lexicon.cue(cue).is_some_and(|cue| all.has_any(&[cue]));
        if day.is_some_and(|day| !term.is_valid_on(day)) {
            Fate::Expired
        } else if !term.when.is_empty() && !term.when.iter().any(met) {
            Fate::Lacks(term.when.clone())
        } else if term.unless.iter().any(met) {
            Fate::Silenced(term.unless.iter().filter(|cue| met(cue)).cloned().collect())
        } else {
            Fate::Quiet
        }
    }
}

/// Where a form or pattern stands if nothing else is looked for.
fn alone(language: &str, document: &Annotated<'_>, text: &str, written: Option<Written>) -> Vec<Span> {
    let mut builder = Builder::default();
    builder.language(language);
    let number = match written {
        Some(written) => builder.counted(text.into(), written),
        None => builder.form(text.into()).unwrap_or(u32::MAX),
    };
    let scan = builder.finish().scan(&document.target, None);
    scan.forms(number).iter().map(|occurrence| occurrence.span).collect()
}

/// The words of a form that matches nowhere, each with the first place of one of its inflections.
fn first_words(document: &Annotated<'_>, text: &str) -> Vec<(String, Option<Span>)> {
    let target = &document.target;
    let find = |word: &str| {
        let wanted = stem(word);
        target.tokens().iter().find(|token| stem(target.word(token)) == wanted).map(|token| token.span)
    };
    words(text).iter().map(|token| token.span.of(text)).map(|word| (word.to_owned(), find(word))).collect()
}
