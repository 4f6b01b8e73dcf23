//! `Fault`: a number of the translation that differs from its source.

use serde::Deserialize;

use super::show;
use crate::check::{Hit, RuleRef};
use crate::document::Side;
use crate::language::Analysis;
use crate::language::quantity::Quantity;
use crate::text::Span;

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum What {
    /// Another number than that of the source.
    Wrong,
    /// Another year, month, day or time than that of the source.
    Date,
    /// Another currency than that of the source.
    Currency,
    /// Percent for percentage points, or the reverse.
    Points,
    /// The number of the source in another unit.
    Unit,
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
        let written = written(own, source);
        let value = show::value(own).unwrap_or_else(|| written.to_owned());
        let shown = shown(written, &value);
        let Some(found) = &self.target else {
            let hit = Hit { side: Side::Source, ..Hit::new(rule, own.span) };
            return Some(hit.with_value("source", shown).with_value("value", value));
        };
        let hit = Hit::new(rule, found.span).with_value("source", shown).with_value("value", value);
        let hit = hit.with_source(own.span, "the number of the source");
        let replaced = target.slice(found.span);
        let fix = show::replacement(own, found, replaced).filter(|fix| fix != replaced && self.what != What::Unit);
        Some(match fix {
            Some(fix) => hit.with_fix(fix, false),
            None => hit,
        })
    }
}

/// A number of the source as it is written, with the character behind it that makes it a date or a
/// share.
fn written<'s>(own: &Quantity, source: &Analysis<'s>) -> &'s str {
    let behind = source.text().get(own.span.end()..).and_then(|rest| rest.chars().next());
    let unit = behind.filter(|c| "年月日号时成折倍亩里斤吨天周".contains(*c)).map_or(0, char::len_utf8);
    source.slice(Span::new(own.span.start(), own.span.end() + unit))
}

/// A number of the source with its value, where that is not plain.
fn shown(written: &str, value: &str) -> String {
    if written.starts_with(value) || written.starts_with(&value.replace(',', "")) {
        written.to_owned()
    } else if value.starts_with(written) {
        value.to_owned()
    } else {
        format!("{written} ({value})")
    }
}
