//! What stands beside a word: it rules most patterns out before they are tried.

use super::compile::{Alternative, CompiledItem};
use super::vocabulary::{ANY, Bits};

/// The bits of what stands right behind a word, right before it, and one word farther before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside {
    pub(super) behind: Bits,
    pub(super) before: Bits,
    pub(super) farther: Bits,
}

impl Beside {
    /// The bits of what stands beside the first word of the first of some items, which others precede.
    pub(super) fn of(items: &[CompiledItem], preceding: &[CompiledItem]) -> Self {
        let preceding = preceding.iter().rev();
        Self {
            behind: second(items.iter(), |one| one.first, Alternative::second),
            before: first(preceding.clone(), |one| one.last),
            farther: second(preceding, |one| one.last, Alternative::second_last),
        }
    }

    /// Whether what is wanted beside a word may be what stands there.
    #[inline]
    pub(super) fn fits(&self, beside: Self) -> bool {
        self.behind & beside.behind != 0 && self.before & beside.before != 0 && self.farther & beside.farther != 0
    }
}

/// The bits of what the next word of some items may be; that of any where none of them must be there.
pub(super) fn first<'i>(items: impl Iterator<Item = &'i CompiledItem>, bit: fn(&Alternative) -> Bits) -> Bits {
    let mut bits = 0;
    for item in items {
        bits = item.slots.iter().map(bit).fold(bits, |bits, bit| bits | bit);
        if !item.optional {
            return bits;
        }
    }
    ANY
}

/// The bits of what the next word but one may be; `inner` tells that of an alternative from those of the
/// first word behind it.
fn second<'i>(
    mut items: impl Iterator<Item = &'i CompiledItem> + Clone,
    bit: fn(&Alternative) -> Bits,
    inner: fn(&Alternative, Bits) -> Bits,
) -> Bits {
    let mut bits = 0;
    while let Some(item) = items.next() {
        let next = first(items.clone(), bit);
        bits = item.slots.iter().fold(bits, |bits, alternative| bits | inner(alternative, next));
        if !item.optional {
            return bits;
        }
    }
    ANY
}
