//! `do-not-translate`: terms that stay as they are, and yet are to be written otherwise.

use super::clash::{Clash, clashes};
use super::house::House;
use super::{Finding, Level, Lint};
use crate::glossary::Term;

/// The lint.
pub(super) static DO_NOT_TRANSLATE: Lint = Lint {
    name: "do-not-translate",
    summary: "a term that stays as it is, with another target, or that another entry forbids",
    run: not_kept,
};

fn not_kept(house: &House<'_>) -> Vec<Finding> {
    let other = house.terms().filter(|(_, term)| term.do_not_translate && !is_source(term, term.target()));
    let mut found: Vec<Finding> = other.map(|(number, term)| other_target(number, term)).collect();
    let forbidden = clashes(house).filter(|clash| clash.exact && keeps(house, clash));
    found.extend(forbidden.map(|clash| forbids(house, &clash)));
    found
}

/// Whether the right form of a clash is the source form of a term that is not translated.
pub(super) fn keeps(house: &House<'_>, clash: &Clash<'_>) -> bool {
    let term = house.term(clash.right.entry);
    term.is_some_and(|term| term.do_not_translate && is_source(term, &clash.right.text))
}

fn is_source(term: &Term, text: &str) -> bool {
    term.source.is_empty() || term.source.iter().any(|source| source == text)
}

fn other_target(number: usize, term: &Term) -> Finding {
    let what = format!("the entry is not to be translated, but “{}” is no source form of it", term.target());
    Finding::new(Level::Warning, number, what, "delete `target`, or `do-not-translate`")
}

fn forbids(house: &House<'_>, clash: &Clash<'_>) -> Finding {
    let (right, wrong) = (clash.right, clash.wrong);
    let name = house.term(right.entry).map_or("", Term::name);
    let what = format!("“{}” is {} here, but the entry {name} is not to be translated", wrong.text, wrong.status);
    let help = "delete the form here, or give that entry a `target` instead of `do-not-translate`";
    let related = (right.entry != wrong.entry).then_some(right.entry);
    Finding::new(Level::Error, wrong.entry, what, help).with(related)
}
