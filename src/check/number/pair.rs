//! Which number of the target stands where another one of the source should.

use super::compare::{Difference, View, with};
use super::correspond::{is_alike, is_garbled, is_magnitude, is_other_unit, is_rendered, is_run_together, meets};
use super::derive::Derive;
use super::fault::What;
use crate::language::quantity::{Quantity, Role};

/// The numbers of a segment that have no counterpart yet.
pub(super) struct Open {
    /// Those of the source.
    pub(super) lost: Vec<usize>,
    /// Those of the target.
    pub(super) new: Vec<usize>,
    /// Those of the target that have a counterpart of another use only.
    pub(super) doubtful: Vec<usize>,
}

/// The most numbers of both sides among which those that follow from others are looked for.
const MANY: usize = 60;
/// The most open numbers of both sides; segments with more do not belong together.
const OPEN: usize = 16;
/// The fewest open numbers of both sides that tell so where no number has a counterpart.
const STRANGE: usize = 4;

type Test = fn(&Quantity, &Quantity) -> bool;

/// How one number may have become another, the surest first.
const TESTS: [Test; 3] = [is_magnitude, is_garbled, is_run_together];

/// Whether an amount of the target is in the source only as a part of a date.
pub(super) fn is_doubtful(view: &View<'_>, own: &Quantity) -> bool {
    let mut met = view.source.iter().filter(|other| meets(other, own));
    let plain = own.firm && own.role == Role::Count && own.lasts.is_none();
    plain && met.clone().next().is_some() && met.all(|other| other.role.is_calendar())
}

/// Whether a number may be told by a plural or a list: three provinces, by their names.
pub(super) fn goes_without_saying(source: &Quantity) -> bool {
    source.role == Role::Count && source.exact().is_some_and(|value| [2.0, 3.0, 4.0].contains(&value))
}

fn what(source: &Quantity, target: &Quantity) -> What {
    let same = || source.first().zip(target.first()).is_some_and(|(own, other)| own.meets(other));
    if source.role.is_calendar() {
        What::Date
    } else if is_other_unit(source, target) && same() {
        What::Unit
    } else {
        What::Wrong
    }
}

impl Open {
    /// Whether the two texts do not seem to belong together.
    pub(super) fn is_strange(&self, view: &View<'_>) -> bool {
        let open = self.lost.len().min(self.new.len());
        let none = self.lost.len() == view.source.len() && self.new.len() == view.target.len();
        open > OPEN || (none && open >= STRANGE)
    }

    /// Takes out the numbers that correspond.
    pub(super) fn pair(&mut self, view: &View<'_>, difference: &mut Difference) {
        self.growth(view, difference);
        for test in TESTS {
            for own in self.lost.clone() {
                let fits = |other: &usize| Self::fits(view, own, *other, test);
                if let Some(other) = self.new.iter().copied().find(fits) {
                    self.take(view, own, other, difference);
                }
            }
        }
        self.derive(view, difference);
        for own in self.lost.clone() {
            self.sole(view, own, difference);
        }
    }

    /// Takes out the numbers that follow from others; among many, any number follows from some.
    fn derive(&mut self, view: &View<'_>, difference: &Difference) {
        if view.source.len() + view.target.len() > MANY {
            return;
        }
        let derive = Derive::new(view, difference);
        self.lost.retain(|at| !view.source.get(*at).is_some_and(|own| derive.explains_lost(own)));
        self.new.retain(|at| !view.target.get(*at).is_some_and(|own| derive.explains_new(own)));
    }

    /// Pairs what grows so many times with the only word of growth that says another factor, and a
    /// fraction with the only other one.
    fn growth(&mut self, view: &View<'_>, difference: &mut Difference) {
        let lost = with(view.source, |own| own.role == Role::Times && view.is_lost(own) && !(view.lost_elsewhere)(own));
        let new = with(view.target, |own| !own.factors.is_empty() && !is_rendered(view.source, own));
        if let ([own], [other]) = (&*lost, &*new) {
            self.take(view, *own, *other, difference);
        }
        let lost = with(view.source, |own| own.ratio.is_some() && view.is_lost(own) && !(view.lost_elsewhere)(own));
        let new = with(view.target, |own| own.ratio.is_some() && !is_rendered(view.source, own));
        if let ([own], [other]) = (&*lost, &*new) {
            self.take(view, *own, *other, difference);
        }
    }

    fn fits(view: &View<'_>, own: usize, other: usize, test: Test) -> bool {
        let pair = view.source.get(own).zip(view.target.get(other));
        pair.is_some_and(|(own, other)| test(own, other) && !view.is_moved(own, other))
    }

    fn take(&mut self, view: &View<'_>, own: usize, other: usize, difference: &mut Difference) {
        if let Some((source, target)) = view.source.get(own).zip(view.target.get(other)) {
            difference.wrong(what(source, target), own, other);
        }
        self.lost.retain(|at| *at != own);
        self.new.retain(|at| *at != other);
        self.doubtful.retain(|at| *at != other);
    }

    /// Pairs a number with the only one of its use that is open.
    fn sole(&mut self, view: &View<'_>, own: usize, difference: &mut Difference) {
        let Some(quantity) = view.source.get(own) else { return };
        let lost = self.lost.iter().filter_map(|at| view.source.get(*at));
        let rivals = lost.filter(|rival| rival.role == quantity.role && !goes_without_saying(rival)).count();
        let alike = |at: &usize| {
            view.target
                .get(*at)
                .is_some_and(|other| other.firm && is_alike(quantity, other) && !view.is_moved(quantity, other))
        };
        let sole = |all: &[usize]| {
            let mut fitting = all.iter().copied().filter(alike);
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let none = !self.new.iter().any(alike);
        let other = sole(&self.new).or_else(|| sole(&self.doubtful).filter(|_| none));
        if let Some(other) = other.filter(|_| rivals == 1) {
            self.take(view, own, other, difference);
        }
    }
}

/// Pairs small numbers, where each is the only one that is open.
pub(super) fn small(view: &View<'_>, difference: &mut Difference) {
    let few = |own: &Quantity| {
        let value = own.exact().filter(|_| own.role == Role::Count);
        value.is_some_and(|value| (2.0..=10.0).contains(&value) && value.fract() == 0.0)
    };
    let lost = with(view.source, |own| few(own) && view.is_lost(own));
    let new = with(view.target, |own| few(own) && view.is_new(own));
    if let ([own], [other]) = (&*lost, &*new)
        && let (Some(source), Some(target)) = (view.source.get(*own), view.target.get(*other))
        && !(view.lost_elsewhere)(source)
        && !(view.new_elsewhere)(target)
    {
        difference.wrong(what(source, target), *own, *other);
    }
}
