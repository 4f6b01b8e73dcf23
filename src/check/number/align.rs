//! The numbers of a document against those of its source, segment by segment.

use super::compare::{Difference, View, compare};
use super::correspond::{is_rendered, meets};
use super::fault::{Fault, What};
use super::pair::goes_without_saying;
use super::repeat::Values;
use crate::document::Segment;
use crate::language::quantity::{Quantity, Role, Vocabulary, YUAN, chinese_quantities, english_quantities};
use crate::language::{Analysis, Annotated};

/// How many segments before and behind may hold what was moved.
const AROUND: usize = 1;
/// The most numbers of a neighbour that are looked at.
const MOST: usize = 100;

/// The numbers of the two sides of a segment.
pub(super) struct Sides {
    pub(super) source: Vec<Quantity>,
    pub(super) target: Vec<Quantity>,
}

/// All differences, in order of the segments.
pub(super) fn faults(
    document: &Annotated<'_>,
    source: &Analysis<'_>,
    vocabulary: &Vocabulary,
    dollar_places: &[String],
) -> Vec<Fault> {
    let target = &document.target;
    let read = |segment: &Segment| Sides {
        source: chinese_quantities(source.slice(segment.source), segment.source.start(), vocabulary),
        target: english_quantities(target.slice(segment.target), segment.target.start(), vocabulary),
    };
    let sides: Vec<Sides> = document.segments().iter().map(read).collect();
    let values = Values::new(&sides, source);
    let mut faults = Vec::new();
    for (at, segment) in document.segments().iter().enumerate() {
        if segment.is_comparable() {
            let known = faults.len();
            judge(&sides, at, &values, &mut faults);
            let repeated = |fault: &Fault| fault.source.as_ref().is_some_and(|own| values.repeats(own, source, at));
            let new = faults.split_off(known);
            faults.extend(new.into_iter().filter(|fault| fault.what != What::Missing || !repeated(fault)));
        }
    }
    let has_own_dollars = || dollar_places.iter().any(|place| source.text().contains(place.as_str()));
    if faults.iter().any(|fault| fault.what == What::Currency) && has_own_dollars() {
        let own = |fault: &Fault| fault.source.as_ref().is_some_and(|source| source.money == Some(YUAN));
        faults.retain(|fault| fault.what != What::Currency || !own(fault));
    }
    faults
}

fn judge(sides: &[Sides], at: usize, values: &Values, faults: &mut Vec<Fault>) {
    let Some(own) = sides.get(at) else { return };
    let around = at.saturating_sub(AROUND)..(at + AROUND + 1).min(sides.len());
    let near = sides.get(around).unwrap_or_default();
    let lost =
        |quantity: &Quantity| near.iter().any(|sides| first(&sides.target).iter().any(|other| moved(quantity, other)));
    let new = |quantity: &Quantity| near.iter().any(|sides| is_rendered(first(&sides.source), quantity));
    let view = View {
        source: &own.source,
        target: &own.target,
        lost_elsewhere: &lost,
        new_elsewhere: &new,
        years: &values.years,
    };
    let difference = compare(&view);
    report(own, &difference, faults);
}

/// Whether a number next door may render one of the source: a mere word tells too little.
fn moved(source: &Quantity, target: &Quantity) -> bool {
    (target.role != Role::Label || !source.firm) && meets(source, target)
}

/// As many numbers as are looked at.
fn first(quantities: &[Quantity]) -> &[Quantity] {
    quantities.get(..MOST).unwrap_or(quantities)
}

fn report(own: &Sides, difference: &Difference, faults: &mut Vec<Fault>) {
    for (what, from, to) in &difference.wrong {
        if let (Some(source), Some(found)) = (own.source.get(*from), own.target.get(*to)) {
            faults.push(Fault { what: *what, source: Some(source.clone()), target: Some(found.clone()) });
        }
    }
    for from in &difference.missing {
        if let Some(source) = own.source.get(*from).filter(|source| !goes_without_saying(source)) {
            let what = if source.role.is_calendar() { What::MissingDate } else { What::Missing };
            faults.push(Fault { what, source: Some(source.clone()), target: None });
        }
    }
    let added = difference.added.iter().filter_map(|at| own.target.get(*at));
    let unexplained = added.filter(|added| !matches!(added.role, Role::Year | Role::Month | Role::Day));
    faults.extend(unexplained.map(|added| Fault { what: What::Added, source: None, target: Some(added.clone()) }));
}
