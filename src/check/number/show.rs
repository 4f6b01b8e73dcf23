//! How a value is written in English.

use crate::language::MONTHS;
use crate::language::quantity::{Class, Quantity, Role};
use crate::text;

/// The scales, from the largest.
const SCALES: [(f64, &str); 3] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

/// The value of a quantity of the source, where it has one.
pub(super) fn value(quantity: &Quantity) -> Option<String> {
    let reading = quantity.first()?;
    let exact = reading.exact()?;
    Some(match (reading.class, quantity.role) {
        (Class::Month, _) => month(exact)?.to_owned(),
        (Class::Clock, _) => format!("{}:{:02}", (exact / 60.0).floor(), exact % 60.0),
        (_, Role::Percent) => format!("{}%", decimal(exact * 100.0)),
        (_, Role::Points) => format!("{} percentage points", decimal(exact * 100.0)),
        (_, Role::Year) => decimal(exact),
        _ => grouped(exact),
    })
}

/// What to write for a number of the target, in its own style.
pub(super) fn replacement(source: &Quantity, target: &Quantity, written: &str) -> Option<String> {
    let reading = source.first()?;
    let exact = reading.exact()?;
    let ordinal = target.role == Role::Ordinal || written.ends_with("th") || written.ends_with("st");
    match (reading.class, source.role) {
        (Class::Clock, _) => None,
        _ if target.role == Role::Label => None,
        _ if ordinal || written.ends_with('s') => None,
        (Class::Month, _) => (target.role == Role::Month).then(|| month(exact).map(str::to_owned))?,
        (_, Role::Percent | Role::Points) => percent(exact, target),
        (_, Role::Year | Role::Day) => Some(decimal(exact)),
        _ if written.contains("illion") => scaled(exact).or_else(|| Some(grouped(exact))),
        _ => Some(grouped(exact)),
    }
}

/// The hundredths, where the target has such, too.
fn percent(exact: f64, target: &Quantity) -> Option<String> {
    matches!(target.role, Role::Percent | Role::Points).then(|| decimal(exact * 100.0))
}

fn month(value: f64) -> Option<&'static str> {
    let number = (1..=12).zip(MONTHS).find(|(number, _)| (f64::from(*number) - value).abs() < 0.5);
    number.map(|(_, name)| name)
}

/// The value with its largest scale, where that has few decimals: 1.05 million.
fn scaled(value: f64) -> Option<String> {
    let (scale, name) = SCALES.into_iter().find(|(scale, _)| value >= *scale)?;
    let part = decimal(value / scale);
    let decimals = part.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (decimals <= 3).then(|| format!("{part} {name}"))
}

/// The value with commas between groups of three, or with its scale where it is large and round.
fn grouped(value: f64) -> String {
    if value >= 1e6
        && let Some(scaled) = scaled(value)
    {
        return scaled;
    }
    let plain = decimal(value);
    let (whole, decimals) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, decimals)| (whole, decimals));
    let whole = text::grouped(whole);
    if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") }
}

/// The value in digits, without the errors of binary fractions.
fn decimal(value: f64) -> String {
    let rounded = format!("{value:.6}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}
