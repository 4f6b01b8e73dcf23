//! Clauses that open with a bare verb, as Chinese strings them together: “…, promote …, improve …”.

use rustc_hash::FxHashSet;

use super::{CheckError, Params};
use crate::language::{Analysis, Case, Filter, Gap, Sentence, Token};

/// The verbs that open clauses, in their base form.
#[derive(Debug)]
pub(super) struct ClauseVerbs {
    verbs: FxHashSet<Box<str>>,
    likely: Filter,
    joining: Filter,
}

/// Words that join a clause to the one before it.
const JOINING: [&str; 2] = ["and", "then"];

impl ClauseVerbs {
    /// Reads a table of base forms, one a line.
    pub(super) fn new(params: &Params<'_>, table: &str) -> Result<Self, CheckError> {
        let verbs = params.lines(table)?.map(Into::into).collect();
        Ok(Self { verbs, likely: Filter::new(params.lines(table)?), joining: Filter::new(JOINING) })
    }

    /// The tokens of a sentence that open a clause behind a comma, a semicolon or “and”, perhaps after
    /// an adverb, and are a verb in its base form (`false`) or in -ing (`true`).
    pub(super) fn openings<'t>(&self, text: &'t Analysis<'_>, sentence: &Sentence) -> Vec<(&'t Token, bool)> {
        let tokens = text.tokens_of(sentence);
        let may_open = |token: &Token| matches!(token.gap, Gap::Comma | Gap::Break) || self.joining.admits(token);
        let opening = |at: usize| {
            let verb =
                tokens.get(at + self.skipped(text, tokens.get(at..)?)?).filter(|verb| verb.case == Case::Lower)?;
            if self.has(text, verb) {
                Some((verb, false))
            } else {
                self.is_gerund(text.word(verb)).then_some((verb, true))
            }
        };
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate().skip(1) {
            if may_open(token)
                && let Some(opening) = opening(at)
            {
                found.push(opening);
            }
        }
        found.dedup_by_key(|(token, _)| token.span);
        found
    }

    /// Whether a token is one of the verbs, in its base form.
    pub(super) fn has(&self, text: &Analysis<'_>, token: &Token) -> bool {
        self.likely.admits(token) && self.verbs.contains(text.word(token))
    }

    /// Whether a token may be one of the verbs, in its base form or in -ing.
    pub(super) fn may_be(&self, text: &Analysis<'_>, token: &Token) -> bool {
        let last = || token.span.end().checked_sub(1).and_then(|last| text.text().as_bytes().get(last));
        token.case == Case::Lower && (self.likely.admits(token) || last() == Some(&b'g'))
    }

    fn is_gerund(&self, word: &str) -> bool {
        let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) else { return false };
        let undoubled =
            stem.get(..stem.len() - 1).filter(|short| stem.get(short.len()..) == short.get(short.len() - 1..));
        self.verbs.contains(stem)
            || self.verbs.contains([stem, "e"].concat().as_str())
            || undoubled.is_some_and(|stem| self.verbs.contains(stem))
    }

    /// How many words of an opening stand before its verb; nothing where no clause opens.
    fn skipped(&self, text: &Analysis<'_>, tokens: &[Token]) -> Option<usize> {
        let first = tokens.first()?;
        let and = usize::from(self.joining.admits(first) && JOINING.contains(&text.word(first)));
        if and == 0 && !matches!(first.gap, Gap::Comma | Gap::Break) {
            return None;
        }
        let is_adverb = |word: &str| word.ends_with("ly") || word == "further";
        let adverb = tokens.get(and).is_some_and(|token| is_adverb(text.word(token)));
        Some(and + usize::from(adverb))
    }
}
