//! Names that the dictionary gives in another form than their Pinyin.

use super::english::plain;
use super::knowledge::Knowledge;
use crate::check::dictionary::Entry;

/// The shortest syllable of Pinyin that a gloss gives by itself for a mountain or a river.
const SYLLABLE: usize = 2;

impl Knowledge {
    /// Whether the dictionary has a Chinese word only as a name that is spelt in other letters than these.
    pub(super) fn has_other_name(&self, word: &str, letters: &str) -> bool {
        let letters = joined(letters);
        let all: Vec<Entry<'_>> = self.dictionary.entries(word).collect();
        let referred = |entry: &Entry<'_>| entry.references().flat_map(|word| self.dictionary.entries(word)).collect();
        let referred: Vec<Entry<'_>> = all.iter().flat_map::<Vec<_>, _>(referred).collect();
        let glosses = || all.iter().chain(&referred).flat_map(Entry::glosses);
        let other = glosses().all(|gloss| is_other(gloss, &letters));
        let unread = || all.iter().all(|entry| joined(entry.pinyin) != letters);
        let foreign = || glosses().any(|gloss| self.is_foreign(gloss));
        !all.is_empty() && all.iter().all(Entry::is_name) && other && (unread() || foreign())
    }

    /// Whether a gloss begins with a name that is no word of English: Hohhot, and not Records of the Grand
    /// Historian.
    fn is_foreign(&self, gloss: &str) -> bool {
        let words = gloss.split([' ', '-']).take_while(|word| word.starts_with(char::is_uppercase));
        let mut words = words.map(|word| word.trim_end_matches(|c: char| !c.is_alphabetic()));
        words.any(|word| !self.dictionary.is_common_english(word))
    }
}

/// Whether a gloss has another name than the Pinyin in these letters, whole or the part of it that is no
/// word such as mountain.
fn is_other(gloss: &str, letters: &str) -> bool {
    let mut words = gloss.split(|c: char| !c.is_alphabetic()).filter(|word| word.starts_with(char::is_uppercase));
    let part = |word: &str| word.len() >= SYLLABLE && letters.starts_with(&*joined(word));
    !joined(gloss).contains(letters) && !gloss.starts_with("surname ") && !words.any(part)
}

/// The letters of a name in lower case, with ü as names write it where they have u for it.
fn joined(name: &str) -> String {
    let letters: String = plain(name).chars().filter(char::is_ascii_lowercase).collect();
    letters.replace("lyu", "lu").replace("nyu", "nu")
}
