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
    /// The loops in `tokens`, as the numbers of their first token and of the one behind them.
    fn longest(&self, text: &Analysis<'_>, tokens: &[Token]) -> Vec<(usize, usize)> {
        let same = |(a, b): (&Token, &Token)| a.hash == b.hash && text.word(a) == text.word(b);
        let mut found = Vec::new();
        for period in 2..=self.period {
            let recurs = |at: usize| tokens.get(at).zip(tokens.get(at - period)).is_some_and(same);
            // So many words in a row recur; the last of them is looked at first.
            let (fewest, mut at) = (period * self.rounds.saturating_sub(1).max(1), period);
            while at + fewest <= tokens.len() {
                if let Some(other) = (at..at + fewest).rev().find(|at| !recurs(*at)) {
                    at = other + 1;
                    continue;
                }
                let end = (at + fewest..tokens.len()).find(|at| !recurs(*at)).unwrap_or(tokens.len());
                found.push((at - period, end));
                at = end + 1;
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
