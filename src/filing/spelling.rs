//! Names by their letters.

use super::number::MIX;
use super::{Word, number};

/// A name as it is known by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    /// The number of its letters.
    pub number: Word,
    /// The first bytes of the letters, or all with zeros behind them.
    beginning: u32,
}

impl Spelling {
    /// That of a name's letters in lower case, without spaces and hyphens.
    #[must_use]
    pub fn new(letters: &str) -> Self {
        let mut beginning = [0; 4];
        beginning.iter_mut().zip(letters.bytes()).for_each(|(to, byte)| *to = byte);
        Self { number: number(letters), beginning: u32::from_le_bytes(beginning) }
    }

    /// The spelling that makes these two numbers; nothing where they are none.
    pub(super) fn from_pair((number, beginning): (u64, u64)) -> Option<Self> {
        let beginning = u32::try_from(beginning).ok()?;
        (beginning != 0).then_some(Self { number, beginning })
    }

    /// Two numbers that tell it.
    pub(super) fn into_pair(self) -> (u64, u64) {
        (self.number, u64::from(self.beginning))
    }

    /// The mark of its first letters, the last of its [`marks`](Self::marks).
    #[must_use]
    pub fn mark(self) -> u64 {
        mark(self.beginning)
    }

    /// The marks of all that a first word of the name may begin with: its letters may end there.
    pub fn marks(self) -> impl Iterator<Item = u64> {
        [8, 16, 24, 32].into_iter().map(move |bits| mark(self.beginning & (u32::MAX >> (32 - bits))))
    }
}

/// The number by which a beginning is marked, well mixed.
fn mark(beginning: u32) -> u64 {
    u64::from(beginning).wrapping_mul(MIX) >> 32
}

/// The letters of a name in lower case.
pub(super) fn letters(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    letters_into(name, &mut letters);
    letters
}

/// Appends the letters of a word in lower case.
pub fn letters_into(word: &str, letters: &mut String) {
    if word.is_ascii() {
        let bytes = word.bytes().filter(u8::is_ascii_alphabetic);
        letters.extend(bytes.map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        letters.extend(word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
    }
}
