//! Whether two numbers are the same, or one is a garbled form of the other.

use super::rounding::{is_converted, is_ratio, is_rounding, is_share};
use crate::language::quantity::{Class, Quantity, Reading, Role, equal};

/// Below this, a fraction is a rate: 千分之三.
const SMALL: f64 = 0.02;
/// The most digits by which a number is off.
const ZEROS: f64 = 12.0;

/// Whether both may be the same value.
pub(super) fn meets(source: &Quantity, target: &Quantity) -> bool {
    let rows = target.parts.iter().any(|part| source.readings.iter().any(|own| own.meets(part)));
    rows || stands_for(source, target)
}

/// Whether both may be the same value, parts of a row not considered.
fn stands_for(source: &Quantity, target: &Quantity) -> bool {
    // The parts of 2小时15分 are compared as numbers, too.
    if is_other_unit(source, target) && (source.total.is_none() || is_converted(source, target)) {
        return is_converted(source, target);
    }
    if let Some((own, other)) = source.ratio.zip(target.ratio) {
        return is_ratio(own, other, target.hedge);
    }
    let (own, other) = (comparable(source, target), comparable(target, source));
    own.clone().any(|own| other.clone().any(|other| own.meets(other)))
        || is_rounding(source, target)
        || is_share(source, target)
}

/// Whether both are given in units of the same kind, but not in the same.
pub(super) fn is_other_unit(source: &Quantity, target: &Quantity) -> bool {
    source.measure.zip(target.measure).is_some_and(|(from, to)| from.is_like(&to) && from != to)
}

/// The readings that count against another number: shares are compared as shares, times as times,
/// months as months.
fn comparable<'q>(own: &'q Quantity, other: &Quantity) -> impl Iterator<Item = &'q Reading> + Clone + use<'q> {
    let is_share = |quantity: &Quantity| matches!(quantity.role, Role::Percent | Role::Points);
    let class = match (own.role, other.role) {
        (Role::Clock, Role::Clock) => Some(Class::Clock),
        (Role::Month, Role::Month) => Some(Class::Month),
        (Role::Times, _) if !other.factors.is_empty() => Some(Class::Factor),
        (_, Role::Times) if !own.factors.is_empty() => Some(Class::Factor),
        _ => None,
    };
    let whole = |a: &Quantity, b: &Quantity| is_share(a) && (is_share(b) || b.ratio.is_some_and(|part| part < SMALL));
    let shares = whole(own, other) || whole(other, own);
    let dated = |a: &Quantity, b: &Quantity| a.role.is_calendar() && (b.role.is_calendar() || is_share(b));
    let apart = own.role != other.role && (dated(own, other) || dated(other, own));
    let readings = own.readings.iter().take(if apart {
        0
    } else if shares {
        1
    } else {
        usize::MAX
    });
    readings.filter(move |reading| class.is_none_or(|class| reading.class == class))
}

/// Whether a number of the target renders some of the source: one, or a row of them.
pub(super) fn is_rendered(source: &[Quantity], target: &Quantity) -> bool {
    let has = |part: &Reading, own: &Quantity| own.readings.iter().any(|own| own.meets(part));
    let row = || target.parts.iter().all(|part| source.iter().any(|own| has(part, own)));
    source.iter().any(|own| stands_for(own, target)) || (!target.parts.is_empty() && row())
}

/// Whether one is the other times a power of ten.
pub(super) fn is_magnitude(source: &Quantity, target: &Quantity) -> bool {
    let (Some(a), Some(b)) = (leading(source), target.exact()) else { return false };
    let calendar = source.role.is_calendar() || target.role.is_calendar();
    if calendar || a <= 0.0 || b <= 0.0 {
        return false;
    }
    let zeros = (a / b).log10();
    (zeros - zeros.round()).abs() < 1e-9 && zeros.round().abs() >= 1.0 && zeros.abs() <= ZEROS
}

/// The number that a quantity gives, be it exact or the least of those that are meant.
fn leading(quantity: &Quantity) -> Option<f64> {
    quantity
        .first()
        .filter(|reading| reading.class == Class::Number && reading.high <= reading.low * 2.0)
        .map(|r| r.low)
}

/// Whether one is the other with a digit lost, added or changed, or with two that changed places.
pub(super) fn is_garbled(source: &Quantity, target: &Quantity) -> bool {
    let (Some(a), Some(b)) = (digits(source), digits(target)) else { return false };
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 3 {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => same + tail + 1 >= long.len() || (same + tail + 2 == long.len() && sorted(&a) == sorted(&b)),
        1 => same + tail >= short.len(),
        _ => false,
    }
}

fn is_early(year: f64) -> bool {
    (100.0..1000.0).contains(&year) && equal(year, year.round())
}

fn sorted(digits: &[u8]) -> Vec<u8> {
    let mut sorted = digits.to_vec();
    sorted.sort_unstable();
    sorted
}

/// The digits of an exact number, without the zeros at its ends.
fn digits(quantity: &Quantity) -> Option<Vec<u8>> {
    let value = quantity.exact()?;
    let written = format!("{value:.4}").replace('.', "");
    Some(written.trim_matches('0').bytes().collect())
}

/// Whether the target has the digits of a time as one number: 1954 for 19:54.
pub(super) fn is_run_together(source: &Quantity, target: &Quantity) -> bool {
    let minutes = source.first().filter(|reading| reading.class == Class::Clock).map(|reading| reading.low);
    let joined = minutes.map(|minutes| (minutes / 60.0).floor() * 100.0 + minutes % 60.0);
    joined.zip(target.exact()).is_some_and(|(joined, value)| equal(joined, value))
}

/// Whether numbers are used alike, so that one may stand where the other should.
pub(super) fn is_alike(source: &Quantity, target: &Quantity) -> bool {
    let class = |quantity: &Quantity| quantity.first().map(|reading| reading.class);
    if class(source) != class(target) {
        return false;
    }
    match (source.role, target.role) {
        (a, b) if a == b => true,
        (Role::Percent | Role::Points, Role::Percent | Role::Points) => true,
        // A number of four digits may look like a year.
        (Role::Count, Role::Year) => target.exact().is_some_and(|year| !(1900.0..2100.0).contains(&year)),
        // Years of the first millennium look like counts.
        (Role::Year, Role::Count) => [source, target].iter().all(|own| own.exact().is_some_and(is_early)),
        (Role::Times, Role::Count) => !target.factors.is_empty(),
        (Role::Day, Role::Ordinal) => target.exact().is_some_and(|day| day <= 31.0),
        _ => class(source) == Some(Class::Month),
    }
}
