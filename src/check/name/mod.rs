//! `name`: people, places and organisations that Chinese writes in characters and English does not
//! spell in pinyin: their romanisations, and near misses of their English names.

mod near;
mod romanize;

use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::Wrong;
use super::term::entry;
use super::{CheckError, Compiled, Kind, Params, RuleRef};
use crate::glossary::{Pattern, Term};

/// The kind.
pub static NAME: NameCheck = NameCheck;

/// See [`NAME`].
#[derive(Debug)]
pub struct NameCheck;

/// Parameters of a `name` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Paths of glossaries in the pack, or how they start.
    glossaries: Vec<String>,
    /// What to report.
    report: Report,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// Wrong forms: listed ones, and the pinyin of the Chinese form.
    Wrong,
    /// Names that differ from a known one by a letter or two.
    NearMiss,
}

impl Kind for NameCheck {
    fn name(&self) -> &'static str {
        "name"
    }

    fn summary(&self) -> &'static str {
        "foreign names in pinyin, and near misses of known names"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let glossaries = params.glossaries(&config.glossaries)?;
        let terms = glossaries.iter().flat_map(|glossary| &glossary.terms);
        if config.report == Report::NearMiss {
            return Ok(Compiled::check(near::NearMiss::new(rule, terms)));
        }
        let entries = terms.map(|term| {
            let mut entry = entry(rule, params, term)?;
            entry.wrong.extend(romanisations(term));
            Ok(entry)
        });
        Ok(Compiled::entries(entries.collect::<Result<_, CheckError>>()?))
    }
}

/// The pinyin forms of a term's source forms, as patterns.
fn romanisations(term: &Term) -> Vec<Wrong> {
    let fix: Arc<str> = Arc::from(term.target.as_str());
    let is_right = |form: &String| term.right().any(|right| right.eq_ignore_ascii_case(form));
    let forms = term.source.iter().flat_map(|source| romanize::forms(source, term.kind)).filter(|form| !is_right(form));
    let exact = |form: String| form.split(' ').map(|word| format!("={}", word.replace('-', "-="))).collect::<Vec<_>>();
    let pattern = |form: String| Pattern::parse(&exact(form).join(" ")).ok();
    forms.filter_map(pattern).map(|pattern| Wrong { pattern, fix: Some(Arc::clone(&fix)), safe: false }).collect()
}
