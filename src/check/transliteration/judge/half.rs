//! Foreign names that are spelt as the characters are read that write them.

use std::ops::Range;

use super::super::candidate::Candidate;
use super::super::sound::is_dot;
use super::Judge;

impl Judge<'_> {
    /// Whether characters that the Pinyin of a word joins write a foreign name.
    pub(super) fn is_transcription(&self, candidate: &Candidate, range: &Range<usize>) -> bool {
        let long = range.len() > 3 || (range.len() == 3 && self.knowledge.is_only_pinyin(&candidate.lower));
        long && self.transcribe(range)
    }

    /// Whether foreign names are written with these characters.
    pub(super) fn transcribe(&self, range: &Range<usize>) -> bool {
        self.passage.slice(range).iter().all(|c| self.knowledge.sounds.transcribes(*c))
    }

    /// Whether all characters of which a word is the Pinyin are elements of Tibetan or Uygur names, and
    /// none the name of a place.
    pub(super) fn is_of_peoples(&self, candidate: &Candidate, spelt: &[Range<usize>]) -> bool {
        let listed = |range: &Range<usize>| {
            let place = self.knowledge.settings.place(self.after(range.end)).is_some();
            !place && self.knowledge.peoples.have(self.passage.slice(range), self.is_part(range))
        };
        !candidate.surnamed && spelt.iter().all(listed)
    }

    /// The part of a foreign name, next to a dot, whose very Pinyin a word is, if nothing else is so read.
    pub(super) fn dotted<'r>(&self, candidate: &Candidate, spelt: &'r [Range<usize>]) -> Option<&'r Range<usize>> {
        let part = spelt.iter().find(|range| self.is_part(range))?;
        let same = |range: &Range<usize>| self.passage.slice(range) == self.passage.slice(part);
        let other = self.region.turkic || self.knowledge.is_known(&candidate.lower) || !spelt.iter().all(same);
        (!other && self.is_unlike_name(&candidate.lower, part)).then_some(part)
    }

    /// Whether characters write a part of a foreign name: a dot stands next to them.
    fn is_part(&self, range: &Range<usize>) -> bool {
        let at = |at: usize| is_dot(self.passage.characters.get(at));
        range.len() > 1 && (range.start.checked_sub(1).is_some_and(at) || at(range.end)) && self.transcribe(range)
    }

    /// Whether the Pinyin of these characters is no foreign name by chance, as 马拉拉 is Malala.
    fn is_unlike_name(&self, letters: &str, range: &Range<usize>) -> bool {
        let coda = |c: &char| self.knowledge.is_coda(*c);
        self.knowledge.is_only_pinyin(letters) || self.passage.slice(range).iter().any(coda)
    }
}
