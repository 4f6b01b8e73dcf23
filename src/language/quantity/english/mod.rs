//! English text → quantities, in one pass.

mod calendar;
mod cardinal;
mod digits;
mod fraction;
mod lex;
mod plain;
mod suffix;
#[cfg(test)]
mod tests;
mod words;

use super::Quantity;
use lex::{Item, lex};

/// The quantities of an English text that starts at `base` of a larger one.
#[must_use]
pub fn quantities(text: &str, base: usize) -> Vec<Quantity> {
    let items = lex(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < items.len() {
        let behind = step(&items, at, &mut found);
        at = behind.max(at + 1);
    }
    found.iter_mut().for_each(|quantity: &mut Quantity| quantity.span = quantity.span.shift(base));
    found
}

/// Reads what starts at an item; the item behind it.
fn step(items: &[Item<'_>], at: usize, found: &mut Vec<Quantity>) -> usize {
    let read = calendar::month(items, at)
        .or_else(|| calendar::clock(items, at))
        .or_else(|| fraction::slashed(items, at))
        .or_else(|| fraction::part(items, at))
        .or_else(|| digits::label(items, at))
        .or_else(|| cardinal::decade(items, at))
        .or_else(|| cardinal::amount(items, at).map(|amount| suffix::dress(items, at, amount)))
        .or_else(|| plain::word(items, at));
    let Some((quantity, behind)) = read else { return at + 1 };
    found.push(quantity);
    behind
}
