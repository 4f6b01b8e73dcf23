//! The numbers of a segment against those of its translation.

use super::correspond::{is_rendered, meets};
use super::fault::What;
use super::{calendar, pair};
use crate::language::quantity::{Quantity, Role};

/// The most numbers of one side; a segment with more is a table.
const MOST: usize = 100;

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

impl Difference {
    /// Notes two numbers that correspond and differ, once for each number of the target.
    pub(super) fn wrong(&mut self, what: What, source: usize, target: usize) {
        if self.wrong.iter().all(|(_, _, known)| *known != target) {
            self.wrong.push((what, source, target));
        }
    }
}

/// The two sides of a segment, and whether a number of one of them stands in the other side of a
/// neighbouring segment.
pub(super) struct View<'q> {
    pub(super) source: &'q [Quantity],
    pub(super) target: &'q [Quantity],
    /// Whether a number of the source is rendered next door.
    pub(super) lost_elsewhere: &'q dyn Fn(&Quantity) -> bool,
    /// Whether a number of the target renders one next door.
    pub(super) new_elsewhere: &'q dyn Fn(&Quantity) -> bool,
    /// The years that the source names.
    pub(super) years: &'q [f64],
}

impl View<'_> {
    /// Whether nothing in the target renders a number of the source.
    pub(super) fn is_lost(&self, own: &Quantity) -> bool {
        !self.target.iter().any(|other| meets(own, other))
    }

    /// Whether a number of the target renders nothing in the source.
    pub(super) fn is_new(&self, own: &Quantity) -> bool {
        own.role != Role::Label && !is_rendered(self.source, own)
    }

    /// Whether a number of the target renders nothing in the source, be it a mere word.
    pub(super) fn is_unexplained(&self, own: &Quantity) -> bool {
        !is_rendered(self.source, own)
    }

    /// Whether two numbers seem to have been moved from or to neighbouring segments.
    pub(super) fn is_moved(&self, own: &Quantity, other: &Quantity) -> bool {
        (self.lost_elsewhere)(own) && (self.new_elsewhere)(other)
    }
}

/// The numbers of the two sides that have no counterpart, as far as they need one.
pub(super) fn compare(view: &View<'_>) -> Difference {
    let mut difference = Difference::default();
    if view.source.len() > MOST || view.target.len() > MOST {
        return difference;
    }
    calendar::points(view, &mut difference);
    calendar::durations(view, &mut difference);
    calendar::months(view, &mut difference);
    calendar::clocks(view, &mut difference);
    calendar::currencies(view, &mut difference);
    let mut open = pair::Open {
        lost: with(view.source, |own| own.firm && view.is_lost(own)),
        new: with(view.target, |own| view.is_new(own)),
        doubtful: with(view.target, |own| pair::is_doubtful(view, own)),
    };
    if open.is_strange(view) {
        return Difference::default();
    }
    open.pair(view, &mut difference);
    pair::small(view, &mut difference);
    let known = |at: usize| difference.wrong.iter().any(|(_, source, _)| *source == at);
    let lost = |at: usize| view.source.get(at).is_some_and(|own| !(view.lost_elsewhere)(own));
    let open_source: Vec<usize> = open.lost.iter().copied().filter(|at| lost(*at) && !known(*at)).collect();
    let open_target = open
        .new
        .iter()
        .copied()
        .filter(|at| view.target.get(*at).is_some_and(|own| own.firm && !(view.new_elsewhere)(own)));
    (difference.missing, difference.added) = (open_source, open_target.collect());
    difference
}

/// The numbers of those that fit.
pub(super) fn with(quantities: &[Quantity], keep: impl Fn(&Quantity) -> bool) -> Vec<usize> {
    quantities.iter().enumerate().filter(|(_, own)| keep(own)).map(|(at, _)| at).collect()
}
