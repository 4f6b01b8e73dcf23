//! Measures: the values that they have in other units, halves and decimals behind the unit.

use super::super::reading::Reading;
use super::super::{Quantity, Role, Vocabulary};
use super::glyph::{glyph, goes_on};
use super::numeral::{digits, numeral};

/// Units behind which the decimals may stand: 21秒87, 1米85.
const BEFORE_DECIMALS: [&str; 3] = ["秒", "米", "块"];

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
    Some(part.end)
}

fn add_half(quantity: &mut Quantity) {
    let halves = quantity.readings.clone();
    quantity.readings.extend(halves.iter().map(|reading| Reading::range(reading.low + 0.5, reading.high + 0.5)));
}

/// Decimals behind the unit: 21秒87.
fn decimals(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    let unit = BEFORE_DECIMALS.into_iter().find(|unit| goes_on(text, tail, unit))?;
    let start = tail + unit.len();
    let (part, end) = digits(text, start)?;
    let places = i32::try_from(text.get(start..end)?.chars().count()).ok().filter(|places| *places <= 2)?;
    let value = quantity.exact().filter(|_| part.low.fract() <= 0.0)?;
    quantity.readings.insert(0, Reading::number(value + part.low / 10f64.powi(places)));
    quantity.or(part.low);
    Some(end)
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
