//! How near the letters of a name are to the characters that write it by its sound.
//!
//! Letters and characters become consonants in a few classes; the distance is that of an alignment
//! in which like sounds cost little (Kessler 1995 for dialects; Levenshtein 1966).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::passage::Passage;
use super::reading::{pairs, pinyin};
use crate::check::{CheckError, Params};

/// No sound.
const NONE: u8 = b'-';
/// What an unlisted pair of sounds costs, and an initial vowel without its like, in percent.
const UNLIKE: u32 = 100;
const INITIAL: u32 = 40;
/// The most characters of a name or a part of one.
const MOST: usize = 9;
/// The shortest name by whose length a distance is divided, in halves of a sound.
const SHORT: u32 = 5;

/// What letters and characters sound like.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    letters: FxHashMap<Box<str>, Box<[u8]>>,
    /// The longest group of letters, in characters.
    longest: usize,
    characters: FxHashMap<char, Box<[Box<[u8]>]>>,
    costs: FxHashMap<(u8, u8), u32>,
}

/// The characters that sound most like a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    /// How far they are from it, in percent of a sound for each sound.
    pub(super) distance: u32,
    /// Which they are.
    pub(super) range: Range<usize>,
}

impl Sounds {
    /// Reads the pack's tables.
    pub(super) fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let mut sounds = Self::default();
        for (classes, groups) in pairs(params, "lists/letter-sounds.tsv")? {
            for group in groups.split(' ') {
                sounds.longest = sounds.longest.max(group.chars().count());
                sounds.letters.insert(group.into(), bytes(classes));
            }
        }
        for (alternatives, characters) in pairs(params, "lists/transcription.tsv")? {
            let alternatives: Box<[_]> = alternatives.split(' ').map(bytes).collect();
            sounds.characters.extend(characters.chars().map(|c| (c, alternatives.clone())));
        }
        for (letter, rest) in pairs(params, "lists/sound-costs.tsv")? {
            let (character, cost) = rest.split_once('\t').unwrap_or((rest, ""));
            let key = (first(letter), first(character));
            sounds.costs.insert(key, cost.parse().unwrap_or(UNLIKE));
        }
        Ok(sounds)
    }

    /// Whether foreign names are written with the character.
    pub(super) fn transcribes(&self, c: char) -> bool {
        self.characters.contains_key(&c)
    }

    /// The stretches of a passage that may write a foreign name; a single character only at a dot.
    pub(super) fn runs(&self, passage: &Passage) -> Vec<Range<usize>> {
        let characters = &passage.characters;
        let (mut runs, mut start) = (Vec::new(), 0_usize);
        for at in 0..=characters.len() {
            if characters.get(at).is_some_and(|c| self.transcribes(*c)) {
                continue;
            }
            let dotted = [start.checked_sub(1), Some(at)].into_iter().flatten().any(|at| is_dot(characters.get(at)));
            if at > start + 1 || (at > start && dotted) {
                runs.push(start..at);
            }
            start = at + 1;
        }
        runs
    }

    /// The characters of a passage that sound most like a word.
    pub(super) fn heard(&self, word: &str, passage: &Passage, runs: &[Range<usize>]) -> Option<Heard> {
        let skeleton = self.skeleton(word);
        let starts = runs.iter().flat_map(|run| run.clone().map(|start| start..run.end.min(start + MOST)));
        let all = starts.flat_map(|stretch| self.from(&skeleton, passage, &stretch));
        all.min_by_key(|heard| (heard.distance, std::cmp::Reverse(heard.range.len()), heard.range.start))
    }

    /// The distances of a word from the stretches that begin at one place.
    fn from(&self, skeleton: &Skeleton, passage: &Passage, stretch: &Range<usize>) -> Vec<Heard> {
        let letters = &skeleton.sounds;
        let mut row = self.first_row(letters);
        let mut all = Vec::new();
        for (length, c) in (1_usize..).zip(passage.slice(stretch)) {
            let Some(alternatives) = self.characters.get(c) else { break };
            row = self.extended(letters, &row, alternatives);
            if skeleton.may_have(length) {
                let vowel = passage.characters.get(stretch.start).is_some_and(|c| self.is_vowel(*c));
                let initial = if vowel == skeleton.vowel { 0 } else { INITIAL };
                let cost = row.last().copied().unwrap_or(UNLIKE) + initial;
                let halves = u32::try_from(letters.len() + length).unwrap_or(u32::MAX).max(SHORT);
                all.push(Heard { distance: cost * 2 / halves, range: stretch.start..stretch.start + length });
            }
        }
        all
    }

    /// What it costs to leave out the first letters.
    fn first_row(&self, letters: &[u8]) -> Vec<u32> {
        let mut row = vec![0];
        for letter in letters {
            row.push(row.last().copied().unwrap_or_default() + self.cost(*letter, NONE));
        }
        row
    }

    /// The alignment with one more character, in the best of its readings.
    fn extended(&self, letters: &[u8], row: &[u32], alternatives: &[Box<[u8]>]) -> Vec<u32> {
        let mut best = vec![u32::MAX; row.len()];
        for alternative in alternatives {
            let mut own = row.to_vec();
            for sound in alternative {
                own = self.aligned(letters, &own, *sound);
            }
            best.iter_mut().zip(own).for_each(|(best, own)| *best = own.min(*best));
        }
        best
    }

    fn aligned(&self, letters: &[u8], row: &[u32], sound: u8) -> Vec<u32> {
        let skipped = self.cost(NONE, sound);
        let mut next = vec![row.first().copied().unwrap_or_default() + skipped];
        for ((letter, before), over) in letters.iter().zip(row).zip(row.iter().skip(1)) {
            let last = next.last().copied().unwrap_or_default() + self.cost(*letter, NONE);
            next.push((before + self.cost(*letter, sound)).min(over + skipped).min(last));
        }
        next
    }

    fn cost(&self, letter: u8, sound: u8) -> u32 {
        let same = if letter == sound { 0 } else { UNLIKE };
        self.costs.get(&(letter, sound)).copied().unwrap_or(same)
    }

    /// Whether a character begins with a vowel: it stands for one only, or its Pinyin begins so.
    fn is_vowel(&self, c: char) -> bool {
        let alone = |all: &[Box<[u8]>]| all.len() <= 2 && all.iter().any(|sounds| sounds.is_empty());
        let open = || pinyin(c).any(|syllable| syllable.starts_with(['a', 'e', 'o']));
        self.characters.get(&c).is_some_and(|all| alone(all) || open())
    }

    /// The consonants of a word.
    fn skeleton(&self, word: &str) -> Skeleton {
        let lower: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let (mut sounds, mut syllables, mut at, mut open) = (Vec::new(), 0, 0, false);
        while at < lower.len() {
            let (length, classes) = self.group(lower.get(at..).unwrap_or_default());
            at += length;
            sounds.extend(classes);
            let vowel = classes.is_empty();
            syllables += usize::from(vowel && !open);
            open = vowel;
        }
        sounds.dedup();
        let vowel = lower.first().is_some_and(|c| self.group(&[*c]).1.is_empty());
        Skeleton { sounds, syllables, vowel }
    }

    /// The longest group of letters at the start, and what it sounds like.
    fn group(&self, letters: &[char]) -> (usize, &[u8]) {
        for length in (1..=self.longest.min(letters.len())).rev() {
            let group: String = letters.iter().take(length).collect();
            if let Some(classes) = self.letters.get(group.as_str()) {
                return (length, classes);
            }
        }
        (1, &[])
    }
}

/// A word without its vowels.
struct Skeleton {
    sounds: Vec<u8>,
    syllables: usize,
    /// Whether it begins with a vowel.
    vowel: bool,
}

impl Skeleton {
    /// Whether so many characters may write it.
    fn may_have(&self, characters: usize) -> bool {
        (self.syllables.saturating_sub(1).max(1)..=self.sounds.len() + self.syllables).contains(&characters)
    }
}

/// Whether a character divides the parts of a foreign name.
pub(super) fn is_dot(c: Option<&char>) -> bool {
    matches!(c, Some('·' | '・' | '•' | '‧'))
}

/// Classes, of which `-` is none.
fn bytes(classes: &str) -> Box<[u8]> {
    classes.bytes().filter(|class| *class != NONE).collect()
}

fn first(classes: &str) -> u8 {
    classes.bytes().next().unwrap_or(NONE)
}
