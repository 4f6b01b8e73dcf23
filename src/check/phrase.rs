//! `phrase`: fixed phrases and slot patterns, with or without a replacement.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::lexicon::{self, Builder};
use super::{About, CheckError, Compiled, Kind, Params, RuleRef};

/// The kind.
pub(super) static PHRASE: Phrase = Phrase;

/// See [`PHRASE`].
#[derive(Debug)]
pub(super) struct Phrase;

/// Parameters of a `phrase` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Slot patterns that are wrong, each with its replacement; an empty one where none is right.
    phrases: BTreeMap<String, String>,
    /// Phrases that are right although they contain a wrong one.
    #[serde(default)]
    right: Vec<String>,
    /// Cues of which the document must have one.
    #[serde(default)]
    when: Vec<String>,
    /// Cues of which it must have none.
    #[serde(default)]
    unless: Vec<String>,
    /// Whether the replacements can be made without a look.
    #[serde(default)]
    safe: bool,
}

impl Kind for Phrase {
    fn name(&self) -> &'static str {
        "phrase"
    }

    fn summary(&self) -> &'static str {
        "fixed phrases and slot patterns: every wording of one literal rendering"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &[]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let (when, unless) = (params.cues(&config.when, lexicon)?, params.cues(&config.unless, lexicon)?);
        let entry = lexicon.entry(lexicon::Entry {
            when,
            unless,
            safe: config.safe,
            ..lexicon::Entry::new(rule, About::default())
        });
        for form in config.right {
            lexicon.right_pattern(form.into())?;
        }
        for (pattern, fix) in config.phrases {
            let fix = (!fix.is_empty()).then(|| Arc::from(fix.as_str()));
            lexicon.wrong(entry, pattern.into(), fix.as_ref())?;
        }
        Ok(Compiled::Entries)
    }
}
