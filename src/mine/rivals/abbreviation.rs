//! Abbreviations with several long forms: “World Ice Fund (WIF)” here, “World Ice Foundation (WIF)” there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::form::{Forms, Variant};
use super::group::Group;
use super::phrase::{self, Abbreviations, Keys};
use crate::language::{Analysis, Annotated, Case, Gap, Kind, is_function_word};
use crate::mine::Ground;
use crate::mine::sequence::narrow;
use crate::text::Span;

/// The letters of an abbreviation.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;
/// How many words are looked at for each letter, small ones among them.
const REACH: usize = 2;

/// The long forms of each abbreviation.
#[derive(Default)]
pub(super) struct LongForms(BTreeMap<String, Forms>);

impl LongForms {
    pub(super) fn add(&mut self, number: usize, annotated: &Annotated<'_>) {
        let text = &annotated.target;
        for (at, token) in text.tokens().iter().enumerate() {
            let fits = token.kind == Kind::Word && token.case == Case::Upper && LETTERS.contains(&token.span.len());
            if !fits || token.gap != Gap::Break || !in_brackets(text, at) {
                continue;
            }
            let short = text.word(token);
            let Some(range) = long_form(text, at, short) else { continue };
            let Some(span) = phrase::span(text, &range) else { continue };
            let keys = || Keys::new(text, text.tokens().get(range).unwrap_or_default(), &Abbreviations::default());
            self.0.entry(short.to_owned()).or_default().add(text.slice(span), (narrow(number), span), keys);
        }
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        self.0.iter().filter_map(|(short, forms)| {
            let all: Vec<_> = forms.all.iter().collect();
            let variants = Variant::by(&all, |form| form.keys.letters.clone());
            let group = Group { ground: Ground::Abbreviation, abbreviation: Some(short.clone()), variants };
            (group.variants.len() > 1).then_some(group)
        })
    }
}

/// Whether a token stands alone in brackets.
fn in_brackets(text: &Analysis<'_>, at: usize) -> bool {
    let Some(token) = text.tokens().get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| text.tokens().get(before)).map_or(0, |before| before.span.end());
    let opened = text.slice(Span::new(before, token.span.start())) == " (";
    opened && text.slice(Span::new(token.span.end(), token.span.end() + 1)) == ")"
}

/// The words before the bracket whose initials are the letters of the abbreviation.
fn long_form(text: &Analysis<'_>, bracket: usize, short: &str) -> Option<Range<usize>> {
    let mut letters = short.chars().rev().peekable();
    let mut at = bracket;
    while at > 0 && bracket - at < short.len() * REACH {
        at -= 1;
        let token = text.tokens().get(at)?;
        let word = text.word(token);
        let initial = word.chars().next()?;
        if letters.peek().is_some_and(|letter| letter.eq_ignore_ascii_case(&initial)) {
            letters.next();
            if letters.peek().is_none() {
                return Some(at..bracket);
            }
        } else if !is_function_word(&word.to_lowercase()) {
            return None;
        }
        if !matches!(token.gap, Gap::Space | Gap::Hyphen) {
            return None;
        }
    }
    None
}
