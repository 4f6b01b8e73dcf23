//! Matching one compiled pattern around one token.

use unicode_normalization::UnicodeNormalization;

use super::compile::{Alternative, Compiled, CompiledItem, CompiledSlot, CompiledWord, Joint};
use super::form::squeeze;
use super::inflects::{Ending, Inflects};
use super::words::Words;
use crate::filing::has_marks;
use crate::glossary::Join;
use crate::language::{Case, Gap, Kind, Token, is_number_word, ordinal_word, without_possessive};

/// The text that is scanned.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) body: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a Words<'a>,
}

/// Which way the matcher walks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Forward,
    Backward,
}

impl Text<'_> {
    /// Matches `pattern` with the item under which it is filed at token `at`: the first token, and
    /// the one behind the last.
    pub(super) fn matches(&self, pattern: &Compiled, at: usize) -> Option<(usize, usize)> {
        let after = pattern.items.get(pattern.anchor + 1..)?;
        let slots = &pattern.items.get(pattern.anchor)?.slots;
        let onward = |end| self.items(after, end, Way::Forward);
        let end = self.alternative(slots, at, Way::Forward, onward)?;
        let start = self.before(&pattern.items, pattern.anchor, at)?;
        self.whole_words(start, end).then_some((start, end))
    }

    /// The word at token `at`, unless it is a part of one: its number, and that of the one behind it.
    pub(super) fn word_at(&self, at: usize) -> Option<(usize, usize)> {
        self.whole_words(at, at + 1).then_some((at, at + 1))
    }

    /// Matches the items before `item`, which starts at token `at`.
    fn before(&self, items: &[CompiledItem], item: usize, at: usize) -> Option<usize> {
        let join = &items.get(item)?.join;
        let before = items.get(..item)?;
        if before.iter().all(|item| item.optional) {
            return self.backward(before, join, at).or(Some(at));
        }
        self.backward(before, join, at)
    }

    /// Walks back over `items`; `join` is how what stands at `at` joins the last of them.
    fn backward(&self, items: &[CompiledItem], join: &Joint, at: usize) -> Option<usize> {
        let Some((last, rest)) = items.split_last() else { return Some(at) };
        let taken = if at > 0 && self.joins(at, join) {
            self.alternative(&last.slots, at, Way::Backward, |start| self.backward(rest, &last.join, start))
        } else {
            None
        };
        taken.or_else(|| if last.optional { self.backward(rest, join, at) } else { None })
    }

    /// Walks on over `items` from token `at`.
    fn items(&self, items: &[CompiledItem], at: usize, way: Way) -> Option<usize> {
        let Some((first, rest)) = items.split_first() else { return Some(at) };
        let taken = if at < self.tokens.len() && self.joins(at, &first.join) {
            self.alternative(&first.slots, at, way, |end| self.items(rest, end, way))
        } else {
            None
        };
        taken.or_else(|| if first.optional { self.items(rest, at, way) } else { None })
    }

    /// Matches the first alternative that fits from `at` on (or up to `at`) with whatever follows.
    fn alternative(
        &self,
        alternatives: &[Alternative],
        at: usize,
        way: Way,
        next: impl Fn(usize) -> Option<usize> + Copy,
    ) -> Option<usize> {
        let bits = self.words.bits(if way == Way::Forward { at } else { at.checked_sub(1)? });
        let may_fit = |one: &&Alternative| bits & if way == Way::Forward { one.first } else { one.last } != 0;
        alternatives.iter().filter(may_fit).find_map(|one| self.slot(&one.slot, at, way, next))
    }

    /// Matches a slot from `at` on (or up to `at`), then whatever follows.
    fn slot(&self, slot: &CompiledSlot, at: usize, way: Way, next: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let one = |matches: bool| if matches { step(at, 1, way).and_then(&next) } else { None };
        let here = || step(at, usize::from(way == Way::Backward), way).and_then(|at| self.tokens.get(at));
        let word = || here().map(|token| token.span.of(self.body)).unwrap_or_default();
        match slot {
            CompiledSlot::Words(words) => self.words(words, at, way).and_then(next),
            CompiledSlot::Ordinal => one(ordinal_word(word()).is_some()),
            CompiledSlot::Number => one(is_number_word(word())),
            CompiledSlot::Name => {
                one(here().is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower))
            }
            CompiledSlot::Any(most) => self.any(*most, at, way, next),
        }
    }

    /// Matches from one to `most` words of any kind, as few as possible.
    fn any(&self, most: usize, at: usize, way: Way, next: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        for count in 1..=most {
            let end = step(at, count, way)?;
            let inner = if way == Way::Forward { at + 1..end } else { end + 1..at };
            if end > self.tokens.len() || !inner.into_iter().all(|at| self.joins(at, &Joint::Join(Join::Any))) {
                return None;
            }
            if let Some(found) = next(end) {
                return Some(found);
            }
        }
        None
    }

    /// Matches the words of an alternative: the position behind (or before) them.
    fn words(&self, words: &[CompiledWord], at: usize, way: Way) -> Option<usize> {
        let first = if way == Way::Forward { at } else { at.checked_sub(words.len())? };
        for (offset, word) in words.iter().enumerate() {
            let token = first + offset;
            if !self.is_word(word, token) || (offset > 0 && !self.joins(token, &word.join)) {
                return None;
            }
        }
        step(at, words.len(), way)
    }

    fn is_word(&self, word: &CompiledWord, at: usize) -> bool {
        let written = || word.exact.as_deref().is_none_or(|exact| self.is_written(exact, at, word.inflects));
        self.words.is(at, word) && written()
    }

    /// Whether a token is written exactly so, the kind of apostrophe, a possessive, an inflection, and
    /// the capitals of a line in capitals aside.
    fn is_written(&self, exact: &str, at: usize, inflects: Inflects) -> bool {
        let token = self.tokens.get(at).map(|token| token.span.of(self.body)).unwrap_or_default();
        token == exact
            || without_possessive(token) == exact
            || (token.contains('’') && [token, without_possessive(token)].iter().any(|t| t.replace('’', "'") == exact))
            || (has_marks(token) && token.nfc().eq(exact.chars()))
            || (inflects.admits(Ending::of(token)) && is_cased_alike(token, exact))
            || self.is_shouted(at)
    }

    /// Whether a token stands among others in capitals, where no word shows its own.
    fn is_shouted(&self, at: usize) -> bool {
        let upper = |at: usize| self.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
        let behind = at.checked_sub(1).is_some_and(upper) && self.joins(at, &Joint::Join(Join::Any));
        upper(at) && (behind || (upper(at + 1) && self.joins(at + 1, &Joint::Join(Join::Any))))
    }

    /// Whether a token is joined to the one before it so.
    fn joins(&self, at: usize, join: &Joint) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let join = match join {
            Joint::Join(join) => join,
            Joint::Exactly(between) => return self.between(at).is_some_and(|text| squeeze(text) == **between),
        };
        match join {
            Join::Any => matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Quote),
            Join::Hyphen => token.gap == Gap::Hyphen,
            Join::Space => matches!(token.gap, Gap::Space | Gap::Quote),
            Join::Comma => token.gap == Gap::Comma,
        }
    }

    /// What stands between a token and the one before it in its passage.
    fn between(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at).filter(|token| token.gap != Gap::Start)?;
        let before = self.tokens.get(at.checked_sub(1)?)?;
        self.body.get(before.span.end()..token.span.start())
    }

    /// Whether a match is not a part of a hyphenated word or number.
    fn whole_words(&self, start: usize, end: usize) -> bool {
        let cjk = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Cjk);
        let apart = |at: usize| cjk(at) || at.checked_sub(1).is_some_and(cjk);
        let glued = |at: usize| self.tokens.get(at).is_some_and(|token| token.gap == Gap::None) && !apart(at);
        let hyphenated = self.tokens.get(start).is_some_and(|token| token.gap == Gap::Hyphen);
        !hyphenated && !glued(start) && !glued(end)
    }
}

/// Whether an inflected form has capitals where the word has them, and nowhere else.
fn is_cased_alike(token: &str, word: &str) -> bool {
    let mut rest = token.chars();
    let alike = word.chars().zip(rest.by_ref()).all(|(a, b)| a == b || (a.is_lowercase() && b.is_lowercase()));
    alike && !rest.any(char::is_uppercase)
}

fn step(at: usize, count: usize, way: Way) -> Option<usize> {
    match way {
        Way::Forward => Some(at + count),
        Way::Backward => at.checked_sub(count),
    }
}
