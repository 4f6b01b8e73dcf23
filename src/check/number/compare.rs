//! The numbers of a segment against those of its translation.

use super::correspond::{is_alike, is_garbled, is_magnitude, is_rendered, is_run_together, meets};
use super::fault::What;
use crate::language::quantity::{Quantity, Role};

/// The most numbers of one side; a segment with more is a table.
const MOST: usize = 256;

/// The most bytes between the parts of a date.
const NEAR: usize = 9;

/// The numbers of the two sides of a segment that have no counterpart.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Numbers that correspond and differ: what is wrong, the one of the source, the one of the target.
    pub(super) wrong: Vec<(What, usize, usize)>,
    /// Numbers of the source that nothing renders.
    pub(super) missing: Vec<usize>,
    /// Numbers of the target that render nothing.
    pub(super) added: Vec<usize>,
}

/// The numbers of the two sides that have no counterpart, as far as they need one. `elsewhere` tells
/// of a number of the source, or of the target, that it stands in a neighbouring segment.
pub(super) fn compare(
    source: &[Quantity],
    target: &[Quantity],
    elsewhere: impl Fn(&Quantity, bool) -> bool,
) -> Difference {
    let mut difference = Difference::default();
    if source.len() > MOST || target.len() > MOST {
        return difference;
    }
    points(source, target, &mut difference);
    durations(source, target, &mut difference);
    let lost = |own: &Quantity| own.firm && !target.iter().any(|other| meets(own, other)) && !elsewhere(own, true);
    let new = |own: &Quantity| own.role != Role::Label && !is_rendered(source.iter(), own) && !elsewhere(own, false);
    let (mut missing, mut added) = (with(source, lost), with(target, new));
    pair(source, target, (&mut missing, &mut added), &mut difference);
    small(source, target, &elsewhere, &mut difference);
    added.retain(|own| target.get(*own).is_some_and(|own| own.firm));
    (difference.missing, difference.added) = (missing, added);
    difference
}

fn with(quantities: &[Quantity], keep: impl Fn(&Quantity) -> bool) -> Vec<usize> {
    quantities.iter().enumerate().filter(|(_, own)| keep(own)).map(|(at, _)| at).collect()
}

/// Takes the numbers that correspond out of those that have no counterpart.
fn pair(
    source: &[Quantity],
    target: &[Quantity],
    (missing, added): (&mut Vec<usize>, &mut Vec<usize>),
    difference: &mut Difference,
) {
    type Test = fn(&Quantity, &Quantity) -> bool;
    let tests: [(What, Test); 3] =
        [(What::Wrong, is_magnitude), (What::Wrong, is_garbled), (What::Date, is_run_together)];
    for (what, test) in tests {
        missing.retain(|own| {
            let Some(quantity) = source.get(*own) else { return true };
            let found = added.iter().position(|other| target.get(*other).is_some_and(|other| test(quantity, other)));
            if let Some(at) = found {
                let what = if quantity.role.is_calendar() { What::Date } else { what };
                difference.wrong.push((what, *own, added.remove(at)));
            }
            found.is_none()
        });
    }
    sole(source, target, (missing, added), difference);
}

/// Pairs numbers that are the only ones of their use without a counterpart.
fn sole(
    source: &[Quantity],
    target: &[Quantity],
    (missing, added): (&mut Vec<usize>, &mut Vec<usize>),
    difference: &mut Difference,
) {
    let lone = missing.clone();
    for own in lone {
        let Some(quantity) = source.get(own) else { continue };
        let rivals =
            missing.iter().filter_map(|at| source.get(*at)).filter(|rival| rival.role == quantity.role).count();
        let fits = |at: &&usize| target.get(**at).is_some_and(|other| other.firm && is_alike(quantity, other));
        let mut fitting = added.iter().filter(fits).copied();
        let (Some(other), None) = (fitting.next(), fitting.next()) else { continue };
        if rivals == 1 {
            let what = if quantity.role.is_calendar() { What::Date } else { What::Wrong };
            difference.wrong.push((what, own, other));
            missing.retain(|at| *at != own);
            added.retain(|at| *at != other);
        }
    }
}

/// A small number where the source has another one.
fn small(
    source: &[Quantity],
    target: &[Quantity],
    elsewhere: &impl Fn(&Quantity, bool) -> bool,
    difference: &mut Difference,
) {
    let few = |own: &Quantity| {
        own.role == Role::Count
            && own.exact().is_some_and(|value| (2.0..=10.0).contains(&value) && value.fract() == 0.0)
    };
    let lost = |own: &Quantity| few(own) && !target.iter().any(|other| meets(own, other)) && !elsewhere(own, true);
    let new = |own: &Quantity| few(own) && !is_rendered(source.iter(), own) && !elsewhere(own, false);
    if let ([own], [other]) = (&*with(source, lost), &*with(target, new)) {
        difference.wrong.push((What::Wrong, *own, *other));
    }
}

/// Days, hours and months that are counted where the source has dates and times: 24时, “24 hours”.
fn durations(source: &[Quantity], target: &[Quantity], difference: &mut Difference) {
    let january = source.iter().any(|own| own.role == Role::Month && own.readings.iter().any(|month| month.low <= 1.0));
    for (at, own) in target.iter().enumerate().filter(|(_, own)| own.firm) {
        let Some(role) = own.lasts.filter(|role| *role != Role::Month || !january) else { continue };
        let mut met = source.iter().enumerate().filter(|(_, other)| meets(other, own));
        if let Some((first, _)) = met.clone().next()
            && met.all(|(at, other)| other.role == role && (role != Role::Day || is_dated(source, at)))
        {
            difference.wrong.push((What::Date, first, at));
        }
    }
}

/// Whether a day stands behind its month, or next to another day; 7日 may be a week.
fn is_dated(source: &[Quantity], at: usize) -> bool {
    let Some(own) = source.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|at| source.get(at));
    let behind = source.get(at + 1).filter(|other| other.role == Role::Day);
    let near = |other: &Quantity| {
        let apart = own.span.start().max(other.span.start()).saturating_sub(own.span.end().min(other.span.end()));
        matches!(other.role, Role::Month | Role::Day) && apart <= NEAR
    };
    before.is_some_and(near) || behind.is_some_and(near)
}

/// Percent where the source has percentage points, or the reverse.
fn points(source: &[Quantity], target: &[Quantity], difference: &mut Difference) {
    for (at, own) in source.iter().enumerate() {
        let other = match own.role {
            Role::Points => Role::Percent,
            Role::Percent => Role::Points,
            _ => continue,
        };
        let plain =
            |quantity: &&(usize, &Quantity)| quantity.1.first().zip(own.first()).is_some_and(|(a, b)| a.meets(b));
        let all: Vec<_> = target.iter().enumerate().collect();
        let mut met = all.iter().filter(plain);
        let twin = source.iter().any(|twin| twin.role == other && twin.first() == own.first());
        if let (Some((found, quantity)), None) = (met.next(), met.next())
            && quantity.role == other
            && !twin
        {
            difference.wrong.push((What::Points, at, *found));
        }
    }
}
