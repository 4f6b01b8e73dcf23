//! Vague plurals and decades: dozens, hundreds of thousands, 1990s, 90s.

use super::super::reading::Reading;
use super::super::{Hedge, Quantity, Role};
use super::cardinal::TERMS;
use super::lex::{Gap, Item};
use super::words::plural;

/// Vague plurals: dozens of, hundreds of thousands; and decades: 1990s, 90s.
pub(super) fn decade(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    vague(items, at).or_else(|| years(items, at))
}

fn vague(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let first = items.get(at)?;
    let (mut value, mut behind) = (plural(&first.lower)?, at + 1);
    while let [of, next, ..] = items.get(behind..).unwrap_or_default()
        && of.is("of")
        && let Some(by) = plural(&next.lower).filter(|_| behind < at + TERMS)
    {
        value *= by;
        behind += 2;
    }
    let last = items.get(behind - 1)?;
    let mut quantity = Quantity::plain(first.span.cover(last.span), value, false);
    quantity.readings = vec![Reading::range(value, value * 9.99)];
    quantity.hedge = Hedge::Above;
    Some((quantity, behind))
}

fn years(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (item, s) = (items.get(at)?, items.get(at + 1)?);
    let value = item.number.filter(|_| item.is_plain(4) || item.is_plain(2))?;
    let plural = s.is("s") && (s.gap == Gap::None || s.gap == Gap::Other);
    if !plural || value % 10.0 != 0.0 {
        return None;
    }
    let mut quantity = Quantity::plain(item.span.cover(s.span), value, true);
    quantity.role = Role::Year;
    quantity.readings.push(Reading::range(value, value + 9.0));
    if value < 100.0 {
        quantity.or(1900.0 + value);
        quantity.firm = false;
    }
    Some((quantity, at + 2))
}
