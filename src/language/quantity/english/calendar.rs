//! Months and times of the day: Sept. 3, 2:40 p.m., 8 am, noon.

use super::super::reading::{Class, Reading};
use super::super::{Quantity, Role};
use super::lex::{Gap, Item};
use super::words;

/// Words behind which “May” and “March” are months.
const BEFORE_MONTHS: [&str; 16] = [
    "in", "of", "since", "until", "till", "by", "from", "to", "early", "late", "mid", "last", "this", "next",
    "between", "during",
];

/// The name of a month, with a capital.
pub(super) fn month(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let value = words::month(&item.lower).filter(|_| item.raw.starts_with(|c: char| c.is_uppercase()))?;
    let dated = |at: Option<usize>| at.and_then(|at| items.get(at)).is_some_and(|item| item.number.is_some());
    // “May” and “March” at the start of a sentence may be verbs.
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    let placed = before.is_some_and(|before| before.is_any(&BEFORE_MONTHS));
    let verb = matches!(&*item.lower, "may" | "march" | "mar");
    let sure = !verb || placed || dated(Some(at + 1)) || dated(at.checked_sub(1));
    let readings = vec![Reading::month(value), Reading::number(value)];
    Some((Quantity::new(item.span, Role::Month, sure, readings), at + 1))
}

/// The second year of two, in two digits: 2025-26, 1894/95.
pub(super) fn short_year(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at).filter(|item| item.is_plain(2) && matches!(item.gap, Gap::Hyphen | Gap::Slash))?;
    let first = at.checked_sub(1).and_then(|at| items.get(at)).filter(|first| first.is_plain(4))?;
    let (from, to) = (first.number?, item.number?);
    let year = from - from % 100.0 + to + if to > 0.0 { 0.0 } else { 100.0 };
    if !(1000.0..2200.0).contains(&from) || year <= from {
        return None;
    }
    let mut quantity = Quantity::new(item.span, Role::Year, false, vec![Reading::number(year)]);
    quantity.or(to);
    Some((quantity, at + 1))
}

/// A time in digits or words.
pub(super) fn clock(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    relative(items, at).or_else(|| noon(items, at)).or_else(|| digital(items, at))
}

/// A time before or after another one: half past three, a quarter to five, half an hour after midnight.
fn relative(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let lead = at + usize::from(items.get(at)?.is("a"));
    let minutes = match &*items.get(lead)?.lower {
        "half" => 30.0,
        "quarter" => 15.0,
        _ => return None,
    };
    let hour = items
        .get(lead + 1..lead + 3)
        .is_some_and(|words| matches!(words, [a, hour] if a.is_any(&["an", "a"]) && hour.is("hour")));
    let side = if hour { lead + 3 } else { lead + 1 };
    let later = match &*items.get(side)?.lower {
        "past" | "after" => 1.0,
        "to" | "before" => -1.0,
        _ => return None,
    };
    let (hours, behind) = whole_hour(items, side + 1)?;
    let span = items.get(at)?.span.cover(items.get(behind - 1)?.span);
    let from = |hour: &Reading| Reading::clock((hour.low + later * minutes + 1440.0) % 1440.0);
    let readings = hours.iter().filter(|hour| hour.class == Class::Clock).map(from);
    let mut quantity = Quantity::new(span, Role::Clock, false, readings.collect());
    quantity.or(minutes);
    quantity.or_any(hours.iter().filter(|hour| hour.class == Class::Number).map(|hour| hour.low));
    Some((quantity, behind))
}

/// An hour in words or digits, and the item behind it.
fn whole_hour(items: &[Item<'_>], at: usize) -> Option<(Vec<Reading>, usize)> {
    if let Some((quantity, behind)) = noon(items, at).or_else(|| digital(items, at)) {
        return Some((quantity.readings, behind));
    }
    let item = items.get(at)?;
    let hour = item.number.or_else(|| words::small(&item.lower)).filter(|hour| (1.0..=12.0).contains(hour))?;
    let mut readings = readings(hour, 0.0, None);
    readings.push(Reading::number(hour));
    Some((readings, at + 1))
}

fn noon(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let minutes: &[f64] = match &*item.lower {
        "noon" | "midday" => &[720.0],
        "midnight" => &[0.0, 1440.0],
        _ => return None,
    };
    let mut readings: Vec<_> = minutes.iter().map(|minutes| Reading::clock(*minutes)).collect();
    readings.extend([0.0, 12.0, 24.0].map(Reading::number));
    Some((Quantity::new(item.span, Role::Clock, false, readings), at + 1))
}

fn digital(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let item = items.get(at)?;
    let (hour, minute, mut behind) = hour_and_minute(items, at)?;
    let colon = behind > at + 1;
    let half = items
        .get(behind)
        .filter(|half| matches!(half.gap, Gap::None | Gap::Space))
        .and_then(|half| half_of_day(&half.lower));
    let clock = items.get(behind).is_some_and(|word| word.is("o"))
        && items.get(behind + 1).is_some_and(|word| word.is("clock"));
    if half.is_some() || clock {
        behind += 1 + usize::from(clock);
    } else if !colon {
        return None;
    }
    let last = items.get(behind - 1)?;
    let mut readings = readings(hour, minute, half);
    readings.extend([hour, minute].map(Reading::number));
    Some((Quantity::new(item.span.cover(last.span), Role::Clock, true, readings), behind))
}

/// 14:40, or 4.30 or 8, which are times only before `p.m.`.
fn hour_and_minute(items: &[Item<'_>], at: usize) -> Option<(f64, f64, usize)> {
    let item = items.get(at)?;
    let value = item.number.filter(|value| *value <= 24.0)?;
    let minutes = items.get(at + 1).filter(|next| next.gap == Gap::Colon && next.is_plain(2));
    if let Some((next, minute)) = minutes.and_then(|next| Some((next, next.number.filter(|minute| *minute < 60.0)?))) {
        let _ = next;
        return Some((value, minute, at + 2));
    }
    let minute = (value.fract() * 100.0).round();
    Some((value.trunc(), minute, at + 1)).filter(|_| minute < 60.0)
}

/// Whether it is before or after noon.
fn half_of_day(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "am" | "a.m" => Some(false),
        "pm" | "p.m" => Some(true),
        _ => None,
    }
}

fn readings(hour: f64, minute: f64, after_noon: Option<bool>) -> Vec<Reading> {
    let at = hour * 60.0 + minute;
    match after_noon {
        Some(true) if hour < 12.0 => vec![Reading::clock(at + 720.0)],
        Some(false) if hour >= 12.0 => vec![Reading::clock(at - 720.0)],
        None if hour < 12.0 => vec![Reading::clock(at), Reading::clock(at + 720.0)],
        None if hour < 13.0 => vec![Reading::clock(at), Reading::clock(at - 720.0)],
        None if hour >= 24.0 => vec![Reading::clock(at), Reading::clock(at - 1440.0)],
        _ => vec![Reading::clock(at)],
    }
}
