//! `term`: glossary entries in the target text: their literal and otherwise wrong renderings.

use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::{self, Builder};
use super::{About, CheckError, Compiled, Kind, Params, RuleRef};
use crate::glossary::{Glossary, TermKind};

/// The kind.
pub(super) static TERM: TermCheck = TermCheck;

/// See [`TERM`].
#[derive(Debug)]
pub(super) struct TermCheck;

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
            for number in 0..glossary.terms.len() {
                if glossary.terms.get(number).is_some_and(|term| wanted(term.kind)) {
                    add(rule, params, glossary, number, lexicon)?;
                }
            }
        }
        Ok(Compiled::Entries)
    }
}

/// Adds a term of a glossary with its right and wrong forms to the lexicon: the number of its entry.
pub(super) fn add(
    rule: RuleRef,
    params: &Params<'_>,
    glossary: &Arc<Glossary>,
    number: usize,
    lexicon: &mut Builder,
) -> Result<Option<u32>, CheckError> {
    let Some(term) = glossary.terms.get(number) else { return Ok(None) };
    let about = About::term(glossary, number);
    let (when, unless) = (params.cues(&term.when)?, params.cues(&term.unless)?);
    let entry = lexicon.entry(lexicon::Entry { rule, about, when, unless, safe: false });
    term.right().for_each(|form| lexicon.right(entry, &form.text));
    let fix: Arc<str> = Arc::from(term.target());
    for pattern in &term.wrong {
        let place = |error| CheckError::Table(format!("{}:{}: {error}", glossary.path, term.line));
        lexicon.wrong(entry, pattern, Some(&fix)).map_err(place)?;
    }
    Ok(Some(entry))
}
