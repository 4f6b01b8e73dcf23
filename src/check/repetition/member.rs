//! Coordinations with the same word on both sides: “tired and tired”.

use rustc_hash::FxHashSet;

use super::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Case, Filter, Gap, Token, is_function_word};

/// Finds them.
#[derive(Debug)]
pub(super) struct Members {
    pub(super) rule: RuleRef,
    /// Words that may be repeated so.
    pub(super) allow: FxHashSet<Box<str>>,
    pub(super) joining: Filter,
}

/// Words between two members.
pub(super) const JOINING: [&str; 3] = ["and", "or", "of"];
/// Words behind which the second member begins a new thought: “a plan, plan that …”.
const APPOSITION: [&str; 5] = ["that", "which", "who", "whose", "with"];
/// Words that may stand before the second member.
const DETERMINERS: [&str; 3] = ["the", "its", "their"];

impl Members {
    fn judge(&self, text: &Analysis<'_>, tokens: &[Token]) -> Option<Hit> {
        let (first, next) = (tokens.first()?, tokens.get(1)?);
        let word = text.word(first);
        let at = match text.word(next) {
            "and" | "or" => 2 + usize::from(tokens.get(2).is_some_and(|token| DETERMINERS.contains(&text.word(token)))),
            "of" => 2,
            _ if next.gap == Gap::Comma => 1,
            _ => return None,
        };
        let between = tokens.get(1..=at)?;
        let second = between.last().filter(|second| text.word(second) == word)?;
        let plain = between.iter().skip(1).all(|token| token.gap == Gap::Space);
        let follows = tokens.get(at + 1).map(|token| text.word(token)).unwrap_or_default();
        let comma = at > 1 || first.span.end() + 2 == second.span.start();
        if !plain || !comma || APPOSITION.contains(&follows) || self.is_free(word) {
            return None;
        }
        Some(Hit::new(self.rule, first.span.cover(second.span)).with_value("word", word))
    }

    /// Whether the first word may be a member, the one behind it join another, and one of the next the same.
    fn may_join(&self, tokens: &[Token]) -> bool {
        let [first, next, ..] = tokens else { return false };
        let joins = || next.gap == Gap::Comma || self.joining.admits(next);
        let again = || tokens.iter().take(4).skip(1).any(|other| other.hash == first.hash);
        first.case == Case::Lower && first.span.len() >= 4 && joins() && again()
    }

    /// Whether a word may stand on both sides: comparatives, idioms, function words.
    fn is_free(&self, word: &str) -> bool {
        word.ends_with("er") || is_function_word(word) || self.allow.contains(word)
    }
}

impl Check for Members {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for sentence in text.sentences() {
            let mut tokens = text.tokens_of(sentence);
            while let Some((_, rest)) = tokens.split_first() {
                if self.may_join(tokens)
                    && let Some(hit) = self.judge(text, tokens)
                {
                    hits.push(hit);
                }
                tokens = rest;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::found;

    #[test]
    fn the_same_word_on_both_sides() {
        let find = |text| found(&REPETITION, "en", "find = \"member\"\nallow = \"lists/repeat-idioms.txt\"", text);
        assert_eq!(find("They read and understand and understand it."), ["understand and understand"]);
        assert_eq!(
            find("He is honest, honest, and brave; the health of health."),
            ["honest, honest", "health of health"]
        );
        assert!(find("It got better and better, again and again; a port, port that never sleeps.").is_empty());
    }
}
