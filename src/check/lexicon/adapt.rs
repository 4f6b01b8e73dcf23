//! Replacements as they must read where they stand.

use crate::language::{Analysis, Case, capitalised, without_possessive};
use crate::text::Span;

/// The replacement `fix` of the tokens `first..end`: with a capital at the start of a sentence, in
/// the plural where the match is in the plural, and without an article that already stands there.
pub(super) fn adapt(
    analysis: &Analysis<'_>,
    span: Span,
    (first, end): (usize, usize),
    singular: bool,
    fix: &str,
) -> String {
    let token = |at: usize| analysis.tokens().get(at);
    let before = first.checked_sub(1).and_then(token).map(|token| analysis.word(token)).unwrap_or_default();
    let article = before.eq_ignore_ascii_case("the") || before.eq_ignore_ascii_case("a");
    let text = fix.strip_prefix("the ").filter(|_| article).unwrap_or(fix);
    let words = (first..end).filter_map(token).map(|token| analysis.word(token));
    let governs = |word: &&str| BEHIND_HEAD.iter().any(|behind| behind.trim().eq_ignore_ascii_case(word));
    let last = without_possessive(words.take_while(|word| !governs(word)).last().unwrap_or_default());
    let text = if singular && is_plural(last) && ends_lower(text) { plural(text) } else { text.to_owned() };
    let opens = || analysis.sentence_at(span.start()).is_some_and(|sentence| sentence.tokens().start == first);
    let capital = token(first).is_some_and(|token| token.case == Case::Title);
    if capital && opens() { capitalised(&text) } else { text }
}

/// The replacement `fix` of what stands under a span; see [`adapt`].
pub(in crate::check) fn adapt_at(analysis: &Analysis<'_>, span: Span, singular: bool, fix: &str) -> String {
    let first = analysis.first_token_from(span.start());
    adapt(analysis, span, (first, first + analysis.tokens_in(span).len()), singular, fix)
}

fn is_plural(word: &str) -> bool {
    (word.ends_with('s') && !word.ends_with("ss")) || IRREGULAR.iter().any(|ending| word.ends_with(ending))
}

/// Endings of irregular plurals.
const IRREGULAR: [&str; 3] = ["men", "people", "children"];
/// Endings behind which the plural is `-es`.
const SIBILANTS: [&str; 5] = ["s", "x", "z", "ch", "sh"];
/// What follows the head of a noun phrase.
const BEHIND_HEAD: [&str; 6] = [" of ", " in ", " for ", " to ", " from ", " at "];

/// The part of a phrase up to its head, which takes the plural, and the rest.
fn head(text: &str) -> (&str, &str) {
    let end = BEHIND_HEAD.iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Whether the head of a phrase can take a plural: lower-case letters.
fn ends_lower(text: &str) -> bool {
    let last = head(text).0.rsplit(' ').next().unwrap_or_default();
    !last.is_empty() && last.chars().all(|c| c.is_ascii_lowercase())
}

fn plural(phrase: &str) -> String {
    let (text, rest) = head(phrase);
    if is_plural(text) {
        return phrase.to_owned();
    }
    plural_head(text) + rest
}

fn plural_head(text: &str) -> String {
    match (text.strip_suffix("man"), text.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))) {
        (Some(stem), _) => format!("{stem}men"),
        (_, Some(stem)) => format!("{stem}ies"),
        _ if text.ends_with("child") => format!("{text}ren"),
        _ if SIBILANTS.iter().any(|ending| text.ends_with(ending)) => format!("{text}es"),
        _ => format!("{text}s"),
    }
}
