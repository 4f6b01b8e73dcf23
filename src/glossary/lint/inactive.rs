//! `inactive`: entries whose conditions can never be met together.

use super::house::House;
use super::{Finding, Level, Lint};

/// The lint.
pub(super) static INACTIVE: Lint =
    Lint { name: "inactive", summary: "an entry whose conditions exclude each other", run: inactive };

fn inactive(house: &House<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, term) in house.terms() {
        let silenced = !term.when.is_empty() && term.when.iter().all(|cue| term.unless.contains(cue));
        if silenced {
            let what =
                format!("the entry never counts: all of `when` stands in `unless` too ({})", term.when.join(", "));
            found.push(Finding::new(Level::Error, number, what, "delete the cues in one of the two"));
        }
        for outside in term.outside.iter().filter(|outside| term.wrong.contains(outside)) {
            let what = format!("`{outside}` is wrong, and not wrong inside itself: it is never reported");
            let help = "write the longer phrases in `outside` in which the wrong form is right";
            found.push(Finding::new(Level::Error, number, what, help));
        }
    }
    found
}
