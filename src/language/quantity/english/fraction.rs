//! Fractions in digits and words: 2/3, two-thirds, a quarter.

use super::super::reading::Reading;
use super::super::{Quantity, Role};
use super::calendar;
use super::cardinal::{self, Amount};
use super::lex::{Gap, Item};
use super::words::{ordinal, small, soft};

/// Digits with a slash.
pub(super) fn slashed(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (item, next) = (items.get(at)?, items.get(at + 1)?);
    let (above, below) = (item.number?, next.number.filter(|_| next.gap == Gap::Slash)?);
    if calendar::short_year(items, at + 1).is_some() {
        return None;
    }
    let mut quantity = Quantity::plain(item.span.cover(next.span), above / below.max(1.0), false);
    quantity.or_any([above, below]);
    Some((quantity, at + 2))
}

/// A part with an article: a third, a fifth, a quarter.
pub(super) fn part(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (article, word) = (items.get(at)?, items.get(at + 1)?);
    let below = denominates(&word.lower).filter(|below| *below >= 3.0 && article.is_any(&["a", "an"]))?;
    if cardinal::part_of_scale(items, at + 1).is_some() {
        return None;
    }
    let mut quantity = Quantity::plain(word.span, 1.0 / below, false);
    quantity.or(below);
    quantity.or_any(soft(&word.lower).iter().copied());
    quantity.readings.push(Reading::about(1.0 / below));
    quantity.ratio = Some(1.0 / below);
    Some((quantity, at + 2))
}

/// The denominator that a word names.
fn denominates(word: &str) -> Option<f64> {
    if word == "quarter" { Some(4.0) } else { ordinal(word) }
}

/// Whether a number is the whole of the one before it: the ten of “nine in ten”.
pub(super) fn is_whole(items: &[Item<'_>], at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).and_then(|at| items.get(at));
    let part = match (before(2), before(1)) {
        (Some(out), Some(of)) if out.is("out") && of.is("of") => before(3),
        (part, Some(preposition)) if preposition.is("in") => part,
        _ => None,
    };
    part.is_some_and(|item| item.number.is_some() || small(&item.lower).is_some())
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
        _ => denominates(word).filter(|value| *value >= 3.0)?,
    };
    let numerator = amount.value;
    let fits = !amount.ordinal && (1.0..100.0).contains(&numerator) && plural == (numerator > 1.0);
    fits.then_some(value)
}

/// A part of a hundredth: half a percent, a quarter of a percentage point.
pub(super) fn of_percent(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let first = items.get(at)?;
    let lead = at + usize::from(first.is_any(&["a", "an", "one"]));
    let part = match &*items.get(lead)?.lower {
        "half" => 0.5,
        word => 1.0 / denominates(word).filter(|below| *below >= 3.0)?,
    };
    let skip = |at: usize, words: &[&str]| at + usize::from(items.get(at).is_some_and(|item| item.is_any(words)));
    let sign = skip(skip(lead + 1, &["of"]), &["a", "one"]);
    let (role, behind) = match (&*items.get(sign)?.lower, items.get(sign + 1).map(|item| &*item.lower)) {
        ("percentage" | "percent", Some("point")) => (Role::Points, sign + 2),
        ("percent", _) => (Role::Percent, sign + 1),
        ("per", Some("cent")) => (Role::Percent, sign + 2),
        _ => return None,
    };
    let span = first.span.cover(items.get(behind - 1)?.span);
    let mut quantity = Quantity::new(span, role, false, vec![Reading::number(part / 100.0)]);
    quantity.or_any([part, 1.0 / part]);
    Some((quantity, behind))
}

/// One and a half of something: a year and a half, a decade and a half.
pub(super) fn and_a_half(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (article, unit) = (items.get(at)?, items.get(at + 1)?);
    let one = article.is_any(&["a", "an", "one"]) && unit.is_close();
    if !one || !cardinal::half_behind(items, at + 2) || cardinal::amount(items, at + 1).is_some() {
        return None;
    }
    let by = soft(&unit.lower).first().copied().filter(|by| *by > 1.0);
    let mut quantity = Quantity::plain(article.span.cover(items.get(at + 4)?.span), 1.5, false);
    quantity.or_any(by.map(|by| by * 1.5));
    Some((quantity, at + 5))
}
