//! Building the lexicon: patterns are compiled and filed under their rarest word.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::vocabulary::{Vocabulary, Word};
use super::{Cue, Entry};
use crate::glossary::{self, Join, Pattern, Slot};

/// All patterns of all entries, ready to scan.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) vocabulary: Vocabulary,
    pub(super) patterns: Vec<Compiled>,
    pub(super) entries: Vec<Entry>,
    /// For each form, the places in patterns at which it is looked for.
    pub(super) postings: Vec<Vec<Posting>>,
    /// The number of each cue, for guards.
    pub(super) cues: FxHashMap<Arc<str>, u32>,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) meaning: Meaning,
    pub(super) items: Vec<Item>,
}

/// What it means that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A right form of an entry.
    Right(u32),
    /// A wrong form of an entry, with its number there.
    Wrong(u32, u32),
    /// A cue.
    Cue(u32),
}

#[derive(Debug)]
pub(super) struct Item {
    pub(super) slots: Vec<CompiledSlot>,
    pub(super) optional: bool,
    pub(super) join: Join,
}

#[derive(Debug)]
pub(super) enum CompiledSlot {
    Words(Vec<CompiledWord>),
    Any(usize),
    Ordinal,
    Number,
    Name,
}

#[derive(Debug)]
pub(super) struct CompiledWord {
    pub(super) word: Word,
    /// The spelling that is required, case included.
    pub(super) exact: Option<Box<str>>,
    pub(super) join: Join,
}

/// A slot of a pattern whose first word is being looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) pattern: u32,
    pub(super) item: u16,
    pub(super) slot: u16,
}

impl Lexicon {
    /// The lexicon of these entries.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut lexicon = Self::default();
        for (number, entry) in entries.iter().enumerate() {
            let number = narrow(number);
            for pattern in &entry.right {
                lexicon.push(Meaning::Right(number), pattern);
            }
            for (form, wrong) in entry.wrong.iter().enumerate() {
                lexicon.push(Meaning::Wrong(number, narrow(form)), &wrong.pattern);
            }
            for cue in entry.when.iter().chain(&entry.unless) {
                lexicon.cue(cue);
            }
        }
        lexicon.entries = entries;
        lexicon.file();
        lexicon
    }

    fn push(&mut self, meaning: Meaning, pattern: &Pattern) {
        let items = pattern.items.iter().map(|item| self.item(item)).collect();
        self.patterns.push(Compiled { meaning, items });
    }

    fn cue(&mut self, cue: &Cue) {
        let next = narrow(self.cues.len());
        if self.cues.contains_key(&cue.name) {
            return;
        }
        self.cues.insert(Arc::clone(&cue.name), next);
        for pattern in cue.words.iter().filter_map(|word| right_form(word).ok()) {
            self.push(Meaning::Cue(next), &pattern);
        }
    }

    fn item(&mut self, item: &glossary::Item) -> Item {
        let slots = item.slots.iter().map(|slot| self.slot(slot)).collect();
        Item { slots, optional: item.optional, join: item.join }
    }

    fn slot(&mut self, slot: &Slot) -> CompiledSlot {
        match slot {
            Slot::Any(count) => CompiledSlot::Any(*count),
            Slot::Ordinal => CompiledSlot::Ordinal,
            Slot::Number => CompiledSlot::Number,
            Slot::Name => CompiledSlot::Name,
            Slot::Words(words) => CompiledSlot::Words(words.iter().map(|word| self.word(word)).collect()),
        }
    }

    fn word(&mut self, word: &glossary::Word) -> CompiledWord {
        let lower = word.text.to_lowercase();
        let (number, exact) = if word.exact {
            (self.vocabulary.exact(&lower), Some(word.text.as_str().into()))
        } else {
            (self.vocabulary.inflected(&lower), None)
        };
        CompiledWord { word: number, exact, join: word.join }
    }

    /// Files every pattern under the item whose words the fewest patterns contain.
    fn file(&mut self) {
        let load = self.load();
        self.postings = vec![Vec::new(); self.vocabulary.len()];
        for (number, pattern) in self.patterns.iter().enumerate() {
            let anchors = pattern.items.iter().enumerate().filter(|(_, item)| item.first_words().is_some());
            let weight = |item: &Item| item.first_words().into_iter().flatten().map(|word| weight(&load, word)).sum::<u64>();
            let Some((at, item)) = anchors.min_by_key(|(_, item)| weight(item)) else { continue };
            for (slot, word) in item.first_words().into_iter().flatten().enumerate() {
                let posting = Posting { pattern: narrow(number), item: short(at), slot: short(slot) };
                for form in self.vocabulary.forms_of(word) {
                    if let Some(list) = self.postings.get_mut(*form as usize) {
                        list.push(posting);
                    }
                }
            }
        }
    }

    /// How many pattern places each word has; function words count as overloaded.
    fn load(&self) -> FxHashMap<Word, u64> {
        let mut load = FxHashMap::default();
        for item in self.patterns.iter().flat_map(|pattern| &pattern.items) {
            for word in item.first_words().into_iter().flatten() {
                *load.entry(word).or_insert(1) += 1;
            }
        }
        for function in OVERLOADED {
            for word in self.vocabulary.known(function) {
                load.insert(word, u64::from(u32::MAX));
            }
        }
        load
    }

    /// The number of a cue.
    pub(super) fn cue_number(&self, cue: &Cue) -> Option<u32> {
        self.cues.get(&cue.name).copied()
    }
}

fn weight(load: &FxHashMap<Word, u64>, word: Word) -> u64 {
    load.get(&word).copied().unwrap_or(1)
}

impl Item {
    /// The first words of its slots, if it can serve as an anchor.
    fn first_words(&self) -> Option<impl Iterator<Item = Word>> {
        let first = |slot: &CompiledSlot| match slot {
            CompiledSlot::Words(words) => words.first().map(|word| word.word),
            _ => None,
        };
        let usable = !self.optional && self.slots.iter().all(|slot| first(slot).is_some());
        usable.then(|| self.slots.iter().filter_map(first))
    }
}

/// Words so frequent in any text that nothing should be filed under them.
const OVERLOADED: [&str; 30] = [
    "the", "of", "a", "an", "in", "to", "and", "for", "on", "with", "by", "is", "as", "at", "be", "have", "from", "that",
    "it", "its", "this", "he", "was", "has", "are", "or", "not", "his", "their", "will",
];

/// The pattern of a right form or cue: capitals are required, other words match in any case and number.
pub fn right_form(text: &str) -> Result<Pattern, glossary::PatternError> {
    let mut pattern = Pattern::phrase(text)?;
    for item in &mut pattern.items {
        for slot in &mut item.slots {
            let Slot::Words(words) = slot else { continue };
            for word in words {
                word.exact = word.text.chars().any(char::is_uppercase);
            }
        }
    }
    Ok(pattern)
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn short(value: usize) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}
