//! Names in Pinyin in a translation, and where the source has them.

use super::Knowledge;
use crate::filing::syllables;
use crate::language::{Analysis, Case, Gap, Token, is_cjk, is_function_word, without_possessive};
use crate::text::Span;

/// A name in a translation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The start of its first word.
    pub(super) start: usize,
    /// Its characters; nothing for one that is not in the source.
    pub(super) source: Option<Span>,
}

/// The names among the words of a segment, in order; `text` is its source.
pub(super) fn names(target: &Analysis<'_>, tokens: &[Token], text: &str, knowledge: &Knowledge) -> Vec<Name> {
    let source: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_cjk(*c)).collect();
    let (mut names, mut at) = (Vec::new(), 0);
    while let Some(token) = tokens.get(at) {
        let letters = letters(target, token).filter(|letters| !knowledge.is_pronoun(letters));
        let next =
            tokens.get(at + 1).filter(|next| next.gap == Gap::Space).and_then(|next| self::letters(target, next));
        let full = letters.as_ref().zip(next).and_then(|(first, second)| full(&source, first, &second));
        at += 1 + usize::from(full.is_some());
        let Some(letters) = letters else { continue };
        let found = full.or_else(|| surname(&source, &letters, knowledge));
        let apart = token.gap == Gap::Space || !knowledge.is_common(&letters);
        let is_new = || apart && knowledge.mandarin.is_surname(without_possessive(target.word(token)));
        if found.is_some() || is_new() {
            names.push(Name { start: token.span.start(), source: found });
        }
    }
    names
}

/// A word with a capital in lower-case letters.
fn letters(target: &Analysis<'_>, token: &Token) -> Option<String> {
    let word = without_possessive(target.word(token));
    let lower: String = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    (token.case == Case::Title && !is_function_word(&lower)).then_some(lower)
}

/// The characters that are read as one word and then, one or two of them, as another.
fn full(source: &[(usize, char)], first: &str, second: &str) -> Option<Span> {
    source.windows(2).enumerate().find_map(|(at, pair)| {
        let [(start, surname), (end, given)] = pair else { return None };
        if !syllables(*surname, true).any(|syllable| syllable == first) {
            return None;
        }
        let third = source.get(at + 2);
        let rests = syllables(*given, false).filter_map(|syllable| second.strip_prefix(syllable));
        rests.into_iter().find_map(|rest| match third {
            _ if rest.is_empty() => Some(Span::new(*start, end + given.len_utf8())),
            Some((last, c)) if syllables(*c, false).any(|syllable| syllable == rest) => {
                Some(Span::new(*start, last + c.len_utf8()))
            }
            _ => None,
        })
    })
}

/// The first character that is a surname and is read so.
fn surname(source: &[(usize, char)], letters: &str, knowledge: &Knowledge) -> Option<Span> {
    let is_read = |c: char| knowledge.is_surname(c) && syllables(c, true).any(|syllable| syllable == letters);
    source.iter().find(|(_, c)| is_read(*c)).map(|(at, c)| Span::new(*at, at + c.len_utf8()))
}
