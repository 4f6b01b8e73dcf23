//! Clashes: a wrong form with the words of a right one. The matcher lets the right form win, so
//! such a wrong form is never reported.

use super::fold::{fold_joins, is_hyphen};
use super::house::{House, Stated};

/// A wrong form whose words are a right form, of the same or another entry.
#[derive(Clone, Debug)]
pub(super) struct Clash<'h> {
    /// The right form.
    pub(super) right: &'h Stated<'h>,
    /// The wrong form.
    pub(super) wrong: &'h Stated<'h>,
    /// Whether they are spelt alike, too.
    pub(super) exact: bool,
}

/// For how many entries with the right form one wrong form is told.
const TOLD: usize = 4;
/// How many entries with the right form are compared with one wrong form.
const COMPARED: usize = 32;

/// All clashes of entries that can count in the same document, by wrong entry.
pub(super) fn clashes<'h>(house: &'h House<'h>) -> impl Iterator<Item = Clash<'h>> {
    house.clashes.iter().filter_map(|(right, wrong)| {
        let (right, wrong) = (house.form(*right)?, house.form(*wrong)?);
        Some(Clash { right, wrong, exact: right.text == wrong.text })
    })
}

/// The numbers of clashing forms, right and wrong.
pub(super) fn find(house: &House<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for group in house.groups() {
        let (rights, wrongs): (Vec<_>, Vec<_>) = group.into_iter().partition(|(_, form)| form.right);
        for (wrong, form) in wrongs {
            let clashing = rights.iter().take(COMPARED).filter(|(_, right)| clash(house, right, form));
            found.extend(clashing.take(TOLD).map(|(right, _)| (*right, wrong)));
        }
    }
    found.sort_by_key(|(right, wrong)| (*wrong, *right));
    found
}

fn clash(house: &House<'_>, right: &Stated<'_>, wrong: &Stated<'_>) -> bool {
    let own = right.entry == wrong.entry;
    (covers(right, wrong) || (right.text == wrong.text && !own)) && house.may_meet(right.entry, wrong.entry)
}

/// Whether the right form matches all that the wrong one matches, which has the same letters. Of a
/// right form the capitals and hyphens are required; a wrong form has its hyphens or spaces for them.
fn covers(right: &Stated<'_>, wrong: &Stated<'_>) -> bool {
    let same_case = fold_joins(&right.text) == fold_joins(&wrong.text);
    let letters = if right.case || right.text.contains(char::is_uppercase) {
        wrong.case && same_case
    } else {
        same_case || !wrong.case
    };
    let joins = !right.text.contains(is_hyphen) || (wrong.is_pattern() && right.text == wrong.text);
    letters && joins && (wrong.fixed || !right.fixed)
}
