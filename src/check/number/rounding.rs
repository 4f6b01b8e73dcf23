//! Whether a number of the translation is one of the source, rounded.

use crate::language::quantity::{Class, Hedge, Quantity, Reading, Role, equal};

/// How much a number of one digit may differ from the exact one, if nothing says that it is not exact.
const PLAIN: f64 = 0.15;
/// The same for a number with zeros at its end.
const ROUND: f64 = 0.02;
/// Below this, a whole number is given as it is, if nothing says that it is not exact.
const EXACT: f64 = 1000.0;
/// How much a number may differ from the exact one to both sides, if it is said that it is not exact.
const ABOUT: f64 = 0.12;
/// How much the exact number may be below the given one, if that is said.
const BELOW: f64 = 0.15;
/// How much the exact number may be above the given one, if that is said.
const ABOVE: f64 = 0.35;
/// The spread of a value that was converted to another unit.
const CONVERTED: f64 = 1.05;
/// How much it may lie on the other side.
const ASIDE: f64 = 0.01;

/// How much a measure may differ from the exact one in another unit: months of 30 days.
const MEASURED: f64 = 0.02;
/// How far from a ratio in words a share may be.
const NARROW: f64 = 0.025;
/// The same on the side that is said.
const WIDE: f64 = 0.06;

/// Whether the target gives the value of the source with fewer digits.
pub(super) fn is_rounding(source: &Quantity, target: &Quantity) -> bool {
    let plain = |role: Role| !role.is_calendar() && !matches!(role, Role::Ordinal | Role::Label);
    let shares = [source.role, target.role].map(|role| matches!(role, Role::Percent | Role::Points)) == [true; 2];
    let Some(shown) = target.exact().filter(|_| plain(source.role) && plain(target.role)) else { return false };
    let values = source.readings.iter().take(if shares { 1 } else { usize::MAX }).filter_map(leading);
    // Shares are rounded as hundredths.
    let by = if shares { 100.0 } else { 1.0 };
    values.into_iter().any(|exact| rounds(exact * by, shown * by, target.hedge))
}

/// Whether the target gives the value of the source in another unit of the same kind, perhaps rounded.
pub(super) fn is_converted(source: &Quantity, target: &Quantity) -> bool {
    let (Some((from, to)), Some(shown)) = (source.measure.zip(target.measure), target.exact()) else { return false };
    let first = source.first().filter(|first| first.class == Class::Number).copied();
    let total = source.total.map(Reading::number);
    let convert = |value: f64| from.convert(value, &to).abs();
    // 零下20摄氏度 is minus 4 degrees Fahrenheit.
    let signs = |value: &Reading| [1.0, -1.0].map(|sign| [convert(sign * value.low), convert(sign * value.high)]);
    first.iter().chain(&total).flat_map(signs).any(|[low, high]| {
        let within = low * (1.0 - MEASURED) <= shown && shown <= high * (1.0 + MEASURED);
        within || rounds(low, shown, target.hedge) || rounds(high, shown, target.hedge)
    })
}

/// Whether the target gives the share of the source in words: nearly a third for 32%.
pub(super) fn is_share(source: &Quantity, target: &Quantity) -> bool {
    let share = source.first().filter(|first| first.class == Class::Number && source.role != Role::Points);
    let Some((share, ratio)) = share.zip(target.ratio).filter(|(share, _)| share.high <= 1.0) else { return false };
    is_ratio(share.low, ratio, target.hedge) || is_ratio(share.high, ratio, target.hedge)
}

/// Whether a share may be given by a ratio in words.
pub(super) fn is_ratio(share: f64, ratio: f64, hedge: Hedge) -> bool {
    let (narrow, wide) = (NARROW.min(ratio * 0.12), WIDE.min(ratio * 0.3));
    let over = ratio - share;
    match hedge {
        Hedge::Below => over >= -narrow / 5.0 && over <= wide,
        Hedge::Above => over <= narrow / 5.0 && -over <= wide,
        _ => over.abs() <= narrow,
    }
}

/// The number that a reading gives, be it exact or the least of some that are near to each other.
fn leading(reading: &Reading) -> Option<f64> {
    let within = |factor: f64| reading.high <= reading.low * factor;
    let value = if within(CONVERTED) { f64::midpoint(reading.low, reading.high) } else { reading.low };
    (reading.class == Class::Number && within(1.5) && value > 0.0).then_some(value)
}

/// Whether an exact value may be given by a rounder one.
fn rounds(exact: f64, shown: f64, hedge: Hedge) -> bool {
    let (place, over) = (place(shown), shown - exact);
    let near = |most: f64| over.abs() <= most * exact;
    let half = over.abs() <= place / 2.0 || equal(over.abs(), place / 2.0);
    if place <= self::place(exact) {
        return false;
    }
    match hedge {
        Hedge::None => half && is_plain(exact, shown, place, &near),
        Hedge::About => half && near(ABOUT),
        Hedge::Below => (over >= 0.0 && over < place && near(BELOW)) || (half && near(ASIDE)),
        Hedge::Above => (over <= 0.0 && -over < place && near(ABOVE)) || (half && near(ASIDE)),
    }
}

/// Whether a number may be rounded without a word.
fn is_plain(exact: f64, shown: f64, place: f64, near: &dyn Fn(f64) -> bool) -> bool {
    let whole = equal(exact, exact.round());
    let digits = shown >= place * 10.0;
    let decimals = !whole && place <= 1.0;
    (digits && (!whole || exact >= EXACT)) || (decimals && near(PLAIN)) || (exact >= 1e4 && near(ROUND))
}

/// The value of the last digit that is not zero.
fn place(value: f64) -> f64 {
    let mut place: f64 = 1e-4;
    while place < 1e15 && equal((value / (place * 10.0)).round() * place * 10.0, value) {
        place *= 10.0;
    }
    place
}
