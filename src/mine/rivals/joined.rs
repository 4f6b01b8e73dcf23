//! Compounds that are written with a hyphen here, and joined or apart there; and names that are
//! written without their capitals elsewhere.

use rustc_hash::FxHashSet;

use super::form::Forms;
use super::phrase::{self, Abbreviations, Keys, WORDS, is_lower};
use crate::language::{Analysis, Annotated, Gap, Kind, Token, without_possessive};
use crate::mine::edge;
use crate::mine::sequence::narrow;
use crate::text::Span;

/// The least letters of each part of a compound.
const PART: usize = 3;

/// Adds the places of compounds that are written in more than one way: joined, with a hyphen, or,
/// before the same word, apart (“high-quality growth”, “high quality growth”; elsewhere grammar may
/// ask for the one or the other).
pub(super) fn compounds(documents: &[Annotated<'_>], short: &Abbreviations, forms: &mut Forms) {
    let mut hyphened = FxHashSet::default();
    let hyphens = |tokens: &[Token]| tokens.get(1).is_some_and(|token| token.gap == Gap::Hyphen);
    each(documents, |text, tokens, _| {
        if hyphens(tokens) {
            hyphened.insert(letters(text, tokens));
        }
    });
    let mut other = FxHashSet::default();
    each(documents, |text, tokens, _| {
        let letters = letters(text, tokens);
        if !hyphens(tokens) && hyphened.contains(&letters) {
            other.insert(letters);
        }
    });
    each(documents, |text, tokens, number| {
        if other.contains(&letters(text, tokens)) {
            add(text, tokens, number, short, forms);
        }
    });
}

/// Calls `visit` with the words that may be a compound: one word, two joined by a hyphen, and two
/// with the word they stand before.
fn each<'a>(documents: &'a [Annotated<'a>], mut visit: impl FnMut(&'a Analysis<'a>, &'a [Token], usize)) {
    for (number, document) in documents.iter().enumerate() {
        let text = &document.target;
        for at in 0..text.tokens().len() {
            for length in 1..=3 {
                let tokens = text.tokens().get(at..at + length).unwrap_or_default();
                if is_compound(text, tokens) {
                    visit(text, tokens, number);
                }
            }
        }
    }
}

fn is_compound(text: &Analysis<'_>, tokens: &[Token]) -> bool {
    let long = |token: &Token| is_lower(token) && token.span.len() >= PART && !edge::is_edge_word(text.word(token));
    let plain = tokens.iter().all(long);
    match tokens {
        [word] => plain && word.span.len() >= 2 * PART,
        [_, second] => plain && second.gap == Gap::Hyphen,
        [_, second, third] => plain && matches!(second.gap, Gap::Hyphen | Gap::Space) && third.gap == Gap::Space,
        _ => false,
    }
}

fn letters(text: &Analysis<'_>, tokens: &[Token]) -> String {
    let words: Vec<String> = tokens.iter().map(|token| text.word(token).to_owned()).collect();
    phrase::letters(&words)
}

/// Adds places where names are written without all of their capitals.
pub(super) fn lower_case(documents: &[Annotated<'_>], short: &Abbreviations, forms: &mut Forms) {
    let names: FxHashSet<String> = forms.all.iter().map(|form| form.keys.letters.clone()).collect();
    for (number, document) in documents.iter().enumerate() {
        let text = &document.target;
        for sentence in text.sentences().iter().filter(|sentence| sentence.terminated) {
            let tokens = text.tokens_of(sentence);
            for at in 1..tokens.len() {
                windows(tokens.get(at..).unwrap_or_default()).for_each(|tokens| {
                    if names.contains(&letters_of(text, tokens)) {
                        add(text, tokens, number, short, forms);
                    }
                });
            }
        }
    }
}

/// The phrases at the start of some tokens that end in lower case, and start with a word of any case.
fn windows(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let joined = tokens.iter().skip(1).take_while(|token| matches!(token.gap, Gap::Space | Gap::Hyphen)).count() + 1;
    let most = joined.min(WORDS.end - 1);
    let ends = (WORDS.start..=most).filter(|length| tokens.get(length - 1).is_some_and(is_lower));
    let word = tokens.first().is_some_and(|token| token.kind == Kind::Word && token.gap == Gap::Space);
    ends.filter(move |_| word).filter_map(|length| tokens.get(..length))
}

fn letters_of(text: &Analysis<'_>, tokens: &[Token]) -> String {
    let words: Vec<String> = tokens.iter().map(|token| without_possessive(text.word(token)).to_lowercase()).collect();
    phrase::letters(&words)
}

fn add(text: &Analysis<'_>, tokens: &[Token], number: usize, short: &Abbreviations, forms: &mut Forms) {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    let span = first.span.cover(last.span);
    let span = Span::new(span.start(), span.start() + without_possessive(text.slice(span)).len());
    let mut keys = Keys::new(text, tokens, short);
    if keys.stems.len() < 2 || tokens.iter().any(|token| token.gap == Gap::Hyphen) {
        // A compound is compared by its letters.
        keys.stems = vec![keys.letters.clone(), String::new()];
    }
    forms.add(text.slice(span), (narrow(number), span), || keys);
}
