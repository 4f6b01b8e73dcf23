//! Quantities: numbers, shares, dates and times of a text as values, however they are written.

mod chinese;
mod english;
mod measure;
mod money;
mod reading;
mod vocabulary;

use crate::text::Span;

pub use chinese::quantities as chinese_quantities;
pub use english::quantities as english_quantities;
pub use measure::Measure;
pub use money::{Money, YUAN};
pub use reading::{Class, Reading, equal};
pub use vocabulary::{Vocabulary, VocabularyError};

/// What a quantity is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An amount, a measure, a score.
    Count,
    /// A share in hundredths.
    Percent,
    /// A difference of shares, in percentage points.
    Points,
    /// How many times as much something becomes.
    Times,
    /// A place in an order.
    Ordinal,
    /// A year, a decade or a century.
    Year,
    /// A month of the year.
    Month,
    /// A day of the month.
    Day,
    /// A time of the day.
    Clock,
    /// A part of a name or a word: `G20`, `COVID-19`, “both”.
    Label,
}

impl Role {
    /// Whether it is a part of a date or time.
    #[must_use]
    pub fn is_calendar(self) -> bool {
        matches!(self, Self::Year | Self::Month | Self::Day | Self::Clock)
    }
}

/// What the words around a number say of the value that it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hedge {
    /// Nothing.
    #[default]
    None,
    /// It is near.
    About,
    /// It is less: “nearly”, “under”.
    Below,
    /// It is more: “over”, “at least”.
    Above,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands: the number with its scale, without its unit.
    pub span: Span,
    /// What it is used for.
    pub role: Role,
    /// Whether a translation that does not have it is likely to be wrong; small numbers in words,
    /// numbers in names and vague ones are not firm.
    pub firm: bool,
    /// Whether the text says that it is not exact, and on which side the value lies.
    pub hedge: Hedge,
    /// What it may stand for, the plainest first.
    pub readings: Vec<Reading>,
    /// Numbers that it may be a row of, if not one number: 12 200 may be 12 and 200.
    pub parts: Vec<Reading>,
    /// The part of a date whose unit it counts, as 24 hours or 26 days.
    pub lasts: Option<Role>,
    /// The currency that is named with it.
    pub money: Option<Money>,
    /// The unit that it is given in.
    pub measure: Option<Measure>,
    /// How many of the unit it is with what is given in smaller ones: 2小时15分.
    pub total: Option<f64>,
    /// The share that it is in words: “a third”, “nine in ten”.
    pub ratio: Option<f64>,
    /// How many times as much it may say that something becomes.
    pub factors: Vec<f64>,
}

impl Quantity {
    /// A quantity with its readings.
    fn new(span: Span, role: Role, firm: bool, readings: Vec<Reading>) -> Self {
        Self {
            span,
            role,
            firm,
            hedge: Hedge::None,
            readings,
            parts: Vec::new(),
            lasts: None,
            money: None,
            measure: None,
            total: None,
            ratio: None,
            factors: Vec::new(),
        }
    }

    /// A quantity with one plain value.
    fn plain(span: Span, value: f64, firm: bool) -> Self {
        Self::new(span, Role::Count, firm, vec![Reading::number(value)])
    }

    /// Adds a value that it may have as well.
    fn or(&mut self, value: f64) {
        self.readings.push(Reading::number(value));
    }

    /// Adds values that it may have as well.
    fn or_any(&mut self, values: impl IntoIterator<Item = f64>) {
        self.readings.extend(values.into_iter().map(Reading::number));
    }

    /// The plainest reading.
    #[must_use]
    pub fn first(&self) -> Option<&Reading> {
        self.readings.first()
    }

    /// The exact number that it is, if that is what it is.
    #[must_use]
    pub fn exact(&self) -> Option<f64> {
        self.first().filter(|reading| reading.class == Class::Number).and_then(Reading::exact)
    }
}
