//! Dates with a year: "November 2012", "Nov. 8, 2012", "8 November 2012", "2012-11-08".

use jiff::civil::Date;

use super::{Analysis, Case, Gap, Kind};
use crate::text::Span;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands.
    pub span: Span,
    /// Its first token, and the one behind its last.
    pub tokens: (u32, u32),
    /// The token of the year.
    pub year_token: u32,
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1, where it is given.
    pub day: Option<u8>,
}

impl DateMention {
    /// The day it names, or the first of its month; nothing where there is no such day.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let part = |value: u8| i8::try_from(value).ok();
        Date::new(i16::try_from(self.year).ok()?, part(self.month)?, part(self.day.unwrap_or(1))?).ok()
    }
}

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The shortest abbreviation of a month, in letters.
const ABBREVIATION: usize = 3;
/// The years that are taken for such.
const YEARS: std::ops::Range<u16> = 1900..2100;

/// The value of a token that is a year of our time.
#[must_use]
pub fn year_at(text: &Analysis<'_>, at: usize) -> Option<u16> {
    let token = text.tokens().get(at).filter(|token| token.kind == Kind::Number && token.span.len() == 4)?;
    text.word(token).parse().ok().filter(|year| YEARS.contains(year))
}

/// All dates of a text, in order.
pub(super) fn dates(text: &Analysis<'_>) -> Vec<DateMention> {
    let figures = text.distinct().places(|word| word.kind == Kind::Number && word.span.len() == 4);
    let years = figures.into_iter().filter_map(|at| Some((at, year_at(text, at)?)));
    years.filter_map(|(at, year)| worded(text, at, year).or_else(|| digital(text, at, year))).collect()
}

/// A date with the name of its month before the year.
fn worded(text: &Analysis<'_>, at: usize, year: u16) -> Option<DateMention> {
    let before = |back: usize| at.checked_sub(back);
    let close = |at: usize| {
        text.tokens().get(at).is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Comma | Gap::Break))
    };
    if !close(at) {
        return None;
    }
    if let Some(month) = before(1).and_then(|at| month_at(text, at)) {
        let day = before(2).filter(|_| close(at - 1)).and_then(|at| number_at(text, at, 31));
        let first = if day.is_some() { at - 2 } else { at - 1 };
        return mention(text, (first, at + 1), at, (year, month, day));
    }
    let day = before(1).and_then(|at| number_at(text, at, 31))?;
    let month = before(2).filter(|_| close(at - 1)).and_then(|at| month_at(text, at))?;
    mention(text, (at - 2, at + 1), at, (year, month, Some(day)))
}

/// A date in digits, from the year down.
fn digital(text: &Analysis<'_>, at: usize, year: u16) -> Option<DateMention> {
    let joined = |at: usize| {
        let (token, before) = (text.tokens().get(at)?, text.tokens().get(at - 1)?);
        matches!(text.slice(Span::new(before.span.end(), token.span.start())), "-" | "/" | ".").then_some(at)
    };
    let month = joined(at + 1).and_then(|at| number_at(text, at, 12))?;
    let day = joined(at + 2).and_then(|at| number_at(text, at, 31))?;
    mention(text, (at, at + 3), at, (year, month, Some(day)))
}

fn mention(
    text: &Analysis<'_>,
    (first, end): (usize, usize),
    year_token: usize,
    (year, month, day): (u16, u8, Option<u8>),
) -> Option<DateMention> {
    let (from, to) = (text.tokens().get(first)?, text.tokens().get(end.checked_sub(1)?)?);
    let narrow = super::token::index;
    let tokens = (narrow(first), narrow(end));
    Some(DateMention { span: from.span.cover(to.span), tokens, year_token: narrow(year_token), year, month, day })
}

/// The month, from 1, that a token names.
fn month_at(text: &Analysis<'_>, at: usize) -> Option<u8> {
    let token = text.tokens().get(at).filter(|token| matches!(token.case, Case::Title | Case::Upper))?;
    let word = text.word(token).trim_end_matches('.');
    let named = |month: &&str| {
        word.len() >= ABBREVIATION && month.get(..word.len()).is_some_and(|m| m.eq_ignore_ascii_case(word))
    };
    let found =
        MONTHS.iter().position(|month| named(month) || (word.eq_ignore_ascii_case("Sept") && *month == "September"))?;
    u8::try_from(found + 1).ok()
}

/// The value of a token that is a number from 1 to `most`, as a cardinal or an ordinal.
fn number_at(text: &Analysis<'_>, at: usize, most: u8) -> Option<u8> {
    let token = text.tokens().get(at).filter(|token| token.kind == Kind::Number && token.span.len() <= 4)?;
    let digits = text.word(token).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|value| (1..=most).contains(value))
}

/// A dateline has at most this many words, and stands in one of so many first or last passages.
const DATELINE: (usize, usize) = (16, 10);

/// The date that the dateline of a document gives: the first date in a short line at its start or end.
pub(super) fn dateline(text: &Analysis<'_>) -> Option<DateMention> {
    let (longest, reach) = DATELINE;
    let all = text.passages().count();
    let edge = text.passages().enumerate().filter(|(number, _)| *number < reach || number + reach >= all);
    let mut short = edge.filter(|(_, (_, tokens))| (1..=longest).contains(&tokens.len()));
    short.find_map(|(_, (passage, _))| text.dates_in(passage.span).first().copied())
}

#[cfg(test)]
mod tests {
    use crate::language::Annotated;

    fn dates(text: &str) -> Vec<(u16, u8, Option<u8>)> {
        let document = crate::read::read("a.txt", text.as_bytes().to_vec()).unwrap();
        let annotated = Annotated::new(&document);
        annotated.target.dates().iter().map(|date| (date.year, date.month, date.day)).collect()
    }

    #[test]
    fn dates_are_read_in_their_usual_forms() {
        let text = "On Nov. 8, 2012, in May 2013, on 1 June 2014 and on July 2nd 2015, see 2016-10-09 or 2017/1/2.";
        let expected = [
            (2012, 11, Some(8)),
            (2013, 5, None),
            (2014, 6, Some(1)),
            (2015, 7, Some(2)),
            (2016, 10, Some(9)),
            (2017, 1, Some(2)),
        ];
        assert_eq!(dates(text), expected);
        assert!(dates("The mayor spent 2012 yuan in 2013; Marching 2014 of them.").is_empty());
    }

    #[test]
    fn a_short_line_gives_the_date_of_the_document() {
        let text = "Workers meet in Lhasa\n\n(Published March 5, 2024)\n\nIn May 2013 they had met for the first time, as was said by all who were there then.\n";
        let document = crate::read::read("a.txt", text.as_bytes().to_vec()).unwrap();
        assert_eq!(Annotated::new(&document).target.date().map(|date| date.to_string()), Some("2024-03-05".to_owned()));
    }
}
