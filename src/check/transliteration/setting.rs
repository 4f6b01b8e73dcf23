//! What the source shows of a word that is a name where it stands: what follows it, and lists of names that
//! are words as well.

use rustc_hash::FxHashSet;

use super::knowledge::Later;
use crate::check::{CheckError, Params};
use crate::text::entries;

/// What opens and closes a title.
const TITLE: (char, char) = ('《', '》');
/// What opens and closes a word that is mentioned, or used as a name.
const QUOTES: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('「', '」'), ('"', '"'), ('〝', '〞')];
/// What counts models of a series before 号.
const COUNT: &str = "一二三四五六七八九十0123456789-－";
/// The most characters of such a number.
const DIGITS: usize = 4;

/// What stands around names, and names that are words as well.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// What stands behind names of institutions, makes and the like.
    heads: Vec<Vec<char>>,
    /// What stands behind names of places.
    places: Vec<Vec<char>>,
    /// What stands behind a surname by itself.
    addresses: Vec<Vec<char>>,
    /// Names that are words as well, and that stand in Pinyin.
    names: FxHashSet<Box<str>>,
}

impl Settings {
    /// The pack's tables, read when they are first needed.
    pub(super) fn later(params: &Params<'_>) -> Result<Later<Self>, CheckError> {
        let heads = params.table("lists/name-heads.txt")?.to_owned();
        let places = params.table("lists/place-suffixes.txt")?.to_owned();
        let addresses = params.table("lists/address-suffixes.txt")?.to_owned();
        let names = params.table("lists/names-in-pinyin.txt")?.to_owned();
        let words = |table: &str| entries(table).flat_map(str::split_whitespace).map(str::to_owned).collect::<Vec<_>>();
        let characters = move |table: &str| words(table).iter().map(|word| word.chars().collect()).collect();
        Ok(Later::new(Box::new(move || Self {
            heads: characters(&heads),
            places: characters(&places),
            addresses: characters(&addresses),
            names: words(&names).into_iter().map(Into::into).collect(),
        })))
    }

    /// Whether a word is a name that stands in Pinyin.
    pub(super) fn is_named(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// How long the head of a name is with which these characters begin, with the number before it.
    pub(super) fn head(&self, after: &[char]) -> Option<usize> {
        let count = after.iter().take(DIGITS).take_while(|c| COUNT.contains(**c)).count();
        let head = longest(&self.heads, after.get(count..)?)?;
        Some(count + head)
    }

    /// The same of a form of address.
    pub(super) fn address(&self, after: &[char]) -> Option<usize> {
        longest(&self.addresses, after)
    }

    /// Whether these characters end with the head of a name.
    pub(super) fn is_headed(&self, before: &[char]) -> bool {
        self.heads.iter().any(|head| before.ends_with(head))
    }

    /// The same as [`Self::head`] of a place.
    pub(super) fn place(&self, after: &[char]) -> Option<usize> {
        longest(&self.places, after)
    }
}

/// The length of the longest word with which characters begin.
fn longest(words: &[Vec<char>], after: &[char]) -> Option<usize> {
    words.iter().filter(|word| after.starts_with(word)).map(Vec::len).max()
}

/// Whether what stands before a word opens a title in which it is.
pub(super) fn is_titled(before: &[char]) -> bool {
    let (open, close) = TITLE;
    before.iter().rev().find(|c| **c == open || **c == close).is_some_and(|c| *c == open)
}

/// Whether these characters around a word are quotation marks.
pub(super) fn is_quoted(before: Option<&char>, after: Option<&char>) -> bool {
    QUOTES.iter().any(|(open, close)| before == Some(open) && after == Some(close))
}
