//! `ambiguous-source`: one source form with two targets, and nothing that tells which is meant.

use std::collections::BTreeMap;

use super::fold::fold;
use super::house::{House, groups};
use super::{Finding, Level, Lint};

/// The lint.
pub(super) static AMBIGUOUS: Lint = Lint {
    name: "ambiguous-source",
    summary: "one source form in two entries with different targets that nothing tells apart",
    run: ambiguous,
};

/// With how many earlier entries of the same source form an entry is compared.
const COMPARED: usize = 16;

fn ambiguous(house: &House<'_>) -> Vec<Finding> {
    let sources = |(number, term): (usize, &'_ crate::glossary::Term)| {
        term.source.iter().map(|source| (fold(source), number)).collect::<Vec<_>>()
    };
    // An entry with variants may meet another under each of them: it is told once.
    let mut rivals: BTreeMap<usize, usize> = BTreeMap::new();
    for group in groups(house.terms().flat_map(sources)) {
        for (position, number) in group.iter().enumerate() {
            let earlier = group.iter().take(position).rev().take(COMPARED);
            if let Some(rival) = earlier.copied().find(|other| is_rival(house, *other, *number)) {
                rivals.entry(*number).or_insert(rival);
            }
        }
    }
    rivals.into_iter().filter_map(|(number, rival)| finding(house, number, rival)).collect()
}

fn is_rival(house: &House<'_>, one: usize, other: usize) -> bool {
    let target = |number: usize| house.term(number).map(|term| (term.target(), &term.wrong));
    let differ = target(one).map(|(target, _)| target) != target(other).map(|(target, _)| target);
    one != other && differ && !house.told_apart(one, other)
}

fn finding(house: &House<'_>, number: usize, rival: usize) -> Option<Finding> {
    let (term, other) = (house.term(number)?, house.term(rival)?);
    let shared = term.source.iter().find(|source| other.source.iter().any(|own| fold(own) == fold(source)))?;
    let what = format!("“{shared}” is “{}” here and “{}” in another entry", term.target(), other.target());
    let help = "merge the two (one form `target`, the other `admitted`), or tell them apart by `when`, `unless`, \
        `domain`, `part-of-speech` or validity";
    Some(Finding::new(Level::Warning, number, what, help).with([rival]))
}
