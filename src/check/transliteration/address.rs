//! Surnames by themselves, before 某 or a form of address: 单某, 解先生.

use std::ops::Range;

use super::knowledge::Knowledge;
use super::passage::Passage;
use super::reading::pinyin;
use super::{Found, Report};
use crate::document::Segment;
use crate::filing::surname_readings;
use crate::language::{Analysis, Case, Gap, Token, capitalised, without_possessive};
use crate::text::Span;

/// A surname before a form of address, with both of them.
struct Addressed {
    surname: char,
    range: Range<usize>,
}

/// Whether there may be such a surname among these words: one with a capital.
pub(super) fn may_stand(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.case == Case::Title)
}

/// The surnames of a segment that stand by themselves and are misread.
pub(super) fn misread(
    segment: &Segment,
    target: &Analysis<'_>,
    passage: &Passage,
    knowledge: &Knowledge,
) -> Vec<Found> {
    let all = addressed(passage, knowledge);
    let tokens = if all.is_empty() { &[] } else { target.tokens_in(segment.target) };
    all.iter().filter_map(|addressed| wrong(addressed, target, tokens, passage, knowledge)).collect()
}

/// What is found of a surname, if it stands there in another reading only.
fn wrong(
    addressed: &Addressed,
    target: &Analysis<'_>,
    tokens: &[Token],
    passage: &Passage,
    knowledge: &Knowledge,
) -> Option<Found> {
    let readings = surname_readings(addressed.surname);
    let word = |token: &Token| without_possessive(target.word(token)).to_lowercase();
    if tokens.iter().any(|token| readings.contains(&word(token).as_str())) {
        return None;
    }
    let misread = |token: &&Token| {
        let word = word(token);
        let other = token.case == Case::Title && pinyin(addressed.surname).any(|reading| reading == word);
        other && !is_other(passage, knowledge, addressed.surname, &word)
    };
    let token = alone(tokens).find(misread)?;
    let right = readings.first().map(|reading| capitalised(reading))?;
    Some(Found {
        report: Report::Surname,
        target: Span::new(token.span.start(), token.span.start() + word(token).len()),
        source: passage.span(&addressed.range),
        other: right.clone(),
        fix: Some(right),
    })
}

/// The surnames with a reading of their own before a form of address.
fn addressed(passage: &Passage, knowledge: &Knowledge) -> Vec<Addressed> {
    let characters = passage.characters.iter().enumerate();
    let special = characters.filter(|(_, c)| !surname_readings(**c).is_empty());
    let found = special.filter_map(|(at, surname)| {
        let suffix = knowledge.settings.address(passage.characters.get(at + 1..)?)?;
        let range = at..at + 1 + suffix;
        (!is_in_word(passage, knowledge, at)).then_some(Addressed { surname: *surname, range })
    });
    found.collect()
}

/// Whether a character is a part of a longer word of the dictionary.
fn is_in_word(passage: &Passage, knowledge: &Knowledge, at: usize) -> bool {
    let starts = [at.checked_sub(1), Some(at)];
    starts.into_iter().flatten().any(|start| {
        let mut longest = 0;
        let ahead = passage.characters.get(start..).unwrap_or_default();
        knowledge.dictionary.words_at(ahead, &mut |length, _| longest = longest.max(length));
        start + longest > at + usize::from(start == at)
    })
}

/// Whether another surname of the segment is usually read so.
fn is_other(passage: &Passage, knowledge: &Knowledge, surname: char, reading: &str) -> bool {
    let others = passage.characters.iter().filter(|c| **c != surname && knowledge.signs.is_surname(**c));
    others.into_iter().any(|c| pinyin(*c).next() == Some(reading))
}

/// The words behind which no other word with a capital stands.
fn alone(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    let named = |next: &Token| next.gap == Gap::Space && next.case == Case::Title;
    tokens.iter().enumerate().filter(move |(at, _)| !tokens.get(at + 1).is_some_and(named)).map(|(_, token)| token)
}
