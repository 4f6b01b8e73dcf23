//! Building the lexicon: patterns are compiled into flat tables and filed under their rarest word.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::vocabulary::{Vocabulary, Word};
use super::{Cue, Entry};
use crate::glossary::{Item, Join, Pattern, PatternError, Slot};

/// All patterns of all entries, ready to scan.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) vocabulary: Vocabulary,
    pub(super) patterns: Vec<Compiled>,
    pub(super) entries: Vec<Entry>,
    /// The replacement of each wrong form.
    pub(super) fixes: Vec<Option<Arc<str>>>,
    /// For each word, the places in patterns at which it is looked for.
    pub(super) postings: Vec<Vec<Posting>>,
    /// The number of each cue, for guards.
    pub(super) cues: FxHashMap<Arc<str>, u32>,
    /// Names by their letters in lower case, without spaces and hyphens.
    pub(super) spellings: FxHashMap<Box<str>, Meaning>,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) meaning: Meaning,
    pub(super) items: Box<[CompiledItem]>,
}

/// What it means that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A right form of an entry.
    Right(u32),
    /// A wrong form of an entry, with the number of its replacement.
    Wrong(u32, u32),
    /// A cue.
    Cue(u32),
}

#[derive(Debug)]
pub(super) struct CompiledItem {
    pub(super) slots: Box<[CompiledSlot]>,
    pub(super) optional: bool,
    pub(super) join: Join,
}

#[derive(Debug)]
pub(super) enum CompiledSlot {
    Words(Box<[CompiledWord]>),
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

/// Words so frequent in any text that nothing should be filed under them.
const OVERLOADED: [&str; 30] = [
    "the", "of", "a", "an", "in", "to", "and", "for", "on", "with", "by", "is", "as", "at", "be", "have", "from", "that",
    "it", "its", "this", "he", "was", "has", "are", "or", "not", "his", "their", "will",
];

/// Collects the entries of all rules.
#[derive(Debug, Default)]
pub struct Builder {
    lexicon: Lexicon,
}

impl Builder {
    /// Adds an entry; its forms follow by the other calls.
    pub fn entry(&mut self, entry: Entry) -> u32 {
        for cue in entry.when.iter().chain(&entry.unless) {
            self.cue(cue);
        }
        self.lexicon.entries.push(entry);
        narrow(self.lexicon.entries.len() - 1)
    }

    /// Adds a right form, which shadows wrong ones inside it: capitals are required, other words
    /// match in any case and number. A form that is no phrase (with brackets, say) is passed over.
    pub fn right(&mut self, entry: u32, form: &str) {
        self.phrase(Meaning::Right(entry), form);
    }

    /// Adds a slot pattern of a wrong form with its replacement.
    pub fn wrong(&mut self, entry: u32, pattern: &str, fix: Option<&Arc<str>>) -> Result<(), PatternError> {
        let meaning = self.meaning(entry, fix);
        let pattern = Pattern::parse(pattern)?;
        self.push(meaning, &pattern, false);
        Ok(())
    }

    /// Adds a slot pattern of a right form.
    pub fn right_pattern(&mut self, entry: u32, pattern: &str) -> Result<(), PatternError> {
        self.push(Meaning::Right(entry), &Pattern::parse(pattern)?, false);
        Ok(())
    }

    /// Adds a wrong spelling of a name by its letters, however they are split into words.
    pub fn spelling(&mut self, entry: u32, letters: &str, fix: Option<&Arc<str>>) {
        if !self.lexicon.spellings.contains_key(letters) {
            let meaning = self.meaning(entry, fix);
            self.lexicon.spellings.insert(letters.into(), meaning);
        }
    }

    /// Makes a cue known, so that guards can ask for it.
    pub fn cue(&mut self, cue: &Cue) {
        if self.lexicon.cues.contains_key(&cue.name) {
            return;
        }
        let next = narrow(self.lexicon.cues.len());
        self.lexicon.cues.insert(Arc::clone(&cue.name), next);
        for word in cue.words.iter() {
            self.phrase(Meaning::Cue(next), word);
        }
    }

    /// The finished lexicon.
    #[must_use]
    pub fn finish(mut self) -> Lexicon {
        self.file();
        self.lexicon
    }

    fn meaning(&mut self, entry: u32, fix: Option<&Arc<str>>) -> Meaning {
        self.lexicon.fixes.push(fix.cloned());
        Meaning::Wrong(entry, narrow(self.lexicon.fixes.len() - 1))
    }

    fn phrase(&mut self, meaning: Meaning, text: &str) {
        let plain = !text.contains(['{', '|', '=', '_', '(', ',']);
        if let Some(pattern) = Pattern::parse(text).ok().filter(|_| plain) {
            self.push(meaning, &pattern, true);
        }
    }

    fn push(&mut self, meaning: Meaning, pattern: &Pattern<'_>, capitals: bool) {
        let items = pattern.items.iter().map(|item| self.item(item, capitals)).collect();
        self.lexicon.patterns.push(Compiled { meaning, items });
    }

    fn item(&mut self, item: &Item<'_>, capitals: bool) -> CompiledItem {
        let slots = item.slots.iter().map(|slot| self.slot(slot, capitals)).collect();
        CompiledItem { slots, optional: item.optional, join: item.join }
    }

    fn slot(&mut self, slot: &Slot<'_>, capitals: bool) -> CompiledSlot {
        let mut word = |word: &crate::glossary::Word<'_>| {
            let exact = word.exact || (capitals && word.text.chars().any(char::is_uppercase));
            let spelling = exact.then(|| word.text.replace('’', "'").into());
            CompiledWord { word: self.lexicon.vocabulary.intern(word.text), exact: spelling, join: word.join }
        };
        match slot {
            Slot::Any(count) => CompiledSlot::Any(*count),
            Slot::Ordinal => CompiledSlot::Ordinal,
            Slot::Number => CompiledSlot::Number,
            Slot::Name => CompiledSlot::Name,
            Slot::Words(words) => CompiledSlot::Words(words.iter().map(&mut word).collect()),
        }
    }

    /// Files every pattern under the item whose words the fewest patterns contain.
    fn file(&mut self) {
        let load = self.load();
        let weight = |item: &CompiledItem| item.first_words().map(|word| load.get(word as usize).map_or(0, |n| *n)).sum::<u64>();
        let mut postings = vec![Vec::new(); self.lexicon.vocabulary.len()];
        for (number, pattern) in self.lexicon.patterns.iter().enumerate() {
            let anchors = pattern.items.iter().enumerate().filter(|(_, item)| item.is_anchor());
            let Some((at, item)) = anchors.min_by_key(|(_, item)| weight(item)) else { continue };
            for (slot, word) in item.first_words().enumerate() {
                if let Some(list) = postings.get_mut(word as usize) {
                    list.push(Posting { pattern: narrow(number), item: short(at), slot: short(slot) });
                }
            }
        }
        self.lexicon.postings = postings;
    }

    /// In how many pattern places each word stands first; the most frequent words count as overloaded.
    fn load(&mut self) -> Vec<u64> {
        let overloaded = OVERLOADED.map(|word| self.lexicon.vocabulary.intern(word));
        let mut load = vec![0; self.lexicon.vocabulary.len()];
        let mut add = |word: Word, more: u64| {
            if let Some(count) = load.get_mut(word as usize) {
                *count += more;
            }
        };
        let items = self.lexicon.patterns.iter().flat_map(|pattern| &pattern.items);
        items.flat_map(CompiledItem::first_words).for_each(|word| add(word, 1));
        overloaded.into_iter().for_each(|word| add(word, u64::from(u32::MAX)));
        load
    }
}

impl CompiledItem {
    /// Whether something must stand here, and its words are known.
    fn is_anchor(&self) -> bool {
        !self.optional && self.slots.iter().all(|slot| matches!(slot, CompiledSlot::Words(_)))
    }

    /// The first word of each of its slots.
    fn first_words(&self) -> impl Iterator<Item = Word> {
        self.slots.iter().filter_map(|slot| match slot {
            CompiledSlot::Words(words) => words.first().map(|word| word.word),
            _ => None,
        })
    }
}

impl Lexicon {
    /// The number of a cue.
    pub(super) fn cue_number(&self, cue: &Cue) -> Option<u32> {
        self.cues.get(&cue.name).copied()
    }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn short(value: usize) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}
