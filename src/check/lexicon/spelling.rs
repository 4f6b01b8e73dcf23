//! Names that are known by their letters, however they are split into words.

use super::build::Lexicon;
use super::candidate::{Candidate, owner};
use super::filed::Meaning;
use crate::filing::{Spelling, letters_into, number};
use crate::language::{Analysis, Case, Gap, Kind, Token};

impl Lexicon {
    /// Appends the names that are spelt by their letters: runs of capitalised words.
    pub(super) fn spelt(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const MORE: usize = 3;
        if self.spellings.is_empty() {
            return;
        }
        let (tokens, text, starts) = (analysis.tokens(), analysis.text(), self.starts(analysis));
        let mut letters = String::new();
        for (first, word) in analysis.distinct().numbers().iter().enumerate() {
            let (Some(Some(start)), Some(from)) = (starts.get(*word as usize), tokens.get(first)) else { continue };
            let mut note = |last: &Token, more: usize, meaning: Meaning| {
                let (span, tokens) = (from.span.cover(owner(text, last.span)), (first, first + more + 1));
                found.push(Candidate { span, meaning, tokens, singular: false, literal: false });
            };
            if let Some(meaning) = start.alone {
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

    /// For each distinct word of a text, what is known of it if names begin with its letters.
    fn starts(&self, analysis: &Analysis<'_>) -> Vec<Option<Start>> {
        let mut letters = String::new();
        let mut start = |token: &Token| {
            letters.clear();
            letters_into(analysis.slice(owner(analysis.text(), token.span)), &mut letters);
            let spelling = Spelling::new(&letters);
            let begins = self.beginnings.admit(spelling.mark());
            begins.then(|| Start { alone: self.spellings.get(&spelling.number).copied() })
        };
        analysis.distinct().words().iter().map(|word| starts_name(word).then(|| start(word)).flatten()).collect()
    }
}

/// A word with which a name may begin.
struct Start {
    /// The name that it is alone.
    alone: Option<Meaning>,
}

/// Whether a token can be the first word of a name.
fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Title
}

/// Whether a token can go on a name.
fn continues_name(token: &Token) -> bool {
    token.gap == Gap::Hyphen || (token.gap == Gap::Space && starts_name(token))
}
