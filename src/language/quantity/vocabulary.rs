//! `Vocabulary`: Chinese words with numerals in them, and units with what they convert to.

use rustc_hash::FxHashMap;
use thiserror::Error;

/// The words and units that the Chinese parser must know.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Words,
    units: Words,
}

/// Words with values, by their first character, the longest first.
type Words = FxHashMap<char, Vec<(Box<str>, Box<[f64]>)>>;

/// A line that is not a word with values.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{0}`: expected a word and, behind a tab, numbers")]
pub struct VocabularyError(String);

impl Vocabulary {
    /// Reads the lines of two tables: words and the numbers they stand for, if any; units and their
    /// conversion factors.
    pub fn new<'t>(
        words: impl Iterator<Item = &'t str>,
        units: impl Iterator<Item = &'t str>,
    ) -> Result<Self, VocabularyError> {
        Ok(Self { words: table(words)?, units: table(units)? })
    }

    /// The longest word at the start of a text, and the numbers that it stands for.
    pub(super) fn word(&self, text: &str) -> Option<(&str, &[f64])> {
        find(&self.words, text)
    }

    /// The longest unit at the start of a text, and its conversion factors.
    pub(super) fn unit(&self, text: &str) -> Option<(&str, &[f64])> {
        find(&self.units, text)
    }
}

fn table<'t>(lines: impl Iterator<Item = &'t str>) -> Result<Words, VocabularyError> {
    let mut words = Words::default();
    for line in lines {
        let (word, values) = parse(line).ok_or_else(|| VocabularyError(line.to_owned()))?;
        words.entry(word.chars().next().unwrap_or_default()).or_default().push((word.into(), values));
    }
    for group in words.values_mut() {
        group.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    Ok(words)
}

fn parse(line: &str) -> Option<(&str, Box<[f64]>)> {
    let (word, values) = line.split_once('\t').unwrap_or((line, ""));
    let values = values.split_whitespace().map(|value| value.parse().ok()).collect::<Option<_>>()?;
    (!word.is_empty()).then_some((word, values))
}

fn find<'w>(words: &'w Words, text: &str) -> Option<(&'w str, &'w [f64])> {
    let group = words.get(&text.chars().next()?)?;
    let (word, values) = group.iter().find(|(word, _)| text.starts_with(&**word))?;
    Some((word, values))
}
