//! Small words that may render a number, and are never reported.

use super::super::Quantity;
use super::lex::Item;
use super::words::soft;

/// A word that may stand for a number.
pub(super) fn word(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let (first, others) = soft(&item.lower).split_first()?;
    let mut quantity = Quantity::plain(item.span, *first, false);
    others.iter().for_each(|value| quantity.or(*value));
    Some((quantity, at + 1))
}
