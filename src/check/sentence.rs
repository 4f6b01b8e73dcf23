//! `sentence`: run-on sentences: long ones that string clauses with bare verbs together. Marks the
//! opening words, and shows where the sentence could be split.

use serde::Deserialize;

use super::clause::ClauseVerbs;
use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::{Analysis, Case, Filter, Sentence, Token};
use crate::text::Span;

/// The kind.
pub(super) static SENTENCE: SentenceCheck = SentenceCheck;
/// How many words of the sentence are marked.
const MARKED: usize = 8;
/// Words that say what should be done.
const EXHORTING: [&str; 4] = ["should", "must", "necessary", "need"];

/// See [`SENTENCE`].
#[derive(Debug)]
pub(super) struct SentenceCheck;

/// Parameters of a `sentence` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What makes a run-on; any of these suffices.
    run_on: Vec<Level>,
    /// The table of verbs that open clauses.
    verbs: String,
}

/// A length, and the chain of clauses that is too much at this length.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    /// More words than this.
    words: usize,
    /// At least so many clauses that open with a bare verb, or with one in -ing.
    #[serde(default)]
    clauses: usize,
    /// Only in sentences that say what should be done.
    #[serde(default)]
    exhorts: bool,
}

#[derive(Debug)]
struct RunOn {
    rule: RuleRef,
    levels: Vec<Level>,
    verbs: ClauseVerbs,
    exhorting: Filter,
}

impl Kind for SentenceCheck {
    fn name(&self) -> &'static str {
        "sentence"
    }

    fn summary(&self) -> &'static str {
        "run-on sentences: length together with a chain of clauses that open with bare verbs"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["words", "clauses"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let verbs = ClauseVerbs::new(params, &config.verbs)?;
        Ok(Compiled::check(RunOn { rule, levels: config.run_on, verbs, exhorting: Filter::new(EXHORTING) }))
    }
}

impl Check for RunOn {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let shortest = self.levels.iter().map(|level| level.words).min().unwrap_or(usize::MAX);
        for sentence in text.sentences().iter().filter(|sentence| sentence.len() > shortest) {
            hits.extend(self.judge(text, sentence));
        }
    }
}

impl RunOn {
    fn judge(&self, text: &Analysis<'_>, sentence: &Sentence) -> Option<Hit> {
        let tokens = text.tokens_of(sentence);
        if is_list_of_names(tokens) {
            return None;
        }
        let openings = self.verbs.openings(text, sentence);
        let gerunds = openings.iter().filter(|(_, gerund)| *gerund).count();
        let clauses = gerunds.max(openings.len() - gerunds);
        let exhorting = |token: &Token| self.exhorting.admits(token) && EXHORTING.contains(&text.word(token));
        let exhorts = || tokens.iter().any(exhorting);
        let too_much =
            |level: &Level| sentence.len() > level.words && clauses >= level.clauses && (!level.exhorts || exhorts());
        if !self.levels.iter().any(too_much) {
            return None;
        }
        let (first, last) = (tokens.first()?, tokens.get(MARKED.min(tokens.len()) - 1)?);
        let hit = Hit::new(self.rule, first.span.cover(last.span))
            .with_value("words", sentence.len().to_string())
            .with_value("clauses", clauses.to_string());
        let middle = sentence.span.start() + sentence.span.len() / 2;
        let distance = |token: &Token| token.span.start().abs_diff(middle);
        let split = openings.iter().map(|(token, _)| token.span).min_by_key(|span| span.start().abs_diff(middle));
        let split = split.or_else(|| tokens.iter().min_by_key(|token| distance(token)).map(|token| token.span))?;
        Some(hit.with_related(Span::new(split.start(), split.end()), "a new sentence could begin here"))
    }
}

/// Whether most words have a capital: who attended, who was elected.
fn is_list_of_names(tokens: &[Token]) -> bool {
    tokens.iter().filter(|token| token.case != Case::Lower).count() * 2 > tokens.len()
}

#[cfg(test)]
mod tests {
    use super::SENTENCE;
    use crate::check::trial::{found, hits};

    const PARAMS: &str = "run_on = [{ words = 12, clauses = 3 }]\nverbs = \"lists/clause-verbs.txt\"";

    #[test]
    fn a_chain_of_bare_verbs_is_a_run_on() {
        let text =
            "We should keep the roads open, promote trade, actively improve the ports, and strengthen the old bridges.";
        assert_eq!(found(&SENTENCE, "en", PARAMS, text), ["We should keep the roads open, promote trade"]);
        assert!(hits(&SENTENCE, "en", PARAMS, text).iter().all(|hit| hit.related.len() == 1));
        let gerunds =
            "The plan covers the roads of the north, promoting trade, improving ports, setting rates and so on.";
        assert_eq!(found(&SENTENCE, "en", PARAMS, gerunds).len(), 1);
    }

    #[test]
    fn long_sentences_without_a_chain_and_lists_of_names_pass() {
        let text =
            "The man who built the bridge that carries the road to the north has died in the town where he was born.";
        assert!(found(&SENTENCE, "en", PARAMS, text).is_empty());
        let names = "Ann Lee, Bob Ray, Cy Fox, Dee Orr, Ed Poe, Flo Kay, Gus Ives, promote, improve, strengthen";
        assert!(found(&SENTENCE, "en", PARAMS, names).is_empty());
    }
}
