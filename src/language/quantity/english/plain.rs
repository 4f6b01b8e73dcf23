//! Small words that may render a number, and are never reported.

use super::super::reading::Reading;
use super::super::{Quantity, Role};
use super::lex::Item;
use super::words::{soft, tens};

/// A word that may stand for a number.
pub(super) fn word(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    if let Some(value) = tens(&item.lower) {
        let mut quantity = Quantity::plain(item.span, value, false);
        quantity.readings.extend([Reading::range(value, value + 9.99), Reading::number(1900.0 + value)]);
        return Some((quantity, at + 1));
    }
    let (first, others) = soft(&item.lower).split_first()?;
    let mut quantity = Quantity::plain(item.span, *first, false);
    quantity.or_any(others.iter().copied());
    quantity.role = Role::Label;
    quantity.ratio = Some(*first).filter(|share| *share < 1.0 && !item.is("quarter") && !item.is("quarters"));
    Some((quantity, at + 1))
}
