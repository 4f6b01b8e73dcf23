//! Years, months and days: 2021年3月5日, 90年代, 20世纪.

use super::super::reading::Reading;
use super::super::{Quantity, Role};
use super::glyph::{digit, glyph, goes_on};
use super::measure;
use super::numeral::Numeral;

/// Units that are years of a kind: 2022—2023赛季.
const SEASONS: [&str; 3] = ["财年", "赛季", "学年"];

/// Makes a numeral the part of a date that the character behind it says; the position behind it.
pub(super) fn dress(text: &str, quantity: &mut Quantity, numeral: &Numeral, tail: usize) -> Option<usize> {
    let value = quantity.exact()?;
    let (mark, end) = glyph(text, tail)?;
    match mark {
        '年' if goes_on(text, end, "代") => {
            decade(text, quantity, value);
            Some(end + "代".len())
        }
        '年' => {
            year(text, quantity, numeral, end);
            let date = quantity.role == Role::Year;
            measure::compound(text, quantity, "年", end).filter(|_| !date).or(Some(end))
        }
        '财' | '赛' | '学' if SEASONS.iter().any(|season| goes_on(text, tail, season)) => {
            year(text, quantity, numeral, end);
            Some(end)
        }
        '世' if goes_on(text, end, "纪") => {
            century(text, quantity, value, end + "纪".len());
            Some(end + "纪".len())
        }
        '月' => month(text, quantity, value, end),
        '日' | '号' if (1.0..=31.0).contains(&value) && !is_duration(text, end) => {
            quantity.role = Role::Day;
            quantity.firm |= numeral.arabic;
            Some(end)
        }
        '届' => {
            quantity.role = Role::Ordinal;
            if numeral.arabic && numeral.digits == 2 {
                centuries(quantity, value);
            }
            Some(end)
        }
        '后' | '级' if numeral.arabic && numeral.digits == 2 => {
            centuries(quantity, value);
            Some(end)
        }
        _ => None,
    }
}

/// Whether days are counted: 15日内, 七日游.
fn is_duration(text: &str, at: usize) -> bool {
    ["内", "之内", "游", "后", "以后", "之后", "以内", "均", "年化"].iter().any(|word| goes_on(text, at, word))
}

/// Whether years are counted: 15年前, 20年来.
fn is_period(text: &str, at: usize) -> bool {
    glyph(text, at).is_some_and(|(c, _)| "前后来间内多以之里".contains(c))
}

/// 95后 and 21年 leave the century to the reader.
fn centuries(quantity: &mut Quantity, value: f64) {
    quantity.or_any([1900.0, 2000.0].map(|century| century + value));
}

fn decade(text: &str, quantity: &mut Quantity, value: f64) {
    quantity.role = Role::Year;
    if let Some(century) = century_before(text, quantity.span.start()).filter(|_| value < 100.0) {
        quantity.readings = vec![Reading::number(century + value)];
    } else if value < 100.0 {
        quantity.or_any([1800.0, 1900.0, 2000.0].map(|century| century + value));
    }
    quantity.firm = true;
}

fn year(text: &str, quantity: &mut Quantity, numeral: &Numeral, end: usize) {
    let value = numeral.amount.low;
    if numeral.digits == 4 && (1000.0..2200.0).contains(&value) {
        quantity.role = Role::Year;
        quantity.firm = true;
        quantity.readings.truncate(1);
    } else if numeral.digits == 2 && value < 100.0 && !is_period(text, end) {
        centuries(quantity, value);
    } else if goes_on(text, end, "半") {
        quantity.or(value + 0.5);
        quantity.or(value * 12.0 + 6.0);
        quantity.total = Some(value + 0.5);
    }
    quantity.or(value * 12.0);
    if quantity.role == Role::Count {
        quantity.lasts = Some(Role::Year);
    }
}

/// The century that is named right before a decade: 上世纪80年代.
fn century_before(text: &str, at: usize) -> Option<f64> {
    let lead = text.get(..at)?.strip_suffix("世纪")?;
    if lead.ends_with('上') {
        return Some(1900.0);
    }
    let digits = lead.char_indices().rev().take(2).take_while(|(_, c)| c.is_ascii_digit()).last()?;
    let number: f64 = lead.get(digits.0..)?.parse().ok()?;
    (number > 10.0).then_some((number - 1.0) * 100.0)
}

/// A century covers a hundred years, and goes without saying before a decade.
fn century(text: &str, quantity: &mut Quantity, value: f64, end: usize) {
    quantity.role = Role::Year;
    let decade = glyph(text, end).is_some_and(|(c, _)| c.is_ascii_digit() || digit(c).is_some());
    if !decade {
        quantity.readings.push(Reading::range((value - 1.0) * 100.0, value * 100.0 - 1.0));
        quantity.or(value * 100.0);
    }
    quantity.firm &= !decade;
}

fn month(text: &str, quantity: &mut Quantity, value: f64, end: usize) -> Option<usize> {
    if !(1.0..=12.0).contains(&value) || value.fract() != 0.0 || goes_on(text, end, "龄") {
        return None;
    }
    quantity.role = Role::Month;
    quantity.firm = true;
    quantity.readings.insert(0, Reading::month(value));
    Some(end)
}
