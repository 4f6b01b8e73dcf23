//! Sentences in which clause after clause opens with the same verb.

use super::{Check, Context, Hit, RuleRef};
use crate::check::clause::ClauseVerbs;
use crate::language::{Analysis, Filter, Gap, Sentence, Token};

/// Finds them.
#[derive(Debug)]
pub(super) struct SameVerb {
    pub(super) rule: RuleRef,
    pub(super) verbs: ClauseVerbs,
    pub(super) governing: Filter,
    /// The fewest clauses.
    pub(super) times: usize,
}

/// Words that govern a bare verb, the first of a chain.
pub(super) const GOVERNING: [&str; 5] = ["must", "necessary", "should", "to", "will"];

/// By how many remainders of their hashes words are told apart before they are looked at.
const REMAINDERS: usize = 64;

impl SameVerb {
    /// Whether a word that may be a verb comes often enough in a sentence.
    fn may_recur(&self, text: &Analysis<'_>, sentence: &Sentence) -> bool {
        let mut counts = [0; REMAINDERS];
        let mut verbs = text.tokens_of(sentence).iter().filter(|token| self.verbs.may_be(text, token));
        verbs.any(|verb| {
            let count = counts.get_mut(verb.hash as usize % REMAINDERS);
            count.is_some_and(|count| {
                *count += 1;
                *count >= self.times
            })
        })
    }

    /// The verbs of a sentence that open a clause, and those that may open the chain.
    fn openings<'t>(&self, text: &'t Analysis<'_>, sentence: &Sentence) -> Vec<&'t Token> {
        let tokens = text.tokens_of(sentence);
        let mut openings: Vec<_> = self.verbs.openings(text, sentence).into_iter().map(|(token, _)| token).collect();
        for pair in tokens.windows(2) {
            if let [before, verb] = pair
                && self.governing.admits(before)
                && verb.gap == Gap::Space
                && GOVERNING.contains(&text.word(before))
                && self.verbs.has(text, verb)
            {
                openings.push(verb);
            }
        }
        openings
    }
}

impl Check for SameVerb {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let possible = |sentence: &&Sentence| sentence.len() > 4 * self.times && self.may_recur(text, sentence);
        for sentence in text.sentences().iter().filter(possible) {
            let mut openings = self.openings(text, sentence);
            if openings.len() < self.times {
                continue;
            }
            openings.sort_by_key(|token| (text.word(token), token.span));
            for group in
                openings.chunk_by(|a, b| text.word(a) == text.word(b)).filter(|group| group.len() >= self.times)
            {
                let Some((first, rest)) = group.split_first() else { continue };
                let hit = Hit::new(self.rule, first.span).with_value("word", text.word(first));
                let hit = hit.with_value("times", group.len().to_string());
                hits.push(rest.iter().fold(hit, |hit, token| hit.with_related(token.span, "here again")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::repetition::REPETITION;
    use crate::check::trial::found;

    #[test]
    fn one_verb_for_everything() {
        let text =
            "They keep going, try to promote the trade, promote the crafts, and promote the arts, even in bad times.";
        assert_eq!(
            found(&REPETITION, "en", "find = \"verb\"\nverbs = \"lists/clause-verbs.txt\"\ntimes = 3", text),
            ["promote"]
        );
        assert!(
            found(&REPETITION, "en", "find = \"verb\"\nverbs = \"lists/clause-verbs.txt\"\ntimes = 4", text).is_empty()
        );
    }
}
