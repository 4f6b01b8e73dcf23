//! How words of a text lead to those of patterns: by their own numbers, and those of the words that they may
//! be an inflection of.

use std::borrow::Cow;

use crate::filing::{Word, lower_into, number, number_of_lower};
use crate::language::{Stemmer, bases, is_function_word};

/// A set of words: sets that share no bit share no word.
pub(super) type Bits = u128;

/// The bit of any word, and of none: each word of a text has it, and so have its start and its end.
pub(super) const ANY: Bits = 1 << OTHERS;
/// How many other bits there are.
const OTHERS: u32 = Bits::BITS - 1;

/// The bit of a word; one that must have a capital has another one.
pub(super) fn bit(word: Word, capital: bool) -> Bits {
    let word = if capital { !word } else { word };
    1 << (word % u64::from(OTHERS))
}

/// The longest word that is looked up, in bytes; longer ones are in no pattern.
const LONGEST: usize = 64;
/// Tells the number of a stem from that of a word.
const STEM: char = '~';

/// How words of the text's language lead to words of patterns.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The stemmer of the language; nothing in English, where each inflection is undone by itself.
    stemmer: Option<Stemmer>,
}

impl Vocabulary {
    /// The vocabulary of a language, named by a BCP 47 tag.
    pub(super) fn new(language: &str) -> Self {
        Self { stemmer: Stemmer::new(language) }
    }

    /// Whether a word of a pattern stands for its inflections too.
    pub(super) fn inflects(&self, word: &str) -> bool {
        word.ends_with(char::is_alphabetic) && (self.stemmer.is_some() || !is_function_word(&lowered(word)))
    }

    /// A word of a text without the article or preposition that is elided before it: `entente` of
    /// `l’entente`. English has no such.
    pub(super) fn without_article<'t>(&self, word: &'t str) -> &'t str {
        const LONGEST: usize = 5;
        if self.stemmer.is_none() {
            return word;
        }
        let behind = word.split_once(['\'', '’']).filter(|(before, rest)| before.len() <= LONGEST && !rest.is_empty());
        behind.map_or(word, |(_, rest)| rest)
    }

    /// Whether inflected words are filed under their stems.
    pub(super) fn has_stems(&self) -> bool {
        self.stemmer.is_some()
    }

    /// The number of a word of a pattern that matches its inflections.
    pub(super) fn base(&self, word: &str) -> Word {
        let Some(stemmer) = &self.stemmer else { return number(word) };
        let mut buffer = String::new();
        lower_into(word, &mut buffer);
        stemmed(stemmer, &buffer)
    }

    /// Appends the numbers under which a word of a pattern is filed, whether it inflects or not.
    pub(super) fn file(&self, word: &str, numbers: &mut Vec<Word>) {
        numbers.push(number(word));
        if self.has_stems() {
            numbers.push(self.base(word));
        }
    }

    /// The numbers of a word of a text and of what it may be an inflection of; `buffer` saves an
    /// allocation a word.
    pub(super) fn look_up(&self, word: &str, buffer: &mut String, visit: &mut impl FnMut(Word)) {
        if word.len() > LONGEST {
            return;
        }
        lower_into(word, buffer);
        visit(number_of_lower(buffer));
        match &self.stemmer {
            None => bases(buffer, &mut |base| visit(number_of_lower(base))),
            Some(stemmer) => {
                visit(stemmed(stemmer, buffer));
                let bare = self.without_article(buffer);
                if bare.len() < buffer.len() {
                    visit(number_of_lower(bare));
                    visit(stemmed(stemmer, bare));
                }
            }
        }
    }
}

/// A word in lower case.
pub(super) fn lowered(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

fn stemmed(stemmer: &Stemmer, lower: &str) -> Word {
    let mut stem = stemmer.stem(lower);
    stem.insert(0, STEM);
    number_of_lower(&stem)
}
