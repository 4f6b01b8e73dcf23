//! `term`: glossary entries in the target text: what a glossary says is wrong, and right forms that
//! are spelt otherwise.

mod spelling;

use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::{self, Builder, Written};
use super::{About, CheckError, Compiled, Kind, Params, RuleRef};
use crate::glossary::{Glossary, Status, TermKind};

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
    /// What to report.
    #[serde(default)]
    report: Report,
    /// Whether the source, where there is one, must have a source form of the term.
    #[serde(default)]
    sourced: bool,
}

/// What a rule reports of its entries.
#[derive(Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Report {
    /// All that is wrong: slot patterns, forbidden and deprecated forms.
    #[default]
    Wrong,
    /// Slot patterns.
    Pattern,
    /// Forbidden forms.
    Forbidden,
    /// Deprecated forms.
    Deprecated,
    /// Right forms in other capitals, split or joined otherwise.
    Spelling,
}

impl Report {
    /// Whether forms of a status are reported.
    fn admits(self, status: Status) -> bool {
        match status {
            Status::Forbidden => matches!(self, Self::Wrong | Self::Forbidden),
            Status::Deprecated => matches!(self, Self::Wrong | Self::Deprecated),
            _ => false,
        }
    }

    /// What is reported where several rules call the same words wrong: the least.
    fn rank(self) -> u8 {
        match self {
            Self::Forbidden => 0,
            Self::Pattern | Self::Wrong => lexicon::USUAL,
            Self::Deprecated => 2,
            Self::Spelling => 3,
        }
    }

    /// Whether slot patterns are reported.
    fn admits_patterns(self) -> bool {
        matches!(self, Self::Wrong | Self::Pattern)
    }
}

impl Kind for TermCheck {
    fn name(&self) -> &'static str {
        "term"
    }

    fn summary(&self) -> &'static str {
        "glossary entries in the target text: literal, forbidden, deprecated and misspelt renderings"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let wanted = |kind: TermKind| config.kinds.is_empty() || config.kinds.iter().any(|name| name == kind.name());
        for glossary in params.glossaries(&config.glossaries)? {
            for (number, _) in glossary.terms.iter().enumerate().filter(|(_, term)| wanted(term.kind)) {
                let entry = add(rule, params, (glossary, number), config.report, lexicon)?;
                entry.into_iter().filter(|_| config.sourced).for_each(|entry| lexicon.sourced(entry));
            }
        }
        Ok(Compiled::Entries)
    }
}

/// Adds what is to be reported of a term of a glossary to the lexicon: the number of its entry, if
/// there is anything.
pub(super) fn add(
    rule: RuleRef,
    params: &Params<'_>,
    (glossary, number): (&Arc<Glossary>, usize),
    report: Report,
    lexicon: &mut Builder,
) -> Result<Option<u32>, CheckError> {
    let Some(term) = glossary.terms.get(number) else { return Ok(None) };
    lexicon.term(glossary, number);
    let place = |error| CheckError::Table(format!("{}:{}: {error}", glossary.path, term.line));
    let (when, unless) = (params.cues(&term.when, lexicon)?, params.cues(&term.unless, lexicon)?);
    let entry = lexicon.entry(lexicon::Entry {
        when,
        unless,
        rank: report.rank(),
        spelling: report == Report::Spelling,
        valid: (term.valid_from, term.valid_until),
        ..lexicon::Entry::new(rule, About::term(glossary, number))
    });
    if report == Report::Spelling {
        spelling::add(entry, term, lexicon);
        return Ok(Some(entry));
    }
    let fix: Arc<str> = Arc::from(term.target());
    for pattern in term.wrong.iter().filter(|_| report.admits_patterns()) {
        lexicon.wrong(entry, pattern.clone(), Some(&fix)).map_err(place)?;
    }
    for (status, form) in term.forms.iter().filter(|(status, _)| report.admits(*status)) {
        lexicon.wrong_form(entry, form.text.clone(), Written::of(term, *status, form), Some(&fix));
    }
    Ok(Some(entry))
}
