//! English text → quantities, in one pass.

mod calendar;
mod cardinal;
mod digits;
mod fraction;
mod growth;
mod hedge;
mod lex;
mod measure;
mod plain;
mod spelled;
mod suffix;
#[cfg(test)]
mod tests;
mod vague;
mod words;

use super::{Quantity, Vocabulary};
use lex::{Item, lex};

/// The quantities of an English text that starts at `base` of a larger one.
#[must_use]
pub fn quantities(text: &str, base: usize, vocabulary: &Vocabulary) -> Vec<Quantity> {
    let items = lex(text);
    let (mut found, mut at): (Vec<Quantity>, _) = (Vec::new(), 0);
    while at < items.len() {
        let behind = step(&items, at, vocabulary, &mut found);
        at = behind.max(at + 1);
    }
    gloss(text, &mut found);
    measure::share(text, &mut found);
    for quantity in &mut found {
        quantity.span = quantity.span.shift(base);
    }
    found
}

/// What stands in brackets may be a gloss of the translator: (about $70 million).
fn gloss(text: &str, found: &mut [Quantity]) {
    let mut brackets = text.match_indices(['(', ')', '（', '）']).peekable();
    let mut open = false;
    for quantity in found {
        while let Some((_, bracket)) = brackets.next_if(|(at, _)| *at < quantity.span.start()) {
            open = matches!(bracket, "(" | "（");
        }
        quantity.firm &= !open;
    }
}

/// A number in digits or words.
fn number(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary) -> Option<(Quantity, usize)> {
    let (mut quantity, behind) = suffix::dress(items, at, &cardinal::amount(items, at)?);
    quantity.money = suffix::money(items, at, behind, vocabulary);
    Some((quantity, behind))
}

/// Reads what starts at an item; the item behind it.
fn step(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary, found: &mut Vec<Quantity>) -> usize {
    let read = calendar::month(items, at)
        .or_else(|| calendar::clock(items, at))
        .or_else(|| growth::value(items, at, vocabulary))
        .or_else(|| calendar::short_year(items, at))
        .or_else(|| fraction::slashed(items, at))
        .or_else(|| fraction::and_a_half(items, at))
        .or_else(|| fraction::of_percent(items, at))
        .or_else(|| fraction::part(items, at))
        .or_else(|| digits::label(items, at))
        .or_else(|| vague::decade(items, at))
        .or_else(|| number(items, at, vocabulary))
        .or_else(|| growth::word(items, at, vocabulary))
        .or_else(|| plain::word(items, at));
    let Some((mut quantity, behind)) = read else { return at + 1 };
    quantity.hedge = hedge::around(items, at, behind, vocabulary).unwrap_or(quantity.hedge);
    growth::settle(&mut quantity);
    let behind = measure::dress(items, &mut quantity, behind, vocabulary);
    found.push(quantity);
    behind
}
