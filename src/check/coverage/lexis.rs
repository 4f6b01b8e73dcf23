//! `Lexis`: how the words of a source may be rendered: dictionary and function words.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::dictionary::LazyDictionary;
use crate::check::{CheckError, Params};
use crate::language::quantity::Vocabulary;
use crate::language::stem;

/// The function words of the source.
const SOURCE: &str = "lists/source-function-words.txt";
/// The words that render nothing by themselves.
const TARGET: &str = "lists/gloss-function-words.txt";
/// How many references from one entry to the next are followed.
const DEPTH: usize = 2;

/// The knowledge of a pack about what renders what.
#[derive(Debug)]
pub struct Lexis {
    pub(super) dictionary: Arc<LazyDictionary>,
    source: FxHashSet<Box<str>>,
    target: FxHashSet<Box<str>>,
    /// How numbers are written in the source, if the pack knows.
    pub(super) numerals: Option<Arc<Vocabulary>>,
    /// What was looked up, for the next document.
    known: RwLock<FxHashMap<Box<str>, Arc<Renderings>>>,
}

/// How many words are kept. The words of news are few; a text of many words looks some up again.
const KEPT: usize = 50_000;

/// The stems of the words that may render a word.
#[derive(Debug, Default)]
pub(super) struct Renderings {
    /// From the glosses of the word.
    pub(super) own: Vec<Box<str>>,
    /// From the glosses of the shorter words in it.
    pub(super) parts: Vec<Box<str>>,
}

impl Lexis {
    /// Reads the word lists of a pack; its dictionary is unpacked later.
    pub fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let list = |path| Ok::<_, CheckError>(params.lines(path)?.map(Box::from).collect());
        Ok(Self {
            dictionary: params.dictionary()?,
            source: list(SOURCE)?,
            target: list(TARGET)?,
            numerals: params.numerals().ok(),
            known: RwLock::default(),
        })
    }

    /// The places in a text where words begin and end, in order, by the dictionary.
    pub(in crate::check) fn bounds(&self, text: &str) -> Vec<usize> {
        let words = self.dictionary.segment(text);
        let mut bounds: Vec<usize> = words.iter().flat_map(|word| [word.span.start(), word.span.end()]).collect();
        bounds.dedup();
        bounds
    }

    /// Whether a source word is a function word.
    pub(in crate::check) fn is_function_word(&self, word: &str) -> bool {
        self.source.contains(word)
    }

    /// Whether an English word (in lower case) renders something by itself.
    pub(super) fn is_content(&self, lower: &str) -> bool {
        !self.target.contains(lower)
    }

    /// What may render a word.
    pub(super) fn renderings(&self, word: &str) -> Arc<Renderings> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(word).cloned();
        known.unwrap_or_else(|| {
            let fresh = Arc::new(self.look_up(word));
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() < KEPT {
                known.insert(word.into(), Arc::clone(&fresh));
            }
            fresh
        })
    }

    fn look_up(&self, word: &str) -> Renderings {
        let mut renderings = Renderings::default();
        self.glosses(word, DEPTH, &mut renderings.own);
        for part in parts(word).filter(|part| !self.is_function_word(part)) {
            self.glosses(part, DEPTH, &mut renderings.parts);
        }
        sort(&mut renderings.own);
        sort(&mut renderings.parts);
        renderings
    }

    fn glosses(&self, word: &str, depth: usize, stems: &mut Vec<Box<str>>) {
        for entry in self.dictionary.entries(word) {
            for gloss in entry.glosses() {
                let words = gloss.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
                let words = words.map(str::to_lowercase).filter(|word| word.len() > 1 && self.is_content(word));
                stems.extend(words.map(|word| stem(&word).into()));
            }
            if entry.is_name() {
                let reading: String = entry.pinyin.chars().filter(char::is_ascii_alphabetic).collect();
                stems.push(stem(&reading).into());
            }
            if depth > 0 {
                entry
                    .references()
                    .filter(|other| *other != word)
                    .for_each(|other| self.glosses(other, depth - 1, stems));
            }
        }
    }
}

/// The shorter words that may be in a word: every stretch of its first characters.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 8;
    let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).take(LONGEST + 1).collect();
    let mut parts = Vec::new();
    for (number, from) in bounds.iter().enumerate() {
        let ends = bounds.get(number + 1..).unwrap_or_default();
        parts.extend(ends.iter().filter_map(|to| word.get(*from..*to)));
    }
    parts.into_iter().filter(|part| part.len() < word.len())
}

fn sort(stems: &mut Vec<Box<str>>) {
    stems.sort_unstable();
    stems.dedup();
}
