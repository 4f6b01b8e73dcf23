//! `Vocabulary`: the tables of words that the parsers need.

use rustc_hash::{FxHashMap, FxHashSet};
use thiserror::Error;

use super::money::Currencies;
use super::{Hedge, Measure, Money};

/// The words and units that the parsers must know.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Words,
    units: Words,
    eras: Phrases,
    hedges: Phrases,
    growth: Phrases,
    phrases: Phrases,
    /// The first words of the phrases.
    starts: FxHashSet<Box<str>>,
    measures: Measures,
    currencies: Currencies,
}

/// Names, or English phrases of up to [`PHRASE`] words in lower case, with values.
type Phrases = FxHashMap<Box<str>, Box<[f64]>>;

/// The most words of an English phrase.
pub(super) const PHRASE: usize = 4;

/// Units of measure.
#[derive(Clone, Debug, Default)]
struct Measures {
    dimensions: Vec<Box<str>>,
    chinese: FxHashMap<char, Vec<(Box<str>, Measure)>>,
    english: FxHashMap<Box<str>, Measure>,
}

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
        self.starts = self.phrases.keys().filter_map(|phrase| phrase.split(' ').next()).map(Box::from).collect();
        Ok(self)
    }

    /// The first years that an era of this name has.
    pub(super) fn era(&self, name: &str) -> &[f64] {
        self.eras.get(name).map(|values| &**values).unwrap_or_default()
    }

    /// Adds units of measure in both languages.
    pub fn with_measures<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        for line in lines {
            self.measures.add(line).ok_or_else(|| VocabularyError(line.to_owned()))?;
        }
        for group in self.measures.chinese.values_mut() {
            group.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Ok(self)
    }

    /// Adds currencies, each with its names in both languages.
    pub fn with_currencies<'t>(mut self, lines: impl Iterator<Item = &'t str>) -> Result<Self, VocabularyError> {
        for line in lines {
            self.currencies.add(line).ok_or_else(|| VocabularyError(line.to_owned()))?;
        }
        Ok(self)
    }

    /// The currency at the start of a Chinese text.
    pub(super) fn money(&self, text: &str) -> Option<Money> {
        self.currencies.chinese(text)
    }

    /// The currency that an English word or a sign names.
    pub(super) fn english_money(&self, word: &str) -> Option<Money> {
        self.currencies.english(word)
    }

    /// The longest unit of measure at the start of a Chinese text, and its length.
    pub(super) fn measure(&self, text: &str) -> Option<(Measure, usize)> {
        let group = self.measures.chinese.get(&text.chars().next()?)?;
        let (name, measure) = group.iter().find(|(name, _)| text.starts_with(&**name))?;
        Some((*measure, name.len()))
    }

    /// The unit of measure that an English phrase names.
    pub(super) fn english_measure(&self, phrase: &str) -> Option<Measure> {
        let singular = || phrase.strip_suffix('s').and_then(|phrase| self.measures.english.get(phrase));
        self.measures.english.get(phrase).or_else(singular).copied()
    }

    /// The dimension of this name.
    pub(super) fn dimension(&self, name: &str) -> Option<usize> {
        self.measures.dimensions.iter().position(|known| **known == *name)
    }

    /// How many times as much an English word says.
    pub(super) fn growth(&self, word: &str) -> &[f64] {
        self.growth.get(word).map(|values| &**values).unwrap_or_default()
    }

    /// Whether an English phrase that stands for a value starts with this word.
    pub(super) fn starts_phrase(&self, word: &str) -> bool {
        self.starts.contains(word)
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

impl Measures {
    /// Adds a line: what is measured, the factor and perhaps the offset, Chinese and English names.
    fn add(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        let (name, values) = (columns.next()?, columns.next()?);
        let (chinese, english) = (columns.next()?, columns.next()?);
        let mut values = values.split(' ').map(|value| value.parse::<f64>().ok());
        let (factor, offset) = (values.next()??, values.next().unwrap_or(Some(0.0))?);
        let dimension = self.dimensions.iter().position(|known| **known == *name).unwrap_or_else(|| {
            self.dimensions.push(name.into());
            self.dimensions.len() - 1
        });
        let measure = Measure::new(dimension, factor, offset);
        for name in chinese.split(',') {
            self.chinese.entry(name.chars().next()?).or_default().push((name.into(), measure));
        }
        self.english.extend(english.split(',').map(|name| (name.into(), measure)));
        Some(())
    }
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
