//! Values that a document gives more than once, which its translation need not repeat.

use super::align::Sides;
use crate::language::Analysis;
use crate::language::quantity::{Quantity, Role, equal};

/// The values of a document.
pub(super) struct Values {
    /// Those of the source with the character behind them, which is their unit, and the segment.
    source: Vec<(f64, Option<char>, usize)>,
    /// Those of the target.
    target: Vec<f64>,
    /// The years of the source.
    pub(super) years: Vec<f64>,
}

impl Values {
    pub(super) fn new(sides: &[Sides], source: &Analysis<'_>) -> Self {
        let own = |(at, sides): (usize, &Sides)| entries(&sides.source, source, at);
        let mut values: Vec<_> = sides.iter().enumerate().flat_map(own).collect();
        values.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut target: Vec<f64> = sides.iter().flat_map(|sides| &sides.target).filter_map(Quantity::exact).collect();
        target.sort_by(f64::total_cmp);
        let all = sides.iter().flat_map(|sides| &sides.source);
        let mut years: Vec<f64> = all.filter(|own| own.role == Role::Year).filter_map(Quantity::exact).collect();
        years.sort_by(f64::total_cmp);
        years.dedup();
        Self { source: values, target, years }
    }

    /// Whether a number of a segment stands in another one, too, and the translation has it somewhere.
    pub(super) fn repeats(&self, own: &Quantity, source: &Analysis<'_>, segment: usize) -> bool {
        let Some(value) = own.exact() else { return false };
        let unit = unit(own, source);
        let from = self.source.partition_point(|(other, ..)| *other < value);
        let same = self.source.iter().skip(from).take_while(|(other, ..)| equal(*other, value));
        let twice = same.into_iter().any(|(_, other, at)| *other == unit && *at != segment);
        twice
            && self
                .target
                .get(self.target.partition_point(|other| *other < value))
                .is_some_and(|next| equal(*next, value))
    }
}

fn entries(quantities: &[Quantity], source: &Analysis<'_>, at: usize) -> Vec<(f64, Option<char>, usize)> {
    quantities.iter().filter_map(|own| Some((own.exact()?, unit(own, source), at))).collect()
}

/// The character behind a number.
fn unit(own: &Quantity, source: &Analysis<'_>) -> Option<char> {
    source.text().get(own.span.end()..).and_then(|rest| rest.chars().next())
}
