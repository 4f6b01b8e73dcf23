//! Measures: the values that they have in other units, halves and decimals behind the unit.

use super::super::reading::Reading;
use super::super::{Measure, Quantity, Role, Vocabulary};
use super::characters::plain_digits;
use super::glyph::{glyph, goes_on, is_unit};
use super::numeral::{digits, numeral};

/// Units behind which the decimals may stand: 21秒87, 一米八五, 三块五.
const BEFORE_DECIMALS: [&str; 4] = ["秒", "米", "块", "毛"];
/// Words before a length that make it a speed, with the seconds.
const RATES: [(&str, f64); 4] = [("每小时", 3600.0), ("时速", 3600.0), ("每秒", 1.0), ("秒速", 1.0)];
/// How far before a length such a word may stand, in characters.
const LEAD: usize = 6;

/// Makes a numeral the measure that the unit behind it says; the position behind that.
pub(super) fn dress(text: &str, quantity: &mut Quantity, tail: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let mut end = tail;
    if let Some(behind) = decimals(text, quantity, tail) {
        return Some(behind);
    }
    if goes_on(text, tail, "个半") {
        // 两个半小时
        end += "个半".len();
        add_half(quantity);
    }
    let unit = vocabulary.unit(text.get(end..)?);
    settle_label(quantity, unit.is_some());
    let behind = end + unit.map_or(0, |(unit, _)| unit.len());
    if end == tail && is_half(text, if behind > tail { behind } else { classifier(text, tail) }, vocabulary) {
        add_half(quantity);
    }
    let (name, factors) = unit?;
    let end = compound(text, quantity, name, behind);
    convert(quantity, factors);
    Some(end.unwrap_or(behind))
}

/// Digits with letters behind them are a measure where the letters are a unit, and else a name.
fn settle_label(quantity: &mut Quantity, has_unit: bool) {
    if quantity.role == Role::Label {
        quantity.role = if has_unit { Role::Count } else { Role::Label };
        quantity.firm &= has_unit;
    }
}

/// Adds what the measure is in other units; a converted measure is a rounded one.
fn convert(quantity: &mut Quantity, factors: &[f64]) {
    let plain = quantity.readings.clone();
    for factor in factors {
        let converted = |reading: &Reading| Reading::range(reading.low * factor * 0.98, reading.high * factor * 1.02);
        quantity.readings.extend(plain.iter().map(converted));
    }
}

/// A smaller unit behind a larger one: 1小时30分钟 is 90 minutes, 1年零3个月 15 months. The position behind
/// its number.
pub(super) fn compound(text: &str, quantity: &mut Quantity, unit: &str, at: usize) -> Option<usize> {
    let (parts, smaller) = match unit {
        "小时" | "个小时" | "钟头" | "个钟头" => (60.0, "分"),
        "年" => (12.0, "个月"),
        "分钟" | "分" => (60.0, "秒"),
        _ => return None,
    };
    let start = if goes_on(text, at, "零") { at + "零".len() } else { at };
    let part = numeral(text, start).filter(|part| goes_on(text, part.end, smaller))?;
    let (value, less) = (quantity.exact()?, part.amount.low);
    quantity.or_any([less, value * parts + less, value + less / parts]);
    quantity.total = Some(value + less / parts);
    Some(part.end)
}

fn add_half(quantity: &mut Quantity) {
    quantity.total = quantity.exact().map(|value| value + 0.5);
    let halves = quantity.readings.clone();
    quantity.readings.extend(halves.iter().map(|reading| Reading::range(reading.low + 0.5, reading.high + 0.5)));
}

/// Decimals behind the unit: 21秒87, 三块五.
fn decimals(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    let unit = BEFORE_DECIMALS.into_iter().find(|unit| goes_on(text, tail, unit))?;
    let (part, places, end) = fraction(text, tail + unit.len())?;
    let value = quantity.exact().filter(|_| places <= 2)?;
    // 一米八个人: what is counted behind it is another number.
    if glyph(text, end).is_some_and(|(c, _)| is_unit(c) || "个名位人点分时年月日号毛角钱%".contains(c)) {
        return None;
    }
    quantity.readings.insert(0, Reading::number(value + part / 10f64.powi(places)));
    quantity.or(part);
    Some(end)
}

/// Digits as decimals, how many there are, and the position behind them.
fn fraction(text: &str, start: usize) -> Option<(f64, i32, usize)> {
    if let Some((part, end)) = digits(text, start) {
        let places = i32::try_from(text.get(start..end)?.chars().count()).ok()?;
        return Some((part.low, places, end)).filter(|_| part.low.fract() <= 0.0);
    }
    let (run, end) = plain_digits(text, start);
    let value = run.iter().fold(0.0, |value, digit| value * 10.0 + f64::from(*digit));
    Some((value, i32::try_from(run.len()).ok()?, end)).filter(|_| !run.is_empty())
}

/// The unit that a numeral is given in, with smaller ones behind it: 三斤二两; the position behind that.
pub(super) fn unit(text: &str, quantity: &mut Quantity, tail: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let (measure, length) = vocabulary.measure(text.get(tail..)?)?;
    quantity.measure = Some(rate(text, quantity.span.start(), measure, vocabulary).unwrap_or(measure));
    let mut end = tail + length;
    let mut total = quantity.exact()?;
    let mut last = measure;
    while let Some((value, smaller, behind)) = smaller(text, end, &last, vocabulary) {
        total += value * smaller.ratio(&measure)?;
        (last, end) = (smaller, behind);
        quantity.or(value);
    }
    if end > tail + length {
        quantity.readings.insert(0, Reading::number(total));
        quantity.total = Some(total);
    }
    Some(end)
}

/// A number in a smaller unit, or a digit that is the tenth of the unit before it: 三块二毛五.
fn smaller(text: &str, at: usize, unit: &Measure, vocabulary: &Vocabulary) -> Option<(f64, Measure, usize)> {
    let part = numeral(text, at).filter(|part| part.amount.is_exact())?;
    let (measure, length) = vocabulary.measure(text.get(part.end..)?)?;
    let ratio = measure.ratio(unit)?;
    let (value, mut end) = (part.amount.low, part.end + length);
    let mut value = Some(value).filter(|value| ratio < 1.0 && value * ratio < 1.0)?;
    let (run, behind) = plain_digits(text, end);
    if let [digit] = *run
        && !glyph(text, behind).is_some_and(|(c, _)| is_unit(c) || digit == 0)
        && vocabulary.measure(text.get(behind..)?).is_none()
    {
        value += f64::from(digit) / 10.0;
        end = behind;
    }
    Some((value, measure, end))
}

/// The speed that a length is behind 每秒 or 时速.
fn rate(text: &str, start: usize, measure: Measure, vocabulary: &Vocabulary) -> Option<Measure> {
    let lead = text.get(..start)?;
    let from = lead.char_indices().rev().nth(LEAD - 1).map_or(0, |(at, _)| at);
    let near = lead.get(from..)?;
    let (_, seconds) = RATES.into_iter().find(|(word, _)| near.contains(word))?;
    let length = vocabulary.measure("米").is_some_and(|(metre, _)| metre.is_like(&measure));
    vocabulary.dimension("speed").filter(|_| length).map(|speed| measure.per(seconds, speed))
}

/// Whether a half is added, as in 两年半; not another measure, as in 十天半个月.
fn is_half(text: &str, at: usize, vocabulary: &Vocabulary) -> bool {
    let behind = at + "半".len();
    goes_on(text, at, "半") && text.get(behind..).is_some_and(|rest| vocabulary.unit(rest).is_none())
}

/// The position behind a measure word of one character.
fn classifier(text: &str, at: usize) -> usize {
    glyph(text, at).map_or(at, |(_, end)| end)
}
