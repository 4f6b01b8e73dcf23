//! `number`: values of the source that the translation has not, and the reverse: numbers, shares,
//! dates and times.

mod align;
mod calendar;
mod compare;
mod correspond;
mod derive;
mod fault;
mod pair;
mod repeat;
mod rounding;
mod show;

use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::quantity::Vocabulary;
use fault::{Fault, What};

/// The kind.
pub(super) static NUMBER: NumberCheck = NumberCheck;

/// See [`NUMBER`].
#[derive(Debug)]
pub(super) struct NumberCheck;

/// The table of places where 元 may be dollars.
const DOLLARS: &str = "lists/dollar-places.txt";

/// Parameters of a `number` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What to report.
    report: What,
}

/// Where the numbers of a document differ from those of its source, found once for all rules.
#[derive(Debug, Default)]
pub(super) struct Numbers(OnceLock<Vec<Fault>>);

struct Differences {
    rule: RuleRef,
    report: What,
    vocabulary: Arc<Vocabulary>,
    /// Places with a currency of their own that 元 may be.
    dollar_places: Vec<String>,
}

/// Reads the tables that the reading of numbers needs.
pub(super) fn vocabulary(params: &Params<'_>) -> Result<Vocabulary, CheckError> {
    let mut words = params.lines("lists/number-words.txt")?;
    let mut units = params.lines("lists/number-units.txt")?;
    let mut eras = params.lines("lists/eras.txt")?;
    let mut measures = params.lines("lists/measures.txt")?;
    let mut currencies = params.lines("lists/currencies.txt")?;
    let mut hedges = params.lines("lists/number-hedges.txt")?;
    let mut growth = params.lines("lists/number-growth.txt")?;
    let mut phrases = params.lines("lists/number-phrases.txt")?;
    let mut read = || {
        let chinese = Vocabulary::default()
            .with_words(&mut words)?
            .with_units(&mut units)?
            .with_eras(&mut eras)?
            .with_measures(&mut measures)?;
        chinese
            .with_currencies(&mut currencies)?
            .with_hedges(&mut hedges)?
            .with_growth(&mut growth)?
            .with_phrases(&mut phrases)
    };
    read().map_err(|error| CheckError::Table(error.to_string()))
}

impl Kind for NumberCheck {
    fn name(&self) -> &'static str {
        "number"
    }

    fn summary(&self) -> &'static str {
        "values of the source that the translation has not, and the reverse: numbers, shares, dates, times"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["source", "value"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let vocabulary = params.numerals()?;
        let dollar_places = params.lines(DOLLARS)?.map(str::to_owned).collect();
        Ok(Compiled::comparison(Differences { rule, report: config.report, vocabulary, dollar_places }))
    }
}

impl Check for Differences {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let document = context.document;
        let Some(source) = &document.source else { return };
        let find = || align::faults(document, source, &self.vocabulary, &self.dollar_places);
        let faults = context.memo.numbers.0.get_or_init(find);
        let own = faults.iter().filter(|fault| fault.what == self.report);
        hits.extend(own.filter_map(|fault| fault.hit(self.rule, &document.target, source)));
    }
}
