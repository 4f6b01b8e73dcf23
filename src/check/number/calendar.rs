//! What a number is used for, where its value is right: dates taken for durations, days under the
//! wrong month, percent for percentage points.

use super::compare::{Difference, View, with};
use super::correspond::meets;
use super::fault::What;
use crate::language::quantity::{Class, Quantity, Role, equal};

/// The most bytes between the parts of a date.
const NEAR: usize = 9;
/// The most bytes between a month and its day: 月, or “ of the ”.
const ADJACENT: usize = 8;

/// Days, hours and months that are counted where the source has dates and times: 24时, “24 hours”.
pub(super) fn durations(view: &View<'_>, difference: &mut Difference) {
    let first = |own: &Quantity| own.role == Role::Month && own.readings.iter().any(|month| month.low <= 1.0);
    let january = view.source.iter().any(first);
    for (at, own) in view.target.iter().enumerate().filter(|(_, own)| own.firm) {
        let Some(role) = own.lasts.filter(|role| *role != Role::Month || !january) else { continue };
        let mut met = view.source.iter().enumerate().filter(|(_, other)| meets(other, own));
        let dated = |at: usize| role != Role::Day || is_dated(view.source, at);
        if let Some((first, _)) = met.clone().next()
            && met.all(|(at, other)| other.role == role && dated(at))
        {
            difference.wrong(What::Date, first, at);
        }
    }
}

/// Times that are half a day off: 8:10 p.m. for 8时10分.
pub(super) fn clocks(view: &View<'_>, difference: &mut Difference) {
    let times = |side: &[Quantity]| with(side, |own| own.role == Role::Clock);
    let (source, target) = (times(view.source), times(view.target));
    let pair = |own: usize, other: usize| view.source.get(own).zip(view.target.get(other));
    let met = |own: usize, other: usize| pair(own, other).is_some_and(|(own, other)| meets(own, other));
    let half = |own: usize, other: usize| pair(own, other).is_some_and(|(own, other)| is_half_a_day(own, other));
    for other in target.iter().copied().filter(|other| !source.iter().any(|own| met(*own, *other))) {
        let mut open = source.iter().copied().filter(|own| !target.iter().any(|other| met(*own, *other)));
        if let Some(own) = open.find(|own| half(*own, other)) {
            difference.wrong(What::Date, own, other);
        }
    }
}

/// Whether two times are half a day apart, and neither may be meant otherwise.
fn is_half_a_day(a: &Quantity, b: &Quantity) -> bool {
    let sole = |own: &Quantity| {
        let mut times =
            own.readings.iter().filter(|reading| reading.class == Class::Clock).map(|time| time.low % 1440.0);
        times.next().filter(|first| times.all(|other| equal(*first, other)))
    };
    sole(a).zip(sole(b)).is_some_and(|(a, b)| equal((a - b).abs(), 720.0))
}

/// Whether a day stands behind its month, or next to another day; 7日 may be a week.
fn is_dated(source: &[Quantity], at: usize) -> bool {
    let Some(own) = source.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|at| source.get(at));
    let behind = source.get(at + 1).filter(|other| other.role == Role::Day);
    let near = |other: &Quantity| matches!(other.role, Role::Month | Role::Day) && apart(own, other) <= NEAR;
    before.is_some_and(near) || behind.is_some_and(near)
}

/// The bytes between two numbers.
fn apart(a: &Quantity, b: &Quantity) -> usize {
    a.span.start().max(b.span.start()).saturating_sub(a.span.end().min(b.span.end()))
}

/// Months with the wrong day: “December 18” for 7月18日, though July is in the text as well.
pub(super) fn months(view: &View<'_>, difference: &mut Difference) {
    let (source, target) = (dates(view.source), dates(view.target));
    for (month, day) in target {
        let (Some(other), Some(value)) = (view.target.get(month), view.target.get(day).and_then(value)) else {
            continue;
        };
        let same = |at: usize| view.source.get(at).and_then(self::value).is_some_and(|own| equal(own, value));
        let own: Vec<usize> = source.iter().filter(|(_, day)| same(*day)).map(|(month, _)| *month).collect();
        let all = (0..view.source.len()).filter(|at| same(*at)).count();
        let met = own.iter().any(|at| view.source.get(*at).is_some_and(|own| meets(own, other)));
        if let Some(first) = own.first()
            && all == own.len()
            && !met
            && !(view.new_elsewhere)(other)
        {
            difference.wrong(What::Date, *first, month);
        }
    }
}

/// The months that have a day, with it.
fn dates(quantities: &[Quantity]) -> Vec<(usize, usize)> {
    let is_month = |at: usize| quantities.get(at).is_some_and(|own| own.role == Role::Month);
    let is_day = |at: usize, month: usize| {
        let pair = quantities.get(at).zip(quantities.get(month));
        pair.is_some_and(|(day, month)| matches!(day.role, Role::Day | Role::Count) && apart(day, month) <= ADJACENT)
    };
    let date = |month: usize| {
        let behind = Some(month + 1).filter(|day| is_day(*day, month));
        let before = month.checked_sub(1).filter(|day| is_day(*day, month));
        Some((month, behind.or(before)?))
    };
    (0..quantities.len()).filter(|at| is_month(*at)).filter_map(date).collect()
}

fn value(quantity: &Quantity) -> Option<f64> {
    quantity.exact()
}

/// Another currency than that of the source, where the amount is right.
pub(super) fn currencies(view: &View<'_>, difference: &mut Difference) {
    for (at, own) in view.target.iter().enumerate().filter(|(_, own)| own.money.is_some()) {
        let met = view.source.iter().enumerate().filter(|(_, other)| meets(other, own));
        let other = |other: &Quantity| other.money.is_some() && other.money != own.money;
        let (mut first, mut all) = (None, true);
        for (at, quantity) in met {
            first = first.or(Some(at));
            all &= other(quantity);
        }
        if let Some(first) = first.filter(|_| all && !is_named_alone(view, own)) {
            difference.wrong(What::Currency, first, at);
        }
    }
}

/// Whether the source gives another amount in the currency of a number of the target, which no other
/// number of the target renders: the one may stand for the other.
fn is_named_alone(view: &View<'_>, own: &Quantity) -> bool {
    let others = || view.target.iter().filter(|other| other.span != own.span);
    let named = view.source.iter().filter(|quantity| quantity.money == own.money);
    named.into_iter().any(|quantity| !others().any(|other| meets(quantity, other)))
}

/// Percent where the source has percentage points, or the reverse.
pub(super) fn points(view: &View<'_>, difference: &mut Difference) {
    for (at, own) in view.source.iter().enumerate() {
        let other = match own.role {
            Role::Points => Role::Percent,
            Role::Percent => Role::Points,
            _ => continue,
        };
        let same = |quantity: &Quantity| quantity.first().zip(own.first()).is_some_and(|(a, b)| a.meets(b));
        let mut met = view.target.iter().enumerate().filter(|(_, quantity)| same(quantity));
        let twin = view.source.iter().any(|twin| twin.role == other && same(twin));
        if let (Some((found, quantity)), None) = (met.next(), met.next())
            && quantity.role == other
            && !twin
        {
            difference.wrong(What::Points, at, found);
        }
    }
}
