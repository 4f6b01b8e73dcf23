//! Growth in words: doubled, more than tripled, four times, 20-fold; and phrases that stand for values.

use super::super::reading::Reading;
use super::super::vocabulary::PHRASE;
use super::super::{Hedge, Quantity, Role, Vocabulary};
use super::hedge::phrase;
use super::lex::Item;

/// How far from a factor one that is given by it may be.
const AROUND: [f64; 2] = [0.95, 1.07];
/// The same for a factor below one: halved.
const PART: [f64; 2] = [0.9, 1.1];
/// How far below a factor one that nearly reaches it may be.
const NEARLY: f64 = 0.9;
/// How far from a factor below one a smaller or larger one may be that is hedged: more than halved.
const FURTHER: [f64; 2] = [0.7, 1.2];

/// A word that says how many times as much something becomes.
pub(super) fn word(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let (first, others) = vocabulary.growth(&item.lower).split_first()?;
    let mut quantity = Quantity::plain(item.span, *first, false);
    if *first >= 1.0 {
        quantity.or(first - 1.0);
    } else {
        quantity.or_any([1.0 / first, first * 100.0]);
    }
    quantity.role = Role::Label;
    quantity.factors = std::iter::once(*first).chain(others.iter().copied()).collect();
    Some((quantity, at + 1))
}

/// A phrase that stands for a value.
pub(super) fn value(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary) -> Option<(Quantity, usize)> {
    items.get(at).filter(|item| vocabulary.starts_phrase(&item.lower))?;
    let ends = (at + 1..=(at + PHRASE).min(items.len())).rev();
    let found = ends.filter_map(|end| Some((vocabulary.phrase(&phrase(items.get(at..end)?))?, end)));
    let (values, end) = found.into_iter().next()?;
    let span = items.get(at)?.span.cover(items.get(end - 1)?.span);
    let pairs = values.chunks_exact(2).filter_map(|pair| Some(Reading::range(*pair.first()?, *pair.last()?)));
    Some((Quantity::new(span, Role::Label, false, pairs.collect()), end))
}

/// Adds the factors that a quantity may give, with what is said of it.
pub(super) fn settle(quantity: &mut Quantity) {
    let ranges = quantity.factors.iter().map(|factor| range(*factor, quantity.hedge));
    quantity.readings.extend(ranges.collect::<Vec<_>>());
}

fn range(factor: f64, hedge: Hedge) -> Reading {
    let [near, far] = FURTHER;
    let (low, high) = match hedge {
        // More than halved is less than half.
        Hedge::Above if factor < 1.0 => (factor * near, factor),
        Hedge::Below if factor < 1.0 => (factor, factor * far),
        Hedge::Above => (factor, factor + 0.99),
        Hedge::Below => (factor * NEARLY, factor),
        _ => {
            let [less, more] = if factor < 1.0 { PART } else { AROUND };
            (factor * less, factor * more)
        }
    };
    Reading::factor(low, high)
}
