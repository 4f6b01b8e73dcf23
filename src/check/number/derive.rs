//! Numbers that follow from others of both texts: sums, differences, ratios, years from durations.

use super::compare::{Difference, View};
use super::rounding::is_ratio;
use crate::language::quantity::{Class, Quantity, Role, equal};

/// The most numbers of a segment in which two small ones are added or subtracted.
const FEW: usize = 6;
/// The most numbers of a segment from which others are derived.
const MOST: usize = 32;
/// Below this, a number is small.
const SMALL: f64 = 10.0;
/// Years in which a document without years may have been written.
const PRESENT: std::ops::RangeInclusive<f64> = 2000.0..=2040.0;

/// What a number may follow from.
pub(super) struct Derive<'q> {
    /// The numbers of the source that the target has.
    met: Vec<&'q Quantity>,
    /// The numbers of the target that render none of the source.
    new: Vec<&'q Quantity>,
    /// The numbers of the source that the target should have and has not.
    lost: Vec<&'q Quantity>,
    view: &'q View<'q>,
}

impl<'q> Derive<'q> {
    /// What there is in a segment; the numbers that were found to correspond and differ are known, too.
    pub(super) fn new(view: &'q View<'q>, difference: &Difference) -> Self {
        let wrong = |at: usize| difference.wrong.iter().any(|(_, source, _)| *source == at);
        let known = view.source.iter().enumerate().filter(|(at, own)| wrong(*at) || !view.is_lost(own));
        let met = known.map(|(_, own)| own).take(MOST).collect();
        let new = view.target.iter().filter(|own| view.is_unexplained(own)).take(MOST).collect();
        let lost = view.source.iter().filter(|own| own.firm && view.is_lost(own)).take(MOST).collect();
        Self { met, new, lost, view }
    }

    /// Whether a number of the source that the target has not follows from those that it has.
    pub(super) fn explains_lost(&self, own: &Quantity) -> bool {
        self.of_two(own) || self.of_change(own) || self.of_ratio(own) || self.of_year(own)
    }

    /// Whether a number of the target that the source has not follows from those that it has.
    pub(super) fn explains_new(&self, own: &Quantity) -> bool {
        let small = value(own).is_some_and(|value| value < SMALL);
        (own.lasts.is_none() && !small && self.of_two(own)) || self.of_difference(own) || self.of_years(own)
    }

    /// The sum or difference of two numbers that both texts have.
    fn of_two(&self, own: &Quantity) -> bool {
        let tells = |value: f64| value >= SMALL || value.fract() != 0.0 || self.met.len() <= FEW;
        let Some(value) = value(own).filter(|value| tells(*value)) else { return false };
        let like: Vec<f64> =
            self.met.iter().filter(|other| is_like(own, other)).filter_map(|own| self::value(own)).collect();
        let pairs = like.iter().enumerate().flat_map(|(at, a)| like.iter().skip(at + 1).map(move |b| (a, b)));
        pairs.into_iter().any(|(a, b)| equal((a - b).abs(), value) || (value > SMALL && equal(a + b, value)))
    }

    /// A number that both texts have, and by how much it changes: 38, “two more”.
    fn of_change(&self, own: &Quantity) -> bool {
        let Some(value) = value(own) else { return false };
        let by = |change: f64| {
            let known = self.met.iter().filter(|other| is_like(own, other)).filter_map(|own| self::value(own));
            known.into_iter().any(|known| equal(known + change, value) || equal(known - change, value))
        };
        self.new.iter().filter(|other| other.role == Role::Count).filter_map(|own| self::value(own)).any(by)
    }

    /// By how much a number that both texts have differs from one that only the source has.
    fn of_difference(&self, own: &Quantity) -> bool {
        let Some(value) = value(own).filter(|_| own.role == Role::Count) else { return false };
        let from = |known: &&Quantity| {
            let others = self.lost.iter().copied().filter(|other| is_like(known, other));
            let differs = |other: f64| self::value(known).is_some_and(|known| equal((other - known).abs(), value));
            others.filter_map(self::value).any(differs)
        };
        self.met.iter().any(from)
    }

    /// A part of a number that both texts have, or its multiple: one in ten of 310, doubled to 48.
    fn of_ratio(&self, own: &Quantity) -> bool {
        let Some(value) = value(own) else { return false };
        let known = self.met.iter().filter(|other| is_like(own, other)).filter_map(|own| self::value(own));
        known.into_iter().any(|known| self.view.target.iter().any(|other| is_part(value / known, other)))
    }

    /// So many years ago, where the target has the year.
    fn of_year(&self, own: &Quantity) -> bool {
        let Some(ago) = value(own).filter(|_| own.role == Role::Count && own.lasts == Some(Role::Year)) else {
            return false;
        };
        let years = self.new.iter().filter(|own| own.role == Role::Year).filter_map(|own| value(own));
        let known = |year: f64| self.view.years.iter().any(|known| (known - ago - year).abs() < 1.5);
        let years: Vec<f64> = years.collect();
        years.iter().any(|year| known(*year) || (self.view.years.is_empty() && PRESENT.contains(&(year + ago))))
    }

    /// The time between two years of the source.
    fn of_years(&self, own: &Quantity) -> bool {
        let Some(value) = value(own).filter(|_| own.role == Role::Count) else { return false };
        let years: Vec<f64> =
            self.view.source.iter().filter(|own| own.role == Role::Year).filter_map(self::value).collect();
        let pairs = years.iter().flat_map(|a| years.iter().map(move |b| b - a));
        pairs.into_iter().any(|between| between > 0.0 && (equal(between, value) || equal(between + 1.0, value)))
    }
}

/// The value that counts in sums.
fn value(own: &Quantity) -> Option<f64> {
    own.first().filter(|first| first.class == Class::Number).map(|first| first.low).filter(|value| *value > 0.0)
}

/// Whether two numbers can be added.
fn is_like(a: &Quantity, b: &Quantity) -> bool {
    let is_share = |own: &Quantity| matches!(own.role, Role::Percent | Role::Points);
    (is_share(a) && is_share(b)) || (a.role == b.role && matches!(a.role, Role::Count | Role::Ordinal))
}

/// Whether a word of the target says this ratio.
fn is_part(ratio: f64, other: &Quantity) -> bool {
    let part = other.ratio.is_some_and(|part| is_ratio(ratio, part, other.hedge));
    let factor = other.readings.iter().filter(|reading| reading.class == Class::Factor);
    let meets = |ratio: f64| factor.clone().any(|factor| factor.low <= ratio && ratio <= factor.high);
    part || meets(ratio) || meets(1.0 / ratio)
}
