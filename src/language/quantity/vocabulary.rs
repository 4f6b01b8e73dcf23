//! `Vocabulary`: the tables of words that the parsers need.

use rustc_hash::FxHashMap;
use thiserror::Error;

use super::Hedge;

/// The words and units that the parsers must know.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Words,
    units: Words,
    eras: Phrases,
    hedges: Phrases,
    growth: Phrases,
    phrases: Phrases,
}

/// Names, or English phrases of up to [`PHRASE`] words in lower case, with values.
type Phrases = FxHashMap<Box<str>, Box<[f64]>>;

/// The most words of an English phrase.
pub(super) const PHRASE: usize = 4;

/// Words with values, by their first character, the longest first.
type Words = FxHashMap<char, Vec<(Box<str>, Box<[f64]>)>>;

/// A line that is not a word with values.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{0}`: expected a word and, behind a tab, numbers")]
pub struct VocabularyError(String);

impl Vocabulary {
    /// Adds Chinese words with numerals in them, each with the numbers it stands for, if any.
    pub fn with_words<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.words = table(lines)?;
        Ok(self)
    }

    /// Adds Chinese units, each with its conversion factors.
    pub fn with_units<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.units = table(lines)?;
        Ok(self)
    }

    /// Adds Chinese names of eras, each with its first year.
    pub fn with_eras<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.eras = phrases(lines)?;
        Ok(self)
    }

    /// Adds English words before or, with `~`, behind a number that say that it is not exact, each with
    /// the side of the value: -1, 0 or 1.
    pub fn with_hedges<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.hedges = phrases(lines)?;
        Ok(self)
    }

    /// Adds English words that say how many times as much something becomes, each with the factors.
    pub fn with_growth<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.growth = phrases(lines)?;
        Ok(self)
    }

    /// Adds English phrases that stand for values, each with pairs of a least and a largest value.
    pub fn with_phrases<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        self.phrases = phrases(lines)?;
        Ok(self)
    }

    /// The first years that an era of this name has.
    pub(super) fn era(&self, name: &str) -> &[f64] {
        self.eras.get(name).map(|values| &**values).unwrap_or_default()
    }

    /// How many times as much an English word says.
    pub(super) fn growth(&self, word: &str) -> &[f64] {
        self.growth.get(word).map(|values| &**values).unwrap_or_default()
    }

    /// The values that an English phrase stands for.
    pub(super) fn phrase(&self, phrase: &str) -> Option<&[f64]> {
        self.phrases.get(phrase).map(|values| &**values)
    }

    /// What an English phrase before a number, or behind it with `~`, says of its value.
    pub(super) fn hedge(&self, phrase: &str) -> Option<Hedge> {
        let side = *self.hedges.get(phrase)?.first()?;
        Some(if side < 0.0 {
            Hedge::Below
        } else if side > 0.0 {
            Hedge::Above
        } else {
            Hedge::About
        })
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

fn phrases<'t>(lines: impl Iterator<Item = &'t str>) -> Result<Phrases, VocabularyError> {
    let entry = |line: &'t str| {
        let (phrase, values) = parse(line).ok_or_else(|| VocabularyError(line.to_owned()))?;
        Ok((phrase.into(), values))
    };
    lines.map(entry).collect()
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
