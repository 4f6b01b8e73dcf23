//! `Key`: what a word or number of the source and its translation have in common, as a hash.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::language::quantity::{Class, Reading, Vocabulary, english_quantities};
use crate::language::{Kind, Token, stem};
use crate::text::Span;

/// The hash of an anchor, of the head of a stem or of a value. Two things with one hash are rare, and
/// do little harm.
pub(super) type Key = u32;

/// How much of a stem tells its family, in bytes: `economi` and `econom` are one.
const HEAD: usize = 6;

/// The key of an anchor.
pub(super) fn of(text: &str) -> Key {
    hash(&text)
}

/// The key of the family of a stem.
pub(super) fn of_stem(stem: &str) -> Key {
    hash(&(1_u8, stem.get(..HEAD).unwrap_or(stem)))
}

/// The key of a value, if it is an exact one.
pub(super) fn of_value(reading: &Reading) -> Option<Key> {
    let value = reading.exact()?;
    // Six figures: what two ways of reckoning a value differ by is far behind them.
    let class = match reading.class {
        Class::Number => 2_u8,
        Class::Month => 3,
        Class::Clock => 4,
        Class::Factor => return None,
    };
    Some(hash(&(class, format!("{value:.5e}"))))
}

#[allow(clippy::cast_possible_truncation, reason = "half of the bits of a hash are a hash")]
fn hash(value: &impl Hash) -> Key {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}

/// The keys of the words and numbers of a target passage or sentence; the tokens are those of the text.
pub(super) fn of_target(text: &str, span: Span, tokens: &[Token], keys: &mut Vec<Key>) {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word);
    let stems: Vec<String> = words().map(|token| stem(token.span.of(text))).collect();
    keys.extend(stems.iter().map(|stem| of_stem(stem)));
    for (token, pair) in words().zip(stems.windows(2)) {
        if token.case.is_capital() {
            keys.push(of_stem(&pair.concat()));
        }
    }
    let numbers = english_quantities(span.of(text), 0, &Vocabulary::default());
    keys.extend(numbers.iter().flat_map(|number| number.readings.iter().chain(&number.parts)).filter_map(of_value));
}
