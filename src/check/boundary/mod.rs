//! `boundary`: faults where sentences and clauses meet: a capital behind a comma, a lost full stop,
//! clashing punctuation, Chinese list numbers.

mod capital;
mod clash;
mod enumerator;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Gate, Hit, Kind, Params, RuleRef};

/// The kind.
pub(super) static BOUNDARY: Boundary = Boundary;

/// See [`BOUNDARY`].
#[derive(Debug)]
pub(super) struct Boundary;

/// Parameters of a `boundary` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// A capitalised word behind a comma or semicolon.
    Capital(Words),
    /// A capitalised word behind a word, where a full stop is missing.
    LostStop(Words),
    /// Marks that do not go together.
    Clash {
        /// The marks, each with what should stand there; `$` is the end of a paragraph.
        marks: BTreeMap<String, String>,
        /// Only in texts translated from Chinese.
        #[serde(default)]
        translated: bool,
    },
    /// A Chinese list number: `1、`.
    Enumerator {},
}

/// Tables of words that have no capital inside a sentence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// Words that open a sentence.
    openers: Vec<String>,
    /// Verbs and adverbs that open a clause.
    #[serde(default)]
    clauses: Vec<String>,
    /// Words that never stand before (`lost-stop`) a new sentence.
    #[serde(default)]
    not_after: Vec<String>,
    /// Verbs that open a sentence together with a pronoun, even behind a name.
    #[serde(default)]
    finite: Vec<String>,
    /// Words that do not follow where a sentence opens.
    #[serde(default)]
    not_before: Vec<String>,
}

impl Kind for Boundary {
    fn name(&self) -> &'static str {
        "boundary"
    }

    fn summary(&self) -> &'static str {
        "sentence boundaries: capitals behind commas, lost full stops, clashing marks, Chinese list numbers"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["word"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        Ok(match params.read()? {
            Config::Capital(words) => Compiled::check(capital::Capital::new(rule, params, &words, false)?),
            Config::LostStop(words) => Compiled::check(capital::Capital::new(rule, params, &words, true)?),
            Config::Clash { marks, translated } => {
                let gate = translated.then(|| params.gate()).transpose()?;
                Compiled::check(clash::Clash { rule, marks, gate, finder: OnceLock::new() })
            }
            Config::Enumerator {} => Compiled::check(enumerator::Enumerator { rule }),
        })
    }
}

/// The words of several tables.
fn words(params: &Params<'_>, tables: &[String]) -> Result<FxHashSet<Box<str>>, CheckError> {
    let mut words = FxHashSet::default();
    for table in tables {
        words.extend(params.lines(table)?.map(Into::into));
    }
    Ok(words)
}
