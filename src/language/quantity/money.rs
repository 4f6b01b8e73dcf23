//! `Money`: the currency of an amount.

use rustc_hash::FxHashMap;

/// A family of currencies that a text may leave it at, by its place in the table: all dollars are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money(usize);

/// The first family of the table: 元, which is the name of other currencies, too.
pub const YUAN: Money = Money(0);

/// The names of currencies in both languages.
#[derive(Clone, Debug, Default)]
pub(super) struct Currencies {
    count: usize,
    chinese: Vec<(Box<str>, Money)>,
    english: FxHashMap<Box<str>, Money>,
}

impl Currencies {
    /// Adds a line: the family, Chinese names, English names and signs.
    pub(super) fn add(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t').skip(1);
        let (chinese, english) = (columns.next()?, columns.next()?);
        let money = Money(self.count);
        self.count += 1;
        self.chinese.extend(chinese.split(',').map(|name| (name.into(), money)));
        self.chinese.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        self.english.extend(english.split(',').map(|name| (name.into(), money)));
        Some(())
    }

    /// The currency at the start of a Chinese text.
    pub(super) fn chinese(&self, text: &str) -> Option<Money> {
        self.chinese.iter().find(|(name, _)| text.starts_with(&**name)).map(|(_, money)| *money)
    }

    /// The currency that an English word in lower case or a sign names; ¥ is used for two of them.
    pub(super) fn english(&self, word: &str) -> Option<Money> {
        let singular = || word.strip_suffix('s').and_then(|word| self.english.get(word));
        self.english.get(word).or_else(singular).copied()
    }
}
