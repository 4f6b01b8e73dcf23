//! What stands before and behind a numeral, and what that makes of it.

use super::super::reading::Reading;
use super::super::{Hedge, Quantity, Role, Vocabulary};
use super::glyph::{before, glyph, goes_on};
use super::numeral::Numeral;
use super::{calendar, clock, era, measure, share};
use crate::text::Span;

/// The quantity of a numeral, with what stands at `tail`, and the position behind that.
pub(super) fn dress(
    text: &str,
    start: usize,
    numeral: &Numeral,
    tail: usize,
    vocabulary: &Vocabulary,
) -> (Quantity, usize) {
    let alone = numeral.end == tail;
    let tail = skip_space(text, tail);
    if let Some((mut time, end)) = clock::spoken(text, start, numeral, tail) {
        if !alone {
            time.span = Span::new(start, numeral.end);
        }
        return (time, end);
    }
    let mut quantity = plain(text, start, numeral);
    let behind = era::dress(text, &mut quantity, numeral, tail, vocabulary)
        .or_else(|| calendar::dress(text, &mut quantity, numeral, tail))
        .or_else(|| share::dress(text, &mut quantity, numeral, tail))
        .or_else(|| measure::dress(text, &mut quantity, tail, vocabulary))
        .unwrap_or(tail);
    let behind = measured(text, &mut quantity, tail, vocabulary).unwrap_or(behind).max(behind);
    quantity.money = text.get(tail..).and_then(|rest| vocabulary.money(rest));
    (quantity, behind)
}

/// The unit that a count is given in, if any; the position behind it.
fn measured(text: &str, quantity: &mut Quantity, tail: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let counts = quantity.role == Role::Count && quantity.measure.is_none();
    counts.then(|| measure::unit(text, quantity, tail, vocabulary))?
}

fn skip_space(text: &str, at: usize) -> usize {
    if goes_on(text, at, " ") { at + 1 } else { at }
}

/// The numeral with what stands before it.
fn plain(text: &str, start: usize, numeral: &Numeral) -> Quantity {
    let mut amount = numeral.amount;
    let prefix = before(text, start);
    let dozens = matches!(prefix, Some('上' | '数' | '几' | '近' | '成'))
        && amount.is_exact()
        && (amount.low.log10().fract() < 1e-9 && amount.low >= 10.0)
        && (!numeral.arabic || prefix != Some('近'));
    if dozens {
        amount.high = amount.low * 9.99;
    }
    let mut quantity = Quantity::plain(Span::new(start, numeral.end), amount.low, numeral.firm && !dozens);
    quantity.readings = vec![Reading::range(amount.low, amount.high)];
    quantity.readings.extend(numeral.others.iter().map(|value| Reading::number(*value)));
    if !amount.is_exact() {
        quantity.hedge = Hedge::Above;
    }
    if prefix == Some('第') {
        quantity.role = Role::Ordinal;
        quantity.firm &= amount.low > 10.0;
    }
    if glyph(text, numeral.end).is_some_and(|(c, _)| c.is_ascii_alphabetic()) {
        quantity.role = Role::Label;
    }
    quantity
}
