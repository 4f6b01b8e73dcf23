//! `Token`: a word or number, with its case class and what stands before it.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word in an alphabetic script.
    Word,
    /// Starts with a digit: 2024, 1,000, 3.5, 18th, 20s.
    Number,
    /// A run of Chinese characters, kana or hangul.
    Cjk,
}

/// The case class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letter with case.
    None,
    /// lower
    Lower,
    /// Capitalised
    Title,
    /// UPPER, of two letters or more
    Upper,
    /// miXed, such as eBay or `McDonald`
    Mixed,
}

impl Case {
    /// Whether the first letter is a capital.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper)
    }
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing precedes: the first token of its passage.
    Start,
    /// White space.
    Space,
    /// A hyphen, without spaces.
    Hyphen,
    /// White space with quotation marks or apostrophes.
    Quote,
    /// A comma.
    Comma,
    /// Nothing at all (as between a number and a unit).
    None,
    /// Any other punctuation.
    Break,
}

/// A word or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the side's text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its case class.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
    /// A hash of how it is written: what is written alike has the same.
    pub hash: u32,
}

/// A token index, narrowed to the 32 bits that positions have.
pub(super) fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// The hash of a word as it is written.
#[inline]
pub(super) fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or_default()
}
