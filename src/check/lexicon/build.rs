//! Building the lexicon: patterns are filed under one of their words each.

use std::sync::{Arc, OnceLock};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rustc_hash::FxHashMap;

use super::compile::Compiled;
use super::vocabulary::{Word, number};
use super::{Cue, Entry};
use crate::glossary::{Pattern, PatternError, anchor};

/// All patterns of all entries, ready to scan.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) patterns: Vec<Filed>,
    pub(super) entries: Vec<Entry>,
    /// The replacement of each wrong form.
    pub(super) fixes: Vec<Option<Arc<str>>>,
    /// For each key, the first of the filings under it.
    heads: FxHashMap<u64, u32>,
    /// A bit for each key, by its lowest bits: most words of a text are no key.
    marks: Vec<u64>,
    filings: Vec<Filing>,
    /// The number of each cue, for guards.
    pub(super) cues: FxHashMap<Arc<str>, u32>,
    /// Names by their letters in lower case, without spaces and hyphens.
    pub(super) spellings: FxHashMap<Word, Meaning>,
}

/// A pattern under a key, and the next filing under the same key.
#[derive(Debug)]
struct Filing {
    pattern: u32,
    next: u32,
}

/// A pattern as it is filed; it is compiled when a document first has the word it is filed under.
#[derive(Debug)]
pub(super) struct Filed {
    pub(super) meaning: Meaning,
    text: Box<str>,
    /// Whether capitals in it are required.
    capitals: bool,
    compiled: OnceLock<Option<Compiled>>,
}

impl Filed {
    /// The keys under which the pattern is filed; none where it does not parse.
    fn keys(&self) -> Vec<u64> {
        let Some(anchor) = anchor(&self.text) else { return Vec::new() };
        let befores: Vec<Option<Word>> = match anchor.before() {
            Some(before) => before.map(number).map(Some).collect(),
            None => vec![None],
        };
        let words = anchor.words().map(number);
        words.flat_map(|word| befores.iter().map(move |before| key(*before, word))).collect()
    }

    /// The compiled pattern; nothing where it does not parse.
    pub(super) fn compiled(&self) -> Option<&Compiled> {
        self.compiled.get_or_init(|| Compiled::new(&self.text, self.capitals)).as_ref()
    }
}

/// What it means that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A right form of an entry.
    Right(u32),
    /// A wrong form of an entry, with the number of its replacement.
    Wrong(u32, u32),
    /// A cue.
    Cue(u32),
    /// One of several ways to say something, whose uses are counted.
    Form(u32),
}

/// Collects the entries of all rules.
#[derive(Debug, Default)]
pub struct Builder {
    lexicon: Lexicon,
    /// Whether patterns are parsed when they are added, so that faults are told.
    validate: bool,
    /// How many forms there are.
    forms: u32,
}

impl Builder {
    /// Switches the validation of what is added from now on.
    pub fn validate(&mut self, validate: bool) {
        self.validate = validate;
    }

    /// Whether what is added must be validated now.
    #[must_use]
    pub fn validates(&self) -> bool {
        self.validate
    }

    /// Adds an entry; its forms follow by the other calls.
    pub fn entry(&mut self, entry: Entry) -> u32 {
        for cue in entry.when.iter().chain(&entry.unless) {
            self.cue(cue);
        }
        self.lexicon.entries.push(entry);
        narrow(self.lexicon.entries.len() - 1)
    }

    /// Adds a right form, which shadows wrong ones inside it: capitals are required, other words
    /// match in any case and number. A form that is no phrase (with brackets, say) is passed over.
    pub fn right(&mut self, entry: u32, form: &str) {
        self.phrase(Meaning::Right(entry), form);
    }

    /// Adds a slot pattern of a right form.
    pub fn right_pattern(&mut self, entry: u32, pattern: &str) -> Result<(), PatternError> {
        self.pattern(Meaning::Right(entry), pattern)
    }

    /// Adds a slot pattern of a wrong form with its replacement.
    pub fn wrong(&mut self, entry: u32, pattern: &str, fix: Option<&Arc<str>>) -> Result<(), PatternError> {
        let meaning = self.meaning(entry, fix);
        self.pattern(meaning, pattern)
    }

    /// Adds a wrong spelling of a name by its letters, however they are split into words.
    pub fn spelling(&mut self, entry: u32, letters: &str, fix: Option<&Arc<str>>) {
        let letters = number(letters);
        if !self.lexicon.spellings.contains_key(&letters) {
            let meaning = self.meaning(entry, fix);
            self.lexicon.spellings.insert(letters, meaning);
        }
    }

    /// Adds a slot pattern whose occurrences [`Scan::forms`](super::Scan::forms) lists, whatever
    /// else stands there: its number.
    pub fn form(&mut self, pattern: &str) -> Result<u32, PatternError> {
        let number = self.forms;
        self.forms += 1;
        self.pattern(Meaning::Form(number), pattern)?;
        Ok(number)
    }

    /// Makes a cue known, so that guards can ask for it: its number.
    pub fn cue_number(&mut self, cue: &Cue) -> u32 {
        self.cue(cue);
        self.lexicon.cue_number(cue).unwrap_or(u32::MAX)
    }

    /// Makes a cue known, so that guards can ask for it.
    pub fn cue(&mut self, cue: &Cue) {
        if self.lexicon.cues.contains_key(&cue.name) {
            return;
        }
        let next = narrow(self.lexicon.cues.len());
        self.lexicon.cues.insert(Arc::clone(&cue.name), next);
        for word in cue.words.iter() {
            self.phrase(Meaning::Cue(next), word);
        }
    }

    /// The finished lexicon: every pattern is filed.
    #[must_use]
    pub fn finish(mut self) -> Lexicon {
        let keys: Vec<Vec<u64>> = self.lexicon.patterns.par_iter().map(Filed::keys).collect();
        let count = keys.iter().map(Vec::len).sum();
        self.lexicon.heads.reserve(count);
        self.lexicon.filings.reserve(count);
        self.lexicon.marks = vec![0; (count * MARKS / 64).next_power_of_two()];
        for (pattern, keys) in keys.into_iter().enumerate() {
            for key in keys {
                self.lexicon.file_under(key, narrow(pattern));
            }
        }
        self.lexicon
    }

    fn meaning(&mut self, entry: u32, fix: Option<&Arc<str>>) -> Meaning {
        self.lexicon.fixes.push(fix.cloned());
        Meaning::Wrong(entry, narrow(self.lexicon.fixes.len() - 1))
    }

    fn pattern(&mut self, meaning: Meaning, text: &str) -> Result<(), PatternError> {
        if self.validate {
            Pattern::parse(text)?;
        }
        self.file(meaning, text, false);
        Ok(())
    }

    fn phrase(&mut self, meaning: Meaning, text: &str) {
        if !text.contains(['{', '}', '|', '=', '_', '(', ',']) {
            self.file(meaning, text, true);
        }
    }

    fn file(&mut self, meaning: Meaning, text: &str, capitals: bool) {
        self.lexicon.patterns.push(Filed { meaning, text: text.into(), capitals, compiled: OnceLock::new() });
    }
}

/// The key of a word, or of two words in a row.
fn key(before: Option<Word>, word: Word) -> u64 {
    before.map_or(word, |before| before.rotate_left(23) ^ word.wrapping_mul(MIX))
}

/// An odd constant with well-mixed bits (2^64 divided by the golden ratio).
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
/// No filing.
const NONE: u32 = u32::MAX;
/// How many bits there are for a key.
const MARKS: usize = 16;

impl Lexicon {
    /// The number of a cue.
    pub(super) fn cue_number(&self, cue: &Cue) -> Option<u32> {
        self.cues.get(&cue.name).copied()
    }

    fn file_under(&mut self, key: u64, pattern: u32) {
        let (place, bit) = mark(key, self.marks.len());
        if let Some(marks) = self.marks.get_mut(place) {
            *marks |= bit;
        }
        let filing = narrow(self.filings.len());
        let next = self.heads.insert(key, filing).unwrap_or(NONE);
        self.filings.push(Filing { pattern, next });
    }

    /// The patterns that are filed under a word, or under the word behind another one.
    pub(super) fn filed_under(&self, before: Option<Word>, word: Word) -> impl Iterator<Item = &Filed> {
        let key = key(before, word);
        let (place, bit) = mark(key, self.marks.len());
        let marked = self.marks.get(place).is_some_and(|marks| marks & bit != 0);
        let mut next = if marked { self.heads.get(&key).copied().unwrap_or(NONE) } else { NONE };
        std::iter::from_fn(move || {
            let filing = self.filings.get(next as usize)?;
            next = filing.next;
            self.patterns.get(filing.pattern as usize)
        })
    }
}

/// Where the mark of a key stands among so many words of 64 bits, a power of two.
fn mark(key: u64, words: usize) -> (usize, u64) {
    let place = usize::try_from(key / 64).unwrap_or_default() & words.wrapping_sub(1);
    (place, 1 << (key % 64))
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
