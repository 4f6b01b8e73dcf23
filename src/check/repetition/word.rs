//! Words and pairs of words that stand twice in a row.

use rustc_hash::FxHashSet;

use super::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Case, Gap, Kind, Token, is_function_word};

/// Finds them.
#[derive(Debug)]
pub(super) struct Doubled {
    pub(super) rule: RuleRef,
    /// Words that may be doubled.
    pub(super) allow: FxHashSet<Box<str>>,
}

impl Doubled {
    /// The hit at the start of `tokens`, and how many of them it covers.
    fn judge(&self, text: &Analysis<'_>, tokens: &[Token]) -> Option<(Hit, usize)> {
        let [first, second, ..] = tokens else { return None };
        if self.is_doubled(text, first, second) {
            let word = text.word(first);
            let hit = Hit::new(self.rule, first.span.cover(second.span));
            return Some((hit.with_fix(word, false).with_value("word", word), 2));
        }
        let [_, _, third, fourth, ..] = tokens else { return None };
        if !self.is_pair(text, [first, second, third, fourth]) {
            return None;
        }
        let pair = first.span.cover(second.span);
        let hit = Hit::new(self.rule, first.span.cover(fourth.span));
        Some((hit.with_fix(text.slice(pair), false).with_value("word", text.slice(pair)), 4))
    }

    fn is_doubled(&self, text: &Analysis<'_>, first: &Token, second: &Token) -> bool {
        // A capital on the first of them is that of a sentence; two capitals make a name.
        let plain = first.kind == Kind::Word && second.case == Case::Lower && first.span.len() > 1;
        if !plain || second.gap != Gap::Space || (first.case == Case::Lower && first.hash != second.hash) {
            return false;
        }
        let (lower, word) = (text.word(second), text.word(first));
        let same = if word.is_ascii() { lower.eq_ignore_ascii_case(word) } else { lower == word.to_lowercase() };
        same && !self.allow.contains(lower)
    }

    fn is_pair(&self, text: &Analysis<'_>, [a, b, c, d]: [&Token; 4]) -> bool {
        let content = |token: &Token| {
            let word = text.word(token);
            token.kind == Kind::Word && word.len() > 2 && !is_function_word(word) && !self.allow.contains(word)
        };
        let apart = matches!(c.gap, Gap::Space | Gap::Comma);
        let joined = b.gap == Gap::Space && d.gap == Gap::Space;
        let alike = a.hash == c.hash && b.hash == d.hash;
        let same = || text.word(a) == text.word(c) && text.word(b) == text.word(d);
        alike && apart && joined && same() && content(a) && content(b)
    }
}

/// Whether the first of these words, or the first two, may stand there twice.
fn may_repeat(tokens: &[Token]) -> bool {
    let [first, second, others @ ..] = tokens else { return false };
    let capital = first.case != Case::Lower && second.case == Case::Lower;
    let pair = || matches!(others, [third, fourth, ..] if first.hash == third.hash && second.hash == fourth.hash);
    capital || first.hash == second.hash || pair()
}

impl Check for Doubled {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for sentence in text.sentences() {
            let mut tokens = text.tokens_of(sentence);
            while let Some((_, rest)) = tokens.split_first() {
                let found = if may_repeat(tokens) { self.judge(text, tokens) } else { None };
                tokens = match found {
                    Some((hit, covered)) => {
                        hits.push(hit);
                        tokens.get(covered..).unwrap_or_default()
                    }
                    None => rest,
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::found;

    #[test]
    fn doubled_words_and_pairs() {
        let find = |text| found(&REPETITION, "en", "find = \"word\"\nallow = \"lists/doubled-ok.txt\"", text);
        assert_eq!(find("He went to to the port."), ["to to"]);
        assert_eq!(find("The the meeting was held."), ["The the"]);
        assert_eq!(find("They build large bridges, large bridges and roads."), ["large bridges, large bridges"]);
        assert!(find("He had had enough of Duran Duran, of no. no. and of one by one by.").is_empty());
    }
}
