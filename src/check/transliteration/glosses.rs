//! The words of English in the glosses of a dictionary, read once for each word that a source has.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::english::{english, initial};
use crate::check::dictionary::Dictionary;

/// A word of English in a gloss, in lower case.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: Box<str>,
    /// Its first letter.
    pub(super) initial: Option<char>,
    /// Whether it is a name: it has a capital.
    pub(super) named: bool,
}

/// The words for each entry of a dictionary that has been asked for.
#[derive(Debug)]
pub(super) struct Glosses(Box<[OnceLock<Box<[Word]>>]>);

impl Glosses {
    /// None yet.
    pub(super) fn new(dictionary: &Dictionary) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(dictionary.count()).collect())
    }

    /// The words for a Chinese word, whose first entry has that number.
    pub(super) fn of(&self, number: usize, dictionary: &Dictionary) -> &[Word] {
        self.0.get(number).map(|words| &**words.get_or_init(|| read(number, dictionary))).unwrap_or_default()
    }
}

/// The words in the glosses of a Chinese word, and in those of the words to which they refer.
fn read(number: usize, dictionary: &Dictionary) -> Box<[Word]> {
    let mut words = BTreeMap::new();
    for entry in dictionary.entry(number).into_iter().flat_map(|first| dictionary.entries(first.word)) {
        let referred = entry.references().flat_map(|word| dictionary.entries(word));
        for gloss in std::iter::once(entry).chain(referred).flat_map(|entry| entry.glosses()) {
            english(gloss).for_each(|word| _ = words.entry(word).or_insert(false));
            words.extend(names(gloss).map(|word| (word, true)));
        }
    }
    words.into_iter().map(|(text, named)| Word { initial: initial(&text), text, named }).collect()
}

/// The words with a capital in a gloss, in lower case.
fn names(gloss: &str) -> impl Iterator<Item = Box<str>> {
    let words = gloss.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.filter(|word| word.starts_with(char::is_uppercase)).flat_map(english)
}
