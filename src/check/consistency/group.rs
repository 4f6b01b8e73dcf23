//! Forms of one thing with their places: which is the majority, and what is said about the others.

use crate::check::{Hit, RuleRef};
use crate::text::Span;

/// A form and its places, in the order of the text.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// As it is shown.
    pub(super) text: String,
    pub(super) places: Vec<Span>,
}

/// The position of the form that is used most; of several, the first one.
pub(super) fn majority(forms: &[Form]) -> Option<usize> {
    let counted = forms.iter().enumerate().filter(|(_, form)| !form.places.is_empty());
    counted.min_by_key(|(at, form)| (std::cmp::Reverse(form.places.len()), *at)).map(|(at, _)| at)
}

/// The hit at a place of a minority form.
pub(super) fn hit(rule: RuleRef, place: Span, own: &Form, right: &Form) -> Hit {
    let count = right.places.len();
    let hit = Hit::new(rule, place)
        .with_value("right", &right.text)
        .with_value("count", times(count))
        .with_value("own", times(own.places.len()));
    match right.places.first() {
        Some(first) => hit.with_related(*first, format!("here it is “{}”, {} in all", right.text, times(count))),
        None => hit,
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}
