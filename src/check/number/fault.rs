//! `Fault`: a number of the translation that differs from its source.

use serde::Deserialize;

use super::show;
use crate::check::{Hit, RuleRef};
use crate::language::Analysis;
use crate::language::quantity::Quantity;
use crate::text::Span;

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum What {
    /// It is that of the source, times a power of ten.
    Magnitude,
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
    /// The place in the target text.
    pub(super) span: Span,
    /// The number of the source, where there is one.
    pub(super) source: Option<Quantity>,
    /// The number of the target, where there is one.
    pub(super) target: Option<Quantity>,
}

impl Fault {
    /// The hit of a rule.
    pub(super) fn hit(&self, rule: RuleRef, target: &Analysis<'_>, source: &Analysis<'_>) -> Hit {
        let hit = Hit::new(rule, self.span);
        let Some(quantity) = &self.source else { return hit };
        let written = source.slice(quantity.span);
        let value = show::value(quantity);
        let shown = match &value {
            Some(value) if value != written => format!("{written} ({value})"),
            _ => written.to_owned(),
        };
        let hit = hit.with_value("source", shown).with_value("value", value.clone().unwrap_or_else(|| written.to_owned()));
        let hit = hit.with_source(quantity.span, "the number of the source");
        let fix = self.target.as_ref().and_then(|own| show::replacement(quantity, own, target.slice(own.span)));
        match fix {
            Some(fix) => hit.with_fix(fix, false),
            None => hit,
        }
    }
}
