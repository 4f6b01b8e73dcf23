//! What a place in a text says about a match: whether it is prose, and whether it shows spelling.

use super::candidate::Candidate;
use crate::language::{Analysis, Case, Kind, is_function_word};
use crate::text::Span;

/// Whether the place shows that a form is spelt otherwise. Where it differs in capitals only, a line
/// in capitals does not, nor does one in title case, where every word but function words has one.
pub(super) fn shows(analysis: &Analysis<'_>, candidate: &Candidate, form: &str) -> bool {
    let (first, end) = candidate.tokens;
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    if !letters(analysis.slice(candidate.span)).starts_with(&letters(form)) {
        return true;
    }
    let own = analysis.tokens().get(first..end).unwrap_or_default();
    if own.iter().any(|token| token.kind == Kind::Cjk) {
        return true;
    }
    let Some(sentence) = analysis.sentence_at(candidate.span.start()) else { return true };
    let mut others = analysis.tokens_of(sentence).iter().filter(|token| !candidate.span.contains(token.span));
    others.any(|token| token.case == Case::Lower && !is_function_word(analysis.word(token)))
        || (analysis.tokens_of(sentence).len() == own.len() && own.iter().any(|token| token.case != Case::Upper))
}

/// Whether a span is a part of prose, not of a web or mail address or the name of a file.
pub(super) fn is_prose(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let behind = text.get(span.end()..).unwrap_or_default();
    // Addresses have no spaces, and are short.
    let start = before.chars().rev().take(ADDRESS).take_while(|c| !ends_address(*c)).map(char::len_utf8).sum::<usize>();
    let end = behind.chars().take(ADDRESS).take_while(|c| !ends_address(*c)).map(char::len_utf8).sum::<usize>();
    let (before, behind) = (tail(before, start), behind.get(..end).unwrap_or_default());
    let inner = |text: &str, mark: char| text.split(mark).skip(1).any(|rest| rest.starts_with(char::is_alphanumeric));
    let address = before.contains("://") || before.contains("www.") || before.contains('@');
    let named = behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    !(address || named || behind.contains("://") || inner(behind, '@'))
}

/// The longest address that is looked at on either side, in code points.
const ADDRESS: usize = 200;

fn ends_address(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '“' | '”' | '(' | ')' | '<' | '>' | ',' | ';')
}

fn tail(text: &str, length: usize) -> &str {
    text.len().checked_sub(length).and_then(|at| text.get(at..)).unwrap_or_default()
}
