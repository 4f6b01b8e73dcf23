//! `pattern`: regular expressions with guards, for what slot patterns cannot say.

mod digits;
mod engine;
mod guard;
mod lazy;
mod set;
mod strings;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{CheckError, Compiled, Kind, Params, RuleRef};
use crate::expression::AnyOf;
use guard::{Guards, RawGuards};

pub(super) use lazy::LazyRegex;
pub use set::Patterns;
pub(super) use strings::Strings;

/// The kind.
pub(super) static PATTERN: PatternCheck = PatternCheck;

/// See [`PATTERN`].
#[derive(Debug)]
pub(super) struct PatternCheck;

/// Parameters of a `pattern` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// The regular expression (syntax of the `regex` crate), applied to each sentence.
    pattern: String,
    /// The named group that is marked; the whole match where there is none.
    #[serde(default)]
    mark: Option<String>,
    /// The replacement of what is marked; `$name` stands for a group.
    #[serde(default)]
    fix: Option<String>,
    /// Whether the replacement can be made without a look.
    #[serde(default)]
    safe: bool,
    /// Whether capitals matter.
    #[serde(default)]
    case_sensitive: bool,
    /// What it is applied to.
    #[serde(default)]
    scope: Scope,
    /// Report at most one hit in a document.
    #[serde(default)]
    once: bool,
    /// Report nothing unless there are this many hits in the document.
    #[serde(default)]
    at_least: usize,
    /// What must hold for a match to count.
    #[serde(default)]
    requires: RawGuards,
    /// What must not hold.
    #[serde(default)]
    unless: RawGuards,
}

/// What a pattern is applied to.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Scope {
    /// Each sentence.
    #[default]
    Sentence,
    /// Each paragraph, heading or item.
    Passage,
}

/// A pattern rule, ready to run. Its regular expression is compiled when a document first has
/// something that the expression requires.
#[derive(Debug)]
pub struct PatternRule {
    rule: RuleRef,
    regex: LazyRegex,
    mark: Option<String>,
    fix: Option<String>,
    safe: bool,
    scope: Scope,
    once: bool,
    at_least: usize,
    requires: Guards,
    unless: Guards,
    /// What every match contains: one string of each set.
    required: Vec<AnyOf>,
}

impl Config {
    /// Which of the strings that every match contains are looked for where the expression is applied.
    fn looked_for(&self, mut strings: Vec<AnyOf>) -> Vec<AnyOf> {
        // What else a match in a passage contains may stand in another sentence of it. Where a match begins
        // is told at once, and marks are everywhere.
        let marks = |set: &AnyOf| set.iter().any(|string| !string.contains(char::is_alphanumeric));
        strings.truncate(match self.scope {
            Scope::Passage if self.pattern.starts_with('^') && strings.first().is_some_and(marks) => 0,
            Scope::Passage => 1,
            Scope::Sentence => strings.len(),
        });
        strings
    }
}

impl Kind for PatternCheck {
    fn name(&self) -> &'static str {
        "pattern"
    }

    fn summary(&self) -> &'static str {
        "regular expressions with guards on sentence, neighbourhood and document"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &[]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let fault = |error| CheckError::Regex { key: "pattern", error };
        let regex = LazyRegex::new(&config.pattern, config.case_sensitive, params.programs);
        let strings = config.looked_for(regex.required(params.programs).map_err(fault)?);
        let (requires, unless) = (config.requires.compile(params, lexicon)?, config.unless.compile(params, lexicon)?);
        let pattern = PatternRule {
            rule,
            regex,
            mark: config.mark,
            fix: config.fix,
            safe: config.safe,
            scope: config.scope,
            once: config.once,
            at_least: config.at_least,
            requires,
            unless,
            required: strings,
        };
        Ok(Compiled::Pattern(Box::new(pattern)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::check::trial::with_params;

    #[test]
    fn the_expressions_of_built_in_rules_are_stored() {
        for pack in builtin::names() {
            for rule in builtin::pack(pack).unwrap().rules.iter().filter(|rule| rule.check == PATTERN.name()) {
                let are_stored = |params: &Params<'_>| {
                    let config: Config = params.read().unwrap();
                    let guards = [config.requires, config.unless].map(|raw| raw.expressions(params));
                    let main = LazyRegex::new(&config.pattern, config.case_sensitive, params.programs);
                    guards.into_iter().flatten().chain([main]).all(|expression| expression.is_stored())
                };
                assert!(with_params(pack, &rule.params.to_string(), are_stored), "{}", rule.id);
            }
        }
    }
}
