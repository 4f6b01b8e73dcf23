//! Names of people whom a glossary has, spelt nearly as there: Stammer for 斯塔默.

use super::super::known::Person;
use super::super::passage::Scheme;
use super::super::sound::is_dot;
use super::super::{Found, Report, english::plain};
use super::Judge;
use crate::document::Segment;
use crate::language::{Analysis, Case, Kind, Token, without_possessive};
use crate::text::Span;

use std::ops::Range;

/// How alike a name and what is written for it are (normalised Damerau–Levenshtein similarity), and how far
/// its letters may be from the characters (percent of a sound for each): either is near, and the other nearer.
const NEAR: [(f64, u32); 2] = [(0.7, 35), (0.6, 15)];
/// The fewest letters of what is compared.
const SHORTEST: usize = 4;

impl Judge<'_> {
    /// The near misses of the names of known people in a segment whose right names it does not have.
    pub(in super::super) fn near_misses(&self, segment: &Segment, target: &Analysis<'_>) -> Vec<Found> {
        let people = self.knowledge.people().found(&self.passage.characters);
        let people: Vec<_> = people.into_iter().filter(|(range, _)| self.is_whole(range)).collect();
        let tokens = if people.is_empty() { &[] } else { target.tokens_in(segment.target) };
        let words: Vec<(&Token, Box<str>)> =
            tokens.iter().map(|token| (token, plain(without_possessive(target.word(token))))).collect();
        let absent = people.iter().filter(|(_, person)| !words.iter().any(|(_, word)| person.has(word)));
        absent.filter_map(|(range, person)| self.near_miss(range, person, target, &words)).collect()
    }

    fn near_miss(
        &self,
        range: &Range<usize>,
        person: &Person,
        target: &Analysis<'_>,
        words: &[(&Token, Box<str>)],
    ) -> Option<Found> {
        let mut named = words.iter().filter(|(token, _)| token.kind == Kind::Word && token.case == Case::Title);
        let (token, _) =
            named.find(|(token, word)| self.is_near(word, range, person) && self.is_free_name(target, token, word))?;
        let length = without_possessive(target.word(token)).len();
        Some(Found {
            report: Report::Misread,
            target: Span::new(token.span.start(), token.span.start() + length),
            source: self.passage.span(range),
            other: person.name.to_string(),
            fix: Some(person.name.to_string()),
        })
    }

    /// Whether a word is so much like the name of a person, and sounds so much like these characters.
    fn is_near(&self, word: &str, range: &Range<usize>, person: &Person) -> bool {
        let likeness = person.likeness(word, SHORTEST);
        let heard = || self.knowledge.sounds.heard(word, self.passage, std::slice::from_ref(range));
        NEAR.iter().any(|(alike, far)| likeness >= *alike && heard().is_some_and(|heard| heard.distance <= *far))
    }

    /// Whether nothing else explains a word: no gloss, no characters that are read so, no English name, and
    /// no common word that only begins a sentence.
    fn is_free_name(&self, target: &Analysis<'_>, token: &Token, word: &str) -> bool {
        let opens = || {
            let sentence = target.sentence_at(token.span.start());
            sentence
                .is_none_or(|sentence| target.tokens_of(sentence).first().is_some_and(|first| first.span == token.span))
        };
        let read = || !self.passage.spelt(word, Scheme::Pinyin, &self.knowledge.readings).is_empty();
        let english = self.knowledge.is_known(word) || (self.knowledge.is_common(word) && opens());
        !(english || self.english().has(word) || read())
    }

    /// Whether no other character of a foreign name stands next to these.
    fn is_whole(&self, range: &Range<usize>) -> bool {
        let at = |at: usize| self.passage.characters.get(at);
        let dotted = is_dot(at(range.end)) || range.start.checked_sub(1).is_some_and(|before| is_dot(at(before)));
        let goes_on = |place: usize| at(place).is_some_and(|c| self.knowledge.sounds.transcribes(*c));
        let before = range.start.checked_sub(1).is_some_and(|before| goes_on(before) && !self.is_inside(before));
        !dotted && !before && (!goes_on(range.end) || self.is_inside(range.end + 1))
    }
}
