//! Whether two numbers are the same, or one is a garbled form of the other.

use crate::language::quantity::{Class, Quantity, Role, equal};

/// How much a rounded number may differ from the exact one.
const ROUNDED: f64 = 0.06;
/// The most digits by which a number is off.
const ZEROS: f64 = 12.0;

/// Whether both may be the same value.
pub(super) fn meets(source: &Quantity, target: &Quantity) -> bool {
    let readings = |a: &Quantity, b: &Quantity| a.readings.iter().any(|a| b.readings.iter().any(|b| a.meets(b)));
    readings(source, target) || is_rounding(source, target)
}

/// Whether the target gives the value of the source with fewer digits.
fn is_rounding(source: &Quantity, target: &Quantity) -> bool {
    let (Some(exact), Some(round)) = (source.exact(), target.exact()) else { return false };
    if source.role.is_calendar() || target.role.is_calendar() || exact <= 0.0 {
        return false;
    }
    let place = place(round);
    let rounder = place > self::place(exact);
    let near = (exact - round).abs() / exact;
    let said = target.rounded && near <= ROUNDED;
    let plain = exact >= 1e4 && (exact - round).abs() <= place && near <= ROUNDED / 3.0;
    rounder && (said || plain)
}

/// The value of the last digit that is not zero.
fn place(value: f64) -> f64 {
    let mut place: f64 = 1e-4;
    while place < 1e15 && equal((value / (place * 10.0)).round() * place * 10.0, value) {
        place *= 10.0;
    }
    place
}

/// Whether one is the other times a power of ten.
pub(super) fn is_magnitude(source: &Quantity, target: &Quantity) -> bool {
    let (Some(a), Some(b)) = (source.exact(), target.exact()) else { return false };
    let calendar = source.role.is_calendar() || target.role.is_calendar();
    if calendar || a <= 0.0 || b <= 0.0 {
        return false;
    }
    let zeros = (a / b).log10();
    (zeros - zeros.round()).abs() < 1e-9 && zeros.round().abs() >= 1.0 && zeros.abs() <= ZEROS
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

/// Whether numbers are used alike, so that one may stand where the other should.
pub(super) fn is_alike(source: &Quantity, target: &Quantity) -> bool {
    let class = |quantity: &Quantity| quantity.first().map(|reading| reading.class);
    if class(source) != class(target) {
        return false;
    }
    match (source.role, target.role) {
        (a, b) if a == b => true,
        (Role::Percent | Role::Points, Role::Percent | Role::Points) => true,
        (Role::Day, Role::Ordinal) => target.exact().is_some_and(|day| day <= 31.0),
        _ => class(source) == Some(Class::Month),
    }
}
