//! `coinage`: quoted titles, coinages and names that were rendered word for word, and names that
//! conceal a person. Right about translations from Chinese only, so nearly all of it is gated.

mod concealed;
mod count;
mod quoted;

use rustc_hash::FxHashSet;
use serde::Deserialize;

pub(super) use quoted::Cores;

use super::lexicon::Builder;
use super::works::Works;
use super::{Check, CheckError, Compiled, Context, Gate, Hit, Kind, Mandarin, Params, RuleRef};

/// The kind.
pub(super) static COINAGE: Coinage = Coinage;

/// See [`COINAGE`].
#[derive(Debug)]
pub(super) struct Coinage;

/// Parameters of a `coinage` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// A quoted title, for which there are so many reasons.
    Title {
        /// A table of nouns that stand before titles: film, song.
        nouns: String,
        /// The fewest reasons to think it is one.
        from: usize,
        /// The most.
        to: usize,
        /// Glossaries of works: their right titles are not reported.
        #[serde(default)]
        works: Vec<String>,
    },
    /// A quoted phrase of a few words that nobody said.
    Phrase {
        /// A table of words that stand before what somebody said; `*` for any ending.
        reporting: String,
        /// A table of words that show a phrase to be speech.
        speech: String,
    },
    /// A single quoted word with a capital.
    Name {
        /// Glossaries of works: their right titles are not reported.
        #[serde(default)]
        works: Vec<String>,
    },
    /// A surname with Mou (某) in place of the given name.
    Concealed {},
}

impl Kind for Coinage {
    fn name(&self) -> &'static str {
        "coinage"
    }

    fn summary(&self) -> &'static str {
        "quoted titles and coinages rendered word for word, and surnames with Mou"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["surname"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let table = |path: &str| -> Result<FxHashSet<Box<str>>, CheckError> {
            Ok(params.lines(path)?.map(Into::into).collect())
        };
        let (find, works) = match params.read()? {
            Config::Title { nouns, from, to, works } => {
                (quoted::Find::Title { nouns: table(&nouns)?, reasons: from..=to }, works)
            }
            Config::Phrase { reporting, speech } => {
                let reporting = params.lines(&reporting)?.map(Into::into).collect();
                (quoted::Find::Phrase { reporting, speech: table(&speech)? }, Vec::new())
            }
            Config::Name { works } => (quoted::Find::Name, works),
            Config::Concealed {} => {
                let mandarin = params.mandarin()?;
                return Ok(Compiled::check(concealed::Concealed { rule, mandarin }));
            }
        };
        let works = Works::new(params.glossaries(&works)?);
        Ok(Compiled::check(quoted::Quoted { rule, gate: params.gate()?, find, works }))
    }
}
