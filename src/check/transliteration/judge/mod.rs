//! What explains the names of a segment: a reading of characters, a gloss, a transcription, or nothing.

mod half;
mod known;
mod named;
mod unread;

use std::cell::OnceCell;
use std::ops::Range;

use super::candidate::Candidate;
use super::english::English;
use super::knowledge::Knowledge;
use super::passage::{Passage, Scheme};
use crate::check::dictionary::Class;

/// The most characters of a name in Chinese.
const NAME: usize = 4;

/// What a word is.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// Something in the segment explains it.
    Explained,
    /// Characters that write a foreign name sound like it.
    Heard(Range<usize>),
    /// It is the Pinyin of words that are no names.
    Common(Range<usize>),
    /// It is the Pinyin of characters that belong to different words.
    Cut(Range<usize>),
    /// It is the Pinyin of a name for which the dictionary has another form.
    Read(Range<usize>),
    /// It is nearly the Pinyin of a foreign name.
    HalfRead(Range<usize>),
    /// It is the Pinyin of a part of a foreign name.
    Dotted(Range<usize>),
    /// It is nearly a name that the dictionary gives.
    Slip(String),
    /// It is like Pinyin, and no characters are read so.
    Unread,
    /// Nothing is known.
    Unknown,
}

impl Verdict {
    /// Whether no characters and no gloss give the very word.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Heard(_) | Self::HalfRead(_) | Self::Unread | Self::Unknown)
    }
}

/// Where the people and places of a document are from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Region {
    /// From where names look like Pinyin.
    pub(super) asian: bool,
    /// From where foreign names in Chinese are given in Pinyin as well.
    pub(super) turkic: bool,
}

/// A segment with what its names are compared with, made when a name asks.
pub(super) struct Judge<'k> {
    knowledge: &'k Knowledge,
    pub(super) passage: &'k Passage,
    /// The English words for the segment, once a name asks.
    english: OnceCell<English<'k>>,
    runs: Vec<Range<usize>>,
    region: Region,
    /// For each character, whether a word goes on with it, once a name asks.
    inner: OnceCell<Vec<bool>>,
}

impl<'k> Judge<'k> {
    pub(super) fn new(knowledge: &'k Knowledge, passage: &'k Passage, region: Region) -> Self {
        let (english, inner) = (OnceCell::new(), OnceCell::new());
        Self { knowledge, passage, english, runs: knowledge.sounds.runs(passage), region, inner }
    }

    /// What a word is.
    pub(super) fn verdict(&self, candidate: &Candidate) -> Verdict {
        let letters = candidate.letters();
        let spelt = |scheme| letters.as_deref().map(|word| self.passage.spelt(word, scheme, &self.knowledge.readings));
        let read = spelt(Scheme::Pinyin).unwrap_or_default();
        let verdict = (!read.is_empty()).then(|| self.read(candidate, &read));
        if matches!(verdict, Some(Verdict::Explained)) || self.english().has(&candidate.lower) {
            return Verdict::Explained;
        }
        if let Some(verdict) = verdict {
            return verdict;
        }
        if let Some(name) = self.slip(candidate) {
            return Verdict::Slip(name);
        }
        let other =
            || [Scheme::WadeGiles, Scheme::Cantonese].into_iter().any(|s| spelt(s).is_some_and(|a| !a.is_empty()));
        let explained = self.english().explains(&candidate.lower, self.is_shaped(candidate)) || other();
        if explained { Verdict::Explained } else { self.unexplained(candidate, letters.as_deref()) }
    }

    fn english(&self) -> &English<'k> {
        self.english.get_or_init(|| English::new(self.passage, self.knowledge))
    }

    /// What a word is that is the Pinyin of these characters.
    fn read(&self, candidate: &Candidate, spelt: &[Range<usize>]) -> Verdict {
        let entries = |range: &Range<usize>| {
            let word = self.passage.string(range);
            self.knowledge.dictionary.entries(&word).map(|entry| entry.is_name()).collect::<Vec<_>>()
        };
        let common = |range: &Range<usize>| {
            let names = entries(range);
            range.len() > 1 && !names.is_empty() && !names.contains(&true) && !self.is_used_as_name(candidate, range)
        };
        let other = |range: &Range<usize>| !candidate.surnamed && self.has_other_name(&candidate.lower, range);
        match spelt {
            _ if spelt.iter().any(|range| self.is_name(range)) => Verdict::Explained,
            [first, ..] if self.is_of_peoples(candidate, spelt) => Verdict::HalfRead(first.clone()),
            [first, ..] if !candidate.surnamed && spelt.iter().all(common) => Verdict::Common(first.clone()),
            [only] if other(only) => Verdict::Read(only.clone()),
            _ => match self.dotted(candidate, spelt) {
                Some(part) => Verdict::Dotted(part.clone()),
                None => self.joined(candidate, spelt),
            },
        }
    }

    /// The same where the characters are no word by themselves.
    fn joined(&self, candidate: &Candidate, spelt: &[Range<usize>]) -> Verdict {
        match spelt {
            [first, ..] if !candidate.surnamed && spelt.iter().all(|range| self.is_cut(range)) => {
                Verdict::Cut(first.clone())
            }
            [only] if self.is_transcription(candidate, only) => Verdict::HalfRead(only.clone()),
            _ => Verdict::Explained,
        }
    }

    /// Whether the dictionary has a name for these characters that is not their Pinyin.
    fn has_other_name(&self, letters: &str, range: &Range<usize>) -> bool {
        let word = self.passage.string(range);
        // 曲麻莱 is a name as well where it has 曲麻莱县 only.
        let longer = (range.len() > 2).then(|| self.passage.string(&(range.start..range.end + 1)));
        let other = |word: &str| self.knowledge.has_other_name(word, letters);
        range.len() > 1 && (other(&word) || longer.is_some_and(|word| other(&word)))
    }

    /// Whether characters begin or end inside of a word of several characters, and are no place.
    fn is_cut(&self, range: &Range<usize>) -> bool {
        let inside = self.is_inside(range.start) || self.is_inside(range.end);
        range.len() > 1 && inside && !self.is_place(range)
    }

    /// Whether a word goes on with a character.
    fn is_inside(&self, at: usize) -> bool {
        let inner = self.inner.get_or_init(|| self.inner());
        inner.get(at).copied().unwrap_or_default()
    }

    /// For each character, whether a word goes on with it.
    fn inner(&self) -> Vec<bool> {
        let text: String = self.passage.characters.iter().collect();
        let words = self.knowledge.dictionary.segment(&text);
        let known = words.iter().filter(|word| word.class == Class::Known);
        let inside: Vec<_> = known.map(|word| word.span).collect();
        let mut words = inside.iter().peekable();
        let mut inner = Vec::new();
        for (at, _) in text.char_indices() {
            while words.next_if(|word| word.end() <= at).is_some() {}
            inner.push(words.peek().is_some_and(|word| word.start() < at));
        }
        inner
    }

    /// Whether what stands around characters makes them the name of a person.
    pub(super) fn is_person(&self, range: &Range<usize>) -> bool {
        let before = self.passage.string(&(range.start.saturating_sub(NAME)..range.start));
        let end = (range.end + NAME).min(self.passage.characters.len());
        self.knowledge.signs.make_a_person(&before, &self.passage.string(&(range.end..end)))
    }
}
