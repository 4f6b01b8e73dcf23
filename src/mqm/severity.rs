//! `Severity`: how much an error matters to the reader.

use std::fmt;

use serde::{Deserialize, Serialize};

/// MQM severity levels (MQM 2.0, themqm.org), from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; costs nothing.
    Neutral,
    /// Does not mislead: awkward, unidiomatic, a slip.
    Minor,
    /// Misleads or disturbs the reader: wrong term, wrong meaning.
    Major,
    /// Must not be published: a wrong fact, person or body.
    Critical,
}

impl Severity {
    /// All levels, from the least.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// The level's name in rule files, tables and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
