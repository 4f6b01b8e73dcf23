//! `pattern-hits-preferred`: a slot pattern one wording of which is a preferred form. The right form
//! wins there, but a pattern that is wider than meant also hits what no entry makes right.
//!
//! Patterns are compared word for word: inflected forms and numbers in words are not, nor is a
//! pattern that begins as more than a thousand forms do.

use super::house::{House, is_plain};
use super::trie::Trie;
use super::{Finding, Level, Lint};
use crate::glossary::{Pattern, Term};

/// The lint.
pub(super) static PATTERN: Lint =
    Lint { name: "pattern-hits-preferred", summary: "a slot pattern that matches a preferred form", run: patterns };

/// How many preferred forms are told for one pattern.
const TOLD: usize = 3;

fn patterns(house: &House<'_>) -> Vec<Finding> {
    let open = |term: &Term| term.wrong.iter().any(|pattern| !is_plain(pattern));
    if !house.terms().any(|(_, term)| open(term)) {
        return Vec::new();
    }
    let mut trie = Trie::new();
    house.terms().for_each(|(number, term)| trie.add(number, term.target()));
    house.terms().flat_map(|(number, term)| in_term(house, &trie, number, term)).collect()
}

fn in_term(house: &House<'_>, trie: &Trie, number: usize, term: &Term) -> Vec<Finding> {
    let mut found = Vec::new();
    for text in term.wrong.iter().filter(|pattern| !is_plain(pattern)) {
        let Ok(pattern) = Pattern::parse(text) else { continue };
        let hits = trie.matches(&pattern).unwrap_or_default();
        let meant = hits.into_iter().filter(|hit| house.may_meet(number, *hit));
        found.extend(meant.take(TOLD).filter_map(|hit| finding(house, number, text, hit)));
    }
    found
}

fn finding(house: &House<'_>, number: usize, pattern: &str, hit: usize) -> Option<Finding> {
    let whose = if hit == number { "its own preferred form" } else { "the preferred form of another entry" };
    let what = format!("`{pattern}` is wrong, but matches “{}”, {whose}", house.term(hit)?.target());
    let help = "narrow the pattern, so that it has no wording that is right";
    Some(Finding::new(Level::Warning, number, what, help).with((hit != number).then_some(hit)))
}
