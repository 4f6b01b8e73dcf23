//! People whose names glossaries have in Chinese, as it transcribes them, and in English.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::english::plain;
use super::sound::{Sounds, is_dot};
use crate::glossary::{Glossary, Term, TermKind};
use crate::text::Included;

/// The fewest characters of a name by which somebody is known.
const SHORTEST: usize = 2;

/// A person's name.
#[derive(Debug)]
pub(super) struct Person {
    /// The last word of the preferred form.
    pub(super) name: Box<str>,
    /// The last words of the right forms, and all words, in lower case.
    last: Vec<Box<str>>,
    all: Vec<Box<str>>,
}

/// All these people, by their names in Chinese.
#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    forms: FxHashMap<Box<[char]>, usize>,
    /// How long the longest form is that begins with a character.
    firsts: FxHashMap<char, usize>,
}

impl Person {
    fn new(term: &Term) -> Option<Self> {
        let name = term.target().rsplit(' ').next().filter(|name| !name.is_empty())?;
        let last = term.right().filter_map(|form| form.text.rsplit(' ').next());
        let all = term.right().flat_map(|form| form.text.split([' ', '-']));
        Some(Self { name: name.into(), last: last.map(plain).collect(), all: all.map(plain).collect() })
    }

    /// Whether a word in lower case belongs to the name.
    pub(super) fn has(&self, word: &str) -> bool {
        self.all.iter().chain(&self.last).any(|known| **known == *word)
    }

    /// How much a word is like the surname; both have some length.
    pub(super) fn likeness(&self, word: &str, shortest: usize) -> f64 {
        let known = self.last.iter().filter(|known| known.len().min(word.len()) >= shortest);
        known.map(|known| strsim::normalized_damerau_levenshtein(known, word)).fold(0.0, f64::max)
    }
}

impl People {
    /// The people of glossaries whose names in Chinese are transcriptions.
    pub(super) fn new<'g>(glossaries: impl Iterator<Item = &'g Glossary>, sounds: &Sounds) -> Self {
        let mut people = Self::default();
        let terms = glossaries.flat_map(|glossary| &glossary.terms).filter(|term| term.kind == TermKind::Person);
        for term in terms {
            let transcribed = |form: &str| form.chars().all(|c| is_dot(Some(&c)) || sounds.transcribes(c));
            let forms: Vec<&Included> = term.source.iter().filter(|form| transcribed(form)).collect();
            let Some(person) = Person::new(term).filter(|_| !forms.is_empty()) else { continue };
            let number = people.all.len();
            for form in forms {
                people.add(form, number);
            }
            people.all.push(person);
        }
        people
    }

    fn add(&mut self, form: &str, number: usize) {
        let form: Box<[char]> = form.chars().collect();
        if let Some(first) = form.first().filter(|_| form.len() >= SHORTEST) {
            let longest = self.firsts.entry(*first).or_default();
            *longest = form.len().max(*longest);
            self.forms.entry(form).or_insert(number);
        }
    }

    /// Whose names stand in characters, the longest at each place, and where.
    pub(super) fn found(&self, characters: &[char]) -> Vec<(Range<usize>, &Person)> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(ahead) = characters.get(at..).filter(|ahead| !ahead.is_empty()) {
            let named = self.at(ahead);
            found.extend(named.map(|(length, person)| (at..at + length, person)));
            at += named.map_or(1, |(length, _)| length);
        }
        found
    }

    fn at(&self, ahead: &[char]) -> Option<(usize, &Person)> {
        let longest = *self.firsts.get(ahead.first()?)?;
        let lengths = (SHORTEST..=longest.min(ahead.len())).rev();
        lengths.into_iter().find_map(|length| {
            let number = self.forms.get(ahead.get(..length)?)?;
            Some((length, self.all.get(*number)?))
        })
    }
}
