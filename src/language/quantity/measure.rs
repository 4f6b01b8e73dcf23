//! `Measure`: the unit in which a quantity is given.

/// A unit, by what it measures and how many of the base unit it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What is measured, as a number.
    dimension: usize,
    /// How many of the base unit it is.
    factor: f64,
    /// What is added before that.
    offset: f64,
}

impl Measure {
    /// A unit of a dimension.
    pub(super) fn new(dimension: usize, factor: f64, offset: f64) -> Self {
        Self { dimension, factor, offset }
    }

    /// Whether this dimension is measured.
    pub(super) fn is_of(&self, dimension: Option<usize>) -> bool {
        dimension == Some(self.dimension)
    }

    /// Whether both measure the same.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.dimension == other.dimension
    }

    /// How many of the other unit so many of this one are.
    #[must_use]
    pub fn convert(&self, value: f64, other: &Self) -> f64 {
        (value + self.offset) * self.factor / other.factor - other.offset
    }

    /// How many of the other unit one of this one is, or nothing if they measure something else.
    #[must_use]
    pub fn ratio(&self, other: &Self) -> Option<f64> {
        (self.is_like(other) && (self.offset - other.offset).abs() < 1e-9).then(|| self.factor / other.factor)
    }

    /// The same, a second: metres to metres per second.
    pub(super) fn per(self, seconds: f64, speed: usize) -> Self {
        Self { dimension: speed, factor: self.factor / seconds, offset: 0.0 }
    }
}
