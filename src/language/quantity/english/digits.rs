//! Digits that are a part of a name: G20, COVID-19, 5G, Boeing 737-800.

use super::super::{Quantity, Role};
use super::lex::{Gap, Item};
use super::words::glued;

/// Letters before digits that say what is counted, as currencies.
pub(super) const CURRENCIES: [&str; 16] =
    ["rmb", "us", "usd", "hk", "hkd", "cny", "eur", "jpy", "gbp", "nt", "au", "aud", "cad", "cn", "s", "yuan"];
/// Letters behind digits that are units or endings.
const UNITS: [&str; 34] = [
    "km", "kg", "cm", "mm", "m", "g", "t", "l", "ml", "kw", "mw", "gw", "kwh", "gb", "tb", "mb", "ha", "mph", "kph",
    "h", "s", "st", "nd", "rd", "th", "am", "pm", "a.m.", "p.m.", "yuan", "x", "c", "f", "pct",
];

/// Digits that are a part of a name.
pub(super) fn label(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let value = item.number?;
    if !(named_before(items, at) || named_behind(items, at)) {
        return None;
    }
    let mut quantity = Quantity::plain(item.span, value, false);
    quantity.role = Role::Label;
    Some((quantity, at + 1))
}

/// Letters glued or hyphened before the digits: G20, COVID-19; not RMB500 or mid-1990s.
fn named_before(items: &[Item<'_>], at: usize) -> bool {
    let (Some(item), Some(before)) = (items.get(at), at.checked_sub(1).and_then(|at| items.get(at))) else {
        return false;
    };
    if before.number.is_some() || before.is_any(&CURRENCIES) {
        return false;
    }
    let capital = before.raw.chars().any(char::is_uppercase) || before.is("covid");
    match item.gap {
        Gap::None => !before.is("%"),
        Gap::Hyphen => {
            capital
                && super::words::month(&before.lower).is_none()
                && !before.is_any(&["mid", "pre", "post", "late", "early"])
        }
        _ => false,
    }
}

/// Letters glued behind the digits that are no unit: 5G, 4K.
fn named_behind(items: &[Item<'_>], at: usize) -> bool {
    let Some(next) = items.get(at + 1).filter(|next| next.gap == Gap::None) else { return false };
    // 4K is a name, 800K a number.
    if next.raw == "K" && items.get(at).and_then(|item| item.number).is_some_and(|value| value >= 10.0) {
        return false;
    }
    let capital = next.raw.len() == 1
        && next.raw.starts_with(|c: char| c.is_ascii_uppercase())
        && !matches!(next.raw, "M" | "B" | "T");
    if capital {
        return true;
    }
    next.number.is_none()
        && !next.is("%")
        && !next.is("％")
        && glued(next.raw).is_none_or(|_| next.raw == "K")
        && !next.is_any(&UNITS)
        && super::words::scale(&next.lower).is_none()
}
