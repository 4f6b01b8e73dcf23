//! Near misses: a name of several words of which all but one are those of a known name, and that
//! one differs by a letter or two.

use std::hash::Hasher;
use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::check::{About, Check, Context, Hit, RuleRef};
use crate::glossary::Glossary;
use crate::language::Analysis;
use crate::text::Span;

/// How alike the differing word must be (normalised Damerau–Levenshtein similarity, 0 to 1), and
/// how long at least; shorter words are too often other names.
const ALIKE: f64 = 0.7;
const SHORTEST: usize = 6;
/// The longest run of capitalised words that is looked into.
const LONGEST: usize = 12;
/// How many words the names have that are compared.
const WORDS: RangeInclusive<usize> = 2..=4;

/// The check. Its index is made when the first document with names comes.
pub(super) struct NearMiss {
    rule: RuleRef,
    glossaries: Vec<Arc<Glossary>>,
    index: OnceLock<Index>,
}

/// Names of several words, filed under all of their words but one, for each of these.
#[derive(Default)]
struct Index {
    names: Vec<Known>,
    /// The hashes of their words.
    words: FxHashSet<u64>,
    /// For each key, the first of the filings under it.
    heads: FxHashMap<u64, usize>,
    filings: Vec<Filing>,
}

/// A name under a key, and the next filing under the same key.
struct Filing {
    name: usize,
    next: Option<usize>,
}

/// A name that was missed: its number, the place of the wrong word in the text, and that of the right one in the name.
#[derive(Clone, Copy)]
struct Miss {
    name: usize,
    place: usize,
    at: usize,
}

/// A right form of a term, by its number there.
struct Known {
    about: About,
    form: usize,
}

impl Known {
    /// Its words.
    fn words(&self) -> impl Iterator<Item = &str> {
        let form = self.about.entry().and_then(|term| term.right().nth(self.form));
        form.into_iter().flat_map(|form| form.text.split(' '))
    }
}

impl NearMiss {
    /// The check for near misses of the right forms of these glossaries' terms.
    pub(super) fn new(rule: RuleRef, glossaries: &[&Arc<Glossary>]) -> Self {
        Self { rule, glossaries: glossaries.iter().copied().cloned().collect(), index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            let terms = self.glossaries.iter().map(|glossary| glossary.terms.len()).sum();
            index.heads.reserve(terms);
            index.filings.reserve(terms);
            for glossary in &self.glossaries {
                for (number, term) in glossary.terms.iter().enumerate() {
                    for (form, known) in term.right().enumerate() {
                        index.add(&known.text, || Known { about: About::term(glossary, number), form });
                    }
                }
            }
            index
        })
    }
}

impl Index {
    fn add(&mut self, form: &str, known: impl FnOnce() -> Known) {
        let named = |word: &str| word.starts_with(char::is_uppercase).then(|| Some(hash(word)));
        let hashes: Option<Vec<_>> = form.split(' ').map(named).collect();
        let Some(hashes) = hashes.filter(|hashes| WORDS.contains(&hashes.len())) else { return };
        for key in (0..hashes.len()).filter_map(|differing| key(&hashes, differing)) {
            let next = self.heads.insert(key, self.filings.len());
            self.filings.push(Filing { name: self.names.len(), next });
        }
        self.words.extend(hashes.into_iter().flatten());
        self.names.push(known());
    }

    /// The numbers of the names that have these words, but for one.
    fn filed_under(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = self.heads.get(&key).and_then(|head| self.filings.get(*head));
        let filings = std::iter::successors(first, |filing| self.filings.get(filing.next?));
        filings.map(|filing| filing.name)
    }

    /// The known name that these words miss by one.
    fn miss(&self, name: &str) -> Option<Miss> {
        let known = |word| Some(hash(word)).filter(|hash| self.words.contains(hash));
        let hashes: Vec<Option<u64>> = name.split(' ').map(known).collect();
        if hashes.iter().all(Option::is_none) {
            return None;
        }
        let words: Vec<&str> = name.split(' ').collect();
        let mut misses = Vec::new();
        for (start, length) in (0..words.len()).flat_map(|start| WORDS.map(move |length| (start, length))) {
            let (Some(window), Some(hashes)) = (words.get(start..start + length), hashes.get(start..start + length))
            else {
                continue;
            };
            for number in keys(hashes).flat_map(|key| self.filed_under(key)) {
                let Some(known) = self.names.get(number) else { continue };
                if known.words().eq(window.iter().copied()) {
                    return None;
                }
                // The one whose first right word comes first goes before.
                let near = near(window, &known.words().collect::<Vec<_>>());
                misses.extend(near.map(|at| (start + usize::from(at == 0), number, start + at, at)));
            }
        }
        misses.into_iter().min().map(|(_, name, place, at)| Miss { name, place, at })
    }

    fn hit(&self, rule: RuleRef, text: &Analysis<'_>, name: Span, miss: Miss) -> Option<Hit> {
        let known = self.names.get(miss.name)?;
        let right = known.words().nth(miss.at)?.to_owned();
        let mut hit = Hit::new(rule, word_span(text, name, miss.place)?).with_fix(right, false);
        hit.about = known.about.clone();
        Some(hit)
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The keys of the words with these hashes, each without one of them.
fn keys(words: &[Option<u64>]) -> impl Iterator<Item = u64> {
    // Only the word that is left out may be unknown.
    let mut unknown = (0..).zip(words).filter(|(_, word)| word.is_none()).map(|(at, _)| at);
    let places = match (unknown.next(), unknown.next()) {
        (None, _) => 0..words.len(),
        (Some(at), None) => at..at + 1,
        _ => 0..0,
    };
    places.filter_map(|differing| key(words, differing))
}

/// The key of the words with these hashes without the one that differs; nothing where a hash is missing.
fn key(words: &[Option<u64>], differing: usize) -> Option<u64> {
    let mut hasher = FxHasher::default();
    hasher.write_usize(words.len());
    hasher.write_usize(differing);
    for (_, word) in words.iter().enumerate().filter(|(at, _)| *at != differing) {
        hasher.write_u64((*word)?);
    }
    Some(hasher.finish())
}

impl Check for NearMiss {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut asked = FxHashMap::default();
        for name in text.names().iter().filter(|name| (2..=LONGEST).contains(&name.tokens.len())) {
            let words = text.slice(name.span);
            if let Some(miss) = *asked.entry(words).or_insert_with(|| self.index().miss(words)) {
                hits.extend(self.index().hit(self.rule, text, name.span, miss));
            }
        }
    }
}

/// The position of the one word that differs, if the rest is the same and that word is alike.
fn near(words: &[&str], right: &[&str]) -> Option<usize> {
    if words.len() != right.len() {
        return None;
    }
    let mut differing = words.iter().zip(right).enumerate().filter(|(_, (word, right))| word != right);
    let (at, (word, right)) = differing.next()?;
    let initial = word.chars().next() == right.chars().next();
    if !initial || differing.next().is_some() {
        return None;
    }
    let long = word.chars().count().min(right.chars().count()) >= SHORTEST;
    let plural = word.strip_suffix('s') == Some(right) || word.strip_suffix("'s") == Some(right);
    (long && !plural && strsim::normalized_damerau_levenshtein(word, right) >= ALIKE).then_some(at)
}

/// The span of the word of that number in a name.
fn word_span(text: &Analysis<'_>, name: Span, number: usize) -> Option<Span> {
    let mut at = name.start();
    for (index, word) in text.slice(name).split(' ').enumerate() {
        if index == number {
            return Some(Span::new(at, at + word.len()));
        }
        at += word.len() + 1;
    }
    None
}
