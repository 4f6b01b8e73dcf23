//! The English words that a dictionary and glossaries give for the words of a segment.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glosses::Word;
use super::knowledge::Knowledge;
use super::passage::Passage;
use crate::language::bases;

/// How much of a word another one must begin with to be its kin, as German is of Germany: so many
/// letters, and so many of ten.
const STEM: usize = 4;
const STEM_SHARE: usize = 6;
/// How alike two spellings of one name are (normalised Levenshtein similarity), and how long at least.
const ALIKE: f64 = 0.8;
const LONG: usize = 5;
/// How long a name must be for a word with one letter more, less or other to be a slip.
const SLIP: usize = 6;
/// How many words tell of a surname and nothing else: the name, and that it is a Japanese one.
const JAPANESE_SURNAME: usize = 4;
/// The longest word or form that is searched for, in characters.
const LONGEST: usize = 16;

/// The words of English in a text, in lower case.
pub(super) fn english(text: &str) -> impl Iterator<Item = Box<str>> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    let latin = words.filter(|word| word.starts_with(|c: char| c.is_alphabetic() && !crate::language::is_cjk(c)));
    latin.map(|word| plain(crate::language::without_possessive(word)))
}

/// A word in lower case, without the marks on its letters.
pub(super) fn plain(word: &str) -> Box<str> {
    let lower = word.to_lowercase();
    if lower.is_ascii() {
        return lower.into();
    }
    lower.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().into()
}

/// The first letter of a word.
pub(super) fn initial(word: &str) -> Option<char> {
    word.chars().next()
}

/// The English words for a segment.
#[derive(Debug, Default)]
pub(super) struct English<'k> {
    /// Those of glosses, for each word of the segment.
    glosses: Vec<&'k [Word]>,
    /// Those of glossaries, for each of their forms.
    forms: Vec<&'k [Box<str>]>,
}

impl<'k> English<'k> {
    pub(super) fn new(passage: &Passage, knowledge: &'k Knowledge) -> Self {
        let (dictionary, glosses, gazetteer) = (&knowledge.dictionary, knowledge.glosses(), knowledge.gazetteer());
        let mut english = Self::default();
        let characters = &passage.characters;
        for start in 0..characters.len() {
            let ahead = passage.slice(&(start..(start + LONGEST).min(characters.len())));
            dictionary.words_at(ahead, &mut |_, number| english.glosses.push(glosses.of(number, dictionary)));
            gazetteer.forms_at(ahead, &mut |words| english.forms.push(words));
        }
        english
    }

    /// The words, with the first letter of each.
    fn words(&self) -> impl Iterator<Item = (&'k str, Option<char>)> {
        let glosses = self.glosses.iter().copied().flatten().map(|word| (&*word.text, word.initial));
        glosses.chain(self.forms.iter().copied().flatten().map(|word| (&**word, initial(word))))
    }

    /// Whether it has the very word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.glosses.iter().copied().flatten().any(|known| *known.text == *word)
            || self.forms.iter().copied().flatten().any(|known| **known == *word)
    }

    /// Whether a word of the segment is nothing but a Japanese surname.
    pub(super) fn has_japanese_surname(&self) -> bool {
        let says = |words: &[Word], word: &str| words.iter().any(|known| *known.text == *word);
        let short = |words: &&&[Word]| words.len() <= JAPANESE_SURNAME;
        self.glosses.iter().filter(short).any(|words| says(words, "japanese") && says(words, "surname"))
    }

    /// Whether it has a word, one of which it is an inflection, or one that is written much alike.
    /// `shaped` ones are like Pinyin, where likeness says nothing.
    pub(super) fn explains(&self, word: &str, shaped: bool) -> bool {
        let mut found = self.has(word);
        if !found {
            bases(word, &mut |base| found |= self.has(base));
        }
        let first = initial(word);
        let kin = |known: &str| is_of_stem(word, known) || is_alike(word, known);
        found || (!shaped && self.words().any(|(known, initial)| initial == first && kin(known)))
    }

    /// The name from which a word differs by one letter, or two that are swapped.
    pub(super) fn nearly(&self, word: &str) -> Option<&'k str> {
        let near = |known: &str| {
            let sized = known.len() >= SLIP && known.len().abs_diff(word.len()) < 2;
            sized && !is_form(known, word) && strsim::osa_distance(word, known) == 1
        };
        let names = self.glosses.iter().copied().flatten().filter(|word| word.named);
        names.map(|word| &*word.text).filter(|known| near(known)).min()
    }
}

/// Whether one of two words is the other with an ending, as Americans and Americas are of America.
fn is_form(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('s'), other.trim_end_matches('s'));
    one.starts_with(other) || other.starts_with(one)
}

/// Whether two words begin alike, as German and Germany.
fn is_of_stem(word: &str, known: &str) -> bool {
    let common = word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    common >= STEM && common * 10 >= word.chars().count() * STEM_SHARE
}

/// Whether two words are spellings of one name, as Uygur and Uyghur.
fn is_alike(word: &str, known: &str) -> bool {
    let initial = word.chars().next() == known.chars().next();
    initial && word.chars().count() >= LONG && strsim::normalized_levenshtein(word, known) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kin() {
        let is_kin = |(word, known)| is_of_stem(word, known) || is_alike(word, known);
        let kin = [("german", "germany"), ("uygur", "uyghur"), ("ukrainian", "ukraine")];
        assert!(kin.into_iter().all(is_kin));
        let others = [("dana", "dan"), ("xinhua", "xinjiang"), ("", "a")];
        assert!(!others.into_iter().any(is_kin));
        assert!(is_form("americans", "americas") && !is_form("kokexili", "kekexili"));
    }
}
