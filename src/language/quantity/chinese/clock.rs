//! Times of the day: 14:40, 14时40分, 下午3点半, 晚8时许.

use super::super::reading::{Reading, equal};
use super::super::{Quantity, Role};
use super::glyph::{before, glyph, goes_on};
use super::numeral::{Numeral, digits, numeral};
use crate::text::Span;

/// Words before a time that put it into the second half of the day.
const AFTER_NOON: [&str; 11] = ["下午", "晚上", "晚间", "傍晚", "午后", "当晚", "今晚", "昨晚", "明晚", "晚", "夜间"];
/// Words before a time that put it into the first half of the day.
const BEFORE_NOON: [&str; 9] = ["凌晨", "上午", "早上", "清晨", "早晨", "早", "今晨", "次晨", "当晨"];
/// Characters that say somewhere before a time that it is in the second half of the day.
const LATE: &str = "午晚夜傍昏";
/// How far before a time these are looked for, in characters.
const LEAD: usize = 30;

/// A time in digits with a colon.
pub(super) fn digital(text: &str, at: usize, found: &mut Vec<Quantity>) -> Option<usize> {
    let (hour, colon) = digits(text, at)?;
    let (_, start) = glyph(text, colon).filter(|(c, _)| *c == ':')?;
    let (minute, end) = digits(text, start)?;
    let two_digits = text.get(start..end)?.chars().count() == 2;
    if !two_digits || !(0.0..=24.0).contains(&hour.low) || !(0.0..60.0).contains(&minute.low) {
        return None;
    }
    let mut quantity = clock(text, Span::new(at, end), hour.low, minute.low, false);
    quantity.or_any([hour.low, minute.low]);
    found.push(quantity);
    Some(end)
}

/// A numeral as the hour of a time, with the minutes behind it.
pub(super) fn spoken(text: &str, start: usize, hour: &Numeral, tail: usize) -> Option<(Quantity, usize)> {
    let (mark, next) = glyph(text, tail).filter(|(c, _)| matches!(c, '时' | '点' | '時'))?;
    let value = hour.amount.low;
    let whole = hour.amount.is_exact() && (0.0..=24.0).contains(&value) && value.fract() == 0.0;
    if !whole || before(text, start) == Some('第') {
        return None;
    }
    let (minutes, end) = minutes(text, next);
    // 一时 is “for a while” as well.
    if !hour.arabic && equal(value, 1.0) && minutes.is_none() && !has_half(text, start) {
        return None;
    }
    if mark == '点' && minutes.is_none() && !is_hour(text, next) {
        return None;
    }
    let official = mark != '点' && hour.arabic && !is_late(text, start);
    let mut quantity = clock(text, Span::new(start, end), value, minutes.unwrap_or_default(), official);
    quantity.or(value);
    if let Some(minutes) = minutes {
        quantity.or_any([minutes, value + minutes / 60.0]);
    }
    Some((quantity, end))
}

/// Whether 点 means the hour: 3点钟, 3点左右.
fn is_hour(text: &str, at: usize) -> bool {
    let words = ["钟", "整", "左右", "许", "，", "。", "前", "后", "至", "到", "-", "开始", "多", "起"];
    words.iter().any(|word| goes_on(text, at, word))
}

/// The minutes behind the hour, and the position behind them.
fn minutes(text: &str, at: usize) -> (Option<f64>, usize) {
    if goes_on(text, at, "半") {
        return (Some(30.0), at + "半".len());
    }
    if goes_on(text, at, "一刻") {
        return (Some(15.0), at + "一刻".len());
    }
    let minute = numeral(text, at).filter(|minute| (0.0..60.0).contains(&minute.amount.low));
    let Some(minute) = minute else { return (None, at) };
    let value = minute.amount.low;
    match glyph(text, minute.end) {
        Some(('分', end)) => (Some(value), end),
        _ if minute.digits == 2 => (Some(value), minute.end),
        _ => (None, at),
    }
}

/// Whether one of these words ends at a position.
fn follows(text: &str, at: usize, words: &[&str]) -> bool {
    text.get(..at).is_some_and(|before| words.iter().any(|word| before.ends_with(word)))
}

/// Whether the half of the day is said before a position.
fn has_half(text: &str, at: usize) -> bool {
    follows(text, at, &AFTER_NOON) || follows(text, at, &BEFORE_NOON)
}

/// Whether the sentence speaks of the second half of the day before a position.
fn is_late(text: &str, at: usize) -> bool {
    let lead = text.get(..at).unwrap_or_default().chars().rev().take(LEAD);
    lead.take_while(|c| !matches!(c, '。' | '！' | '？' | '\n')).any(|c| LATE.contains(c))
}

/// A time with what the words before it say about the half of the day; an official one, 8时10分, is
/// that of the twenty-four-hour clock.
fn clock(text: &str, span: Span, hour: f64, minute: f64, official: bool) -> Quantity {
    let stands = |words: &[&str]| follows(text, span.start(), words);
    let at = hour * 60.0 + minute;
    let readings = match hour {
        h if h >= 24.0 => vec![Reading::clock(at), Reading::clock(at - 1440.0)],
        h if h > 12.0 => vec![Reading::clock(at)],
        h if h < 12.0 && stands(&AFTER_NOON) => vec![Reading::clock(at + 720.0)],
        h if h < 12.0 && stands(&BEFORE_NOON) => vec![Reading::clock(at)],
        h if h <= 0.0 => vec![Reading::clock(at), Reading::clock(at + 1440.0)],
        h if h < 12.0 && official => vec![Reading::clock(at)],
        h if h >= 12.0 => vec![Reading::clock(at), Reading::clock(at - 720.0)],
        _ => vec![Reading::clock(at), Reading::clock(at + 720.0)],
    };
    Quantity::new(span, Role::Clock, true, readings)
}
