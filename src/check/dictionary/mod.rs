//! A Chinese-English dictionary: the entries of a word, the words of a text, the common words of English.
//!
//! The data is CC-CEDICT, compressed in the pack; it is unpacked when something is first looked up.

mod index;
mod lazy;
mod segment;
mod traditional;
mod vocabulary;

use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use rustc_hash::FxHashSet;

use index::Index;
use traditional::Characters;

pub use lazy::LazyDictionary;
pub use segment::{Class, Word};

/// How long an unpacked dictionary may be, in bytes: an archive of a house's own may be a bomb.
const MOST: u64 = 64 << 20;

/// A dictionary in memory.
#[derive(Debug)]
pub struct Dictionary {
    index: Index,
    characters: Characters,
    vocabulary: OnceLock<FxHashSet<Box<str>>>,
}

/// A word in one of its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'d> {
    /// The word in simplified characters.
    pub word: &'d str,
    /// Its reading: syllables with the number of their tone, a space between two; names with capitals.
    pub pinyin: &'d str,
    glosses: &'d str,
}

impl<'d> Entry<'d> {
    /// An entry from a line of the file: word, reading and glosses, with tabs between them.
    fn parse(line: &'d str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self { word: fields.next()?, pinyin: fields.next()?, glosses: fields.next()? })
    }

    /// What it means in English, a sense each.
    pub fn glosses(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.glosses.split('/')
    }

    /// The words to which glosses refer (“variant of 家具”, “abbr. for 中国共产党, …”).
    pub fn references(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.glosses().filter_map(reference)
    }

    /// Whether it is a name: its reading begins with a capital letter.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.pinyin.starts_with(char::is_uppercase)
    }
}

/// The ways in which a gloss says that another word means the same.
const REFERRING: [&str; 7] =
    ["variant of ", "abbr. for ", "also written ", "see ", "equivalent to ", "same as ", "also called "];

/// The word whose meaning a gloss takes over.
fn reference(gloss: &str) -> Option<&str> {
    if gloss.is_ascii() {
        return None;
    }
    let after = REFERRING.iter().filter_map(|phrase| gloss.split_once(phrase)).map(|(_, after)| after).next()?;
    let after = after.strip_prefix("also ").unwrap_or(after);
    let end = after.find(|c: char| c.is_ascii() || "，；（".contains(c)).unwrap_or(after.len());
    after.get(..end).filter(|word| !word.is_empty())
}

impl Dictionary {
    /// Unpacks a dictionary (a gzip archive of lines in the order of their code points) and takes the
    /// table of the characters that are simplified.
    pub fn read(archive: &[u8], traditional: &str) -> io::Result<Self> {
        let mut text = String::new();
        GzDecoder::new(archive).take(MOST).read_to_string(&mut text)?;
        let (index, characters) = (Index::new(text), Characters::new(traditional));
        Ok(Self { index, characters, vocabulary: OnceLock::new() })
    }

    /// A dictionary without words.
    #[must_use]
    pub fn empty() -> Self {
        Self { index: Index::new(String::new()), characters: Characters::new(""), vocabulary: OnceLock::new() }
    }

    /// The entries of a word in simplified or traditional characters.
    pub fn entries(&self, word: &str) -> impl Iterator<Item = Entry<'_>> {
        let simplified = self.characters.simplified(word);
        self.index.lines(&simplified).filter_map(Entry::parse)
    }

    /// How many entries there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.index.count()
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: usize) -> Option<Entry<'_>> {
        Entry::parse(self.index.line(number))
    }

    /// Whether there is such a word.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.entries(word).next().is_some()
    }

    /// Calls `visit` with the length in characters of each word with which these simplified characters
    /// begin, and the number of its first entry.
    pub fn words_at(&self, characters: &[char], visit: &mut impl FnMut(usize, usize)) {
        self.index.prefixes(characters, visit);
    }

    /// The text in simplified characters; a character keeps its place, not its length in bytes.
    #[must_use]
    pub fn simplified<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.characters.simplified(text)
    }

    /// The words of a text, in order; what is no letter or digit lies between them.
    #[must_use]
    pub fn segment(&self, text: &str) -> Vec<Word> {
        segment::words(self, text)
    }

    /// Whether English has this word in lower case: the glosses write it so, or a word of which it is
    /// an inflection.
    #[must_use]
    pub fn is_common_english(&self, word: &str) -> bool {
        vocabulary::holds(self.vocabulary.get_or_init(|| vocabulary::words(self.index.text())), word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;

    pub(super) fn dictionary() -> Dictionary {
        let pack = builtin::pack("zh-en").unwrap();
        Dictionary::read(&pack.binaries["dictionary/cedict.tsv.gz"], &pack.tables["dictionary/traditional.tsv"])
            .unwrap()
    }

    fn glosses(dictionary: &Dictionary, word: &str) -> Vec<String> {
        dictionary.entries(word).flat_map(|entry| entry.glosses().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn words_have_entries_in_both_scripts() {
        let dictionary = dictionary();
        assert_eq!(glosses(&dictionary, "工会"), ["labor union", "trade union"].map(str::to_owned));
        assert_eq!(glosses(&dictionary, "工會"), glosses(&dictionary, "工会"));
        assert!(glosses(&dictionary, "").is_empty() && glosses(&dictionary, "工会会工").is_empty());
        let readings: Vec<_> = dictionary.entries("长").map(|entry| entry.pinyin.to_owned()).collect();
        assert!(readings.contains(&"chang2".to_owned()) && readings.contains(&"zhang3".to_owned()), "{readings:?}");
    }

    #[test]
    fn entries_tell_names_and_refer() {
        let dictionary = dictionary();
        assert!(dictionary.entries("北京").all(|entry| entry.is_name()));
        assert!(!dictionary.entries("工会").any(|entry| entry.is_name()));
        let references: Vec<_> = dictionary.entries("家俱").flat_map(|entry| entry.references()).collect();
        assert_eq!(references, ["家具"]);
        assert_eq!(reference("abbr. for 中国共产党, Chinese Communist Party"), Some("中国共产党"));
        assert_eq!(reference("to see; to look at"), None);
    }

    #[test]
    fn the_vocabulary_knows_inflections_and_no_names() {
        let dictionary = dictionary();
        for word in ["union", "unions", "carried", "building", "met", "workers"] {
            assert!(dictionary.is_common_english(word), "{word}");
        }
        for word in ["zhejiang", "maduro", "xinhua", ""] {
            assert!(!dictionary.is_common_english(word), "{word}");
        }
    }

    #[test]
    fn what_is_no_archive_is_an_error() {
        assert!(Dictionary::read(b"no archive", "").is_err());
        assert!(!Dictionary::empty().has("工会"));
    }
}
