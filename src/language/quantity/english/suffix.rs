//! What stands around a number, and what that makes of it.

use super::super::reading::Reading;
use super::super::{Money, Quantity, Role, Vocabulary};
use super::cardinal::{self, Amount};
use super::fraction;
use super::lex::{Gap, Item};
use super::words::{month, scale, small};

/// The quantity of a number, and the item behind it.
pub(super) fn dress(items: &[Item<'_>], at: usize, amount: &Amount) -> (Quantity, usize) {
    let start = items.get(at).map(|item| item.span).unwrap_or_default();
    let end = items.get(amount.behind.saturating_sub(1)).map_or(start, |item| item.span);
    let firm = if amount.digits { amount.value > 1.0 || amount.value.fract() != 0.0 } else { amount.value > 10.0 };
    let mut quantity = Quantity::plain(start.cover(end), amount.value, firm);
    quantity.or_any(amount.others.iter().copied());
    quantity.parts = amount.parts.iter().map(|value| Reading::number(*value)).collect();
    if amount.ordinal {
        quantity.role = Role::Ordinal;
    }
    let behind = share(items, &mut quantity, amount)
        .or_else(|| ordinal(items, &mut quantity, amount))
        .or_else(|| longer(items, &mut quantity, amount))
        .unwrap_or(amount.behind);
    // The 15th day is no duration.
    let counts = |item: &&Item<'_>| item.is_close() && quantity.role != Role::Ordinal;
    quantity.lasts = items.get(behind).filter(counts).and_then(|item| unit(&item.lower));
    if let Some(whole) = fraction::whole(items, amount) {
        quantity.or(amount.value / whole);
        quantity.ratio = Some(amount.value / whole);
    }
    all_but(items, at, &mut quantity);
    calendar(items, at, &mut quantity, behind);
    shared_scale(items, &mut quantity, behind);
    if !amount.digits && is_bare(items, at, amount.behind) {
        quantity.firm = false;
    }
    quantity.firm &= !fraction::is_whole(items, at);
    quantity.factors = factors(items, amount);
    quantity.parts.extend(row(items, amount).into_iter().flatten().map(Reading::number));
    (quantity, behind)
}

/// The rest of the whole: all but 3 percent is 97 percent.
fn all_but(items: &[Item<'_>], at: usize, quantity: &mut Quantity) {
    let before = items.get(at.saturating_sub(2)..at).unwrap_or_default();
    if matches!(before, [all, but] if all.is("all") && but.is("but"))
        && quantity.role == Role::Percent
        && let Some(share) = quantity.exact()
    {
        // Not a share itself, so that the share that is left out counts as well.
        quantity.role = Role::Count;
        quantity.readings.insert(0, Reading::number(1.0 - share));
    }
}

/// The two numbers of “sixteen million-kilowatt turbines”.
fn row(items: &[Item<'_>], amount: &Amount) -> Option<[f64; 2]> {
    let scaled = items.get(amount.behind - 1).filter(|item| item.gap == Gap::Space);
    let by = scaled.and_then(|item| scale(&item.lower))?;
    let unit = items.get(amount.behind).is_some_and(|item| item.gap == Gap::Hyphen && item.number.is_none());
    unit.then_some([amount.value / by, by])
}

/// How many times as much is said: three times, 20-fold, 2.5 times more.
fn factors(items: &[Item<'_>], amount: &Amount) -> Vec<f64> {
    let times = items.get(amount.behind).is_some_and(|item| item.is_close() && item.is_any(&["times", "fold"]));
    if times { vec![amount.value, amount.value + 1.0] } else { Vec::new() }
}

/// The currency around a number: $5, RMB5, 5 U.S. dollars.
pub(super) fn money(items: &[Item<'_>], at: usize, behind: usize, vocabulary: &Vocabulary) -> Option<Money> {
    let sign = items.get(at).and_then(|item| item.sign);
    let signed = sign.and_then(|sign| vocabulary.english_money(sign.encode_utf8(&mut [0; 4])));
    let before = at.checked_sub(1).and_then(|at| items.get(at)).filter(|_| items.get(at).is_some_and(is_next));
    let after = || {
        let near = items.get(behind..).unwrap_or_default().iter().take(3).take_while(|item| is_next(item));
        near.take_while(|item| item.number.is_none()).find_map(|item| vocabulary.english_money(&item.lower))
    };
    signed.or_else(|| before.and_then(|item| vocabulary.english_money(&item.lower))).or_else(after)
}

fn is_next(item: &Item<'_>) -> bool {
    item.is_close() || item.gap == Gap::None
}

/// The part of a date whose unit a word is.
fn unit(word: &str) -> Option<Role> {
    Some(match word {
        "day" | "days" => Role::Day,
        "hour" | "hours" => Role::Clock,
        "month" | "months" => Role::Month,
        _ => return None,
    })
}

/// Whether it is a mere scale: a hundred, a million.
fn is_bare(items: &[Item<'_>], at: usize, behind: usize) -> bool {
    let words = items.get(at..behind).unwrap_or_default();
    words.iter().all(|item| item.is_any(&["a", "an", "one"]) || scale(&item.lower).is_some())
}

/// Percentages, points and fractions.
fn share(items: &[Item<'_>], quantity: &mut Quantity, amount: &Amount) -> Option<usize> {
    if let Some(below) = fraction::denominator(items, amount) {
        quantity.readings.insert(0, Reading::number(amount.value / below));
        quantity.readings.push(Reading::about(amount.value / below));
        quantity.or(below);
        quantity.ratio = Some(amount.value / below);
        quantity.span = quantity.span.cover(items.get(amount.behind)?.span);
        return Some(amount.behind + 1);
    }
    let sign = items.get(amount.behind).filter(|item| item.is_close() || item.gap == Gap::None)?;
    let next = items.get(amount.behind + 1);
    let (role, part, behind) = match &*sign.lower {
        "percentage" | "percent" | "per" if next.is_some_and(|next| next.is_any(&["points", "point"])) => {
            (Role::Points, 0.01, amount.behind + 2)
        }
        "percent" | "%" | "％" | "pct" | "percentage" => (Role::Percent, 0.01, amount.behind + 1),
        "per" if next.is_some_and(|next| next.is("cent")) => (Role::Percent, 0.01, amount.behind + 2),
        "basis" => (Role::Points, 0.0001, amount.behind + 2),
        "pp" | "ppt" | "ppts" => (Role::Points, 0.01, amount.behind + 1),
        "points" => {
            // Points may be those of percentages.
            quantity.or(amount.value / 100.0);
            return Some(amount.behind + 1);
        }
        _ => return None,
    };
    quantity.role = role;
    quantity.firm |= amount.value > 1.0;
    quantity.readings.insert(0, Reading::number(amount.value * part));
    Some(behind)
}

/// 18th
fn ordinal(items: &[Item<'_>], quantity: &mut Quantity, amount: &Amount) -> Option<usize> {
    let item = items.get(amount.behind).filter(|item| item.gap == Gap::None && amount.digits)?;
    if !item.is_any(&["st", "nd", "rd", "th"]) {
        return None;
    }
    quantity.role = Role::Ordinal;
    quantity.span = quantity.span.cover(item.span);
    Some(amount.behind + 1)
}

/// Units that make it many times as much: three decades, two pairs.
fn longer(items: &[Item<'_>], quantity: &mut Quantity, amount: &Amount) -> Option<usize> {
    let item = items.get(amount.behind).filter(|item| item.is_close())?;
    let by = match &*item.lower {
        "decade" | "decades" => 10.0,
        "century" | "centuries" => 100.0,
        "pair" | "pairs" => 2.0,
        "weeks" | "week" => 7.0,
        "years" | "year" => {
            quantity.or(amount.value * 12.0);
            return None;
        }
        _ => return None,
    };
    quantity.or(amount.value * by);
    Some(amount.behind + 1)
}

/// Whether it is the year or the day of a date.
fn calendar(items: &[Item<'_>], at: usize, quantity: &mut Quantity, behind: usize) {
    let Some(value) = quantity.exact() else { return };
    let plain = behind == at + 1 && items.get(at).is_some_and(|item| item.is_plain(4) && item.gap != Gap::Sign);
    if plain && (1000.0..2200.0).contains(&value) {
        quantity.role = Role::Year;
        return;
    }
    let is_month = |at: Option<usize>| at.and_then(|at| items.get(at)).is_some_and(|item| month(&item.lower).is_some());
    let of = usize::from(items.get(behind).is_some_and(|item| item.is("of")));
    let near = is_month(at.checked_sub(1)) || is_month(Some(behind + of));
    if near && (1.0..=31.0).contains(&value) && matches!(quantity.role, Role::Count | Role::Ordinal) {
        quantity.role = Role::Day;
    }
}

/// The scale of a later number may be meant for this one: 3 to 5 million.
fn shared_scale(items: &[Item<'_>], quantity: &mut Quantity, behind: usize) {
    let Some(value) = quantity.exact().filter(|value| *value < 1e6) else { return };
    let mut at = behind;
    for _ in 0..6 {
        let Some(item) = items.get(at) else { return };
        let joined = item.is_any(&["to", "and", "or"]) || item.gap == Gap::Comma || item.gap == Gap::Hyphen;
        if !joined && item.number.is_none() && small(&item.lower).is_none() {
            return;
        }
        let number = if item.is_any(&["to", "and", "or"]) { at + 1 } else { at };
        let Some(next) = cardinal::amount(items, number) else { return };
        let scaled = items.get(next.behind.saturating_sub(1)).and_then(|item| scale(&item.lower));
        if let Some(by) = scaled {
            quantity.or(value * by);
            return;
        }
        at = next.behind;
    }
}
