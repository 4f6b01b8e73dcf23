//! `Fault`: a number of the translation that differs from its source.

use serde::Deserialize;

use super::show;
use crate::check::{Hit, RuleRef};
use crate::document::Side;
use crate::language::Analysis;
use crate::language::quantity::Quantity;

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum What {
    /// Another number than that of the source.
    Wrong,
    /// Another year, month, day or time than that of the source.
    Date,
    /// Percent for percentage points, or the reverse.
    Points,
    /// The source has it, the translation has nothing like it.
    Missing,
    /// The source has a date or time, the translation has nothing like it.
    MissingDate,
    /// The source has nothing like it.
    Added,
}

/// A difference between the numbers of the two texts.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) what: What,
    /// The number of the source, where there is one.
    pub(super) source: Option<Quantity>,
    /// The number of the target, where there is one.
    pub(super) target: Option<Quantity>,
}

impl Fault {
    /// The hit of a rule: on the number of the target, or on that of the source if the target has none.
    pub(super) fn hit(&self, rule: RuleRef, target: &Analysis<'_>, source: &Analysis<'_>) -> Option<Hit> {
        let Some(own) = &self.source else { return self.target.as_ref().map(|added| Hit::new(rule, added.span)) };
        let written = source.slice(own.span);
        let value = show::value(own).unwrap_or_else(|| written.to_owned());
        let shown = if value == written { value.clone() } else { format!("{written} ({value})") };
        let Some(found) = &self.target else {
            let hit = Hit { side: Side::Source, ..Hit::new(rule, own.span) };
            return Some(hit.with_value("source", shown).with_value("value", value));
        };
        let hit = Hit::new(rule, found.span).with_value("source", shown).with_value("value", value);
        let hit = hit.with_source(own.span, "the number of the source");
        let replaced = target.slice(found.span);
        let fix = show::replacement(own, found, replaced).filter(|fix| fix != replaced);
        Some(match fix {
            Some(fix) => hit.with_fix(fix, false),
            None => hit,
        })
    }
}
