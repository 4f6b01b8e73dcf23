//! Clauses of the translation that are not in the source.

use std::sync::Arc;

use serde::Deserialize;

use super::covering::{Covering, count};
use super::stems::content;
use super::{Check, Context, Hit, Lexis, RuleRef};
use crate::language::Analysis;

/// When a clause counts as added.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The fewest words in lower case that render something.
    words: usize,
    /// The greatest share of them that the source may explain.
    explained: f64,
    /// How many words at least the translation has more than expected, for each word of the clause.
    surplus: f64,
    /// How many source words may be unanswered, for each word of the clause: it might paraphrase them.
    unanswered: f64,
}

pub(super) struct Addition {
    pub(super) rule: RuleRef,
    pub(super) lexis: Arc<Lexis>,
    pub(super) limits: Limits,
}

impl Check for Addition {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        for covering in context.coverings(&self.lexis).iter().filter(|covering| covering.is_sure()) {
            self.check(context, source, covering, hits);
        }
    }
}

impl Addition {
    fn check(&self, context: &Context<'_>, source: &Analysis<'_>, covering: &Covering, hits: &mut Vec<Hit>) {
        let unanswered = covering.words.iter().filter(|word| word.long && word.value < 0.25).count();
        let fewest = (count(unanswered) / self.limits.unanswered).max(count(self.limits.words));
        if count(covering.length) < fewest || covering.characters == 0 {
            return;
        }
        let open =
            covering.unexplained(&self.lexis, &[source.slice(covering.segment.source)], &context.document.target);
        let mut at = 0;
        for clause in covering.stems.words.chunk_by(|_, next| !next.breaks) {
            let range = at..at + clause.len();
            at = range.end;
            let words = content(&covering.stems.words, range.clone()).filter(|word| !word.capital).count();
            let first = open.partition_point(|number| *number < range.start);
            let odd = open.get(first..).unwrap_or_default().iter().take_while(|number| **number < range.end);
            let odd = odd.filter(|number| covering.stems.words.get(**number).is_some_and(|word| !word.capital)).count();
            let explained = count(words - odd.min(words)) / count(words.max(1));
            let surplus = covering.surplus() >= self.limits.surplus * count(clause.len());
            if surplus && count(words) >= fewest && explained <= self.limits.explained {
                let span = clause.first().zip(clause.last()).map(|(first, last)| first.span.cover(last.span));
                let hit = span.map(|span| Hit::new(self.rule, span).with_source(covering.segment.source, "the source"));
                hits.extend(hit);
            }
        }
    }
}
