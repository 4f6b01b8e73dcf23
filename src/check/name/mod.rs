//! `name`: people, places and organisations that Chinese writes in characters and English does not
//! spell in pinyin: their romanisations, and near misses of their English names.

mod abroad;
mod near;

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;

use super::lexicon::Builder;
use super::term::{self, add};
use super::{CheckError, Compiled, Kind, Params, RuleRef};

/// The kind.
pub(super) static NAME: NameCheck = NameCheck;

/// See [`NAME`].
#[derive(Debug)]
pub(super) struct NameCheck;

/// Parameters of a `name` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Paths of glossaries in the pack, or how they start.
    #[serde(default)]
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
    /// Mandarin names in documents about other places than the mainland.
    Abroad,
    /// Mandarin names behind a title from another place than the mainland.
    AbroadTitled,
}

impl Kind for NameCheck {
    fn name(&self) -> &'static str {
        "name"
    }

    fn summary(&self) -> &'static str {
        "foreign names in pinyin, near misses of known names, Mandarin names of people from elsewhere"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let titled = config.report == Report::AbroadTitled;
        if titled || config.report == Report::Abroad {
            return Ok(Compiled::check(abroad::Abroad::new(rule, titled, params)?));
        }
        let glossaries = params.glossaries(&config.glossaries)?;
        if config.report == Report::NearMiss {
            return Ok(Compiled::check(near::NearMiss::new(rule, &glossaries)));
        }
        for glossary in glossaries {
            let tables = lexicon.tables();
            let spellings: Vec<_> = glossary.terms.par_iter().map(|term| tables.spellings(term)).collect();
            for (number, (term, spellings)) in glossary.terms.iter().zip(spellings).enumerate() {
                let Some(entry) = add(rule, params, (glossary, number), term::Report::Wrong, lexicon)? else {
                    continue;
                };
                let fix: Arc<str> = Arc::from(term.target());
                for spelling in spellings {
                    lexicon.spelling(entry, spelling, Some(&fix));
                }
            }
        }
        Ok(Compiled::Entries)
    }
}
