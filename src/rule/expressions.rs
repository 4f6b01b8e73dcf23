//! The regular expressions and slot patterns of rules, as their checks compile them.

use super::{Pack, Rule};
use crate::expression::{at_the_end, at_the_start};
use crate::text::entries;

/// The parameter that is a regular expression.
const PATTERN: &str = "pattern";
/// The tables of guards, and those of their values that are regular expressions.
const GUARDS: [&str; 2] = ["requires", "unless"];
const BEFORE: &str = "before";
const AFTER: &str = "after";
const WHOLE: [&str; 2] = ["text", "sentence"];
/// The check with tables of regular expressions, and the parameter that names one.
const FURNITURE: &str = "furniture";
const LINES: &str = "lines";

/// The check of slot patterns, and its parameters: a table of those of wrong phrases with what is right,
/// and a list of those inside which nothing is wrong.
const PHRASE: &str = "phrase";
const PHRASES: &str = "phrases";
const RIGHT: &str = "right";

impl Rule {
    /// Its expressions, each with whether capitals matter in it.
    fn expressions(&self) -> Vec<(String, bool)> {
        let case_sensitive = self.params.get("case_sensitive").and_then(toml::Value::as_bool).unwrap_or_default();
        let main = self.params.get(PATTERN).and_then(toml::Value::as_str);
        let main = main.map(|source| (source.to_owned(), case_sensitive));
        let guards = GUARDS.iter().filter_map(|guard| self.params.get(*guard)?.as_table());
        let guards = guards.flat_map(|guard| {
            let value = |key: &str| guard.get(key)?.as_str();
            let ends = value(BEFORE).map(at_the_end).into_iter().chain(value(AFTER).map(at_the_start));
            ends.chain(WHOLE.iter().filter_map(move |key| value(key)).map(str::to_owned)).collect::<Vec<_>>()
        });
        main.into_iter().chain(guards.map(|source| (source, true))).collect()
    }
}

impl Pack {
    /// The slot patterns of its rules.
    pub fn slot_patterns(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().filter(|rule| rule.check == PHRASE).flat_map(|rule| {
            let wrong = rule.params.get(PHRASES).and_then(toml::Value::as_table);
            let right = rule.params.get(RIGHT).and_then(toml::Value::as_array);
            let right = right.into_iter().flatten().filter_map(toml::Value::as_str);
            wrong.into_iter().flat_map(toml::Table::keys).map(String::as_str).chain(right)
        })
    }

    /// The expressions of its rules and of the tables that these name, each with whether capitals matter in
    /// it, in order.
    #[must_use]
    pub fn expressions(&self) -> Vec<(String, bool)> {
        let tables = self.rules.iter().filter(|rule| rule.check == FURNITURE);
        let tables = tables.filter_map(|rule| self.tables.get(rule.params.get(LINES)?.as_str()?));
        let lines = tables.flat_map(|table| entries(table)).map(|line| (line.to_owned(), false));
        let mut all: Vec<_> = self.rules.iter().flat_map(Rule::expressions).chain(lines).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
