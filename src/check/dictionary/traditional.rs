//! Traditional characters and what they are simplified to.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// The characters whose simplified form is another one.
#[derive(Debug)]
pub(super) struct Characters(FxHashMap<char, char>);

impl Characters {
    /// Reads lines of a traditional character, a tab and the simplified one.
    pub(super) fn new(table: &str) -> Self {
        let pair = |line: &str| {
            let (traditional, simplified) = line.split_once('\t')?;
            Some((traditional.chars().next()?, simplified.chars().next()?))
        };
        Self(table.lines().filter_map(pair).collect())
    }

    /// A character in simplified form.
    pub(super) fn one(&self, character: char) -> char {
        self.0.get(&character).copied().unwrap_or(character)
    }

    /// A text in simplified characters.
    pub(super) fn simplified<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if text.chars().any(|c| self.0.contains_key(&c)) {
            Cow::Owned(text.chars().map(|c| self.one(c)).collect())
        } else {
            Cow::Borrowed(text)
        }
    }
}
