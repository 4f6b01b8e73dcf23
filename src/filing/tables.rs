//! What the build script stores: the keys of patterns and forms, and the spellings of names.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::{Key, Spelling, Word, form_key, number, pattern_keys, romanize};
use crate::glossary::{Glossary, Term};
use crate::text::Text;

/// The keys and spellings that are stored. What is not, is found when it is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tables {
    keys: Table,
    spellings: Table,
}

impl Tables {
    /// Tables with the bytes that [`Records`] made.
    #[must_use]
    pub const fn new(keys: &'static [u8], spellings: &'static [u8]) -> Self {
        Self { keys: Table(keys), spellings: Table(spellings) }
    }

    /// The keys of a slot pattern of a language without stems, if they are stored.
    #[must_use]
    pub fn pattern(self, text: &str) -> Option<impl Iterator<Item = Key>> {
        Some(self.keys.get(of_pattern(text))?.map(key))
    }

    /// The key of a form of a language without stems, if it is stored.
    #[must_use]
    pub fn form(self, text: &str) -> Option<Key> {
        self.keys.get(of_form(text))?.next().map(key)
    }

    /// The pinyin of a term's source forms, where it is not itself a right form.
    #[must_use]
    pub fn spellings(self, term: &Term) -> Vec<Spelling> {
        if !romanize::is_name(term.kind) {
            return Vec::new();
        }
        match self.spellings.get(of_term(term)) {
            Some(stored) => stored.filter_map(Spelling::from_pair).collect(),
            None => romanize::spellings(term),
        }
    }
}

/// Pairs of numbers under fingerprints of what they belong to: each record is a fingerprint and a pair, in
/// order, in bytes with the lowest first.
#[derive(Clone, Copy, Debug, Default)]
struct Table(&'static [u8]);

/// The bytes of a number, and of a record.
const NUMBER: usize = 8;
const RECORD: usize = 3 * NUMBER;

impl Table {
    /// The pairs under a fingerprint; nothing where there are none.
    fn get(self, fingerprint: u64) -> Option<impl Iterator<Item = (u64, u64)>> {
        let (records, _) = self.0.as_chunks::<RECORD>();
        let records = records.get(records.partition_point(|record| part(record, 0) < fingerprint)..)?;
        let found = records.iter().take_while(move |record| part(record, 0) == fingerprint);
        let mut pairs = found.map(|record| (part(record, 1), part(record, 2))).peekable();
        pairs.peek().is_some().then_some(pairs)
    }
}

/// A number of a record.
fn part(record: &[u8; RECORD], number: usize) -> u64 {
    record.as_chunks::<NUMBER>().0.get(number).map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// Collects what is to be stored.
#[derive(Debug, Default)]
pub struct Records {
    keys: Vec<[u64; 3]>,
    spellings: Vec<[u64; 3]>,
}

impl Records {
    /// Adds all terms of a glossary.
    pub fn glossary(&mut self, glossary: &Glossary) {
        for term in &glossary.terms {
            term.forms.iter().for_each(|(_, form)| self.form(&form.text));
            term.wrong.iter().chain(&term.outside).for_each(|pattern| self.pattern(pattern));
            if romanize::is_name(term.kind) {
                self.term(term);
            }
        }
    }

    /// Adds a slot pattern.
    pub fn pattern(&mut self, text: &str) {
        let file = |word: &str, numbers: &mut Vec<Word>| numbers.push(number(word));
        pattern_keys(text, file, |(before, word)| {
            self.keys.push([of_pattern(text), before.unwrap_or_default(), word]);
        });
    }

    fn form(&mut self, text: &str) {
        let record = |(before, word): Key| [of_form(text), before.unwrap_or_default(), word];
        self.keys.extend(form_key(text).map(record));
    }

    /// Adds a name; one without spellings leaves a pair that is none.
    fn term(&mut self, term: &Term) {
        let fingerprint = of_term(term);
        let mut pairs: Vec<_> = romanize::spellings(term).into_iter().map(Spelling::into_pair).collect();
        pairs.resize(pairs.len().max(1), (0, 0));
        self.spellings.extend(pairs.into_iter().map(|(number, beginning)| [fingerprint, number, beginning]));
    }

    /// The bytes of the keys, and those of the spellings.
    #[must_use]
    pub fn into_bytes(self) -> (Vec<u8>, Vec<u8>) {
        (bytes(self.keys), bytes(self.spellings))
    }
}

fn bytes(mut records: Vec<[u64; 3]>) -> Vec<u8> {
    records.sort_unstable();
    records.dedup();
    records.into_iter().flatten().flat_map(u64::to_le_bytes).collect()
}

fn key((before, word): (u64, u64)) -> Key {
    ((before != 0).then_some(before), word)
}

fn of_pattern(text: &str) -> u64 {
    fingerprint("pattern", [text])
}

fn of_form(text: &str) -> u64 {
    fingerprint("form", [text])
}

/// Its spellings depend on its kind, its source forms and its right forms.
fn of_term(term: &Term) -> u64 {
    let right = term.right().map(|form| form.text.as_str());
    fingerprint(term.kind.name(), term.source.iter().map(Text::as_str).chain([""]).chain(right))
}

/// A hash of texts of some kind; of a hundred thousand, two have the same with a probability below one in a
/// thousand million.
fn fingerprint<'t>(kind: &str, texts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(kind.as_bytes());
    for text in texts {
        hasher.write_usize(text.len());
        hasher.write(text.as_bytes());
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Form, Status, TermKind};

    #[test]
    fn what_is_stored_is_what_is_found_without_it() {
        let mut glossary = Glossary::default();
        for (source, target) in [("范明政", "Pham Minh Chinh"), ("北京", "Beijing"), ("釜山", "Busan")] {
            let mut term = Term { kind: TermKind::Place, source: vec![source.into()], ..Term::default() };
            term.add(Status::Preferred, Form::new(target));
            term.wrong.push("{large|big} country {union|federation}".into());
            glossary.terms.push(term);
        }
        let mut records = Records::default();
        records.glossary(&glossary);
        let (keys, spellings) = records.into_bytes();
        let (stored, none) = (Tables::new(Vec::leak(keys), Vec::leak(spellings)), Tables::default());
        for term in &glossary.terms {
            let (mut stored, mut found) = (stored.spellings(term), none.spellings(term));
            stored.sort_unstable();
            found.sort_unstable();
            found.dedup();
            assert_eq!(stored, found, "{}", term.target());
        }
        assert_eq!(stored.form("Pham Minh Chinh"), form_key("Pham Minh Chinh"));
        let all: Vec<Key> = stored.pattern("{large|big} country {union|federation}").unwrap().collect();
        assert!(all.len() == 2 && all.contains(&(Some(number("country")), number("union"))));
        assert!(stored.form("Pham Minh").is_none() && none.pattern("{large|big} country {union|federation}").is_none());
    }
}
