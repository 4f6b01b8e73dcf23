//! `term`: glossary entries in the target text: their literal and otherwise wrong renderings.

use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::{self, Builder};
use super::{CheckError, Compiled, Entry, Kind, Params, RuleRef};
use crate::glossary::{Glossary, Term, TermKind};

/// The kind.
pub static TERM: TermCheck = TermCheck;

/// See [`TERM`].
#[derive(Debug)]
pub struct TermCheck;

/// Parameters of a `term` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Paths of glossaries in the pack, or how they start.
    glossaries: Vec<String>,
    /// Only entries of these kinds.
    #[serde(default)]
    kinds: Vec<String>,
}

impl Kind for TermCheck {
    fn name(&self) -> &'static str {
        "term"
    }

    fn summary(&self) -> &'static str {
        "glossary entries in the target text: literal, deprecated and misspelt renderings"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let wanted = |kind: TermKind| config.kinds.is_empty() || config.kinds.iter().any(|name| name == kind.name());
        for glossary in params.glossaries(&config.glossaries)? {
            for term in glossary.terms.iter().filter(|term| wanted(term.kind)) {
                add(rule, params, glossary, term, lexicon)?;
            }
        }
        Ok(Compiled::Entries)
    }
}

/// Adds a term with its right and wrong forms to the lexicon; returns the number of its entry.
pub(super) fn add(
    rule: RuleRef,
    params: &Params<'_>,
    glossary: &Glossary,
    term: &Term,
    lexicon: &mut Builder,
) -> Result<u32, CheckError> {
    let entry = lexicon.entry(lexicon::Entry {
        rule,
        about: Arc::new(Entry {
            source: term.id().to_owned(),
            target: term.target.clone(),
            note: term.note.clone(),
            severity: term.severity,
        }),
        when: params.cues(&term.when)?,
        unless: params.cues(&term.unless)?,
        safe: false,
    });
    term.right().for_each(|form| lexicon.right(entry, form));
    let fix: Arc<str> = Arc::from(term.target.as_str());
    for pattern in &term.wrong {
        let place = |error| CheckError::Table(format!("{}:{}: {error}", glossary.path, term.line));
        lexicon.wrong(entry, pattern, Some(&fix)).map_err(place)?;
    }
    Ok(entry)
}
