//! Phrases that may name a concept: capitalised runs, quoted phrases, compounds with a hyphen.

use std::ops::{Range, RangeInclusive};

use rustc_hash::FxHashSet;

use crate::language::{Analysis, Case, Gap, Kind, Token, is_function_word, ordinal_word, stem, without_possessive};
use crate::mine::edge;
use crate::text::Span;

/// The words of a phrase.
pub(super) const WORDS: Range<usize> = 2..10;
/// The most words between quotation marks that name something; more are a statement.
const QUOTED: usize = 6;

/// Between two things, of which the order may be changed.
pub(super) const AND: &str = "and";

/// The phrases of a document, as ranges of tokens.
pub(super) fn phrases(text: &Analysis<'_>) -> Vec<Range<usize>> {
    let running = |at: usize| text.sentence_at(at).is_some_and(|sentence| sentence.terminated);
    let shouted = |range: &Range<usize>| text.tokens().get(range.clone()).is_some_and(is_shouted);
    // Headings have capitals of their own.
    let names = text
        .names()
        .iter()
        .filter(|name| running(name.span.start()))
        .map(|name| trimmed(text, name.tokens.clone(), name.initial));
    let quoted = text.quotations().iter().filter_map(|quotation| quoted(text, quotation.inner));
    let mut found: Vec<Range<usize>> =
        names.chain(quoted).filter(|range| WORDS.contains(&range.len()) && !shouted(range)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup();
    found
}

/// The ordinals before the names of a document, as ranges with the name: the “18th” or “Eighteenth
/// National Congress”.
pub(super) fn numbered(text: &Analysis<'_>, phrases: &[Range<usize>]) -> Vec<Range<usize>> {
    let number = |phrase: &Range<usize>| {
        let ordinal = phrase.start.checked_sub(1)?;
        let joined = text.tokens().get(phrase.start)?.gap == Gap::Space;
        let word = text.word(text.tokens().get(ordinal)?);
        (joined && ordinal_word(word).is_some()).then_some(ordinal..phrase.end)
    };
    phrases.iter().filter_map(number).collect()
}

/// Whether all words are in capitals.
fn is_shouted(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| token.case == Case::Upper)
}

/// A capitalised run without articles, numbers and what only opens the sentence.
fn trimmed(text: &Analysis<'_>, mut range: Range<usize>, initial: bool) -> Range<usize> {
    let lower = |at: usize| text.tokens().get(at).map_or_else(String::new, |token| text.word(token).to_lowercase());
    let mut first = initial;
    while !range.is_empty()
        && (ordinal_word(&lower(range.start)).is_some()
            || is_function_word(&lower(range.start))
            || (first && edge::is_edge_word(&lower(range.start))))
    {
        range.start += 1;
        first = false;
    }
    while range.len() > 1 && edge::is_edge_word(&lower(range.end - 1)) {
        range.end -= 1;
    }
    range
}

/// The words between quotation marks, if they are a phrase and no statement.
fn quoted(text: &Analysis<'_>, inner: Span) -> Option<Range<usize>> {
    let tokens = text.tokens_in(inner);
    let start = text.tokens().partition_point(|token| token.span.start() < inner.start());
    let joined = tokens.iter().skip(1).all(|token| matches!(token.gap, Gap::Space | Gap::Hyphen));
    let words = tokens.iter().all(|token| token.kind != Kind::Cjk);
    let plain = joined && words && (2..=QUOTED).contains(&tokens.len());
    plain.then(|| trimmed(text, start..start + tokens.len(), true))
}

/// The span of a range of tokens, without a possessive `'s`.
pub(super) fn span(text: &Analysis<'_>, range: &Range<usize>) -> Option<Span> {
    let tokens = text.tokens().get(range.clone())?;
    let span = tokens.first()?.span.cover(tokens.last()?.span);
    Some(Span::new(span.start(), span.start() + without_possessive(text.slice(span)).len()))
}

/// How a phrase is compared with others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Keys {
    /// Its letters, whatever stands between them, without the plural of its last word.
    pub(super) letters: String,
    /// The stems of its content words and “and”, in order; ordinals in digits.
    pub(super) stems: Vec<String>,
}

impl Keys {
    /// The keys of some words; words whose initials are a known abbreviation count as that.
    pub(super) fn new(text: &Analysis<'_>, tokens: &[Token], short: &Abbreviations) -> Self {
        let words: Vec<String> =
            tokens.iter().map(|token| without_possessive(text.word(token)).to_lowercase()).collect();
        let content: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| *word == AND || !is_function_word(word)).collect();
        Self { letters: letters(&words), stems: short.stems(&content) }
    }
}

/// The words in capitals of all documents, in lower case.
#[derive(Default)]
pub(super) struct Abbreviations(FxHashSet<String>);

/// The letters of abbreviations that are looked for in the initials of words.
const INITIALS: RangeInclusive<usize> = 3..=6;

impl Abbreviations {
    /// Notes the words in capitals of a document.
    pub(super) fn add(&mut self, text: &Analysis<'_>) {
        let upper = |token: &&Token| token.case == Case::Upper && INITIALS.contains(&token.span.len());
        self.0.extend(text.tokens().iter().filter(upper).map(|token| text.word(token).to_lowercase()));
    }

    /// The stems of words, an abbreviation for words with its initials.
    fn stems(&self, words: &[&str]) -> Vec<String> {
        let mut stems = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let long = INITIALS.rev().find_map(|length| self.initials(words.get(at..at + length)?));
            at += long.as_ref().map_or(1, String::len);
            let single = || ordinal_word(word).map_or_else(|| stem(word), |value| format!("{value}th"));
            stems.push(long.unwrap_or_else(single));
        }
        stems
    }

    /// The initials of words, if they are an abbreviation.
    fn initials(&self, words: &[&str]) -> Option<String> {
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let ascii = words.iter().all(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
        Some(initials).filter(|initials| ascii && self.0.contains(initials))
    }
}

/// The letters of some words in lower case, without the plural of the last one.
pub(super) fn letters(words: &[String]) -> String {
    let mut letters: String = words.concat().chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.ends_with('s') && !letters.ends_with("ss") {
        letters.pop();
    }
    letters
}

/// Whether a token is a word with lower-case letters only.
pub(super) fn is_lower(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Lower
}
