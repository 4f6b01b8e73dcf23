//! `coverage`: what of the source nothing in the translation answers, and the reverse, judged by a
//! dictionary and by length.

mod addition;
mod clauses;
mod clues;
mod copied;
mod covering;
mod excuses;
mod furniture;
mod lexis;
mod measure;
mod omission;
mod stems;
mod structure;
#[cfg(test)]
mod tests;
mod title;
mod variation;

use std::sync::OnceLock;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::Annotated;
use covering::Covering;
use furniture::Furniture;

pub use lexis::Lexis;
pub use measure::Measure;

/// The kind.
pub(super) static COVERAGE: Coverage = Coverage;

/// See [`COVERAGE`].
#[derive(Debug)]
pub(super) struct Coverage;

/// Parameters of a `coverage` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// Clauses of the source that nothing in the translation answers.
    Omission(omission::Limits),
    /// Clauses of the translation that nothing in the source explains.
    Addition(addition::Limits),
    /// Titles that are translated word for word.
    Title(title::Limits),
    /// Terms of the source that are rendered in two ways.
    Variation(variation::Limits),
    /// Segments that have more or fewer sentences, questions, brackets or quotations than their source.
    Structure(structure::Limits),
    /// Segments whose target is the source, or Chinese like it.
    Copy {},
    /// Segments without a target.
    Gap {
        /// The fewest characters of the source.
        characters: usize,
        /// The table of lines that need no translation.
        furniture: String,
    },
}

impl Kind for Coverage {
    fn name(&self) -> &'static str {
        "coverage"
    }

    fn summary(&self) -> &'static str {
        "what of the source is not in the translation, and the reverse"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["source", "expected", "found"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let lexis = || params.lexis();
        Ok(match params.read()? {
            Config::Omission(limits) => Compiled::comparison(omission::Omission::new(rule, params, limits)?),
            Config::Addition(limits) => Compiled::comparison(addition::Addition { rule, lexis: lexis()?, limits }),
            Config::Title(limits) => Compiled::comparison(title::Titles::new(rule, params, &limits)?),
            Config::Variation(limits) => Compiled::comparison(variation::Variation { rule, lexis: lexis()?, limits }),
            Config::Structure(limits) => Compiled::comparison(structure::Structure { rule, limits }),
            Config::Copy {} => Compiled::comparison(copied::Copied { rule }),
            Config::Gap { characters, furniture } => {
                let furniture = Furniture::new(params.lines(&furniture)?);
                Compiled::comparison(copied::Gaps { rule, characters, furniture })
            }
        })
    }
}

/// The segments of a document with what answers what, once a check has asked.
#[derive(Debug, Default)]
pub(super) struct Coverings(OnceLock<Vec<Covering>>);

impl Coverings {
    fn of(&self, lexis: &Lexis, document: &Annotated<'_>) -> &[Covering] {
        self.0.get_or_init(|| {
            let Some(source) = &document.source else { return Vec::new() };
            let segments = document.segments().iter();
            segments.map(|segment| Covering::new(lexis, source, &document.target, *segment)).collect()
        })
    }
}

impl Context<'_> {
    /// How far the translation covers its source; nothing without one, or without a dictionary.
    pub fn measure(&self) -> Option<Measure> {
        self.document.source.as_ref()?;
        Some(Measure::of(self.coverings(self.lexis?)))
    }

    fn coverings(&self, lexis: &Lexis) -> &[Covering] {
        self.memo.coverings.of(lexis, self.document)
    }
}
