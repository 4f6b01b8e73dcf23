//! Latin letters in Chinese text, and the numbers in them: G20, COVID-19, N95.

use super::super::{Quantity, Role};
use super::glyph::glyph;
use super::numeral::digits;
use crate::text::Span;

/// Reads a Latin word with its digits; the position behind it.
pub(super) fn label(text: &str, at: usize, found: &mut Vec<Quantity>) -> usize {
    let mut end = at;
    if let Some((value, behind)) = roman(text, at) {
        let mut quantity = Quantity::plain(Span::new(at, behind), value, false);
        quantity.role = Role::Label;
        found.push(quantity);
        return behind;
    }
    while let Some((c, next)) = glyph(text, end) {
        if c.is_ascii_digit() {
            let Some((amount, behind)) = digits(text, end) else { break };
            let mut quantity = Quantity::plain(Span::new(end, behind), amount.low, false);
            quantity.role = Role::Label;
            found.push(quantity);
            end = behind;
        } else if c.is_ascii_alphabetic() || (c == '-' && is_joined(text, next)) {
            end = next;
        } else {
            break;
        }
    }
    end
}

fn is_joined(text: &str, at: usize) -> bool {
    glyph(text, at).is_some_and(|(c, _)| c.is_ascii_alphanumeric())
}

/// A Roman numeral of some letters, as in II级.
fn roman(text: &str, at: usize) -> Option<(f64, usize)> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let value = match rest.get(..length)? {
        "I" => 1.0,
        "II" => 2.0,
        "III" => 3.0,
        "IV" => 4.0,
        "V" => 5.0,
        "VI" => 6.0,
        "VII" => 7.0,
        "VIII" => 8.0,
        "IX" => 9.0,
        "X" => 10.0,
        _ => return None,
    };
    Some((value, at + length))
}
