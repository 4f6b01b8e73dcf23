//! Forms: what a glossary writes as it stands in running text, found word by word.

use super::compile::{CompiledWord, Joint};
use super::inflects::Inflects;
use super::vocabulary::{Vocabulary, lowered};
use crate::filing::{Anchor, Key, number};
use crate::glossary::{Form, Join, PartOfSpeech, Status, Term};
use crate::language::{Token, is_cjk, is_function_word, words};
use crate::text::Span;

/// How a form may be written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Which of its letters count.
    pub letters: Letters,
    /// Whether it has no inflected forms.
    pub fixed: bool,
    /// Whether it is a noun, and has no forms of a verb.
    pub noun: bool,
    /// Whether its hyphens must be there; else a space will do.
    pub hyphens: bool,
}

/// Which letters of a form must be written as they are; lines that are all capitals are excepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// None: any case will do.
    Any,
    /// Those of words with a capital.
    Capitals,
    /// All.
    All,
}

/// Whether a form is written without spaces between its words, and so is searched for as it is.
pub(super) fn is_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.contains(is_cjk)
}

impl Written {
    /// As a right form: with its capitals and its hyphens.
    pub const RIGHT: Self = Self { letters: Letters::Capitals, fixed: false, noun: false, hyphens: true };

    /// As a form of a term is written: a right one with its capitals and hyphens, a wrong one in any
    /// case and with spaces for hyphens, unless the glossary says more of it.
    #[must_use]
    pub fn of(term: &Term, status: Status, form: &Form) -> Self {
        let letters = match (form.case, status.is_right()) {
            (true, _) => Letters::All,
            (false, true) => Letters::Capitals,
            (false, false) => Letters::Any,
        };
        let noun = term.part_of_speech == Some(PartOfSpeech::Noun);
        Self { letters, fixed: form.fixed, noun, hyphens: status.is_right() }
    }

    /// The words of a form, each with how it joins the one before it.
    pub(super) fn words(self, parts: &Parts<'_>, vocabulary: &Vocabulary) -> Vec<(CompiledWord, Joint)> {
        let words: Vec<(&str, &str)> = parts.words().collect();
        let is_name = words.iter().any(|(word, _)| word.contains(char::is_uppercase));
        let behind = |at: usize| words.get(at + 1).map(|(word, _)| *word);
        let compiled = words.iter().enumerate().map(|(at, (word, between))| {
            let inflects = self.inflects(word, behind(at), vocabulary);
            // In a name, small words are small: "Belt and Road".
            let capitals = word.contains(char::is_uppercase) || (is_name && at > 0);
            let exact = self.letters == Letters::All || (self.letters == Letters::Capitals && capitals);
            (compiled_word(word, inflects, exact, vocabulary), self.joint(between))
        });
        compiled.collect()
    }

    /// How a word inflects before the word that follows it. A head is the last word, or stands
    /// before a preposition ("member of parliament").
    fn inflects(self, word: &str, behind: Option<&str>, vocabulary: &Vocabulary) -> Inflects {
        if self.fixed || !vocabulary.inflects(word) {
            return Inflects::No;
        }
        let head = behind.is_none_or(|behind| is_function_word(&lowered(behind)));
        match (self.noun, head) {
            (true, true) => Inflects::Head,
            (true, false) => Inflects::Modifier,
            (false, _) if behind.is_none() => Inflects::All,
            (false, _) => Inflects::Inner,
        }
    }

    /// What must stand between two words where the form has this.
    pub(super) fn joint(self, between: &str) -> Joint {
        let squeezed = squeeze(between);
        Joint::Join(match squeezed.as_str() {
            "-" | "‐" | "‑" if self.hyphens => Join::Hyphen,
            "" | " " | "-" | "‐" | "‑" => Join::Any,
            ", " => Join::Comma,
            _ => return Joint::Exactly(squeezed.into()),
        })
    }

    /// The key under which a form is filed.
    pub(super) fn key(self, text: &str, vocabulary: &Vocabulary) -> Option<Key> {
        let anchor = || Anchor::of(words(text).iter().map(|token| token.span));
        let number = |word: &str| {
            // Without stems, a word and its base have one number.
            let bends = vocabulary.has_stems() && self.inflects(word, None, vocabulary) != Inflects::No;
            if bends { vocabulary.base(word) } else { number(word) }
        };
        Some(Anchor::of_letters(text).or_else(anchor)?.key(text, number))
    }
}

fn compiled_word(word: &str, inflects: Inflects, exact: bool, vocabulary: &Vocabulary) -> CompiledWord {
    let number = if inflects == Inflects::No { number(word) } else { vocabulary.base(word) };
    let exact = exact.then(|| word.replace('’', "'").into());
    CompiledWord { word: number, inflects, exact, join: Joint::Join(Join::Any) }
}

/// A form, cut into its words.
pub(super) struct Parts<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, tokens: words(text) }
    }

    /// Where the words stand.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        self.tokens.iter().map(|token| token.span)
    }

    /// The words, each with what stands between it and the one before it.
    pub(super) fn words(&self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let mut end = None;
        self.tokens.iter().map(move |token| {
            let start = end.replace(token.span.end()).unwrap_or(token.span.start());
            (token.span.of(self.text), self.text.get(start..token.span.start()).unwrap_or_default())
        })
    }

    /// What stands before the first word and behind the last one.
    pub(super) fn around(&self) -> (Box<str>, Box<str>) {
        let before = self.tokens.first().map_or(0, |token| token.span.start());
        let behind = self.tokens.last().map_or(0, |token| token.span.end());
        let part = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default().trim().into();
        (part(0..before), part(behind..self.text.len()))
    }
}

/// A text with single spaces for white space.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => {
                if !squeezed.ends_with(' ') {
                    squeezed.push(' ');
                }
            }
            '’' => squeezed.push('\''),
            other => squeezed.push(other),
        }
    }
    squeezed
}
