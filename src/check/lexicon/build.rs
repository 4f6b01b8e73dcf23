//! Building the lexicon: patterns are filed under one of their words each.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSlice;
use rustc_hash::FxHashMap;

use super::filed::{Filed, How, Meaning};
use super::form::{Letters, Written, is_unspaced};
use super::index::Index;
use super::known::KnownWords;
use super::marks::Marks;
use super::unspaced::{Unspaced, spelt_out};
use super::vocabulary::Vocabulary;
use super::{Cue, Entry};
use crate::filing::{Key, Spelling, Tables, Word, number};
use crate::glossary::{Glossary, Pattern, PatternError, Term};
use crate::text::Included;

/// All patterns of all entries, ready to scan.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) patterns: Vec<Filed>,
    pub(super) entries: Vec<Entry>,
    /// How words of texts lead to words of patterns.
    pub(super) vocabulary: Vocabulary,
    /// The replacement of each wrong form.
    pub(super) fixes: Vec<Option<Arc<str>>>,
    /// The patterns under their keys.
    pub(super) index: Index,
    /// The number of each cue, for guards.
    pub(super) cues: FxHashMap<Arc<str>, u32>,
    /// Names by their letters in lower case, without spaces and hyphens.
    pub(super) spellings: FxHashMap<Word, Meaning>,
    /// What their letters begin with; see [`Spelling::marks`].
    pub(super) beginnings: Marks,
    /// Closed compounds by their letters.
    pub(super) compounds: FxHashMap<Word, Meaning>,
    /// Forms in scripts without spaces between words.
    pub(super) unspaced: Unspaced,
    /// What was looked up of words of earlier texts.
    pub(super) known: KnownWords,
}

/// How many patterns a thread takes at once to find their keys.
const CHUNK: usize = 1 << 9;

/// Collects the entries of all rules.
#[derive(Debug, Default)]
pub struct Builder {
    lexicon: Lexicon,
    /// The keys and spellings that are stored with the program.
    tables: Tables,
    /// Whether patterns are parsed when they are added, so that faults are told.
    validate: bool,
    /// The names that are known by their letters.
    spellings: Vec<Spelling>,
    /// How many forms there are whose uses are counted.
    forms: u32,
    /// The numbers of the terms whose right forms are known, by the address of their glossary.
    terms: FxHashMap<(usize, usize), u32>,
}

impl Builder {
    /// A builder that need not find out the keys and spellings in these tables.
    #[must_use]
    pub fn new(tables: Tables) -> Self {
        Self { tables, ..Self::default() }
    }

    /// The keys and spellings that are stored with the program.
    #[must_use]
    pub fn tables(&self) -> Tables {
        self.tables
    }

    /// Makes room for what terms are likely to add.
    pub fn expect<'t>(&mut self, terms: impl Iterator<Item = &'t Term>) {
        let (mut entries, mut patterns, mut wrong) = (0, 0, 0);
        for term in terms {
            entries += 1;
            wrong += term.wrong.len();
            patterns += term.forms.len() + term.wrong.len() + term.outside.len();
        }
        self.lexicon.entries.reserve(entries);
        self.lexicon.patterns.reserve(patterns);
        self.lexicon.fixes.reserve(wrong);
    }

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
        self.lexicon.entries.push(entry);
        narrow(self.lexicon.entries.len() - 1)
    }

    /// Has the source, where there is one, bear out the wrong forms of an entry.
    pub fn sourced(&mut self, entry: u32) {
        if let Some(entry) = self.lexicon.entries.get_mut(entry as usize) {
            entry.sourced = true;
        }
    }

    /// Sets the language of the texts, a BCP 47 tag; it is English unless it is set before any pattern is added.
    pub fn language(&mut self, language: &str) {
        self.lexicon.vocabulary = Vocabulary::new(language);
    }

    /// Makes the right forms of a term known, and the phrases outside of which it holds, once whatever
    /// the number of rules: both shadow wrong forms inside them. It returns the number by
    /// which [`Scan::right`](super::Scan::right) names the term.
    pub fn term(&mut self, glossary: &Arc<Glossary>, number: usize) -> u32 {
        let next = narrow(self.terms.len());
        let key = (Arc::as_ptr(glossary) as usize, number);
        if let Some(known) = self.terms.get(&key) {
            return *known;
        }
        self.terms.insert(key, next);
        let Some(term) = glossary.terms.get(number) else { return next };
        let forms = term.forms.iter().enumerate().filter(|(_, (status, _))| status.is_right());
        for (number, (status, form)) in forms {
            let written = Written::of(term, *status, form);
            self.file(Meaning::Right(next, narrow(number)), form.text.clone(), How::Form(written));
        }
        for pattern in &term.outside {
            self.file_pattern(Meaning::Right(NONE, NONE), pattern.clone());
        }
        next
    }

    /// Adds a slot pattern inside which nothing is wrong.
    pub fn right_pattern(&mut self, pattern: Included) -> Result<(), PatternError> {
        self.pattern(Meaning::Right(NONE, NONE), pattern)
    }

    /// Adds a wrong form, as it stands, with its replacement.
    pub fn wrong_form(&mut self, entry: u32, text: Included, written: Written, fix: Option<&Arc<str>>) {
        let meaning = self.meaning(entry, fix);
        self.file(meaning, text, How::Form(written));
    }

    /// Adds a slot pattern of a wrong form with its replacement.
    pub fn wrong(&mut self, entry: u32, pattern: Included, fix: Option<&Arc<str>>) -> Result<(), PatternError> {
        let meaning = self.meaning(entry, fix);
        self.pattern(meaning, pattern)
    }

    /// Adds a wrong spelling of a name by its letters, however they are split into words.
    pub fn spelling(&mut self, entry: u32, spelling: Spelling, fix: Option<&Arc<str>>) {
        if !self.lexicon.spellings.contains_key(&spelling.number) {
            let meaning = self.meaning(entry, fix);
            self.lexicon.spellings.insert(spelling.number, meaning);
            self.spellings.push(spelling);
        }
    }

    /// Adds a closed compound, whose two parts may be written apart.
    pub fn compound(&mut self, entry: u32, letters: &str, fix: &Arc<str>) {
        let meaning = self.meaning(entry, Some(fix));
        self.lexicon.compounds.entry(number(letters)).or_insert(meaning);
    }

    /// Adds a slot pattern whose occurrences [`Scan::forms`](super::Scan::forms) lists, whatever
    /// else stands there: its number.
    pub fn form(&mut self, pattern: Included) -> Result<u32, PatternError> {
        let number = self.forms;
        self.forms += 1;
        self.pattern(Meaning::Form(number), pattern)?;
        Ok(number)
    }

    /// Adds a form, as it stands, whose occurrences are listed in the same way: its number.
    pub fn counted(&mut self, text: Included, written: Written) -> u32 {
        let number = self.forms;
        self.forms += 1;
        self.file(Meaning::Form(number), text, How::Form(written));
        number
    }

    /// The number of the cue of that name, if it has been made known.
    #[must_use]
    pub fn known_cue(&self, name: &str) -> Option<u32> {
        self.lexicon.cue(name)
    }

    /// Makes a cue known, so that guards can ask for it: its number.
    pub fn cue(&mut self, cue: &Cue) -> u32 {
        if let Some(known) = self.known_cue(&cue.name) {
            return known;
        }
        let next = narrow(self.lexicon.cues.len());
        self.lexicon.cues.insert(Arc::clone(&cue.name), next);
        for word in cue.words.iter() {
            self.file(Meaning::Cue(next), word.as_str().into(), How::Form(Written::RIGHT));
        }
        next
    }

    /// The finished lexicon: every pattern is filed.
    #[must_use]
    pub fn finish(mut self) -> Lexicon {
        let (vocabulary, tables) = (&self.lexicon.vocabulary, self.tables);
        let keys = self.lexicon.patterns.par_chunks(CHUNK).enumerate().map(|(chunk, patterns)| {
            let mut keys = Vec::with_capacity(2 * CHUNK);
            for (pattern, filed) in (chunk * CHUNK..).zip(patterns) {
                filed.keys(vocabulary, tables, |key| keys.push((key, narrow(pattern))));
            }
            keys
        });
        let keys: Vec<Vec<(Key, u32)>> = keys.collect();
        self.lexicon.index = Index::new(keys);
        self.lexicon.beginnings = Marks::with_capacity(self.spellings.len());
        for mark in self.spellings.into_iter().flat_map(Spelling::marks) {
            self.lexicon.beginnings.add(mark);
        }
        self.lexicon.unspaced.finish();
        self.lexicon
    }

    fn meaning(&mut self, entry: u32, fix: Option<&Arc<str>>) -> Meaning {
        self.lexicon.fixes.push(fix.cloned());
        Meaning::Wrong(entry, narrow(self.lexicon.fixes.len() - 1))
    }

    fn pattern(&mut self, meaning: Meaning, text: Included) -> Result<(), PatternError> {
        if self.validate {
            Pattern::parse(&text)?;
        }
        self.file_pattern(meaning, text);
        Ok(())
    }

    /// Files a slot pattern; one that does not parse matches nothing.
    fn file_pattern(&mut self, meaning: Meaning, text: Included) {
        if is_unspaced(&text) {
            let written = Written { letters: Letters::Any, fixed: true, noun: false, hyphens: false };
            for text in spelt_out(&text) {
                self.file(meaning, text.into(), How::Form(written));
            }
        } else {
            self.file(meaning, text, How::Pattern);
        }
    }

    fn file(&mut self, meaning: Meaning, text: Included, how: How) {
        match how {
            How::Form(written) if is_unspaced(&text) => self.lexicon.unspaced.add(meaning, &text, written),
            _ => self.lexicon.patterns.push(Filed::new(meaning, text, how)),
        }
    }
}

/// The number of no term.
pub(super) const NONE: u32 = u32::MAX;

impl Lexicon {
    /// The number of the cue of that name.
    #[must_use]
    pub fn cue(&self, name: &str) -> Option<u32> {
        self.cues.get(name).copied()
    }
}

pub(super) fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
