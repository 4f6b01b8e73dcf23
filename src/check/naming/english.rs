//! The English words that a dictionary and glossaries give for the words of a segment.

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::passage::Passage;
use crate::check::dictionary::Dictionary;
use crate::glossary::Glossary;
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
/// The longest form that glossaries are searched for, in characters.
const LONGEST: usize = 16;

/// The words of the right forms of glossaries, by the source forms and their parts at dots.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    forms: FxHashMap<Box<str>, Vec<Box<str>>>,
    firsts: FxHashSet<char>,
}

impl Gazetteer {
    pub(super) fn new<'g>(glossaries: impl Iterator<Item = &'g Glossary>) -> Self {
        let mut gazetteer = Self::default();
        for term in glossaries.flat_map(|glossary| &glossary.terms) {
            let mut words = Vec::new();
            term.right().for_each(|form| words.extend(english(&form.text)));
            for source in &term.source {
                std::iter::once(source.as_str()).chain(parts(source)).for_each(|form| gazetteer.add(form, &words));
            }
        }
        gazetteer
    }

    fn add(&mut self, form: &str, words: &[Box<str>]) {
        self.firsts.extend(form.chars().next());
        self.forms.entry(form.into()).or_default().extend_from_slice(words);
    }
}

/// The parts of a name at its dots, if it has any.
fn parts(source: &str) -> impl Iterator<Item = &str> {
    source.split(['·', '・']).filter(|part| part.len() < source.len() && part.chars().nth(1).is_some())
}

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

/// The words with a capital in a gloss, in lower case.
fn names(gloss: &str) -> impl Iterator<Item = Box<str>> {
    let words = gloss.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.filter(|word| word.starts_with(char::is_uppercase)).flat_map(english)
}

/// The English words for a segment.
#[derive(Debug, Default)]
pub(super) struct English {
    words: FxHashSet<Box<str>>,
    /// Those with a capital.
    names: FxHashSet<Box<str>>,
}

impl English {
    pub(super) fn new(passage: &Passage, dictionary: &Dictionary, gazetteer: &Gazetteer) -> Self {
        let mut english = Self::default();
        let characters = &passage.characters;
        for start in 0..characters.len() {
            let ahead = passage.slice(&(start..(start + LONGEST).min(characters.len())));
            dictionary
                .words_at(ahead, &mut |length| english.explain(&passage.string(&(start..start + length)), dictionary));
            english.name(ahead, gazetteer);
        }
        english
    }

    /// Adds the glosses of a word, and those of the words to which they refer.
    fn explain(&mut self, word: &str, dictionary: &Dictionary) {
        for entry in dictionary.entries(word) {
            let referred = entry.references().flat_map(|word| dictionary.entries(word));
            for gloss in std::iter::once(entry).chain(referred).flat_map(|entry| entry.glosses().collect::<Vec<_>>()) {
                self.words.extend(english(gloss));
                self.names.extend(names(gloss));
            }
        }
    }

    /// Adds the words for the glossary entries that begin here.
    fn name(&mut self, ahead: &[char], gazetteer: &Gazetteer) {
        if ahead.first().is_none_or(|c| !gazetteer.firsts.contains(c)) {
            return;
        }
        let mut form = String::new();
        for c in ahead {
            form.push(*c);
            self.words.extend(gazetteer.forms.get(form.as_str()).into_iter().flatten().cloned());
        }
    }

    /// Whether it has the very word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether it has a word, one of which it is an inflection, or one that is written much alike.
    /// `shaped` ones are like Pinyin, where likeness says nothing.
    pub(super) fn explains(&self, word: &str, shaped: bool) -> bool {
        let mut found = self.words.contains(word);
        if !found {
            bases(word, &mut |base| found |= self.words.contains(base));
        }
        found || (!shaped && self.words.iter().any(|known| is_of_stem(word, known) || is_alike(word, known)))
    }

    /// The name from which a word differs by one letter, or two that are swapped.
    pub(super) fn nearly(&self, word: &str) -> Option<&str> {
        let near = |known: &str| {
            let sized = known.len() >= SLIP && known.len().abs_diff(word.len()) < 2;
            sized && !is_form(known, word) && strsim::osa_distance(word, known) == 1
        };
        self.names.iter().map(|known| &**known).filter(|known| near(known)).min()
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

    #[test]
    fn names_have_parts() {
        assert!(parts("尼古拉斯·马杜罗").eq(["尼古拉斯", "马杜罗"]));
        assert_eq!(parts("马杜罗").count(), 0);
    }
}
