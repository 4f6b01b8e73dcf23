//! Names that are known by their letters, however they are split into words.

use super::build::Lexicon;
use super::candidate::{Candidate, owner};
use super::filed::Meaning;
use super::vocabulary::number;
use crate::language::{Analysis, Case, Gap, Kind, Token};

impl Lexicon {
    /// Appends the names that are spelt by their letters: runs of capitalised words.
    pub(super) fn spelt(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const MORE: usize = 3;
        if self.spellings.is_empty() {
            return;
        }
        let (tokens, text, alone) = (analysis.tokens(), analysis.text(), self.spelt_alone(analysis));
        let mut letters = String::new();
        for (first, from) in tokens.iter().enumerate().filter(|(_, token)| starts_name(token)) {
            let mut note = |last: &Token, more: usize, meaning: Meaning| {
                let (span, tokens) = (from.span.cover(owner(text, last.span)), (first, first + more + 1));
                found.push(Candidate { span, meaning, tokens, singular: false, literal: false });
            };
            if let Some(meaning) = analysis.distinct().of(first).and_then(|word| *alone.get(word)?) {
                note(from, 0, meaning);
            }
            letters.clear();
            let others = tokens.iter().skip(first + 1).take(MORE).take_while(|token| continues_name(token));
            for (before, token) in others.enumerate() {
                if letters.is_empty() {
                    letters_into(owner(text, from.span).of(text), &mut letters);
                }
                letters_into(owner(text, token.span).of(text), &mut letters);
                if let Some(meaning) = self.spellings.get(&number(&letters)) {
                    note(token, before + 1, *meaning);
                }
            }
        }
    }

    /// For each distinct word of a text, the name that it is by its letters.
    fn spelt_alone(&self, analysis: &Analysis<'_>) -> Vec<Option<Meaning>> {
        let mut letters = String::new();
        let mut name = |token: &Token| {
            letters.clear();
            letters_into(analysis.slice(owner(analysis.text(), token.span)), &mut letters);
            self.spellings.get(&number(&letters)).copied()
        };
        analysis.distinct().words().iter().map(|word| starts_name(word).then(|| name(word)).flatten()).collect()
    }
}

/// Appends the letters of a word in lower case.
fn letters_into(word: &str, letters: &mut String) {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let from = letters.len();
        letters.push_str(word);
        letters.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
    } else {
        letters.extend(word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
    }
}

/// Whether a token can be the first word of a name.
fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Title
}

/// Whether a token can go on a name.
fn continues_name(token: &Token) -> bool {
    token.gap == Gap::Hyphen || (token.gap == Gap::Space && starts_name(token))
}
