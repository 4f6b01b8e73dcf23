//! Compiled patterns and forms: words are numbers.

use super::beside::{Beside, first};
use super::form::{Parts, Written};
use super::inflects::{Ending, Inflects};
use super::vocabulary::{ANY, Bits, Vocabulary, bit};
use crate::filing::{Anchor, Word, number};
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
    /// The bits of the words of which one is the first word of that item, stands beside it, and is the
    /// first behind the item.
    pub(super) first: Bits,
    pub(super) beside: Beside,
    next: Bits,
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
    /// The bit of the word with which it begins, and that of the one with which it ends.
    pub(super) first: Bits,
    pub(super) last: Bits,
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

/// How two neighbouring words must be joined.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// As a slot pattern says.
    Join(Join),
    /// By exactly this, white space aside.
    Exactly(Box<str>),
}

impl Compiled {
    /// The bits of what stands right behind the first word of the item under which it is filed where that
    /// has these bits and numbers; none where it cannot be that word.
    pub(super) fn behind(&self, bits: Bits, numbers: &[Word], ending: Ending) -> Bits {
        let slots = self.items.get(self.anchor).map_or(&[][..], |item| &item.slots);
        let fits = |one: &&Alternative| one.first & bits != 0 && one.begins_with(numbers, ending);
        slots.iter().filter(fits).fold(0, |behind, alternative| behind | alternative.second(self.next))
    }

    /// Compiles a slot pattern.
    pub(super) fn pattern(text: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let pattern = Pattern::parse(text).ok()?;
        let anchor = anchor(text)?.item;
        let items: Vec<CompiledItem> = pattern.items.iter().map(|item| compile_item(item, vocabulary)).collect();
        let singular = items.iter().rev().find(|item| !item.optional).is_some_and(CompiledItem::inflects);
        Self { items, anchor, singular, first: 0, beside: Beside::default(), next: 0, around: Default::default() }
            .with_bits()
    }

    /// Compiles a form.
    pub(super) fn form(text: &str, written: Written, vocabulary: &Vocabulary) -> Option<Self> {
        let parts = Parts::new(text);
        let anchor = Anchor::of(parts.places())?.at;
        let words = written.words(&parts, vocabulary);
        let items = words.into_iter().map(|(word, join)| CompiledItem {
            slots: vec![Alternative::new(CompiledSlot::Words(vec![word]))],
            optional: false,
            join,
        });
        let items: Vec<CompiledItem> = items.collect();
        let singular = items.last().is_some_and(CompiledItem::inflects);
        Self { items, anchor, singular, first: 0, beside: Beside::default(), next: 0, around: parts.around() }
            .with_bits()
    }

    /// With the bits of what stands at the item under which it is filed, and beside it.
    fn with_bits(mut self) -> Option<Self> {
        let (before, items) = self.items.split_at_checked(self.anchor)?;
        self.first = items.first()?.slots.iter().fold(0, |bits, alternative| bits | alternative.first);
        self.beside = Beside::of(items, before);
        self.next = first(items.iter().skip(1), |one| one.first);
        Some(self)
    }
}

impl Alternative {
    fn new(slot: CompiledSlot) -> Self {
        Self { first: slot.bit(<[_]>::first), last: slot.bit(<[_]>::last), slot }
    }

    /// The bit of its second word, or what is next.
    pub(super) fn second(&self, next: Bits) -> Bits {
        self.slot.inner(next, |words| words.get(1))
    }

    /// The bit of its last word but one, or what is next before it.
    pub(super) fn second_last(&self, next: Bits) -> Bits {
        self.slot.inner(next, |words| words.iter().nth_back(1))
    }

    /// Whether its first word may be one with these numbers, its letters aside.
    fn begins_with(&self, numbers: &[Word], ending: Ending) -> bool {
        match &self.slot {
            CompiledSlot::Words(words) => words.first().is_none_or(|word| word.fits(numbers, ending)),
            _ => true,
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
    fn bit(&self, one: fn(&[CompiledWord]) -> Option<&CompiledWord>) -> Bits {
        match self {
            Self::Words(words) => one(words).map_or(ANY, CompiledWord::bit),
            Self::Any(_) | Self::Ordinal | Self::Number | Self::Name => ANY,
        }
    }

    /// The bit of one of its words behind an edge, or what is next where it has but one word.
    fn inner(&self, next: Bits, one: fn(&[CompiledWord]) -> Option<&CompiledWord>) -> Bits {
        match self {
            Self::Words(words) => one(words).map_or(next, CompiledWord::bit),
            Self::Any(_) => ANY,
            Self::Ordinal | Self::Number | Self::Name => next,
        }
    }
}

impl CompiledWord {
    /// Whether a word with these numbers, its own first, is it or one of its inflected forms; how it is
    /// written is not looked at.
    pub(super) fn fits(&self, numbers: &[Word], ending: Ending) -> bool {
        match self.exact {
            Some(_) => numbers.contains(&self.word),
            None if numbers.first() == Some(&self.word) => true,
            None => self.inflects != Inflects::No && numbers.contains(&self.word) && self.inflects.admits(ending),
        }
    }

    /// Its bit; where it is written with a capital, no word in small letters has it.
    fn bit(&self) -> Bits {
        bit(self.word, self.exact.as_deref().is_some_and(|exact| exact.starts_with(char::is_uppercase)))
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
    let inflects = !word.exact && vocabulary.inflects(word.text);
    CompiledWord {
        word: if inflects { vocabulary.base(word.text) } else { number(word.text) },
        inflects: if inflects { Inflects::All } else { Inflects::No },
        exact: word.exact.then(|| word.text.replace('’', "'").into()),
        join: Joint::Join(word.join),
    }
}
