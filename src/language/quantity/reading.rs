//! `Reading`: a value that a quantity may stand for.

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A pure number; a percentage is its hundredth.
    Number,
    /// A month of the year, from 1.
    Month,
    /// A time of the day, in minutes.
    Clock,
    /// How many times as much something becomes.
    Factor,
}

/// A value, or a range of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// What is measured.
    pub class: Class,
    /// The smallest value.
    pub low: f64,
    /// The largest value.
    pub high: f64,
}

/// The relative difference within which values count as equal.
const EQUAL: f64 = 1e-6;

impl Reading {
    /// A pure number.
    #[must_use]
    pub fn number(value: f64) -> Self {
        Self { class: Class::Number, low: value, high: value }
    }

    /// A number between two others.
    #[must_use]
    pub fn range(low: f64, high: f64) -> Self {
        Self { class: Class::Number, low, high }
    }

    /// A share that is often given in rounded hundredths: a third, 33%.
    #[must_use]
    pub fn about(share: f64) -> Self {
        Self::range(share * 0.985, share * 1.015)
    }

    /// A month.
    #[must_use]
    pub fn month(value: f64) -> Self {
        Self { class: Class::Month, low: value, high: value }
    }

    /// A time of the day.
    #[must_use]
    pub fn clock(minutes: f64) -> Self {
        Self { class: Class::Clock, low: minutes, high: minutes }
    }

    /// How many times as much something becomes.
    #[must_use]
    pub fn factor(low: f64, high: f64) -> Self {
        Self { class: Class::Factor, low, high }
    }

    /// The value, where it is exact.
    #[must_use]
    pub fn exact(&self) -> Option<f64> {
        equal(self.low, self.high).then_some(self.low)
    }

    /// Whether both may be the same value.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let below = |low: f64, high: f64| low <= high || equal(low, high);
        self.class == other.class && below(self.low, other.high) && below(other.low, self.high)
    }
}

/// Whether two values are the same but for rounding errors.
#[must_use]
pub fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= EQUAL * a.abs().max(b.abs())
}
