//! `term`: glossary entries in the target text: their literal and otherwise wrong renderings.

use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::{self, Wrong};
use super::{CheckError, Compiled, Entry, Kind, Params, RuleRef};
use crate::glossary::{Term, TermKind};

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

    fn compile(&self, rule: RuleRef, params: &Params<'_>) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let wanted = |kind: TermKind| config.kinds.is_empty() || config.kinds.iter().any(|name| name == kind.name());
        let mut entries = Vec::new();
        for glossary in params.glossaries(&config.glossaries)? {
            for term in glossary.terms.iter().filter(|term| wanted(term.kind)) {
                entries.push(entry(rule, params, term)?);
            }
        }
        Ok(Compiled::entries(entries))
    }
}

/// The lexicon entry of a term.
pub(super) fn entry(rule: RuleRef, params: &Params<'_>, term: &Term) -> Result<lexicon::Entry, CheckError> {
    let fix: Arc<str> = Arc::from(term.target.as_str());
    let wrong = |pattern: &crate::glossary::Pattern| {
        let fix = (pattern.text != term.target).then(|| Arc::clone(&fix));
        Wrong { pattern: pattern.clone(), fix, safe: false }
    };
    Ok(lexicon::Entry {
        rule,
        about: Arc::new(Entry {
            source: term.id().to_owned(),
            target: term.target.clone(),
            note: term.note.clone(),
            severity: term.severity,
        }),
        right: term.right().filter_map(|form| lexicon::right_form(form).ok()).collect(),
        wrong: term.wrong.iter().map(wrong).collect(),
        when: params.cues(&term.when)?,
        unless: params.cues(&term.unless)?,
    })
}
