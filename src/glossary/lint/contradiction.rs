//! `contradiction`: a form that is right in one entry and wrong in another. Words that only stand
//! inside a longer form are none: the longest match wins.

use super::circular::{cycles, links};
use super::clash::{Clash, clashes};
use super::do_not_translate::keeps;
use super::house::House;
use super::{Finding, Level, Lint};
use crate::glossary::Term;

/// The lint.
pub(super) static CONTRADICTION: Lint = Lint {
    name: "contradiction",
    summary: "a form that is right in one entry and forbidden, deprecated or wrong in another",
    run: contradictions,
};

fn contradictions(house: &House<'_>) -> Vec<Finding> {
    let circular = links(&cycles(house));
    let told = |clash: &Clash<'_>| {
        let link = (clash.right.entry, clash.wrong.entry);
        keeps(house, clash) || (clash.right.status == "preferred" && circular.contains(&link))
    };
    let exact = clashes(house).filter(|clash| clash.exact && !told(clash));
    exact.map(|clash| finding(house, &clash)).collect()
}

fn finding(house: &House<'_>, clash: &Clash<'_>) -> Finding {
    let (right, wrong) = (clash.right, clash.wrong);
    if right.entry == wrong.entry {
        let what = format!("“{}” is both {} and {} here", wrong.text, right.status, wrong.status);
        return Finding::new(Level::Error, wrong.entry, what, "delete one of the two");
    }
    let other = house.term(right.entry).map_or("", Term::name);
    let what = format!("“{}” is {} here, but {} in the entry {other}", wrong.text, wrong.status, right.status);
    let help = "delete it in one of the two, or keep them apart by validity or by `when` and `unless`; until then \
        it is never reported";
    Finding::new(Level::Error, wrong.entry, what, help).with([right.entry])
}
