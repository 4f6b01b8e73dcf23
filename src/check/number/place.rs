//! Where in the translation a number should stand that is not there.

use super::align::Sides;
use super::correspond::meets;
use crate::document::Segment;
use crate::language::quantity::Quantity;
use crate::language::{Analysis, Kind, is_function_word};
use crate::text::Span;

/// The word of the target next to where a number of the source should stand: between the
/// counterparts of the numbers before and behind it.
pub(super) fn of(target: &Analysis<'_>, segment: &Segment, sides: &Sides, missing: &Quantity) -> Option<Span> {
    let counterpart = |own: &Quantity| sides.target.iter().find(|other| meets(own, other)).map(|other| (own.span, other.span));
    let before = sides.source.iter().rev().filter(|own| own.span.end() <= missing.span.start()).find_map(counterpart);
    let behind = sides.source.iter().filter(|own| own.span.start() >= missing.span.end()).find_map(counterpart);
    let (mut from, mut to) = (
        before.map_or((segment.source.start(), segment.target.start()), |(own, other)| (own.end(), other.end())),
        behind.map_or((segment.source.end(), segment.target.end()), |(own, other)| (own.start(), other.start())),
    );
    if from.1 >= to.1 {
        (from, to) = ((segment.source.start(), segment.target.start()), (segment.source.end(), segment.target.end()));
    }
    let share = ratio(missing.span.start().saturating_sub(from.0), to.0.saturating_sub(from.0));
    word_at(target, segment, from.1 + scaled(to.1 - from.1, share))
}

fn ratio(part: usize, whole: usize) -> (usize, usize) {
    (part.min(whole), whole.max(1))
}

fn scaled(length: usize, (part, whole): (usize, usize)) -> usize {
    length.saturating_mul(part) / whole
}

/// The content word at a position or next to it.
fn word_at(target: &Analysis<'_>, segment: &Segment, position: usize) -> Option<Span> {
    let tokens = target.tokens_in(segment.target);
    let content = tokens.iter().filter(|token| token.kind != Kind::Cjk && !is_function_word(target.word(token)));
    let distance = |span: Span| position.abs_diff(span.start());
    let nearest = content.min_by_key(|token| distance(token.span)).or(tokens.first())?;
    Some(nearest.span)
}
