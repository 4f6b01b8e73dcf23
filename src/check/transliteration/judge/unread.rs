//! What a word is that no characters spell: a slip, half a transcription, or nothing at all.

use std::ops::Range;

use super::super::candidate::Candidate;
use super::super::sound::Heard;
use super::{Judge, NAME, Verdict};
use crate::language::capitalised;
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
impl Judge<'_> {
    /// The name of the dictionary that a word misspells, unless it is another one that sounds the same.
    pub(super) fn slip(&self, candidate: &Candidate) -> Option<String> {
        let name = self.english().nearly(&candidate.lower)?;
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
    pub(super) fn unexplained(&self, candidate: &Candidate, letters: Option<&str>) -> Verdict {
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
    pub(super) fn is_shaped(&self, candidate: &Candidate) -> bool {
        self.knowledge.is_marked(&candidate.lower) || self.knowledge.mandarin.syllables(&candidate.lower) > 0
    }

    /// Whether characters sound so much like a word that nothing else is needed.
    fn is_clear(&self, candidate: &Candidate, heard: &Heard) -> bool {
        let syllables = self.knowledge.mandarin.syllables(&candidate.lower);
        heard.distance <= WELL_HEARD && heard.range.len() >= syllables.max(2)
    }

    /// Whether a word is like Pinyin, and not by chance in a text about places whose names are so.
    fn is_pinyin(&self, letters: &str) -> bool {
        let likely = !self.is_asian() || self.knowledge.is_only_pinyin(letters);
        likely && self.knowledge.mandarin.syllables(letters) > 0
    }

    /// Whether names here may look like Pinyin by chance.
    fn is_asian(&self) -> bool {
        self.region.asian || self.english().has_japanese_surname()
    }

    /// The characters of a foreign name whose Pinyin is nearly the word.
    fn half_read(&self, letters: &str) -> Option<Range<usize>> {
        let marked = self.knowledge.is_marked(letters) || self.is_pinyin(letters);
        if letters.len() < HALF_READ_LETTERS || !marked || (self.is_asian() && !self.knowledge.is_only_pinyin(letters))
        {
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
    pub(in super::super) fn misread(&self, candidate: &Candidate) -> Option<(Span, String)> {
        let letters = candidate.letters()?;
        let count = self.passage.characters.len();
        let (range, likeness) = self.nearest(&letters, (0..count).map(|start| start..(start + NAME).min(count)))?;
        let reading = self.passage.pinyin(&range).filter(|reading| likeness >= MISREAD && *reading != letters)?;
        Some((self.passage.span(&range)?, capitalised(&reading)))
    }
}
