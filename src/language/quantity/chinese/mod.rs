//! Chinese text → quantities, in one pass.

mod amount;
mod calendar;
mod characters;
mod clock;
mod era;
mod glyph;
mod growth;
mod latin;
mod measure;
mod numeral;
mod reader;
mod share;
mod suffix;
#[cfg(test)]
mod tests;

use super::{Quantity, Vocabulary};
use crate::text::Span;
use glyph::{digit, glyph, is_unit};
use numeral::{Numeral, numeral};

/// The longest series of numerals that share what follows the last one: 1、3、5月.
const SERIES: usize = 16;

/// The quantities of a Chinese text that starts at `base` of a larger one.
#[must_use]
pub fn quantities(text: &str, base: usize, vocabulary: &Vocabulary) -> Vec<Quantity> {
    let (mut found, mut at): (Vec<Quantity>, _) = (Vec::new(), 0);
    while let Some((c, next)) = glyph(text, at) {
        at = step(text, at, c, vocabulary, &mut found).unwrap_or(next);
    }
    for quantity in &mut found {
        quantity.span = quantity.span.shift(base);
    }
    found
}

/// Reads what starts at a position; the position behind it, if there is anything.
fn step(text: &str, at: usize, c: char, vocabulary: &Vocabulary, found: &mut Vec<Quantity>) -> Option<usize> {
    if c.is_ascii_alphabetic() {
        return Some(latin::label(text, at, found));
    }
    if ('Ⅰ'..='Ⅻ').contains(&c) {
        let end = at + c.len_utf8();
        found.push(Quantity::plain(Span::new(at, end), f64::from(u32::from(c) - u32::from('Ⅰ') + 1), false));
        return Some(end);
    }
    if c == '半' {
        return half(text, at, vocabulary, found);
    }
    if let Some((word, values)) = vocabulary.word(text.get(at..)?) {
        let span = Span::new(at, at + word.len());
        found.extend(word_value(span, values));
        return Some(span.end());
    }
    if !(c.is_ascii_digit() || digit(c).is_some() || is_unit(c) || matches!(c, '几' | '数' | '廿' | '卅')) {
        return None;
    }
    if is_weekday(text, at) {
        return None;
    }
    clock::digital(text, at, found)
        .or_else(|| share::fraction(text, at, found))
        .or_else(|| series(text, at, vocabulary, found))
}

/// Whether a digit names a day of the week: 星期六, 周三.
fn is_weekday(text: &str, at: usize) -> bool {
    let days = |before: &str| ["星期", "礼拜", "周"].iter().any(|word| before.ends_with(word));
    let day = glyph(text, at).is_some_and(|(c, _)| digit(c).is_some_and(|day| (1..=6).contains(&day)));
    day && text.get(..at).is_some_and(days)
}

/// What a word with numerals in it may be rendered by.
fn word_value(span: Span, values: &[f64]) -> Option<Quantity> {
    let (first, others) = values.split_first()?;
    let mut quantity = Quantity::plain(span, *first, false);
    quantity.or_any(others.iter().copied());
    Some(quantity)
}

/// Half of a unit: 半年, 半个世纪.
fn half(text: &str, at: usize, vocabulary: &Vocabulary, found: &mut Vec<Quantity>) -> Option<usize> {
    let end = at + "半".len();
    let (unit, factors) = vocabulary.unit(text.get(end..)?)?;
    let mut quantity = Quantity::plain(Span::new(at, end), 0.5, false);
    quantity.or_any(factors.iter().map(|factor| 0.5 * factor));
    found.push(quantity);
    Some(end + unit.len())
}

/// Numerals with connectors between them; what follows the last one belongs to all.
fn series(text: &str, at: usize, vocabulary: &Vocabulary, found: &mut Vec<Quantity>) -> Option<usize> {
    let mut members: Vec<(usize, Numeral)> = vec![(at, numeral(text, at)?)];
    while let Some((_, last)) = members.last().filter(|_| members.len() < SERIES) {
        let Some((_, start)) = glyph(text, last.end).filter(|(c, _)| is_connector(*c)) else { break };
        let is_word = text.get(start..).is_some_and(|rest| vocabulary.word(rest).is_some());
        let Some(next) = numeral(text, start).filter(|_| !is_word) else { break };
        members.push((start, next));
    }
    let tail = members.last()?.1.end;
    let shared = members.last()?.1.clone();
    let mut end = tail;
    for (start, member) in &members {
        let (mut quantity, behind) = suffix::dress(text, *start, member, tail, vocabulary);
        if member.end < tail {
            share_scale(&mut quantity, &shared);
        }
        found.push(quantity);
        end = behind;
    }
    Some(end)
}

/// The scale of the last numeral may be meant for the ones before it: 3至5万.
fn share_scale(quantity: &mut Quantity, last: &Numeral) {
    let Some(value) = quantity.exact() else { return };
    for scale in [1e2, 1e3, 1e4, 1e8, 1e12] {
        if last.amount.low >= scale && value < scale {
            quantity.or(value * scale);
        }
    }
}

fn is_connector(c: char) -> bool {
    matches!(c, '至' | '到' | '-' | '—' | '–' | '~' | '～' | '、' | '或' | '和' | '与' | '―' | '－')
}
