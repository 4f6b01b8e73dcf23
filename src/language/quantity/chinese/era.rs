//! Years of eras and reigns: 雍正五年, 民国17年, 大历六载.

use super::super::reading::Reading;
use super::super::{Quantity, Role, Vocabulary};
use super::glyph::glyph;
use super::numeral::Numeral;

/// The longest name of an era, in characters.
const NAME: usize = 4;
/// The longest era, in years.
const LONGEST: f64 = 120.0;

/// Makes a numeral the year of the era whose name stands before it; the position behind 年.
pub(super) fn dress(
    text: &str,
    quantity: &mut Quantity,
    numeral: &Numeral,
    tail: usize,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    let (_, end) = glyph(text, tail).filter(|(c, _)| matches!(c, '年' | '载'))?;
    let number = quantity.exact().filter(|number| numeral.amount.is_exact() && (1.0..=LONGEST).contains(number))?;
    let starts = starts(text.get(..quantity.span.start())?, vocabulary);
    let year = |start: &f64| start + number - 1.0;
    let first = starts.first().map(year)?;
    quantity.role = Role::Year;
    quantity.firm = true;
    quantity.readings = vec![Reading::number(first)];
    // A lunar year ends in the next one of the calendar.
    quantity.readings.extend(starts.iter().map(year).map(|year| Reading::range(year - 1.0, year + 1.0)));
    quantity.or(number);
    Some(end)
}

/// The first years of the era whose name ends a text.
fn starts<'v>(before: &str, vocabulary: &'v Vocabulary) -> &'v [f64] {
    let lengths = before.char_indices().rev().take(NAME).map(|(at, _)| at);
    let named = lengths.filter_map(|at| before.get(at..)).map(|name| vocabulary.era(name));
    named.filter(|starts| !starts.is_empty()).last().unwrap_or_default()
}
