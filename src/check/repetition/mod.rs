//! `repetition`: what stands in a text twice or in a loop.

mod looped;
mod member;
mod sentence;
mod verb;
mod word;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::Filter;

/// The kind.
pub(super) static REPETITION: Repetition = Repetition;

/// See [`REPETITION`].
#[derive(Debug)]
pub(super) struct Repetition;

/// Parameters of a `repetition` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// A word or a pair of words twice in a row.
    Word {
        /// A table of words that may be doubled.
        allow: String,
    },
    /// The same word as two members of a coordination.
    Member {
        /// A table of words that may be.
        allow: String,
    },
    /// A sentence that the document has had already.
    Sentence {
        /// The fewest words.
        words: usize,
    },
    /// A run of words that goes round in circles.
    Loop {
        /// The most words that recur.
        period: usize,
        /// The fewest rounds.
        rounds: usize,
    },
    /// Clauses of a sentence that open with the same verb.
    Verb {
        /// The table of verbs.
        verbs: String,
        /// The fewest clauses.
        times: usize,
    },
}

impl Kind for Repetition {
    fn name(&self) -> &'static str {
        "repetition"
    }

    fn summary(&self) -> &'static str {
        "doubled words and members, sentences that come twice, loops, clauses that open alike"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["word", "times"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let table = |path: &str| -> Result<FxHashSet<Box<str>>, CheckError> {
            Ok(params.lines(path)?.map(Into::into).collect())
        };
        Ok(match params.read()? {
            Config::Word { allow } => Compiled::check(word::Doubled { rule, allow: table(&allow)? }),
            Config::Member { allow } => {
                let joining = Filter::new(member::JOINING);
                Compiled::check(member::Members { rule, allow: table(&allow)?, joining })
            }
            Config::Sentence { words } => Compiled::check(sentence::Again { rule, words }),
            Config::Loop { period, rounds } => Compiled::check(looped::Loops { rule, period, rounds }),
            Config::Verb { verbs, times } => {
                let verbs = super::clause::ClauseVerbs::new(params, &verbs)?;
                let governing = Filter::new(verb::GOVERNING);
                Compiled::check(verb::SameVerb { rule, verbs, governing, times })
            }
        })
    }
}
