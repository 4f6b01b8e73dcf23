//! `consistency`: one concept, several renderings in a document. The minority forms are reported,
//! with the counts and a pointer to the first majority form.

mod abbreviation;
mod glossary;
mod group;
mod ordinal;
mod similar;
mod variants;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{CheckError, Compiled, Kind, Params, RuleRef};
use variants::RawSet;

/// The kind.
pub(super) static CONSISTENCY: ConsistencyCheck = ConsistencyCheck;

/// See [`CONSISTENCY`].
#[derive(Debug)]
pub(super) struct ConsistencyCheck;

/// Parameters of a `consistency` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What to compare.
    report: Report,
    /// For `variants`: sets of forms, of which a document should have one.
    #[serde(default)]
    sets: Vec<RawSet>,
    /// For `glossary`: paths of glossaries in the pack, or how they start.
    #[serde(default)]
    glossaries: Vec<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// The sets that the rule lists.
    Variants,
    /// Spellings of one entry of a glossary.
    Glossary,
    /// Numbers of congresses and terms in digits and in words.
    Ordinal,
    /// Quoted phrases that differ by one word which is almost the same.
    Quoted,
    /// Capitalised phrases that differ by one word which is almost the same.
    Names,
    /// An abbreviation that is explained after it has been used.
    LateAbbreviation,
}

impl Kind for ConsistencyCheck {
    fn name(&self) -> &'static str {
        "consistency"
    }

    fn summary(&self) -> &'static str {
        "one concept, several renderings in a document"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["right", "count", "own", "entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        Ok(match config.report {
            Report::Variants => Compiled::check(variants::Variants::new(rule, config.sets, params, lexicon)?),
            Report::Glossary => {
                Compiled::check(glossary::Spellings::new(rule, &params.glossaries(&config.glossaries)?, lexicon)?)
            }
            Report::Ordinal => Compiled::check(ordinal::Ordinals { rule }),
            Report::Quoted => Compiled::check(similar::Similar { rule, names: false }),
            Report::Names => Compiled::check(similar::Similar { rule, names: true }),
            Report::LateAbbreviation => Compiled::check(abbreviation::Late { rule }),
        })
    }
}
