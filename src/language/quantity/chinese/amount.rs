//! `Amount`: a value that may be a range, and how exactly it is given.

/// A value between two others, and the value of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The value of the last digit that is given.
    pub(super) place: f64,
}

impl Amount {
    /// Nothing.
    pub(super) const ZERO: Self = Self { low: 0.0, high: 0.0, place: 1.0 };

    /// A range of units.
    pub(super) fn units(low: f64, high: f64) -> Self {
        Self { low, high, place: 1.0 }
    }

    /// Whether it is one value.
    pub(super) fn is_exact(&self) -> bool {
        self.high <= self.low
    }

    /// Multiplies it.
    pub(super) fn scale(&mut self, by: f64) {
        self.low *= by;
        self.high *= by;
        self.place *= by;
    }

    /// Adds a smaller one.
    pub(super) fn add(&mut self, other: Self) {
        self.low += other.low;
        self.high += other.high;
        self.place = other.place;
    }

    /// Makes it “so much and more”, up to the next round value.
    pub(super) fn widen(&mut self) {
        self.high += self.place;
    }
}
