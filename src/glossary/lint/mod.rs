//! A shelf: what can be wrong with glossaries that are valid, one file a lint. All files that are
//! linted together count as one house glossary.
//!
//! Every lint looks at entries and at pairs of entries only, so what it finds in a file alone it
//! finds in that file among others as well. To add a lint: one file with a `pub static`, its `mod`
//! line and its line in [`LINTS`].

mod ambiguous;
mod circular;
mod clash;
mod contradiction;
mod do_not_translate;
mod duplicate;
mod expired;
mod fold;
mod house;
mod inactive;
mod pattern;
mod script;
mod shadowed;
mod suspicious;
mod trie;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::{Glossary, Term};
use house::House;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The glossary says two things at once, or something that never takes effect.
    Error,
    /// It may be meant.
    Warning,
}

impl Level {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// An entry in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path of the glossary.
    pub path: String,
    /// The line of the entry, from 1.
    pub line: usize,
    /// The name of the entry.
    pub entry: String,
}

impl Place {
    /// The place of a term of a glossary.
    #[must_use]
    pub fn of(glossary: &Glossary, term: &Term) -> Self {
        Self { path: glossary.path.clone(), line: term.line, entry: term.name().to_owned() }
    }
}

/// Something that is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the lint.
    pub lint: &'static str,
    /// How bad it is.
    pub level: Level,
    /// The entry.
    pub place: Place,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
    /// The other entries that have a part in it.
    pub related: Vec<Place>,
}

/// A lint.
#[derive(Debug)]
pub struct Lint {
    /// The name in reports.
    pub name: &'static str,
    /// What it finds, in one line.
    pub summary: &'static str,
    run: fn(&House<'_>) -> Vec<Finding>,
}

/// What a lint finds: the entries are numbers in the house.
#[derive(Debug)]
struct Finding {
    level: Level,
    entry: usize,
    related: Vec<usize>,
    what: String,
    help: String,
}

impl Finding {
    fn new(level: Level, entry: usize, what: String, help: impl Into<String>) -> Self {
        Self { level, entry, related: Vec::new(), what, help: help.into() }
    }

    fn with(self, related: impl IntoIterator<Item = usize>) -> Self {
        Self { related: related.into_iter().collect(), ..self }
    }
}

/// All lints.
pub static LINTS: [&Lint; 10] = [
    &duplicate::DUPLICATE,
    &ambiguous::AMBIGUOUS,
    &contradiction::CONTRADICTION,
    &circular::CIRCULAR,
    &pattern::PATTERN,
    &shadowed::SHADOWED,
    &do_not_translate::DO_NOT_TRANSLATE,
    &inactive::INACTIVE,
    &suspicious::SUSPICIOUS,
    &expired::EXPIRED,
];

/// What is wrong with glossaries that are used together on a day, in the order of files and lines.
/// It takes time in proportion to their size.
#[must_use]
pub fn lint(glossaries: &[Glossary], day: Date) -> Vec<Problem> {
    let house = House::new(glossaries, day);
    let mut found: Vec<(&Lint, Finding)> = Vec::new();
    for lint in LINTS {
        found.extend((lint.run)(&house).into_iter().map(|finding| (lint, finding)));
    }
    // Stable: what is wrong with one entry keeps the order of the lints.
    found.sort_by_key(|(_, finding)| finding.entry);
    found.into_iter().filter_map(|(lint, finding)| house.problem(lint, finding)).collect()
}
