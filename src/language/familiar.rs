//! Words that documents have in common, numbered for as long as the process runs, so that what is found out
//! about one in a document need not be found out again in the next.

use std::sync::{OnceLock, PoisonError, RwLock};

use hashbrown::HashTable;

use super::distinct::spread;
use super::token::{Kind, Token};

/// The number of a word that is known from this or an earlier document. Which number it is depends on what
/// came first, so it must tell nothing but where something about the word is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Familiar(u16);

/// How many words are numbered at most: most words of most news are among the first so many.
const MOST: usize = 1 << 14;
/// The longest word that is numbered, in bytes.
const LONGEST: usize = 24;
/// How many words a page has.
const PAGE: usize = 1 << 8;

/// The words that have numbers, shared by all documents and threads.
static SHARED: Shared = Shared(RwLock::new(Numbered { table: HashTable::new(), words: Vec::new() }));

struct Shared(RwLock<Numbered>);

struct Numbered {
    table: HashTable<Familiar>,
    /// Each word with its hash, by its number.
    words: Vec<(u32, Box<str>)>,
}

/// The numbers of these words. Figures have none, nor has a word that comes after too many others.
pub(super) fn familiar(text: &str, words: &[Token]) -> Vec<Option<Familiar>> {
    SHARED.numbers(text, words)
}

impl Shared {
    fn numbers(&self, text: &str, words: &[Token]) -> Vec<Option<Familiar>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut numbers: Vec<_> = words.iter().map(|word| known.find(text, word)).collect();
        let has_room = known.words.len() < MOST;
        drop(known);
        let unknown = |(number, word): &(&mut Option<Familiar>, &Token)| number.is_none() && lasts(word);
        let mut unknown = numbers.iter_mut().zip(words).filter(unknown).peekable();
        if has_room && unknown.peek().is_some() {
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            // Another thread may have added the word by now.
            unknown.for_each(|(number, word)| *number = known.find(text, word).or_else(|| known.add(text, word)));
        }
        numbers
    }
}

/// Whether a word is likely to come again.
fn lasts(word: &Token) -> bool {
    word.kind == Kind::Word && word.span.len() <= LONGEST
}

impl Numbered {
    fn find(&self, text: &str, word: &Token) -> Option<Familiar> {
        let letters = word.span.of(text);
        let same = |(hash, known): &(u32, Box<str>)| *hash == word.hash && **known == *letters;
        let same = |number: &Familiar| self.words.get(usize::from(number.0)).is_some_and(same);
        self.table.find(spread(word.hash), same).copied()
    }

    fn add(&mut self, text: &str, word: &Token) -> Option<Familiar> {
        let number = u16::try_from(self.words.len()).ok().filter(|_| self.words.len() < MOST).map(Familiar)?;
        self.words.push((word.hash, word.span.of(text).into()));
        let hash = |number: &Familiar| self.words.get(usize::from(number.0)).map_or(0, |(hash, _)| spread(*hash));
        self.table.insert_unique(spread(word.hash), number, hash);
        Some(number)
    }
}

/// What is known of each familiar word, found out once; it is the same whatever document has the word.
#[derive(Debug)]
pub struct ByWord<T>([Page<T>; MOST / PAGE]);

/// What is known of some words; most pages are never written.
type Page<T> = OnceLock<Box<[OnceLock<T>]>>;

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| OnceLock::new()))
    }
}

impl<T> ByWord<T> {
    /// What is known of a word; there is a place for each number. What `find` tells must depend on nothing but how
    /// the word is written.
    pub fn get(&self, word: Familiar, find: impl FnOnce() -> T) -> Option<&T> {
        let number = usize::from(word.0);
        let page = self.0.get(number / PAGE)?;
        let page = page.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(PAGE).collect());
        Some(page.get(number % PAGE)?.get_or_init(find))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words;

    fn numbers(shared: &Shared, text: &str) -> Vec<Option<u16>> {
        shared.numbers(text, &words(text)).into_iter().map(|number| Some(number?.0)).collect()
    }

    fn shared() -> Shared {
        Shared(RwLock::new(Numbered { table: HashTable::new(), words: Vec::new() }))
    }

    #[test]
    fn a_word_keeps_its_number() {
        let shared = shared();
        assert_eq!(numbers(&shared, "More words, 2021 words"), [Some(0), Some(1), None, Some(1)]);
        assert_eq!(numbers(&shared, "words and More"), [Some(1), Some(2), Some(0)]);
    }

    #[test]
    fn the_number_of_words_is_bounded() {
        let (shared, text) = (shared(), (0..=MOST).map(|number| format!("w{number} ")).collect::<Vec<_>>().concat());
        let last = Some(u16::try_from(MOST - 1).unwrap());
        assert_eq!(numbers(&shared, &text).get(MOST - 1..), Some([last, None].as_slice()));
        assert_eq!(numbers(&shared, "w0 other"), [Some(0), None]);
    }

    #[test]
    fn what_is_known_of_a_word_is_found_once() {
        let known = ByWord::default();
        let get = |number, found: usize| known.get(Familiar(number), || found).copied();
        assert_eq!([get(0, 1), get(300, 2), get(0, 3)], [Some(1), Some(2), Some(1)]);
    }
}
