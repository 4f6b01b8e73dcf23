//! Loops: what neural engines write when they lose the thread.

use super::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Token};

/// Finds runs of words that recur at once, several times.
#[derive(Debug)]
pub(super) struct Loops {
    pub(super) rule: RuleRef,
    /// The most words that recur.
    pub(super) period: usize,
    /// The fewest rounds.
    pub(super) rounds: usize,
}

impl Loops {
    /// The first loop in `tokens`, as the numbers of its first token and of the one behind it.
    fn longest(&self, text: &Analysis<'_>, tokens: &[Token]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for period in 2..=self.period {
            let mut start = 0;
            for at in period..=tokens.len() {
                let same = |(a, b): (&Token, &Token)| a.hash == b.hash && text.word(a) == text.word(b);
                if tokens.get(at).zip(tokens.get(at - period)).is_some_and(same) {
                    continue;
                }
                if at - start >= period * self.rounds {
                    found.push((start, at));
                }
                start = at + 1 - period;
            }
        }
        found.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        found
    }
}

impl Check for Loops {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for (_, tokens) in text.passages() {
            let mut done = 0;
            for (start, end) in self.longest(text, tokens) {
                let (Some(from), Some(to)) = (tokens.get(start), tokens.get(end - 1)) else { continue };
                if start >= done {
                    hits.push(Hit::new(self.rule, from.span.cover(to.span)));
                    done = end;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::found;

    #[test]
    fn words_that_go_round_in_circles() {
        let find = |text| found(&REPETITION, "en", "find = \"loop\"\nperiod = 6\nrounds = 3", text);
        assert_eq!(
            find("It is the port of the port of the port of the north."),
            ["the port of the port of the port of the"]
        );
        assert!(find("Day by day and night by night they came and went.").is_empty());
    }
}
