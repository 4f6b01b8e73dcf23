//! `duplicate`: the same entry twice, an id in two files, and a form twice in one entry.

use super::fold::fold;
use super::house::{House, groups};
use super::{Finding, Level, Lint};
use crate::glossary::Term;
use crate::text::Included;

/// The lint.
pub(super) static DUPLICATE: Lint =
    Lint { name: "duplicate", summary: "the same entry twice, or a form twice in one entry", run: duplicates };

fn duplicates(house: &House<'_>) -> Vec<Finding> {
    let mut found = entries(house);
    found.extend(ids(house));
    found.extend(house.terms().flat_map(|(number, term)| forms(number, term)));
    found
}

/// Entries with a source form and the target in common that nothing tells apart.
fn entries(house: &House<'_>) -> Vec<Finding> {
    let keyed = house.terms().flat_map(|(number, term)| keys(term).into_iter().map(move |key| (key, number)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in groups(keyed) {
        let mut rest = group.into_iter();
        let Some(first) = rest.next() else { continue };
        pairs.extend(rest.filter(|other| *other != first).map(|other| (other, first)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().map(|(other, first)| twice(house, other, first)).collect()
}

fn twice(house: &House<'_>, other: usize, first: usize) -> Finding {
    let target = house.term(other).map_or("", Term::target);
    let (level, what) = if house.may_meet(other, first) {
        (Level::Error, format!("the same entry a second time: “{target}”"))
    } else {
        (Level::Warning, format!("the entry replaces one of an earlier file with the same target, “{target}”"))
    };
    Finding::new(level, other, what, "delete one of the two, and keep the forms of both in the other").with([first])
}

/// What entries must have in common to be the same: the target, what restricts them, and a source
/// form, or all that is wrong where there is no source.
fn keys(term: &Term) -> Vec<Vec<String>> {
    let restrictions = [&term.when, &term.unless, &term.outside].map(|list| list.join(";"));
    let days = [term.valid_from, term.valid_until].map(|day| day.map_or_else(String::new, |day| day.to_string()));
    let speech = term.part_of_speech.map_or("", |part| part.name()).to_owned();
    let mut common = vec![term.target().to_owned(), term.domain.to_string(), speech];
    common.extend(restrictions.into_iter().chain(days));
    let key = |source: String| common.iter().cloned().chain([source]).collect();
    if term.source.is_empty() {
        let wrong = term.forms.iter().filter(|(status, _)| !status.is_right()).map(|(_, form)| form.text.as_str());
        let all: Vec<&str> = wrong.chain(term.wrong.iter().map(Included::as_str)).collect();
        return vec![key(format!("\n{}", all.join("\n")))];
    }
    term.source.iter().map(|source| key(fold(source))).collect()
}

/// Ids that entries of two files have.
fn ids(house: &House<'_>) -> Vec<Finding> {
    let keyed = house.terms().filter_map(|(number, term)| Some((term.id.as_deref()?, number)));
    let mut found = Vec::new();
    for group in groups(keyed) {
        for pair in group.windows(2) {
            let (Some(first), Some(second)) = (pair.first(), pair.last()) else { continue };
            if !house.may_meet(*first, *second) {
                continue;
            }
            let id = house.term(*second).and_then(|term| term.id.as_deref()).unwrap_or_default();
            let what = format!("the id `{id}` belongs to an entry of another file too");
            found.push(Finding::new(Level::Warning, *second, what, "give one of the two another id").with([*first]));
        }
    }
    found
}

/// Forms that stand twice in an entry.
fn forms(number: usize, term: &Term) -> Vec<Finding> {
    let targets: Vec<Included> = term.forms.iter().map(|(_, form)| form.notation().into()).collect();
    let lists = [targets.as_slice(), &term.source, &term.wrong];
    let finding = |text: &&str| {
        let what = format!("“{text}” stands twice in the entry");
        Finding::new(Level::Warning, number, what, "delete one of them")
    };
    lists.iter().flat_map(|list| repeated(list).iter().map(finding).collect::<Vec<_>>()).collect()
}

/// The texts that a list has more than once.
fn repeated(list: &[Included]) -> Vec<&str> {
    let mut sorted: Vec<&str> = list.iter().map(Included::as_str).collect();
    sorted.sort_unstable();
    let pairs = sorted.windows(2).filter(|pair| pair.first() == pair.last());
    let mut twice: Vec<&str> = pairs.filter_map(|pair| pair.first()).copied().collect();
    twice.dedup();
    twice
}
