//! Shares: 百分之二十五, 三分之二, 1/3, 25%, 2成, 八折, 3倍, 翻两番.

use super::super::reading::Reading;
use super::super::{Quantity, Role};
use super::glyph::{before, digit, glyph, goes_on};
use super::growth;
use super::numeral::{Numeral, digits, numeral};
use crate::text::Span;

/// What stands between the denominator and the numerator.
const OF: &str = "分之";
/// Characters that make a word with 成 behind a digit: 一成立, 二成员.
const NOT_TENTHS: &str = "为功立员本绩都果年效就长熟套品交型因分语家了";

/// A fraction: the denominator comes first.
pub(super) fn fraction(text: &str, at: usize, found: &mut Vec<Quantity>) -> Option<usize> {
    slashed(text, at, found).or_else(|| spoken(text, at, found))
}

fn slashed(text: &str, at: usize, found: &mut Vec<Quantity>) -> Option<usize> {
    let (numerator, slash) = digits(text, at)?;
    let (_, start) = glyph(text, slash).filter(|(c, _)| matches!(c, '/' | '／'))?;
    let (denominator, end) = digits(text, start)?;
    let mut quantity = Quantity::plain(Span::new(at, end), numerator.low / denominator.low.max(1.0), false);
    quantity.or_any([numerator.low, denominator.low]);
    found.push(quantity);
    Some(end)
}

fn spoken(text: &str, at: usize, found: &mut Vec<Quantity>) -> Option<usize> {
    let denominator = numeral(text, at).filter(|numeral| goes_on(text, numeral.end, OF))?;
    let numerator = numeral(text, denominator.end + OF.len())?;
    let (whole, part) = (denominator.amount.low.max(1.0), numerator.amount);
    let hundredths = (whole - 100.0).abs() < 0.5;
    let mut quantity = Quantity::plain(Span::new(at, numerator.end), part.low / whole, part.is_exact());
    quantity.role = if hundredths { Role::Percent } else { Role::Count };
    quantity.readings = vec![Reading::range(part.low / whole, part.high / whole), Reading::range(part.low, part.high)];
    if !hundredths {
        quantity.ratio = Some(part.low / whole).filter(|_| part.is_exact() && part.low < whole);
        quantity.or(whole);
        quantity.readings.push(Reading::about(part.low / whole));
        quantity.firm = whole > 10.0;
    }
    quantity.firm &= part.low < whole;
    found.push(quantity);
    Some(numerator.end)
}

/// Makes a numeral the share that the signs behind it say; the position behind them.
pub(super) fn dress(text: &str, quantity: &mut Quantity, numeral: &Numeral, tail: usize) -> Option<usize> {
    percent(text, quantity, tail)
        .or_else(|| tenths(text, quantity, numeral, tail))
        .or_else(|| growth::dress(text, quantity, tail))
}

fn percent(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    let (role, part, sign) = [
        (Role::Points, 0.01, "个百分点"),
        (Role::Points, 0.01, "百分点"),
        (Role::Percent, 0.01, "%"),
        (Role::Percent, 0.01, "％"),
        (Role::Percent, 0.001, "‰"),
        (Role::Points, 0.0001, "个基点"),
    ]
    .into_iter()
    .find(|(_, _, sign)| goes_on(text, tail, sign))?;
    let plain = quantity.readings.clone();
    quantity.role = role;
    quantity.readings = scaled(&plain, part);
    if sign == "个基点" {
        quantity.readings.extend(scaled(&plain, 0.01));
    }
    quantity.readings.extend(plain);
    growth::of_share(quantity);
    Some(tail + sign.len())
}

/// Tenths: 三成, 两成半, 八折 (which takes two tenths off).
fn tenths(text: &str, quantity: &mut Quantity, numeral: &Numeral, tail: usize) -> Option<usize> {
    let (sign, end) = glyph(text, tail).filter(|(c, _)| matches!(c, '成' | '折'))?;
    let following = glyph(text, end).map_or(' ', |(c, _)| c);
    let whole = if numeral.digits == 2 && !numeral.arabic { 100.0 } else { 10.0 };
    if numeral.amount.high > 10.0 && whole < 100.0 || NOT_TENTHS.contains(following) {
        return None;
    }
    let mut plain = quantity.readings.clone();
    if sign == '成' {
        let half = if following == '半' { 0.5 } else { digit(following).map_or(0.0, |digit| f64::from(digit) / 10.0) };
        plain = shifted(&plain, half);
        quantity.readings = scaled(&plain, 0.1);
        quantity.role = Role::Percent;
        quantity.firm =
            numeral.amount.is_exact() && !"不天全组".contains(before(text, quantity.span.start()).unwrap_or('。'));
    } else {
        quantity.readings = scaled(&plain, 1.0 / whole);
        let off = quantity.readings.iter().map(|reading| Reading::range(1.0 - reading.high, 1.0 - reading.low));
        quantity.readings = off.collect::<Vec<_>>().into_iter().chain(std::mem::take(&mut quantity.readings)).collect();
        quantity.firm = false;
    }
    quantity.readings.extend(plain);
    growth::of_share(quantity);
    Some(end)
}

pub(super) fn shifted(readings: &[Reading], by: f64) -> Vec<Reading> {
    readings.iter().map(|reading| Reading::range(reading.low + by, reading.high + by)).collect()
}

fn scaled(readings: &[Reading], by: f64) -> Vec<Reading> {
    readings.iter().map(|reading| Reading::range(reading.low * by, reading.high * by)).collect()
}
