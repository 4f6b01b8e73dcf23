//! `shadowed`: wrong forms that can never be reported: a right form matches the same words, or an
//! earlier entry says what to write instead. A wrong form inside a longer right form is none: it is
//! reported where it stands alone.

use super::clash::{Clash, clashes};
use super::house::{House, Stated};
use super::{Finding, Level, Lint};
use crate::glossary::Term;

/// The lint.
pub(super) static SHADOWED: Lint =
    Lint { name: "shadowed", summary: "a wrong form that can never be reported", run: shadowed };

/// With how many earlier entries a wrong form is compared.
const COMPARED: usize = 16;

fn shadowed(house: &House<'_>) -> Vec<Finding> {
    let spelling = clashes(house).filter(|clash| !clash.exact).map(|clash| spelling(&clash));
    let mut found: Vec<Finding> = spelling.collect();
    for group in house.groups() {
        let wrongs: Vec<_> = group.into_iter().map(|(_, form)| form).filter(|form| !form.right).collect();
        for (position, wrong) in wrongs.iter().enumerate() {
            let mut earlier = wrongs.iter().take(position).take(COMPARED);
            let rival = earlier.find(|other| is_rival(house, other, wrong));
            found.extend(rival.map(|rival| rivals(house, rival, wrong)));
        }
    }
    found
}

/// A wrong form that differs from a right one in case, hyphens or apostrophes only.
fn spelling(clash: &Clash<'_>) -> Finding {
    let (right, wrong) = (clash.right, clash.wrong);
    let what = format!(
        "“{}” ({}) is never reported: “{}” ({}) matches the same words",
        wrong.text, wrong.status, right.text, right.status
    );
    let help = "where both match, the right form wins: mark the wrong one `[case]` if its capitals are the point, \
        else delete one of the two";
    let related = (right.entry != wrong.entry).then_some(right.entry);
    Finding::new(Level::Warning, wrong.entry, what, help).with(related)
}

/// Whether both forms match the same words in the same documents, and are to be replaced differently.
fn is_rival(house: &House<'_>, one: &Stated<'_>, other: &Stated<'_>) -> bool {
    let target = |form: &Stated<'_>| house.term(form.entry).map(Term::target);
    let same = !(one.case && other.case) || one.text == other.text;
    same && target(one) != target(other) && !house.told_apart(one.entry, other.entry)
}

fn rivals(house: &House<'_>, first: &Stated<'_>, second: &Stated<'_>) -> Finding {
    let target = |form: &Stated<'_>| house.term(form.entry).map_or("", Term::target);
    let what = format!(
        "“{}” is {} here for “{}”, but an earlier entry replaces it by “{}”",
        second.text,
        second.status,
        target(second),
        target(first)
    );
    let help =
        "keep it in one of the two, or tell them apart by `when`, `unless` or validity; else only the first is told";
    Finding::new(Level::Warning, second.entry, what, help).with([first.entry])
}
