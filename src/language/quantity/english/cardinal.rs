//! Cardinals in digits and words: 1.5 million, one hundred and five, half a billion, 33 000.

use super::lex::{Gap, Item};
use super::spelled::Reader;
use super::words::{glued, scale};

/// A number that was read.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// Its value.
    pub(super) value: f64,
    /// The item behind it.
    pub(super) behind: usize,
    /// Other values that it may have.
    pub(super) others: Vec<f64>,
    /// Numbers that it may be a row of.
    pub(super) parts: Vec<f64>,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// Whether it is an ordinal.
    pub(super) ordinal: bool,
}

/// The most terms of one number.
pub(super) const TERMS: usize = 12;

/// The number that starts at an item.
pub(super) fn amount(items: &[Item<'_>], at: usize) -> Option<Amount> {
    let first = items.get(at)?;
    if first.number.is_some() {
        return Some(digital(items, at));
    }
    part_of_scale(items, at).or_else(|| Reader::default().read(items, at))
}

/// Digits, with their scale.
fn digital(items: &[Item<'_>], at: usize) -> Amount {
    let mut amount = grouped(items, at);
    if let Some(item) = items.get(amount.behind)
        && item.gap == Gap::None
        && let Some(value) = glued(item.raw)
    {
        amount.others.push(amount.value);
        amount.value *= value;
        amount.behind += 1;
    }
    scales(items, &mut amount);
    let first = amount.clone();
    // 1 billion 400 million
    if let Some(next) = items.get(amount.behind).filter(|item| item.is_close() || item.gap == Gap::Comma)
        && amount.behind > at + 1
        && next.number.is_some()
    {
        let mut second = grouped(items, amount.behind);
        let plain = second.behind;
        scales(items, &mut second);
        if second.behind > plain && second.value < amount.value / 2.0 {
            amount.parts.extend([amount.value, second.value]);
            amount.value += second.value;
            amount.behind = second.behind;
            return amount;
        }
    }
    first
}

/// Digits that a space or a comma with a space may group: 33 000.
fn grouped(items: &[Item<'_>], at: usize) -> Amount {
    let mut amount =
        Amount { value: 0.0, behind: at, others: Vec::new(), parts: Vec::new(), digits: true, ordinal: false };
    while let Some(item) = items.get(amount.behind) {
        let Some(value) = item.number else { break };
        let first = amount.behind == at;
        let group = item.is_plain(3) && (item.gap == Gap::Space || (item.gap == Gap::Comma && item.raw == "000"));
        let fits = first || (group && amount.behind < at + TERMS);
        if !fits || (!first && glued_behind(items, amount.behind)) {
            break;
        }
        if !first {
            amount.parts.extend(amount.parts.is_empty().then_some(amount.value).into_iter().chain([value]));
        }
        amount.value = if first { value } else { amount.value * 1000.0 + value };
        amount.behind += 1;
        if first && !(1..=3).any(|digits| item.is_plain(digits)) {
            break;
        }
    }
    amount
}

fn glued_behind(items: &[Item<'_>], at: usize) -> bool {
    items.get(at + 1).is_some_and(|next| next.gap == Gap::None && !next.is("%"))
}

/// Multiplies by the scales behind a number, and adds the half of `two and a half million`.
pub(super) fn scales(items: &[Item<'_>], amount: &mut Amount) {
    if half_behind(items, amount.behind) {
        amount.value += 0.5;
        amount.behind += 3;
    }
    while let Some(value) = items
        .get(amount.behind)
        .filter(|item| item.is_close() || item.gap == Gap::None)
        .and_then(|item| scale(&item.lower))
    {
        amount.value *= value;
        amount.behind += 1;
    }
}

/// Whether `and a half` follows.
pub(super) fn half_behind(items: &[Item<'_>], at: usize) -> bool {
    let words = items.get(at..at + 3).unwrap_or_default();
    matches!(words, [and, a, half] if and.is("and") && a.is("a") && half.is("half") && and.is_close())
}

/// Half a million, a quarter of a million, half million.
pub(super) fn part_of_scale(items: &[Item<'_>], at: usize) -> Option<Amount> {
    let part = match &*items.get(at)?.lower {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    let skip = |at: usize, word: &str| at + usize::from(items.get(at).is_some_and(|item| item.is(word)));
    let behind = skip(skip(skip(at + 1, "of"), "a"), "an");
    let value = items.get(behind).filter(|item| item.is_close()).and_then(|item| scale(&item.lower))?;
    let mut amount = Amount {
        value: part * value,
        behind: behind + 1,
        others: Vec::new(),
        parts: vec![part, value],
        digits: false,
        ordinal: false,
    };
    scales(items, &mut amount);
    Some(amount)
}
