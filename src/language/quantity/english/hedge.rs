//! Words that say that a number is not exact: nearly 30, more than half, 50 or so.

use super::super::vocabulary::PHRASE;
use super::super::{Hedge, Vocabulary};
use super::digits::CURRENCIES;
use super::lex::{Gap, Item};

/// Words that may stand between a hedge and its number.
const BETWEEN: [&str; 4] = ["a", "an", "the", "another"];
/// The most words between a hedge and its number.
const APART: usize = 2;

/// What the words around a quantity say of its value.
pub(super) fn around(items: &[Item<'_>], at: usize, behind: usize, vocabulary: &Vocabulary) -> Option<Hedge> {
    before(items, at, vocabulary).or_else(|| after(items, behind, vocabulary))
}

/// The longest hedge before a quantity.
fn before(items: &[Item<'_>], at: usize, vocabulary: &Vocabulary) -> Option<Hedge> {
    let mut end = at;
    for _ in 0..=APART {
        // A comma or a full stop parts the number from what stands before it.
        if !items.get(end).is_some_and(Item::goes_on) {
            return None;
        }
        let start = end.saturating_sub(PHRASE);
        let found = (start..end).find_map(|start| vocabulary.hedge(&phrase(items.get(start..end)?)));
        if found.is_some() {
            return found;
        }
        end = end.checked_sub(1).filter(|end| items.get(*end).is_some_and(is_between))?;
    }
    None
}

fn is_between(item: &Item<'_>) -> bool {
    item.is_any(&BETWEEN) || item.is_any(&CURRENCIES)
}

/// The longest hedge behind a quantity and perhaps its unit.
fn after(items: &[Item<'_>], behind: usize, vocabulary: &Vocabulary) -> Option<Hedge> {
    (behind..behind + APART).find_map(|start| {
        let ends = (start + 1..=start + PHRASE).rev();
        let words = ends.filter_map(|end| items.get(behind..end).filter(|words| words.iter().all(Item::goes_on)));
        words
            .filter_map(|words| words.get(start - behind..))
            .find_map(|words| vocabulary.hedge(&format!("~{}", phrase(words))))
    })
}

/// Words in lower case with spaces between them.
pub(super) fn phrase(items: &[Item<'_>]) -> String {
    items.iter().map(|item| &*item.lower).collect::<Vec<_>>().join(" ")
}

impl Item<'_> {
    /// Whether it belongs to the same phrase as the item before it.
    fn goes_on(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Hyphen | Gap::Sign | Gap::None)
    }
}
