//! Bodies of the translation against those of the source: where the source names another one.

use super::View;
use super::index::Mention;
use super::original::Named;
use crate::body::{Body, BodyKind};
use crate::check::Hit;
use crate::language::{Annotated, Case};
use crate::text::Span;

/// Reports mentions of bodies where the source names another one.
pub(super) fn report(view: &View<'_>, document: &Annotated<'_>, hits: &mut Vec<Hit>) {
    let Some(source) = &document.source else { return };
    let named = view.index.originals().named(source.text());
    if named.is_empty() {
        return;
    }
    let mentions = view.index.mentions_in_any_case(view.text);
    for mention in &mentions {
        let segment = document.segment_at(mention.span.start()).filter(|segment| !segment.doubtful);
        let Some(segment) = segment else { continue };
        let inside = within(&named, segment.source, |named| named.span);
        let other = match mention.ordinal.filter(|_| has_numbers(view, mention)) {
            Some(number) => numbered(mention, number, inside),
            None => plain(view, mention, inside, within(&mentions, segment.target, |mention| mention.span)),
        };
        hits.extend(other.and_then(|other| hit(view, mention, other)));
    }
}

/// The items, which stand in the order of their places and do not overlap, that lie in a part of the text.
fn within<T>(items: &[T], part: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let from = items.partition_point(|item| place(item).start() < part.start());
    let to = items.partition_point(|item| place(item).end() <= part.end());
    items.get(from..to).unwrap_or_default()
}

fn has_numbers(view: &View<'_>, mention: &Mention) -> bool {
    view.index.body(mention).is_some_and(|body| !body.numbered_forms.is_empty())
}

/// The body to which the source gives the number of a mention, if it is another one.
fn numbered<'n, 'o>(mention: &Mention, number: u32, named: &'n [Named<'o>]) -> Option<&'n Named<'o>> {
    let mut same = named.iter().filter(|named| named.number() == Some(number));
    let meant = same.clone().any(|named| named.may_mean(mention.body));
    same.find(|named| named.body.is_some()).filter(|_| !meant)
}

/// The body that the source names instead of that of a mention: by a short name that both have, or one
/// that the translation does not name. A name in lower case ("the two sessions") may be no name, so it
/// is compared only with bodies that have the same short name.
fn plain<'n, 'o>(
    view: &View<'_>,
    mention: &Mention,
    named: &'n [Named<'o>],
    mentions: &[Mention],
) -> Option<&'n Named<'o>> {
    if named.iter().any(|named| named.may_mean(mention.body)) {
        return None;
    }
    let lower = view.text.tokens().get(mention.first).is_some_and(|token| token.case == Case::Lower);
    let confused = |body: usize| {
        let absent = !mentions.iter().any(|mention| mention.body == body);
        !lower && absent && is_confusable(view, mention.body, body)
    };
    named.iter().find(|named| named.body.is_some_and(|body| named.is_shared_by(mention.body) || confused(body)))
}

/// Whether a body is taken for another one: the first is never named for others, or they are of one kind
/// (organisations, which are of all kinds, have names that begin or end alike); and none is named after
/// the other ("Political Bureau of the CPC Central Committee").
fn is_confusable(view: &View<'_>, one: usize, other: usize) -> bool {
    let bodies = view.index.bodies.get(one).zip(view.index.bodies.get(other));
    bodies.is_some_and(|(one, other)| {
        let alike = || first_word(one) == first_word(other) || last_word(one) == last_word(other);
        let akin = one.kind == other.kind && (one.kind != BodyKind::Organisation || alike());
        let nested = |outer: &[String], inner: &[String]| {
            outer.iter().any(|outer| inner.iter().any(|inner| outer.contains(inner.as_str())))
        };
        (one.exclusive || akin) && !nested(&one.names, &other.names) && !nested(&other.names, &one.names)
    })
}

fn first_word(body: &Body) -> Option<&str> {
    body.name().split(' ').next()
}

fn last_word(body: &Body) -> Option<&str> {
    body.name().rsplit(' ').next()
}

fn hit(view: &View<'_>, mention: &Mention, named: &Named<'_>) -> Option<Hit> {
    let name = view.index.bodies.get(named.body?)?.names.first()?;
    let number = named.number().filter(|number| mention.ordinal == Some(*number));
    let right = number.map_or_else(|| name.clone(), |number| format!("{number}{} {name}", suffix(number)));
    let hit = Hit::new(view.rule, mention.span).with_value("right", &right).with_fix(&right, false);
    Some(hit.with_source(named.span, "the body that the source names"))
}

/// The letters behind the figures of an ordinal.
fn suffix(number: u32) -> &'static str {
    match (number % 10, number / 10 % 10) {
        (1, tens) if tens != 1 => "st",
        (2, tens) if tens != 1 => "nd",
        (3, tens) if tens != 1 => "rd",
        _ => "th",
    }
}
