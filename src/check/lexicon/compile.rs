//! Compiled patterns and forms: words are numbers.

use super::form::{Anchor, Parts, Written};
use super::vocabulary::{Vocabulary, Word, bit, number};
use crate::glossary::{self, Item, Join, Pattern, Slot, anchor};

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) items: Vec<CompiledItem>,
    /// The item under which it is filed.
    pub(super) anchor: usize,
    /// Whether the last word of each of its alternatives inflects.
    pub(super) singular: bool,
    /// What must stand right before it and right behind it, as in `.NET` and `C++`.
    pub(super) around: (Box<str>, Box<str>),
    /// The bits of the words of which one stands right behind the first word of that item, and right
    /// before it; all bits where anything may.
    pub(super) behind: u64,
    pub(super) before: u64,
}

#[derive(Debug)]
pub(super) struct CompiledItem {
    pub(super) slots: Vec<Alternative>,
    pub(super) optional: bool,
    pub(super) join: Joint,
}

/// What may stand at a position.
#[derive(Debug)]
pub(super) struct Alternative {
    /// The bit of the word with which it begins, and that of the one with which it ends; all bits
    /// where that may be any word.
    pub(super) first: u64,
    pub(super) last: u64,
    pub(super) slot: CompiledSlot,
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
    /// Which inflected forms match.
    pub(super) inflects: Inflects,
    /// The spelling that is required, case included.
    pub(super) exact: Option<Box<str>>,
    pub(super) join: Joint,
}

/// Which inflected forms of a word match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inflects {
    /// None.
    No,
    /// All.
    All,
    /// All but possessives: the word is not the last.
    Inner,
    /// Plurals and possessives: the word is the head of a noun.
    Head,
    /// Irregular plurals ("women workers"): the word modifies the head of a noun.
    Modifier,
}

/// How two neighbouring words must be joined.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// As a slot pattern says.
    Join(Join),
    /// By exactly this, white space aside.
    Exactly(Box<str>),
}

impl Compiled {
    /// Compiles a slot pattern.
    pub(super) fn pattern(text: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let pattern = Pattern::parse(text).ok()?;
        let anchor = anchor(text)?.item;
        let items: Vec<CompiledItem> = pattern.items.iter().map(|item| compile_item(item, vocabulary)).collect();
        let singular = items.iter().rev().find(|item| !item.optional).is_some_and(CompiledItem::inflects);
        let (behind, before) = neighbours(&items, anchor)?;
        Some(Self { items, anchor, singular, behind, before, around: Default::default() })
    }

    /// Compiles a form.
    pub(super) fn form(text: &str, written: Written, vocabulary: &Vocabulary) -> Option<Self> {
        let parts = Parts::new(text);
        let anchor = Anchor::of(parts.words().map(|(word, _)| word))?.at;
        let words = written.words(&parts, vocabulary);
        let items = words.into_iter().map(|(word, join)| CompiledItem {
            slots: vec![Alternative::new(CompiledSlot::Words(vec![word]))],
            optional: false,
            join,
        });
        let items: Vec<CompiledItem> = items.collect();
        let singular = items.last().is_some_and(CompiledItem::inflects);
        let (behind, before) = neighbours(&items, anchor)?;
        Some(Self { items, anchor, singular, behind, before, around: parts.around() })
    }
}

/// The bits of the words of which one stands right behind the first word of an item, and right before it.
fn neighbours(items: &[CompiledItem], anchor: usize) -> Option<(u64, u64)> {
    let next = reach(items.iter().skip(anchor + 1), |alternative| alternative.first);
    let behind = items.get(anchor)?.slots.iter().fold(0, |bits, alternative| bits | alternative.second(next));
    let before = reach(items.iter().take(anchor).rev(), |alternative| alternative.last);
    Some((behind, before))
}

/// The bits of what the next of some items may be; all bits where none of them must be there.
fn reach<'i>(items: impl Iterator<Item = &'i CompiledItem>, bit: fn(&Alternative) -> u64) -> u64 {
    let mut bits = 0;
    for item in items {
        bits = item.slots.iter().map(bit).fold(bits, |bits, bit| bits | bit);
        if !item.optional {
            return bits;
        }
    }
    u64::MAX
}

impl Alternative {
    fn new(slot: CompiledSlot) -> Self {
        Self { first: slot.bit(<[_]>::first), last: slot.bit(<[_]>::last), slot }
    }

    /// The bit of its second word, or what is next.
    fn second(&self, next: u64) -> u64 {
        match &self.slot {
            CompiledSlot::Words(words) => words.get(1).map_or(next, |word| bit(word.word)),
            CompiledSlot::Any(_) => u64::MAX,
            CompiledSlot::Ordinal | CompiledSlot::Number | CompiledSlot::Name => next,
        }
    }
}

impl CompiledItem {
    fn inflects(&self) -> bool {
        self.slots.iter().all(|alternative| match &alternative.slot {
            CompiledSlot::Words(words) => words.last().is_some_and(|word| word.exact.is_none()),
            _ => false,
        })
    }
}

impl CompiledSlot {
    /// The bit of one of its words.
    fn bit(&self, one: fn(&[CompiledWord]) -> Option<&CompiledWord>) -> u64 {
        match self {
            Self::Words(words) => one(words).map_or(u64::MAX, |word| bit(word.word)),
            Self::Any(_) | Self::Ordinal | Self::Number | Self::Name => u64::MAX,
        }
    }
}

fn compile_item(item: &Item<'_>, vocabulary: &Vocabulary) -> CompiledItem {
    let slots = item.slots.iter().map(|slot| Alternative::new(compile_slot(slot, vocabulary)));
    CompiledItem { slots: slots.collect(), optional: item.optional, join: Joint::Join(item.join) }
}

fn compile_slot(slot: &Slot<'_>, vocabulary: &Vocabulary) -> CompiledSlot {
    match slot {
        Slot::Any(count) => CompiledSlot::Any(*count),
        Slot::Ordinal => CompiledSlot::Ordinal,
        Slot::Number => CompiledSlot::Number,
        Slot::Name => CompiledSlot::Name,
        Slot::Words(words) => CompiledSlot::Words(words.iter().map(|word| compile_word(word, vocabulary)).collect()),
    }
}

fn compile_word(word: &glossary::Word<'_>, vocabulary: &Vocabulary) -> CompiledWord {
    let inflects = !word.exact && vocabulary.inflects(&word.text.to_lowercase());
    CompiledWord {
        word: if inflects { vocabulary.base(word.text) } else { number(word.text) },
        inflects: if inflects { Inflects::All } else { Inflects::No },
        exact: word.exact.then(|| word.text.replace('’', "'").into()),
        join: Joint::Join(word.join),
    }
}
