//! Numerals in characters: 三十五万, 二〇二一, 七八, 十几, 数百, 一万二.

use super::amount::Amount;
use super::glyph::{digit, glyph, is_unit};
use super::numeral::Numeral;
use super::reader::Reader;

/// The longest run of digits that is looked at.
const DIGITS: usize = 24;

/// The numeral in characters that starts at a position.
pub(super) fn characters(text: &str, at: usize) -> Option<Numeral> {
    let (run, end) = plain_digits(text, at);
    let unit_follows = glyph(text, end).is_some_and(|(c, _)| is_unit(c));
    if run.len() >= 2 && !unit_follows { Some(string(&run, end)) } else { Reader::new().read(text, at) }
}

/// The digits without units that start at a position.
pub(super) fn plain_digits(text: &str, at: usize) -> (Vec<u8>, usize) {
    let (mut run, mut end) = (Vec::new(), at);
    while let Some((c, next)) = glyph(text, end).filter(|_| run.len() < DIGITS) {
        // 六两 is a weight.
        let Some(value) = digit(c).filter(|_| c != '两' || run.is_empty()) else { break };
        run.push(value);
        end = next;
    }
    (run, end)
}

/// Digits in a row: 七八 is a range, 二〇二一 a number.
fn string(run: &[u8], end: usize) -> Numeral {
    let value = run.iter().fold(0.0, |value, digit| value * 10.0 + f64::from(*digit));
    let mut numeral = Numeral {
        end,
        amount: Amount::units(value, value),
        firm: false,
        digits: run.len(),
        arabic: false,
        others: run.iter().map(|digit| f64::from(*digit)).collect(),
    };
    if let [a, b] = run
        && is_range(*a, *b)
    {
        numeral.amount = Amount::units(f64::from(*a), f64::from(*b));
        numeral.others = vec![value];
    }
    numeral
}

/// Whether two digits in a row are “about so many”: 七八, 三五.
fn is_range(a: u8, b: u8) -> bool {
    a > 0 && (b == a + 1 || (a, b) == (3, 5))
}
