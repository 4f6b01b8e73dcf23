//! What explains the names of a segment: a reading of characters, a gloss, a transcription, or nothing.

use std::ops::Range;

use super::candidate::Candidate;
use super::english::English;
use super::knowledge::Knowledge;
use super::passage::{Passage, Scheme};
use super::sound::Heard;
use crate::text::Span;

/// How far the letters of a transcribed name may be from its characters (percent of a sound for each).
const HEARD: u32 = 35;
/// How far where nothing else speaks for it.
const WELL_HEARD: u32 = 10;
/// How alike a name and Pinyin are that a translation mixes (normalised Damerau–Levenshtein similarity).
const HALF_READ: f64 = 0.75;
/// The fewest letters of such a name.
const HALF_READ_LETTERS: usize = 5;
/// How alike what is written for a name and its reading are.
const MISREAD: f64 = 0.7;
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
    /// It is the Pinyin of a name for which the dictionary has another form.
    Read(Range<usize>),
    /// It is nearly the Pinyin of a foreign name.
    HalfRead(Range<usize>),
    /// It is like Pinyin, and no characters are read so.
    Unread,
    /// Nothing is known.
    Unknown,
}

/// A segment with what its names are compared with, made when a name asks.
pub(super) struct Judge<'k> {
    knowledge: &'k Knowledge,
    pub(super) passage: &'k Passage,
    english: English,
    runs: Vec<Range<usize>>,
}

impl<'k> Judge<'k> {
    pub(super) fn new(knowledge: &'k Knowledge, passage: &'k Passage) -> Self {
        let english = English::new(passage, &knowledge.dictionary, knowledge.gazetteer());
        Self { knowledge, passage, english, runs: knowledge.sounds.runs(passage) }
    }

    /// What a word is.
    pub(super) fn verdict(&self, candidate: &Candidate) -> Verdict {
        if self.english.has(&candidate.lower) {
            return Verdict::Explained;
        }
        let letters = candidate.letters();
        let spelt = |scheme| letters.as_deref().map(|word| self.passage.spelt(word, scheme, &self.knowledge.readings));
        let read = spelt(Scheme::Pinyin).unwrap_or_default();
        if !read.is_empty() {
            return self.read(candidate, &read);
        }
        let explained = self.english.explains(&candidate.lower) || spelt(Scheme::Any).is_some_and(|all| !all.is_empty());
        if explained { Verdict::Explained } else { self.unexplained(candidate, letters.as_deref()) }
    }

    /// What a word is that is the Pinyin of these characters.
    fn read(&self, candidate: &Candidate, spelt: &[Range<usize>]) -> Verdict {
        let entries = |range: &Range<usize>| {
            let word = self.passage.string(range);
            self.knowledge.dictionary.entries(&word).map(|entry| entry.is_name()).collect::<Vec<_>>()
        };
        let common = |range: &Range<usize>| {
            let names = entries(range);
            range.len() > 1 && !names.is_empty() && !names.contains(&true)
        };
        let named = |range: &Range<usize>| range.len() > 2 && entries(range).contains(&true);
        match spelt {
            [first, ..] if !candidate.surnamed && spelt.iter().all(common) => Verdict::Common(first.clone()),
            [only] if named(only) => Verdict::Read(only.clone()),
            _ => Verdict::Explained,
        }
    }

    /// What a word is that no reading and no gloss explains.
    fn unexplained(&self, candidate: &Candidate, letters: Option<&str>) -> Verdict {
        let heard = self.knowledge.sounds.heard(&candidate.lower, self.passage, &self.runs);
        let heard = heard.filter(|heard| heard.distance <= HEARD);
        if self.knowledge.is_known(&candidate.lower) {
            return heard.map_or(Verdict::Unknown, |heard| Verdict::Heard(heard.range));
        }
        let Some(letters) = letters else { return Verdict::Unknown };
        if let Some(range) = self.half_read(letters) {
            return Verdict::HalfRead(range);
        }
        if !candidate.hyphened && self.is_pinyin(letters) && !heard.as_ref().is_some_and(is_clear) {
            return Verdict::Unread;
        }
        heard.map_or(Verdict::Unknown, |heard| Verdict::Heard(heard.range))
    }

    fn is_pinyin(&self, letters: &str) -> bool {
        self.knowledge.mandarin.syllables(letters) > 0
    }

    /// The characters of a foreign name whose Pinyin is nearly the word.
    fn half_read(&self, letters: &str) -> Option<Range<usize>> {
        if letters.len() < HALF_READ_LETTERS {
            return None;
        }
        let starts = self.runs.iter().flat_map(|run| run.clone().map(|start| start..run.end));
        let (range, likeness) = self.nearest(letters, starts)?;
        (likeness >= HALF_READ).then_some(range)
    }

    /// The characters whose Pinyin is nearest to a word, and how alike they are.
    fn nearest(&self, letters: &str, places: impl Iterator<Item = Range<usize>>) -> Option<(Range<usize>, f64)> {
        let mut best: Option<(Range<usize>, f64)> = None;
        for place in places {
            for end in place.start + 2..=place.end {
                let range = place.start..end;
                let Some(pinyin) = self.passage.pinyin(&range) else { break };
                if pinyin.len() > letters.len() * 2 {
                    break;
                }
                let likeness = strsim::normalized_damerau_levenshtein(&pinyin, letters);
                if best.as_ref().is_none_or(|(_, known)| likeness > *known) {
                    best = Some((range, likeness));
                }
            }
        }
        best
    }

    /// The name that a word misreads.
    pub(super) fn misread(&self, candidate: &Candidate) -> Option<(Span, String)> {
        let letters = candidate.letters()?;
        let count = self.passage.characters.len();
        let (range, likeness) = self.nearest(&letters, (0..count).map(|start| start..(start + NAME).min(count)))?;
        let reading = self.passage.pinyin(&range).filter(|reading| likeness >= MISREAD && *reading != letters)?;
        Some((self.passage.span(&range)?, capitalised(&reading)))
    }
}

/// Whether characters sound so much like a word that nothing else is needed.
fn is_clear(heard: &Heard) -> bool {
    heard.distance <= WELL_HEARD && heard.range.len() > 1
}

/// A name with its capital.
pub(super) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
