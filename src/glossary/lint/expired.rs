//! `expired`: entries past their validity that no other entry follows.

use std::collections::HashSet;

use super::house::House;
use super::{Finding, Level, Lint};
use crate::glossary::Term;
use crate::text::Included;

/// The lint.
pub(super) static EXPIRED: Lint = Lint { name: "expired", summary: "an entry past its validity", run: expired };

fn expired(house: &House<'_>) -> Vec<Finding> {
    // An entry that another one follows is there to be found in texts that still use it.
    let holding = house.terms().map(|(_, term)| term).filter(|term| term.is_valid_on(house.day));
    let followed: HashSet<&str> = holding.flat_map(|term| &term.source).map(Included::as_str).collect();
    let follows = |term: &Term| term.source.iter().any(|source| followed.contains(source.as_str()));
    let ended = house.terms().filter(|(_, term)| !follows(term));
    let past = ended.filter_map(|(number, term)| Some((number, term.valid_until.filter(|until| *until < house.day)?)));
    let finding = |(number, until)| {
        let what = format!("the entry was valid until {until} (asked for {})", house.day);
        Finding::new(Level::Warning, number, what, "delete it, or give it a later `valid-until`")
    };
    past.map(finding).collect()
}
