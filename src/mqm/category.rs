//! `Category`: error types of the MQM-compatible profile, and the ITS 2.0 type of each.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One error type, written `dimension/type` as in `accuracy/mistranslation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Category(&'static Entry);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Entry {
    name: &'static str,
    its: &'static str,
}

/// A category that the profile does not have.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("unknown MQM category `{0}`; the profile has: {known}", known = Category::names().collect::<Vec<_>>().join(", "))]
pub struct CategoryError(String);

const fn entry(name: &'static str, its: &'static str) -> Entry {
    Entry { name, its }
}

/// Types of MQM 2.0 (themqm.org) that a checker can see, with their ITS 2.0
/// localization quality issue type (w3.org/TR/its20, "lqissue-typevalues").
static PROFILE: [Entry; 33] = [
    entry("terminology/wrong-term", "terminology"),
    entry("terminology/termbase", "terminology"),
    entry("terminology/inconsistent", "inconsistency"),
    entry("accuracy/mistranslation", "mistranslation"),
    entry("accuracy/overtranslation", "mistranslation"),
    entry("accuracy/undertranslation", "mistranslation"),
    entry("accuracy/name", "inconsistent-entities"),
    entry("accuracy/date", "inconsistent-entities"),
    entry("accuracy/number", "numbers"),
    entry("accuracy/addition", "addition"),
    entry("accuracy/omission", "omission"),
    entry("accuracy/do-not-translate", "terminology"),
    entry("accuracy/untranslated", "untranslated"),
    entry("fluency/grammar", "grammar"),
    entry("fluency/spelling", "misspelling"),
    entry("fluency/punctuation", "typographical"),
    entry("fluency/capitalization", "typographical"),
    entry("fluency/unintelligible", "uncategorized"),
    entry("fluency/character-encoding", "characters"),
    entry("fluency/textual-conventions", "style"),
    entry("fluency/inconsistency", "inconsistency"),
    entry("fluency/duplication", "duplication"),
    entry("style/awkward", "style"),
    entry("style/unidiomatic", "style"),
    entry("style/run-on", "style"),
    entry("style/inconsistent", "inconsistency"),
    entry("style/register", "register"),
    entry("locale/number-format", "locale-violation"),
    entry("locale/date-format", "locale-violation"),
    entry("locale/name-format", "locale-violation"),
    entry("locale/currency-format", "locale-violation"),
    entry("audience/culture-specific", "locale-specific-content"),
    entry("markup/furniture", "non-conformance"),
];

impl Category {
    /// The names of all types of the profile.
    pub fn names() -> impl Iterator<Item = &'static str> {
        PROFILE.iter().map(|entry| entry.name)
    }

    /// The type of that name.
    pub fn from_name(name: &str) -> Result<Self, CategoryError> {
        let found = PROFILE.iter().find(|entry| entry.name == name);
        found.map(Category).ok_or_else(|| CategoryError(name.to_owned()))
    }

    /// `dimension/type`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The first level: `terminology`, `accuracy`, `fluency`, `style`, `locale`, `audience` or `markup`.
    #[must_use]
    pub fn dimension(self) -> &'static str {
        self.0.name.split_once('/').map_or(self.0.name, |(dimension, _)| dimension)
    }

    /// The ITS 2.0 localization quality issue type.
    #[must_use]
    pub fn its(self) -> &'static str {
        self.0.its
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.name)
    }
}

impl TryFrom<String> for Category {
    type Error = CategoryError;
    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::from_name(&name)
    }
}

impl From<Category> for String {
    fn from(category: Category) -> Self {
        category.name().to_owned()
    }
}
