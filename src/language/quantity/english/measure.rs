//! The unit that a number is given in: 5 km per hour, 5 feet 11 inches, half a kilo.

use super::super::reading::Reading;
use super::super::vocabulary::PHRASE;
use super::super::{Measure, Quantity, Role, Vocabulary};
use super::hedge::phrase;
use super::lex::{Gap, Item};

/// Sets the unit of a quantity; the item behind it and smaller ones that go with it.
pub(super) fn dress(items: &[Item<'_>], quantity: &mut Quantity, behind: usize, vocabulary: &Vocabulary) -> usize {
    if !matches!(quantity.role, Role::Count | Role::Label) {
        return behind;
    }
    let Some((measure, end)) = unit(items, article(items, behind), vocabulary) else { return behind };
    quantity.measure = Some(measure);
    // 5 feet 11 inches; the parts of a time are compared one by one.
    if measure.is_of(vocabulary.dimension("time")) {
        return behind;
    }
    let next =
        items.get(end).and_then(|item| item.number).filter(|_| items.get(end).is_some_and(|i| i.gap == Gap::Space));
    let smaller = next.and_then(|value| Some((value, unit(items, end + 1, vocabulary)?)));
    let part = smaller.and_then(|(value, (smaller, end))| Some((value, smaller.ratio(&measure)?, end)));
    let Some((value, ratio, end)) = part.filter(|(value, ratio, _)| *ratio < 1.0 && value * ratio < 1.0) else {
        return behind;
    };
    if let Some(whole) = quantity.exact() {
        quantity.parts.extend([whole, value].map(Reading::number));
        quantity.readings.insert(0, Reading::number(whole + value * ratio));
    }
    end
}

/// Gives a number without a unit that of the one it is joined to: 60 or 70 fen.
pub(super) fn share(text: &str, found: &mut [Quantity]) {
    let mut next: Option<(usize, Option<Measure>)> = None;
    for quantity in found.iter_mut().rev() {
        let between = next.and_then(|(start, _)| text.get(quantity.span.end()..start)).unwrap_or_default();
        if matches!(between.trim(), "or" | "to" | "and" | "-" | "–" | ",") && quantity.role == Role::Count {
            quantity.measure = quantity.measure.or(next.and_then(|(_, measure)| measure));
        }
        next = Some((quantity.span.start(), quantity.measure));
    }
}

/// The position behind the article of “half a kilo”.
fn article(items: &[Item<'_>], at: usize) -> usize {
    at + usize::from(items.get(at).is_some_and(|item| item.is_any(&["a", "an"])))
}

/// The longest unit at an item, and the item behind it.
fn unit(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary) -> Option<(Measure, usize)> {
    let near = |item: &Item<'_>| matches!(item.gap, Gap::None | Gap::Space | Gap::Hyphen | Gap::Slash);
    let ends = (at + 1..=(at + PHRASE).min(items.len())).rev();
    let words = ends.filter_map(|end| Some((items.get(at..end)?, end)));
    let close = words.filter(|(words, _)| words.iter().all(near));
    close.into_iter().find_map(|(words, end)| Some((vocabulary.english_measure(&phrase(words))?, end)))
}
