//! Latin letters in Chinese text, and the numbers in them: G20, COVID-19, N95.

use super::super::{Quantity, Role};
use super::glyph::glyph;
use super::numeral::digits;
use crate::text::Span;

/// Reads a Latin word with its digits; the position behind it.
pub(super) fn label(text: &str, at: usize, found: &mut Vec<Quantity>) -> usize {
    let mut end = at;
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
