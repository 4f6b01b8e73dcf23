//! Fractions in digits and words: 2/3, two-thirds, a quarter.

use super::super::Quantity;
use super::super::reading::Reading;
use super::cardinal::Amount;
use super::lex::{Gap, Item};
use super::words::{ordinal, small};

/// Digits with a slash.
pub(super) fn slashed(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (item, next) = (items.get(at)?, items.get(at + 1)?);
    let (above, below) = (item.number?, next.number.filter(|_| next.gap == Gap::Slash)?);
    let mut quantity = Quantity::plain(item.span.cover(next.span), above / below.max(1.0), false);
    quantity.or_any([above, below]);
    Some((quantity, at + 2))
}

/// A part with an article: a third, a fifth.
pub(super) fn part(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (article, word) = (items.get(at)?, items.get(at + 1)?);
    let below = ordinal(&word.lower).filter(|below| *below >= 3.0 && article.is_any(&["a", "an"]))?;
    let mut quantity = Quantity::plain(word.span, 1.0 / below, false);
    quantity.or(below);
    quantity.readings.push(Reading::about(1.0 / below));
    Some((quantity, at + 2))
}

/// The whole behind a number: one in five, nine out of ten.
pub(super) fn whole(items: &[Item<'_>], amount: &Amount) -> Option<f64> {
    let at = match items.get(amount.behind..)? {
        [out, of, ..] if out.is("out") && of.is("of") => amount.behind + 2,
        [preposition, ..] if preposition.is_any(&["in", "of"]) => amount.behind + 1,
        _ => return None,
    };
    let whole = items.get(at).and_then(|item| item.number.or_else(|| small(&item.lower)))?;
    (amount.value < whole && whole <= 100.0).then_some(whole)
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
    let fits = !amount.ordinal && (1.0..100.0).contains(&numerator) && plural == (numerator > 1.0);
    fits.then_some(value)
}
