//! `expired`: entries past their validity.

use super::house::House;
use super::{Finding, Level, Lint};

/// The lint.
pub(super) static EXPIRED: Lint = Lint { name: "expired", summary: "an entry past its validity", run: expired };

fn expired(house: &House<'_>) -> Vec<Finding> {
    let ended = house.terms().filter_map(|(number, term)| Some((number, term.valid_until?)));
    let past = ended.filter(|(_, until)| *until < house.day);
    let finding = |(number, until)| {
        let what = format!("the entry was valid until {until} (asked for {})", house.day);
        Finding::new(Level::Warning, number, what, "delete it, or give it a later `valid-until`")
    };
    past.map(finding).collect()
}
