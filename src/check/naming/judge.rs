//! What explains the names of a segment: a reading of characters, a gloss, a transcription, or nothing.

use std::cell::OnceCell;
use std::ops::Range;

use super::candidate::Candidate;
use super::english::English;
use super::knowledge::Knowledge;
use super::passage::{Passage, Scheme};
use super::sound::Heard;
use crate::check::dictionary::Class;
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
    /// It is the Pinyin of characters that belong to different words.
    Cut(Range<usize>),
    /// It is the Pinyin of a name for which the dictionary has another form.
    Read(Range<usize>),
    /// It is nearly the Pinyin of a foreign name.
    HalfRead(Range<usize>),
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

/// A segment with what its names are compared with, made when a name asks.
pub(super) struct Judge<'k> {
    knowledge: &'k Knowledge,
    pub(super) passage: &'k Passage,
    english: English,
    runs: Vec<Range<usize>>,
    /// Whether what is written is Chinese about places whose names look like Pinyin.
    asian: bool,
    /// For each character, whether a word goes on with it, once a name asks.
    inner: OnceCell<Vec<bool>>,
}

impl<'k> Judge<'k> {
    pub(super) fn new(knowledge: &'k Knowledge, passage: &'k Passage, asian: bool) -> Self {
        let english = English::new(passage, &knowledge.dictionary, knowledge.gazetteer());
        Self { knowledge, passage, english, runs: knowledge.sounds.runs(passage), asian, inner: OnceCell::new() }
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
        if let Some(name) = self.slip(candidate) {
            return Verdict::Slip(name);
        }
        let other =
            || [Scheme::WadeGiles, Scheme::Cantonese].into_iter().any(|s| spelt(s).is_some_and(|a| !a.is_empty()));
        let explained = self.english.explains(&candidate.lower, self.is_shaped(candidate)) || other();
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
        // 曲麻莱 is a name as well if the dictionary has 曲麻莱县 only.
        let named = |range: &Range<usize>| {
            range.len() > 2
                && (entries(range).contains(&true) || entries(&(range.start..range.end + 1)).contains(&true))
        };
        match spelt {
            [first, ..] if !candidate.surnamed && spelt.iter().all(common) => Verdict::Common(first.clone()),
            [only] if named(only) => Verdict::Read(only.clone()),
            [first, ..] if !candidate.surnamed && spelt.iter().all(|range| self.is_cut(range)) => {
                Verdict::Cut(first.clone())
            }
            [only] if self.is_transcription(candidate, only) => Verdict::HalfRead(only.clone()),
            _ => Verdict::Explained,
        }
    }

    /// Whether characters that the Pinyin of a word joins write a foreign name.
    fn is_transcription(&self, candidate: &Candidate, range: &Range<usize>) -> bool {
        let long = range.len() > 3 || (range.len() == 3 && self.knowledge.is_only_pinyin(&candidate.lower));
        long && self.passage.slice(range).iter().all(|c| self.knowledge.sounds.transcribes(*c))
    }

    /// Whether characters begin or end inside of a word of several characters.
    fn is_cut(&self, range: &Range<usize>) -> bool {
        let inner = self.inner.get_or_init(|| self.inner());
        let inside = |at: usize| inner.get(at).copied().unwrap_or_default();
        range.len() > 1 && (inside(range.start) || inside(range.end))
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

    /// The name of the dictionary that a word misspells, unless it is another one that sounds the same.
    fn slip(&self, candidate: &Candidate) -> Option<String> {
        let name = self.english.nearly(&candidate.lower)?;
        let other = || {
            self.knowledge.is_known(&candidate.lower)
                || self.heard(candidate).is_some_and(|heard| self.is_clear(candidate, &heard))
        };
        (!other()).then(|| capitalised(name))
    }

    /// The characters that sound like a word.
    fn heard(&self, candidate: &Candidate) -> Option<Heard> {
        let heard = self.knowledge.sounds.heard(&candidate.lower, self.passage, &self.runs);
        heard.filter(|heard| heard.distance <= HEARD)
    }

    /// What a word is that no reading and no gloss explains.
    fn unexplained(&self, candidate: &Candidate, letters: Option<&str>) -> Verdict {
        let heard = self.heard(candidate);
        if self.knowledge.is_known(&candidate.lower) {
            return heard.map_or(Verdict::Unknown, |heard| Verdict::Heard(heard.range));
        }
        let Some(letters) = letters else { return Verdict::Unknown };
        if candidate.surnamed
            && let Some((_, reading)) = self.misread(candidate)
        {
            return Verdict::Slip(reading);
        }
        if let Some(range) = self.half_read(letters) {
            return Verdict::HalfRead(range);
        }
        if !candidate.hyphened
            && self.is_pinyin(letters)
            && !heard.as_ref().is_some_and(|heard| self.is_clear(candidate, heard))
        {
            return Verdict::Unread;
        }
        heard.map_or(Verdict::Unknown, |heard| Verdict::Heard(heard.range))
    }

    /// Whether a word is like Pinyin, or has letters of it.
    fn is_shaped(&self, candidate: &Candidate) -> bool {
        self.knowledge.is_marked(&candidate.lower) || self.knowledge.mandarin.syllables(&candidate.lower) > 0
    }

    /// Whether characters sound so much like a word that nothing else is needed.
    fn is_clear(&self, candidate: &Candidate, heard: &Heard) -> bool {
        let syllables = self.knowledge.mandarin.syllables(&candidate.lower);
        heard.distance <= WELL_HEARD && heard.range.len() >= syllables.max(2)
    }

    /// Whether a word is like Pinyin, and not by chance in a text about places whose names are so.
    fn is_pinyin(&self, letters: &str) -> bool {
        let likely = !self.asian || self.knowledge.is_only_pinyin(letters);
        likely && self.knowledge.mandarin.syllables(letters) > 0
    }

    /// The characters of a foreign name whose Pinyin is nearly the word.
    fn half_read(&self, letters: &str) -> Option<Range<usize>> {
        let marked = self.knowledge.is_marked(letters) || self.is_pinyin(letters);
        if letters.len() < HALF_READ_LETTERS || !marked || (self.asian && !self.knowledge.is_only_pinyin(letters)) {
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

/// A name with its capital.
pub(super) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
