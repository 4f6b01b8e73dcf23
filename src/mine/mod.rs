//! Proposes glossary terms. From translated documents: concepts that are rendered in rival ways.
//! From parallel text: source terms with the renderings that compete for them.
//!
//! A proposal enforces nothing: the rivals are written as `admitted`, and whoever accepts a proposal
//! renames that key to `forbidden`.

mod association;
mod edge;
mod excerpt;
mod fault;
mod grams;
mod json;
mod parallel;
mod rivals;
mod sequence;
mod toml;

use serde::Serialize;

pub use association::Cooccurrence;
pub use fault::MineError;
pub use json::json;
pub use parallel::{Parallel, parallel};
pub use rivals::rivals;
pub use toml::toml;

/// What is proposed.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The least number of segments that a source term occurs in; for documents, of occurrences of
    /// all renderings together.
    pub min_count: u32,
    /// The most proposals.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_count: 3, limit: 200 }
    }
}

/// Why renderings are held to be of one concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// They translate one source term.
    Source,
    /// They are long forms of one abbreviation.
    Abbreviation,
    /// They have the same words, in another order, number or with other small words.
    Words,
    /// They differ in one word, and that one by little.
    Similar,
    /// They differ in spaces and hyphens.
    Joining,
    /// They differ in capitals.
    Capitals,
}

impl Ground {
    /// What is said of such renderings.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Source => "renderings of one source term",
            Self::Abbreviation => "long forms of one abbreviation",
            Self::Words => "the same words in other forms or another order",
            Self::Similar => "one word differs, and that one by little",
            Self::Joining => "joined, hyphenated or apart",
            Self::Capitals => "with and without capitals",
        }
    }
}

/// A concept with its renderings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// The source term, from parallel text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The abbreviation whose long forms the renderings are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// Why the renderings belong together.
    pub ground: Ground,
    /// Occurrences of all renderings; in parallel text, pairs in which a rendering was found.
    pub count: u32,
    /// Documents that have one of the renderings; in parallel text, different source segments that
    /// have the source term.
    pub documents: u32,
    /// The renderings, the most frequent one first: that one is proposed.
    pub renderings: Vec<Rendering>,
}

/// A rendering of a concept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rendering {
    /// Its most frequent written form.
    pub text: String,
    /// Its occurrences; in parallel text, the segments in which it renders the source term.
    pub count: u32,
    /// The documents, or different source segments, that have it.
    pub documents: u32,
    /// Its share in the occurrences of all renderings, from 0 to 1.
    pub share: f64,
    /// How firmly it holds to the source term, from parallel text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association: Option<Association>,
    /// The first places where it stands.
    pub examples: Vec<Example>,
}

/// The measures of a source term and a rendering; [`Cooccurrence`] has the formulas.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Association {
    /// The log-likelihood ratio.
    pub g2: f64,
    /// The Dice coefficient.
    pub dice: f64,
}

/// A place where a rendering stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The words around, at most 80 characters.
    pub text: String,
}

/// The most examples of a rendering.
const EXAMPLES: usize = 3;
