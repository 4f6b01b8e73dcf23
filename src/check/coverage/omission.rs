//! Clauses of the source that are not in the translation.

use std::sync::Arc;

use serde::Deserialize;

use super::clauses::{Clause, clauses};
use super::covering::{Covering, count};
use super::excuses::Excuses;
use super::stems::TargetWord;
use super::{Check, CheckError, Context, Hit, Lexis, Params, RuleRef};
use crate::language::Analysis;
use crate::text::Span;

/// When a clause counts as left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The fewest Chinese characters of the clause.
    characters: usize,
    /// The fewest words of more than one character in it.
    words: usize,
    /// The greatest share of them that may be answered.
    covered: f64,
    /// By how much at least the target is shorter than expected, as a part of the clause's share of it.
    shortfall: f64,
    /// How many target words may be unexplained, for each word of the clause: they might paraphrase it.
    unexplained: f64,
    /// The table of how clauses end that say only who says something.
    attribution: String,
    /// The tables of negations in the source and in the target.
    negation: [String; 2],
}

pub(super) struct Omission {
    rule: RuleRef,
    lexis: Arc<Lexis>,
    limits: Limits,
    excuses: Excuses,
}

impl Omission {
    pub(super) fn new(rule: RuleRef, params: &Params<'_>, limits: Limits) -> Result<Self, CheckError> {
        let excuses = Excuses::new(params, &limits.attribution, &limits.negation)?;
        Ok(Self { rule, lexis: params.lexis()?, limits, excuses })
    }
}

/// The longest segment that is looked at, in characters: what answers what in a longer one cannot be told.
const LONGEST: usize = 3_000;
/// How many segments of the length that is expected anywhere count with those of the document.
const PRIOR: usize = 3;
/// A clause of fewer words must leave a wider gap.
const FEW: f64 = 3.0;
/// The shortest source, in characters, of a segment by which the length of others is judged.
const TELLING: usize = 8;

/// What part of the expected length the segments of a document usually have, 1 at most: some translate
/// more tightly than others.
fn usual(coverings: &[Covering]) -> f64 {
    let telling = coverings.iter().filter(|covering| covering.is_sure() && covering.characters >= TELLING);
    let mut ratios: Vec<f64> = telling.map(Covering::ratio).chain([1.0; PRIOR]).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or(1.0).min(1.0)
}

impl Check for Omission {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let coverings = context.coverings(&self.lexis);
        let usual = usual(coverings);
        for covering in coverings.iter().filter(|covering| covering.is_sure()) {
            let ratio = covering.ratio() / usual;
            if ratio < 1.0 && covering.characters <= LONGEST {
                self.check(context, source, (covering, ratio), hits);
            }
        }
    }
}

impl Omission {
    fn check(
        &self,
        context: &Context<'_>,
        source: &Analysis<'_>,
        (covering, ratio): (&Covering, f64),
        hits: &mut Vec<Hit>,
    ) {
        let clauses = clauses(covering, source.slice(covering.segment.source));
        let mut missing: Vec<bool> = clauses.iter().map(|clause| self.is_uncovered(covering, ratio, clause)).collect();
        if !missing.contains(&true) {
            return;
        }
        let target = context.document.target.slice(covering.segment.target);
        let evidence = self.excuses.evidence(source.slice(covering.segment.source), target);
        for (missing, clause) in missing.iter_mut().zip(&clauses) {
            let place = Span::new(
                clause.span.start() - covering.segment.source.start(),
                clause.span.end() - covering.segment.source.start(),
            );
            *missing &= !self.excuses.holds(source.slice(clause.span), place, &evidence);
        }
        if !missing.contains(&true) {
            return;
        }
        let mut at = 0;
        for run in missing.chunk_by(|a, b| a == b) {
            let end = at + run.len();
            let lost = clauses.get(at..end).unwrap_or_default();
            let words: usize = lost.iter().map(|clause| clause.long_words(covering)).sum();
            let is_open = || {
                let rest = rest(source, covering, lost);
                let open = covering.unexplained(&self.lexis, &rest, &context.document.target).len();
                count(open) <= self.limits.unexplained * count(words)
            };
            if run.first() == Some(&true) && is_open() {
                hits.extend(self.hit(source, covering, &clauses, at, end));
            }
            at = end;
        }
    }

    fn is_uncovered(&self, covering: &Covering, ratio: f64, clause: &Clause) -> bool {
        let share = count(clause.characters) / count(covering.characters.max(1));
        clause.characters >= self.limits.characters
            && clause.long_words(covering) >= self.limits.words
            && clause.covered(covering) <= self.limits.covered
            && 1.0 - ratio >= self.limits.shortfall * share * (FEW / count(clause.long_words(covering))).max(1.0)
    }

    fn hit(&self, source: &Analysis<'_>, covering: &Covering, all: &[Clause], from: usize, to: usize) -> Option<Hit> {
        let (first, last) = (all.get(from)?, all.get(to.checked_sub(1)?)?);
        let missing = first.span.cover(last.span);
        let hit = Hit::new(self.rule, place(covering, all, from, to)?);
        Some(
            hit.with_value("source", short(source.slice(missing)))
                .with_source(missing, "hardly a word of it is rendered"),
        )
    }
}

/// What stands before and behind some clauses of a segment.
fn rest<'s>(source: &Analysis<'s>, covering: &Covering, missing: &[Clause]) -> [&'s str; 2] {
    let all = covering.segment.source;
    let (Some(first), Some(last)) = (missing.first(), missing.last()) else { return [source.slice(all), ""] };
    let (before, after) = (Span::new(all.start(), first.span.start()), Span::new(last.span.end(), all.end()));
    [source.slice(before), source.slice(after)]
}

/// The target word next to which the clauses should stand: the last one of the target clause that
/// answers what precedes them, or the first that answers what follows.
fn place(covering: &Covering, all: &[Clause], from: usize, to: usize) -> Option<Span> {
    let answers = |clause: &Clause| -> Vec<usize> {
        let words = clause.words(covering).iter();
        words.filter(|word| word.value > 0.5).filter_map(|word| word.at).collect()
    };
    let before = from.checked_sub(1).and_then(|clause| answers(all.get(clause)?).into_iter().max());
    let number = match before {
        Some(number) => last_of_clause(&covering.stems.words, number),
        None => all.get(to).and_then(|clause| answers(clause).into_iter().min()).unwrap_or_default(),
    };
    covering.stems.words.get(number).map(|word| word.span)
}

/// The number of the last word before the next punctuation.
fn last_of_clause(words: &[TargetWord], number: usize) -> usize {
    let after = words.get(number + 1..).unwrap_or_default();
    number + after.iter().take_while(|word| !word.breaks).count()
}

/// A quotation of the source that is short enough for a message.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
