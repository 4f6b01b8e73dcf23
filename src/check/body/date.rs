//! Dates: the year beside a name, and the year of the document.

use crate::language::{Analysis, Case, Gap, Kind};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// A dateline has at most this many words, and stands in one of so many first or last passages.
const DATELINE: (usize, usize) = (16, 10);

/// The value of a token that is a year of our time.
pub(super) fn year_at(text: &Analysis<'_>, at: usize) -> Option<u16> {
    let token = text.tokens().get(at).filter(|token| token.kind == Kind::Number && token.span.len() == 4)?;
    text.word(token).parse().ok().filter(|year| (1900..2100).contains(year))
}

/// Whether a token is a month.
fn is_month(text: &Analysis<'_>, at: usize) -> bool {
    let Some(token) = text.tokens().get(at).filter(|token| token.case == Case::Title) else { return false };
    MONTHS.iter().any(|month| text.word(token).starts_with(month))
}

/// The year of a date that begins at token `at`: "2012", "November 2012", "November 8, 2012",
/// "8 November 2012"; with the number of its token.
pub(super) fn date_at(text: &Analysis<'_>, at: usize) -> Option<(u16, usize)> {
    let number =
        |at: usize| text.tokens().get(at).is_some_and(|token| token.kind == Kind::Number && token.span.len() <= 4);
    let close = |at: usize| text.tokens().get(at).is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Comma));
    let behind = match (is_month(text, at), number(at), is_month(text, at + 1)) {
        (true, ..) if year_at(text, at + 1).is_some() => at + 1,
        (true, ..) if number(at + 1) && close(at + 2) => at + 2,
        (false, true, true) => at + 2,
        _ => at,
    };
    year_at(text, behind).map(|year| (year, behind))
}

/// The year that the dateline of a document gives.
pub(super) fn document_year(text: &Analysis<'_>) -> Option<u16> {
    let (longest, reach) = DATELINE;
    let all = text.passages().count();
    let edge = text.passages().enumerate().filter(|(number, _)| *number < reach || number + reach >= all);
    let mut short = edge.filter(|(_, (_, tokens))| (1..=longest).contains(&tokens.len()));
    short.find_map(|(_, (passage, _))| {
        let first = text.tokens().partition_point(|token| token.span.start() < passage.span.start());
        let end = text.tokens().partition_point(|token| token.span.start() < passage.span.end());
        (first..end).find_map(|at| dateline(text, at))
    })
}

/// The year of a full date: with a month, or in digits.
fn dateline(text: &Analysis<'_>, at: usize) -> Option<u16> {
    let (year, behind) = date_at(text, at)?;
    let digits =
        |at: usize| text.tokens().get(at).is_some_and(|token| token.kind == Kind::Number && token.span.len() <= 2);
    (behind > at || (digits(at + 1) && digits(at + 2))).then_some(year)
}
