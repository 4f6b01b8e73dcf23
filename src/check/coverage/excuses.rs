//! `Excuses`: clauses of a source that are no omission though hardly a word of them is answered.

use std::sync::{Arc, OnceLock};

use crate::check::words::{Words, lines};
use crate::check::{CheckError, Params};
use crate::language::quantity::{Quantity, Vocabulary, chinese_quantities, english_quantities};
use crate::text::Span;

/// What says that a clause is attribution, or that its negations and numbers are rendered.
#[derive(Debug)]
pub(super) struct Excuses {
    /// How clauses of attribution end.
    ends: Vec<Box<str>>,
    /// How they begin.
    starts: Vec<Box<str>>,
    /// The negations of the source and of the target, as written.
    negations: [Vec<String>; 2],
    /// The same, made for the first segment.
    sets: OnceLock<[Words; 2]>,
    numerals: Arc<Vocabulary>,
}

/// What of a segment tells whether a clause of it is translated.
#[derive(Debug)]
pub(super) struct Evidence<'e> {
    /// The negations of the source.
    negations: &'e Words,
    /// Whether the target has as many as the source.
    negated: bool,
    /// The numbers of the source that the target has as often.
    numbers: Vec<Span>,
    /// Those that it has not.
    lost: Vec<Span>,
}

impl Excuses {
    /// Reads the table of attributions and those of negations.
    pub(super) fn new(params: &Params<'_>, attribution: &str, negation: &[String; 2]) -> Result<Self, CheckError> {
        let (starts, ends): (Vec<&str>, Vec<&str>) = params.lines(attribution)?.partition(|line| line.ends_with('*'));
        let [source, target] = negation.each_ref().map(|path| lines(params, &[format!("@{path}")]));
        Ok(Self {
            ends: ends.into_iter().map(Into::into).collect(),
            starts: starts.iter().map(|line| line.trim_end_matches('*').into()).collect(),
            negations: [source?, target?],
            sets: OnceLock::new(),
            numerals: params.numerals()?,
        })
    }

    /// What is the same on both sides of a segment.
    pub(super) fn evidence(&self, source: &str, target: &str) -> Evidence<'_> {
        let [negations, rendered] = self.sets.get_or_init(|| self.negations.each_ref().map(|list| Words::new(list)));
        let negated = negations.found(source).count() <= rendered.found(target).count();
        let own = chinese_quantities(source, 0, &self.numerals);
        let others = english_quantities(target, 0, &self.numerals);
        let count = |all: &[Quantity], one: &Quantity| all.iter().filter(|other| meet(other, one)).take(MOST).count();
        let kept = |one: &&Quantity| count(&own, one) <= count(&others, one);
        // 一 may be “a”, or nothing.
        let told = own.iter().filter(|one| one.exact() != Some(1.0)).take(MOST);
        let (numbers, lost): (Vec<&Quantity>, Vec<&Quantity>) = told.partition(kept);
        let spans = |all: Vec<&Quantity>| all.into_iter().map(|one| one.span).collect();
        Evidence { negations, negated, numbers: spans(numbers), lost: spans(lost) }
    }

    /// Whether a clause, which stands at a place of its segment, only says who says something; or it
    /// negates where no negation was lost, or counts where no number was.
    pub(super) fn holds(&self, clause: &str, place: Span, evidence: &Evidence<'_>) -> bool {
        let attributes = self.ends.iter().any(|end| clause.ends_with(&**end))
            || self.starts.iter().any(|start| clause.starts_with(&**start));
        let inside = |spans: &[Span]| spans.iter().any(|span| place.contains(*span));
        attributes
            || (evidence.negated && evidence.negations.found(clause).next().is_some())
            || (inside(&evidence.numbers) && !inside(&evidence.lost))
    }
}

/// The most numbers of a segment that are compared.
const MOST: usize = 32;

/// Whether two numbers may be the same.
fn meet(one: &Quantity, other: &Quantity) -> bool {
    one.readings.iter().any(|reading| other.readings.iter().any(|other| reading.meets(other)))
}
