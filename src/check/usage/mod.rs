//! `usage`: how the right forms of glossary terms are used in a document: which of them, in which
//! order, and on which day.

mod expired;
mod mention;
mod mixed;

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::lexicon::{Builder, RightForm, adapt_at};
use super::{About, CheckError, Compiled, Context, Kind, Params, RuleRef};
use crate::document::Role;
use crate::glossary::{Form, Glossary, Status, Term};
use crate::text::Span;

/// The kind.
pub(super) static USAGE: Usage = Usage;

/// See [`USAGE`].
#[derive(Debug)]
pub(super) struct Usage;

/// Parameters of a `usage` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Paths of glossaries in the pack, or how they start.
    glossaries: Vec<String>,
    /// What to report.
    report: Report,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// Short forms before the preferred form.
    ShortFirst,
    /// Preferred forms behind the short form.
    FullAgain,
    /// Forms of entries that no longer hold.
    Expired,
    /// Several right forms of one entry.
    Mixed,
}

impl Kind for Usage {
    fn name(&self) -> &'static str {
        "usage"
    }

    fn summary(&self) -> &'static str {
        "right forms of glossary terms: first mentions, validity, one form throughout"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["right", "count", "own", "until", "entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let glossaries = params.glossaries(&config.glossaries)?;
        let mut terms = |wanted: fn(&Term) -> bool| Terms::new(&glossaries, wanted, lexicon);
        let has_short = |term: &Term| term.of(Status::Short).next().is_some();
        Ok(match config.report {
            Report::ShortFirst => Compiled::check(mention::ShortFirst { rule, terms: terms(has_short) }),
            Report::FullAgain => Compiled::check(mention::FullAgain { rule, terms: terms(has_short) }),
            Report::Expired => {
                let terms = terms(|term| term.valid_until.is_some());
                Compiled::check(expired::Expired::new(rule, terms, &glossaries))
            }
            Report::Mixed => {
                Compiled::check(mixed::Mixed { rule, terms: terms(|term| term.of(Status::Admitted).next().is_some()) })
            }
        })
    }
}

/// The terms that a rule is about, by the numbers that the lexicon gave them.
struct Terms(FxHashMap<u32, (Arc<Glossary>, usize)>);

/// A right form of such a term in a text.
struct Use<'a> {
    number: u32,
    term: &'a Term,
    about: About,
    status: Status,
    form: &'a Form,
    /// The number of the form among those of the term.
    at: usize,
    span: Span,
}

impl Terms {
    fn new(glossaries: &[&Arc<Glossary>], wanted: fn(&Term) -> bool, lexicon: &mut Builder) -> Self {
        let mut terms = FxHashMap::default();
        for glossary in glossaries {
            for (number, _) in glossary.terms.iter().enumerate().filter(|(_, term)| wanted(term)) {
                terms.insert(lexicon.term(glossary, number), (Arc::clone(glossary), number));
            }
        }
        Self(terms)
    }

    /// The uses of the terms in a document, in the order of the text.
    fn uses<'a>(&'a self, context: &'a Context<'_>) -> impl Iterator<Item = Use<'a>> {
        let found = if self.0.is_empty() { &[] } else { context.lexicon.right.as_slice() };
        found.iter().filter_map(|found| self.one(found))
    }

    /// The uses of terms that hold on the day of the document.
    fn valid<'a>(&'a self, context: &'a Context<'_>) -> impl Iterator<Item = Use<'a>> {
        self.uses(context).filter(|found| context.day.is_none_or(|day| found.term.is_valid_on(day)))
    }

    fn one(&self, found: &RightForm) -> Option<Use<'_>> {
        let (glossary, number) = self.0.get(&found.term)?;
        let term = glossary.terms.get(*number)?;
        let at = found.form as usize;
        let (status, form) = term.forms.get(at)?;
        let about = About::term(glossary, *number);
        Some(Use { number: found.term, term, about, status: *status, form, at, span: found.span })
    }
}

impl Use<'_> {
    /// Another form as it must read in this place.
    fn replaced_by(&self, context: &Context<'_>, form: &str) -> String {
        let target = &context.document.target;
        adapt_at(target, self.span, !self.form.fixed && !ends_plural(&self.form.text), form)
    }
}

/// Whether a form is in the plural itself.
fn ends_plural(form: &str) -> bool {
    form.ends_with('s') && !form.ends_with("ss")
}

/// Whether a place is in a headline or heading, where full names have no room.
fn is_heading(context: &Context<'_>, span: Span) -> bool {
    let target = &context.document.target;
    let Some(sentence) = target.sentence_at(span.start()) else { return false };
    let Some((passage, _)) = target.passage(sentence.passage) else { return false };
    let several = target.passage(1).is_some();
    passage.role == Role::Heading || (sentence.passage == 0 && several && !is_running(target.slice(passage.span)))
}

/// Whether a line is running text: it ends as a sentence does.
fn is_running(line: &str) -> bool {
    line.trim_end().trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
}
