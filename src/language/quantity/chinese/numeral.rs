//! Numerals in Arabic digits, in characters, and in both: 3万5千, 三十余万, 二〇二一, 七八.

use super::amount::Amount;
use super::characters::characters;
use super::glyph::{glyph, is_prefix, is_vague, scale, unit};

/// A numeral and what it says.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    /// The position behind it.
    pub(super) end: usize,
    /// Its value.
    pub(super) amount: Amount,
    /// Whether it can hardly be anything but a number of its own.
    pub(super) firm: bool,
    /// The number of its digits, where it has nothing else.
    pub(super) digits: usize,
    /// Whether it is written in Arabic digits.
    pub(super) arabic: bool,
    /// Other values that it may have.
    pub(super) others: Vec<f64>,
}

/// The most digits that a number has; longer ones are identifiers.
const DIGITS: usize = 24;

/// The numeral that starts at a position.
pub(super) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    let (first, _) = glyph(text, at)?;
    if first.is_ascii_digit() { arabic(text, at) } else { characters(text, at) }
}

fn arabic(text: &str, at: usize) -> Option<Numeral> {
    let (mut amount, mut end) = digits(text, at)?;
    let plain = end;
    end = scales(text, end, &mut amount);
    let mut others = Vec::new();
    if end > plain {
        end = further(text, end, &mut amount, &mut others);
    }
    end = vague(text, end, &mut amount);
    let digits = if end == plain { end - at } else { 0 };
    // Long digits with a leading zero are an identifier.
    let identifier = digits > 3 && text.get(at..).is_some_and(|rest| rest.starts_with('0'));
    let firm = !identifier && (amount.low > 1.0 || amount.low.fract() != 0.0);
    Some(Numeral { end, amount, firm, digits, arabic: true, others })
}

/// Digits with commas between groups of three, and decimals.
pub(super) fn digits(text: &str, at: usize) -> Option<(Amount, usize)> {
    let (mut written, mut end, mut decimals, mut grouped) = (String::new(), at, None, false);
    while let Some((c, next)) = glyph(text, end) {
        let follows = |count: usize| is_digits(text, next, count);
        match c {
            '0'..='9' => written.push(c),
            ',' if decimals.is_none() && (grouped || matches!(written.len(), 1..=3)) && follows(3) => grouped = true,
            '.' if decimals.is_none() && !written.is_empty() && follows(1) => {
                decimals = Some(written.len());
                written.push('.');
            }
            _ => break,
        }
        end = next;
    }
    let value = written.parse().ok()?;
    let place = decimals.map_or_else(|| trailing(&written), |point| 10f64.powi(-exponent(written.len() - point - 1)));
    Some((Amount { low: value, high: value, place }, end))
}

/// Whether at least one digit follows, and not more than `count` of them in a group of three.
fn is_digits(text: &str, at: usize, count: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().chars();
    let run = rest.take(count + 1).take_while(char::is_ascii_digit).count();
    if count == 1 { run >= 1 } else { run == count }
}

/// The value of the last digit that is not zero.
fn trailing(written: &str) -> f64 {
    let zeros = written.bytes().rev().take_while(|byte| *byte == b'0').count();
    10f64.powi(exponent(zeros.min(written.len().saturating_sub(1))))
}

fn exponent(count: usize) -> i32 {
    i32::try_from(count.min(DIGITS)).unwrap_or_default()
}

/// The scales behind digits: 30余万, 1.2万亿, 3百.
fn scales(text: &str, at: usize, amount: &mut Amount) -> usize {
    let mut end = at;
    while let Some((c, next)) = glyph(text, end) {
        let following = glyph(text, next).map(|(c, _)| c);
        if is_vague(c) && end == at && following.is_some_and(|c| scale(c).is_some()) {
            amount.widen();
        } else if let Some(value) = scale(c).or_else(|| unit(c).filter(|value| *value > 10.0))
            && !is_prefix(text, end)
        {
            amount.scale(value);
        } else {
            break;
        }
        end = next;
    }
    end
}

/// Smaller terms behind a scale: 3万5千, 1亿2000万, 2万3000.
fn further(text: &str, at: usize, amount: &mut Amount, others: &mut Vec<f64>) -> usize {
    let mut end = at;
    while let Some((mut term, plain)) = digits(text, zero(text, end)) {
        let behind = scales(text, plain, &mut term);
        let room = amount.place;
        if term.high >= room || room < 100.0 {
            break;
        }
        if behind == plain && term.high < 10.0 {
            others.push(amount.low + term.low * room / 10.0);
        }
        amount.add(term);
        end = behind;
    }
    end
}

/// The position behind a zero that fills a gap: 10亿零500万.
fn zero(text: &str, at: usize) -> usize {
    glyph(text, at).filter(|(c, _)| matches!(c, '零' | '〇')).map_or(at, |(_, next)| next)
}

/// 多, 余 or 来 behind a numeral.
pub(super) fn vague(text: &str, at: usize, amount: &mut Amount) -> usize {
    match glyph(text, at) {
        Some((c, next)) if is_vague(c) && (c != '来' || amount.place >= 10.0) => {
            amount.widen();
            next
        }
        _ => at,
    }
}
