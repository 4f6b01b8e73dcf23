//! A segment of the source as names see it: its characters, and which of them spell a word.

use std::ops::Range;

use super::reading::{Readings, pinyin};
use crate::text::Span;

/// How characters are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Hanyu Pinyin.
    Pinyin,
    /// Wade–Giles, as in Taiwan.
    WadeGiles,
    /// Cantonese, as in Hong Kong and Macao.
    Cantonese,
}

/// The longest segment that is compared, in characters: what is longer is no sentence, and its names
/// would explain anything.
const LONGEST: usize = 1_000;

/// The characters of a segment.
#[derive(Debug)]
pub(super) struct Passage {
    /// In simplified form.
    pub(super) characters: Vec<char>,
    /// Where each starts in the source text, and where the last one ends.
    places: Vec<usize>,
    pinyin: Vec<Vec<&'static str>>,
}

impl Passage {
    /// The characters of a piece of the source at `offset`, simplified; none where it is too long.
    pub(super) fn new(text: &str, offset: usize, simplified: &str) -> Self {
        let mut places: Vec<usize> = text.char_indices().take(LONGEST + 1).map(|(at, _)| at + offset).collect();
        if places.len() > LONGEST {
            places.clear();
        }
        let characters: Vec<char> = simplified.chars().take(places.len()).collect();
        places.push(offset + text.len());
        let pinyin = characters.iter().map(|c| pinyin(*c).collect()).collect();
        Self { characters, places, pinyin }
    }

    /// Whether there is nothing to compare with.
    pub(super) fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// Where characters stand in the source text.
    pub(super) fn span(&self, characters: &Range<usize>) -> Option<Span> {
        Some(Span::new(*self.places.get(characters.start)?, *self.places.get(characters.end)?))
    }

    /// Some of the characters.
    pub(super) fn slice(&self, range: &Range<usize>) -> &[char] {
        self.characters.get(range.clone()).unwrap_or_default()
    }

    /// The same as text.
    pub(super) fn string(&self, range: &Range<usize>) -> String {
        self.slice(range).iter().collect()
    }

    /// The characters that spell a word in lower-case letters: each way to do so.
    pub(super) fn spelt(&self, word: &str, scheme: Scheme, readings: &Readings) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for start in 0..self.characters.len() {
            self.spelt_from(start, word, scheme, readings, &mut found);
        }
        found
    }

    fn spelt_from(&self, start: usize, word: &str, scheme: Scheme, readings: &Readings, out: &mut Vec<Range<usize>>) {
        let mut places = self.reached(start, word, &[0], scheme, readings);
        let mut at = start + 1;
        while !places.is_empty() {
            if places.last() == Some(&word.len()) {
                out.push(start..at);
            }
            places = self.reached(at, word, &places, scheme, readings);
            at += 1;
        }
    }

    /// How far into a word its letters get with one more character, in order.
    fn reached(&self, at: usize, word: &str, from: &[usize], scheme: Scheme, readings: &Readings) -> Vec<usize> {
        let mut places = Vec::new();
        let mut step = |syllable: &str| {
            let from = from.iter().filter(|_| !syllable.is_empty());
            let reached = from.filter(|place| word.get(**place..).is_some_and(|rest| rest.starts_with(syllable)));
            places.extend(reached.map(|place| place + syllable.len()));
        };
        let pinyin = self.pinyin.get(at).into_iter().flatten().copied();
        match scheme {
            Scheme::Pinyin => pinyin.for_each(step),
            Scheme::WadeGiles => pinyin.for_each(|syllable| readings.wade_giles(syllable).for_each(&mut step)),
            Scheme::Cantonese => {
                self.characters.get(at).into_iter().for_each(|c| readings.cantonese(*c).for_each(&mut step));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The usual Pinyin of some characters.
    pub(super) fn pinyin(&self, range: &Range<usize>) -> Option<String> {
        let syllables = self.pinyin.get(range.clone())?;
        syllables.iter().map(|readings| readings.first().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(text: &str, word: &str) -> Vec<Range<usize>> {
        Passage::new(text, 0, text).spelt(word, Scheme::Pinyin, &Readings::default())
    }

    #[test]
    fn characters_spell_words_in_any_reading() {
        assert_eq!(spelt("记者单士明说", "shan"), vec![2..3]);
        assert_eq!(spelt("记者单士明说", "shiming"), vec![3..5]);
        assert_eq!(spelt("西安人", "xian"), vec![0..2]);
        assert!(spelt("", "xian").is_empty() && spelt("记者", "zhe ji").is_empty());
    }

    #[test]
    fn places_are_those_of_the_source() {
        let passage = Passage::new("王a中", 10, "王a中");
        assert_eq!(passage.span(&(1..3)), Some(Span::new(13, 17)));
        assert_eq!(passage.pinyin(&(2..3)).as_deref(), Some("zhong"));
        assert_eq!(passage.pinyin(&(1..3)), None);
    }

    #[test]
    fn an_endless_segment_is_left_alone() {
        let text = "中".repeat(LONGEST + 1);
        assert!(Passage::new(&text, 0, &text).is_empty());
    }
}
