//! What the build script stores: the keys of patterns and forms, and the spellings of names.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::anchor::form_key;
use super::{Key, Spelling, Word, number, pattern_keys, romanize};
use crate::glossary::{Glossary, Term};
use crate::text::Included;

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

/// Pairs of numbers under fingerprints of what they belong to. The bytes are those of numbers, the lowest
/// first: where each bucket of records starts, then the records in order, a fingerprint and a pair each.
#[derive(Clone, Copy, Debug, Default)]
struct Table(&'static [u8]);

type Record = [u64; 3];

/// How many leading bits of a fingerprint tell its bucket.
const BITS: u32 = 12;
/// How many numbers tell where buckets start, and where the last one ends.
const STARTS: usize = (1 << BITS) + 1;

impl Table {
    /// The pairs under a fingerprint; nothing where there are none.
    fn get(self, fingerprint: u64) -> Option<impl Iterator<Item = (u64, u64)>> {
        let (numbers, _) = self.0.as_chunks();
        let (starts, records) = numbers.split_at_checked(STARTS)?;
        let (from, to) = bucket(fingerprint);
        let start = |bucket: usize| usize::try_from(u64::from_le_bytes(*starts.get(bucket)?)).ok();
        let bucket = records.as_chunks::<3>().0.get(start(from)?..start(to)?)?;
        let found = bucket.iter().filter(move |[known, ..]| u64::from_le_bytes(*known) == fingerprint);
        let pair = |[_, first, second]: &[[u8; 8]; 3]| (u64::from_le_bytes(*first), u64::from_le_bytes(*second));
        let mut pairs = found.map(pair).peekable();
        pairs.peek().is_some().then_some(pairs)
    }

    /// The bytes of a table of these records.
    fn to_bytes(mut records: Vec<Record>) -> Vec<u8> {
        records.sort_unstable();
        records.dedup();
        let before = |number: usize| records.partition_point(|[fingerprint, ..]| bucket(*fingerprint).0 < number);
        let starts = (0..STARTS).map(|number| before(number) as u64);
        starts.chain(records.iter().flatten().copied()).flat_map(u64::to_le_bytes).collect()
    }
}

/// The number of the bucket of a fingerprint, and of the next one.
fn bucket(fingerprint: u64) -> (usize, usize) {
    let number = usize::try_from(fingerprint >> (u64::BITS - BITS)).unwrap_or_default();
    (number, number + 1)
}

/// Collects what is to be stored.
#[derive(Debug, Default)]
pub struct Records {
    keys: Vec<Record>,
    spellings: Vec<Record>,
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
        (Table::to_bytes(self.keys), Table::to_bytes(self.spellings))
    }
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
    fingerprint(term.kind.name(), term.source.iter().map(Included::as_str).chain([""]).chain(right))
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
