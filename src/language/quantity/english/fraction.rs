//! Fractions in digits and words: 2/3, two-thirds, a quarter.

use super::super::Quantity;
use super::cardinal::Amount;
use super::lex::{Gap, Item};
use super::words::ordinal;

/// Digits with a slash.
pub(super) fn slashed(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (item, next) = (items.get(at)?, items.get(at + 1)?);
    let (above, below) = (item.number?, next.number.filter(|_| next.gap == Gap::Slash)?);
    let mut quantity = Quantity::plain(item.span.cover(next.span), above / below.max(1.0), false);
    quantity.or(above);
    quantity.or(below);
    Some((quantity, at + 2))
}

/// A part with an article: a third, a fifth.
pub(super) fn part(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (article, word) = (items.get(at)?, items.get(at + 1)?);
    let below = ordinal(&word.lower).filter(|below| *below >= 3.0 && article.is_any(&["a", "an"]))?;
    let mut quantity = Quantity::plain(word.span, 1.0 / below, false);
    quantity.or(below);
    Some((quantity, at + 2))
}

/// The denominator behind a number: two-thirds, one fifth.
pub(super) fn denominator(items: &[Item<'_>], amount: &Amount) -> Option<f64> {
    let item = items.get(amount.behind).filter(|item| item.is_close())?;
    let singular = item.lower.strip_suffix('s');
    let plural = singular.is_some();
    let word = singular.unwrap_or(&item.lower);
    let value = match word {
        "half" | "halve" => 2.0,
        "quarter" => 4.0,
        _ => ordinal(word).filter(|value| *value >= 3.0)?,
    };
    let numerator = amount.value;
    (!amount.ordinal && numerator >= 1.0 && numerator < 100.0 && plural == (numerator > 1.0)).then_some(value)
}
