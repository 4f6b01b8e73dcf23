//! Sentences, questions, brackets and quotations: segments that have more or fewer of them than their source.

use serde::Deserialize;

use super::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, is_cjk};
use crate::text::Span;

/// What is counted.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Unit {
    Sentences,
    Questions,
    Brackets,
    Quotations,
}

/// Which segments are reported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// What is counted.
    of: Unit,
    /// By how many the counts differ at least.
    by: usize,
}

pub(super) struct Structure {
    pub(super) rule: RuleRef,
    pub(super) limits: Limits,
}

impl Check for Structure {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let target = &context.document.target;
        for segment in context.document.segments().iter().filter(|segment| segment.is_comparable()) {
            let text = source.slice(segment.source);
            let (expected, marks) = (self.limits.of.in_source(text), self.limits.of.in_target(target, segment.target));
            if text.chars().any(is_cjk) && expected.abs_diff(marks.len()) >= self.limits.by {
                let hit = Hit::new(self.rule, place(target, segment.target, marks.get(expected).copied()));
                let hit = hit.with_value("expected", expected.to_string()).with_value("found", marks.len().to_string());
                hits.push(hit.with_source(segment.source, "the source"));
            }
        }
    }
}

/// The word at the first mark that is too many, or else the last word of the segment.
fn place(target: &Analysis<'_>, segment: Span, mark: Option<usize>) -> Span {
    let tokens = target.tokens_in(segment);
    let at = mark.and_then(|mark| tokens.get(tokens.partition_point(|token| token.span.end() <= mark)));
    at.or(tokens.last()).map_or(segment, |token| token.span)
}

impl Unit {
    /// How many there are in a source.
    fn in_source(self, text: &str) -> usize {
        match self {
            Self::Sentences => {
                let sentences = text.split(['。', '！', '？', '!', '?', '\n']);
                sentences.filter(|sentence| sentence.chars().any(char::is_alphanumeric)).count()
            }
            // Several marks in a row are one.
            Self::Questions => {
                text.split(['？', '?']).skip(1).filter(|rest| !rest.is_empty()).count()
                    + usize::from(text.ends_with(['？', '?']))
            }
            Self::Brackets => text.matches(['（', '(']).count(),
            Self::Quotations => text.matches(['“', '「', '《', '〈']).count(),
        }
    }

    /// Where they are in a target.
    fn in_target(self, target: &Analysis<'_>, segment: Span) -> Vec<usize> {
        let text = target.slice(segment);
        match self {
            Self::Sentences => starts(target, segment),
            Self::Questions => {
                let marks = text.match_indices('?').map(|(at, _)| at);
                marks
                    .filter(|at| text.get(at + 1..).is_none_or(|rest| !rest.starts_with('?')))
                    .map(|at| last_word(text, at) + segment.start())
                    .collect()
            }
            Self::Brackets => text.match_indices('(').map(|(at, _)| at + segment.start()).collect(),
            Self::Quotations => quotations(target, segment),
        }
    }
}

/// Where the sentences of a segment start.
fn starts(target: &Analysis<'_>, segment: Span) -> Vec<usize> {
    let sentences = target.sentences();
    let first = sentences.partition_point(|sentence| sentence.span.end() <= segment.start());
    let inside = sentences.get(first..).unwrap_or_default().iter().map(|sentence| sentence.span);
    inside.take_while(|span| span.start() < segment.end()).map(|span| span.start().max(segment.start())).collect()
}

/// Where the quotations of a segment start.
fn quotations(target: &Analysis<'_>, segment: Span) -> Vec<usize> {
    let quotations = target.quotations();
    let first = quotations.partition_point(|quotation| quotation.span.start() < segment.start());
    let inside = quotations.get(first..).unwrap_or_default().iter().map(|quotation| quotation.span.start());
    inside.take_while(|start| *start < segment.end()).collect()
}

/// Where the last word before a place starts.
fn last_word(text: &str, end: usize) -> usize {
    let before = text.get(..end).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
    before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1)
}
