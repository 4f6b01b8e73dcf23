//! Which rules run: ids, categories and globs.

use globset::{Glob, GlobMatcher};
use thiserror::Error;

use crate::mqm::Severity;
use crate::rule::{Pack, Rule};

/// Selects rules: an id, a category or its dimension, a pack, or a glob over any of them.
#[derive(Clone, Debug)]
pub struct Selector {
    text: String,
    glob: GlobMatcher,
}

/// A selector that is not valid or selects no rule.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SelectorError {
    /// Not a glob.
    #[error("`{0}` is neither a rule nor a category nor a glob: {1}")]
    Glob(String, String),
    /// Nothing has this name.
    #[error("no rule or category `{text}`{suggestion}; `mtlint rules` lists them")]
    Unknown {
        /// As written.
        text: String,
        /// `, did you mean …?`, or nothing.
        suggestion: String,
    },
}

impl Selector {
    /// Parses a selector.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        let glob = Glob::new(text).map_err(|error| SelectorError::Glob(text.to_owned(), error.kind().to_string()))?;
        Ok(Self { text: text.to_owned(), glob: glob.compile_matcher() })
    }

    /// Whether the rule is selected.
    #[must_use]
    pub fn matches(&self, rule: &Rule) -> bool {
        names(rule).iter().any(|name| self.glob.is_match(name))
    }

    /// The selector as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the selector names this very rule.
    #[must_use]
    pub fn names(&self, rule: &Rule) -> bool {
        self.text == rule.id
    }

    /// An error if no rule is selected.
    pub fn check<'r>(&self, rules: impl Iterator<Item = &'r Rule> + Clone) -> Result<(), SelectorError> {
        if rules.clone().any(|rule| self.matches(rule)) {
            return Ok(());
        }
        let names: Vec<&str> = rules.flat_map(names).collect();
        Err(SelectorError::Unknown { text: self.text.clone(), suggestion: suggestion(&self.text, names) })
    }
}

/// The names by which a rule can be selected.
fn names(rule: &Rule) -> [&str; 4] {
    [&rule.id, rule.category.name(), rule.category.dimension(), &rule.pack]
}

/// `, did you mean …?` with the most similar of the known names, if one is similar.
#[must_use]
pub fn suggestion<'n>(text: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    const ALIKE: f64 = 0.8;
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(text, name), name));
    let best = scored.filter(|(score, _)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    best.map_or_else(String::new, |(_, name)| format!(", did you mean `{name}`?"))
}

/// Which of the rules at hand run.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only rules that one of these selects; all enabled ones where there are none.
    pub only: Vec<Selector>,
    /// Rules that run although they are not enabled.
    pub also: Vec<Selector>,
    /// Not these.
    pub ignore: Vec<Selector>,
    /// Severities instead of the rules' own; the last that selects a rule counts.
    pub severities: Vec<(Selector, Severity)>,
}

impl Selection {
    /// Whether the rule runs.
    #[must_use]
    pub fn admits(&self, rule: &Rule) -> bool {
        let any = |selectors: &[Selector]| selectors.iter().any(|selector| selector.matches(rule));
        let named = |selectors: &[Selector]| selectors.iter().any(|selector| selector.names(rule));
        let on = rule.enabled || named(&self.only) || any(&self.also);
        on && self.wants(rule) && !any(&self.ignore)
    }

    /// Whether the rule is among those that were asked for.
    #[must_use]
    pub fn wants(&self, rule: &Rule) -> bool {
        self.only.is_empty() || self.only.iter().any(|selector| selector.matches(rule))
    }

    /// The severity that the rule has instead of its own.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities.iter().rev().find(|(selector, _)| selector.matches(rule)).map(|(_, severity)| *severity)
    }

    /// An error for the first selector that selects no rule.
    pub fn check(&self, packs: &[Pack]) -> Result<(), SelectorError> {
        let graded = self.severities.iter().map(|(selector, _)| selector);
        let mut selectors = self.only.iter().chain(&self.also).chain(&self.ignore).chain(graded);
        selectors.try_for_each(|selector| selector.check(packs.iter().flat_map(|pack| &pack.rules)))
    }
}
