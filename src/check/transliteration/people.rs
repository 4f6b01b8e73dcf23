//! Chinese names of people: which characters a full name renders, and what is wrong with it.

use std::ops::{Range, RangeInclusive};

use rustc_hash::FxHashSet;

use super::knowledge::Knowledge;
use super::passage::{Passage, Scheme};
use super::{Found, Report};
use crate::document::Segment;
use crate::filing::surname_readings;
use crate::language::{Analysis, Case, Gap, Token, capitalised, without_possessive};
use crate::text::Span;

/// How far before a name the source says where the person is from, in characters.
const BEFORE: usize = 16;
/// How many characters a name has that is no Chinese one, but written like one.
const STRANGER: RangeInclusive<usize> = 3..=5;

/// A full name in Pinyin, and the characters that it renders.
pub(super) struct Pair {
    /// Where it stands in the translation and in the source.
    pub(super) target: Span,
    source: Span,
    name: String,
    /// Whether the source says that the person is not from the mainland, and that it is from there.
    overseas: bool,
    mainland: bool,
    /// What is wrong with it in itself, and the right form.
    fault: Option<(Report, String)>,
}

impl Pair {
    /// Whether the source says that the person is from the mainland.
    pub(super) fn is_mainlander(&self) -> bool {
        self.mainland
    }
}

/// A segment whose names are looked up.
struct View<'v> {
    target: &'v Analysis<'v>,
    passage: &'v Passage,
    knowledge: &'v Knowledge,
}

/// The full names in Pinyin of a segment.
pub(super) fn pairs(segment: &Segment, target: &Analysis<'_>, passage: &Passage, knowledge: &Knowledge) -> Vec<Pair> {
    let view = View { target, passage, knowledge };
    let first = target.first_token_from(segment.target.start());
    let count = target.tokens_in(segment.target).len();
    let pair = |at: usize| view.named(at).or_else(|| view.reversed(at)).or_else(|| view.stranger(at));
    (first..first + count).filter_map(pair).collect()
}

/// Whether there may be a full name among these words: two with a capital.
pub(super) fn may_stand(tokens: &[Token]) -> bool {
    let titled = |token: &Token| token.case == Case::Title;
    tokens.windows(2).any(|pair| pair.iter().all(titled) && pair.last().is_some_and(|last| last.gap == Gap::Space))
}

impl View<'_> {
    /// The name whose surname is the token of that number.
    fn named(&self, at: usize) -> Option<Pair> {
        let span = self.knowledge.mandarin.full_name(self.target, at).or_else(|| self.unlike_surname(at))?;
        let words: Vec<&str> = self.target.slice(span).splitn(2, ' ').collect();
        let [surname, given] = words.as_slice() else { return None };
        let range = self.rendered(surname, given)?;
        let fault = self.misread(surname, given, &range).or_else(|| self.renamed(surname, given, &range));
        self.pair(span, &range, fault)
    }

    /// Whether the dictionary has the person under another name.
    fn renamed(&self, surname: &str, given: &str, range: &Range<usize>) -> Option<(Report, String)> {
        let letters = letters(surname) + &letters(given);
        let other = self.knowledge.has_other_name(&self.passage.string(range), &letters);
        other.then(|| (Report::Read, String::new()))
    }

    /// Two words with a capital from the token of that number on, and their place; the second without `'s`.
    fn words(&self, at: usize) -> Option<(&str, &str, Span)> {
        let (first, second) = (self.target.tokens().get(at)?, self.target.tokens().get(at + 1)?);
        let titled = first.case == Case::Title && second.case == Case::Title && second.gap == Gap::Space;
        let last = without_possessive(self.target.word(second));
        let span = Span::new(first.span.start(), second.span.start() + last.len());
        titled.then(|| (self.target.word(first), last, span))
    }

    fn syllables(&self, word: &str) -> usize {
        self.knowledge.mandarin.syllables(word)
    }

    /// Two words of which the first would be a surname in another reading.
    fn unlike_surname(&self, at: usize) -> Option<Span> {
        let (surname, given, span) = self.words(at)?;
        let fits = self.syllables(surname) == 1 && matches!(self.syllables(given), 1 | 2);
        let range = fits.then(|| self.rendered(surname, given)).flatten()?;
        self.misread(surname, given, &range).map(|_| span)
    }

    /// The name whose surname is the token behind the one of that number: the order of names in English.
    fn reversed(&self, at: usize) -> Option<Pair> {
        let (given, surname, span) = self.words(at).filter(|(_, last, _)| self.knowledge.mandarin.is_surname(last))?;
        if self.syllables(given) < 2 || self.rendered(given, surname).is_some() {
            return None;
        }
        let range = self.rendered(surname, given).filter(|range| range.len() > 2)?;
        self.pair(span, &range, Some((Report::Reversed, [surname, " ", given].concat())))
    }

    /// A name of another form in Pinyin, behind what says that its bearer is from elsewhere: 岸田文雄 as
    /// “Antian Wenxiong”.
    fn stranger(&self, at: usize) -> Option<Pair> {
        let (first, last, span) = self.words(at)?;
        if self.syllables(first) == 0 || self.syllables(last) == 0 {
            return None;
        }
        let letters = letters(first) + &letters(last);
        let all = self.passage.spelt(&letters, Scheme::Pinyin, &self.knowledge.readings);
        let range = all.into_iter().find(|range| STRANGER.contains(&range.len()))?;
        self.pair(span, &range, None).filter(|pair| pair.overseas)
    }

    fn pair(&self, target: Span, range: &Range<usize>, fault: Option<(Report, String)>) -> Option<Pair> {
        let before = self.passage.string(&(range.start.saturating_sub(BEFORE)..range.start));
        Some(Pair {
            target,
            source: self.passage.span(range)?,
            name: self.passage.string(range),
            overseas: self.knowledge.signs.say_so(&before),
            mainland: self.knowledge.signs.deny(&before),
            fault,
        })
    }

    /// The characters of a name that is read so.
    fn rendered(&self, surname: &str, given: &str) -> Option<Range<usize>> {
        let letters = letters(surname) + &letters(given);
        let all = self.passage.spelt(&letters, Scheme::Pinyin, &self.knowledge.readings);
        let named = |c: Option<&char>| c.is_some_and(|c| self.knowledge.signs.is_surname(*c));
        all.into_iter().find(|range| matches!(range.len(), 2 | 3) && named(self.passage.slice(range).first()))
    }

    /// The name with the surname as it is read in names, if it stands there in another reading.
    fn misread(&self, surname: &str, given: &str, range: &Range<usize>) -> Option<(Report, String)> {
        let readings = surname_readings(*self.passage.slice(range).first()?);
        let right = readings.first().map(|reading| capitalised(reading))?;
        let is_right = readings.iter().any(|reading| reading.eq_ignore_ascii_case(surname));
        (!is_right).then(|| (Report::Surname, [&right, " ", without_possessive(given)].concat()))
    }
}

fn letters(word: &str) -> String {
    without_possessive(word).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// What there is to say about the names: a person is not from the mainland if the source says so once.
pub(super) fn report(pairs: &[Pair], found: &mut Vec<Found>) {
    let overseas: FxHashSet<&str> = pairs.iter().filter(|pair| pair.overseas).map(|pair| pair.name.as_str()).collect();
    for pair in pairs {
        let note = |report, fix: Option<&str>| Found {
            report,
            target: pair.target,
            source: Some(pair.source),
            other: fix.unwrap_or_default().to_owned(),
            fix: fix.filter(|fix| !fix.is_empty()).map(str::to_owned),
        };
        if overseas.contains(pair.name.as_str()) {
            found.push(note(Report::Overseas, None));
        } else if let Some((report, right)) = &pair.fault {
            found.push(note(*report, Some(right)));
        }
    }
}
