//! The types of the JSON outputs. They are apart from the program's own, so that these may change
//! without breaking who reads the output; `schema/mtlint-1.schema.json` describes them.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Checked, Failure, Totals};
use crate::document::{Bitext, Side};
use crate::finding;
use crate::score::{self, Scorecard};
use crate::text::{self, Span};

/// The version of the output: a new one whenever something in it is renamed or removed.
pub const SCHEMA: &str = "mtlint/1";

/// A place: line and column in code points from 1, offset in bytes of the original file from 0.
#[derive(Serialize)]
pub(super) struct Position {
    line: usize,
    column: usize,
    offset: usize,
}

impl From<text::Location> for Position {
    fn from(at: text::Location) -> Self {
        Self { line: at.line, column: at.column, offset: at.offset }
    }
}

#[derive(Serialize)]
pub(super) struct Document<'a> {
    path: &'a str,
    source_path: Option<&'a str>,
    pairing: Option<Pairing>,
    format: &'a str,
    part: Option<&'a str>,
    languages: Vec<&'a str>,
    words: u64,
    suppressed: usize,
    not_run: Vec<&'a str>,
    score: Score,
    findings: Findings<'a>,
}

/// The findings of a document, each made when it is written.
struct Findings<'a>(&'a Checked);

#[derive(Serialize)]
struct Pairing {
    by: &'static str,
    segments: usize,
    doubtful: usize,
    unrelated: bool,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    pack: &'a str,
    entry: Option<&'a str>,
    category: &'a str,
    its: &'a str,
    severity: &'a str,
    penalty: f64,
    message: &'a str,
    reason: &'a str,
    text: &'a str,
    side: &'a str,
    start: Position,
    end: Position,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    note: &'a str,
    text: &'a str,
    side: &'a str,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Fix<'a> {
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: Position,
    end: Position,
    replacement: &'a str,
}

#[derive(Serialize)]
pub(super) struct Score {
    profile: &'static str,
    style: bool,
    penalty: f64,
    penalty_per_1000_words: f64,
    raw: f64,
    calibrated: f64,
    low: f64,
    high: f64,
    threshold: f64,
    verdict: &'static str,
    support: String,
    severities: Severities,
    categories: BTreeMap<&'static str, u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<Estimate>,
}

#[derive(Serialize)]
struct Estimate {
    penalty_per_1000_words: f64,
    coverage: f64,
    length: f64,
    repetition: f64,
}

#[derive(Serialize)]
struct Severities {
    critical: u64,
    major: u64,
    minor: u64,
    neutral: u64,
}

#[derive(Serialize)]
pub(super) struct Error<'a> {
    path: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
pub(super) struct Summary {
    documents: usize,
    failed: usize,
    errors: usize,
    suppressed: usize,
    words: u64,
    score: Score,
}

impl<'a> Document<'a> {
    pub(super) fn new(checked: &'a Checked) -> Self {
        Self {
            path: checked.document.file.path(),
            source_path: checked.document.bitext.as_ref().and_then(|bitext| Some(bitext.file.as_ref()?.path())),
            pairing: checked.document.bitext.as_ref().map(Pairing::new),
            format: checked.document.format,
            part: checked.document.file.origin().map(|origin| origin.part.as_str()),
            languages: checked.language.iter().map(|language| language.code).collect(),
            words: checked.scorecard.words,
            suppressed: checked.suppressed,
            not_run: checked.idle.iter().map(|rule| rule.id.as_str()).collect(),
            score: Score::new(&checked.scorecard),
            findings: Findings(checked),
        }
    }
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.findings.iter().map(|found| Finding::new(self.0, found)))
    }
}

impl Pairing {
    fn new(bitext: &Bitext) -> Self {
        let (segments, doubtful) = (bitext.segments.len(), bitext.doubtful());
        Self { by: bitext.by.name(), segments, doubtful, unrelated: bitext.unrelated }
    }
}

impl<'a> Finding<'a> {
    fn new(checked: &'a Checked, found: &'a finding::Finding) -> Self {
        let (start, end) = place(checked, found.side, found.span);
        Self {
            rule: &found.rule.id,
            pack: &found.rule.pack,
            entry: found.entry.as_deref(),
            category: found.rule.category.name(),
            its: found.rule.category.its(),
            severity: found.severity.name(),
            penalty: checked.scorecard.scoring.penalty(found),
            message: &found.message,
            reason: found.note.as_deref().unwrap_or_else(|| found.rule.summary()),
            text: checked.document.slice(found.side, found.span),
            side: found.side.name(),
            start,
            end,
            related: found.related.iter().map(|related| Related::new(checked, related)).collect(),
            fix: found.fix.as_ref().map(|fix| Fix::new(checked, fix)),
        }
    }
}

impl<'a> Related<'a> {
    fn new(checked: &'a Checked, related: &'a finding::Related) -> Self {
        let (start, end) = place(checked, related.side, related.span);
        let text = checked.document.slice(related.side, related.span);
        Self { note: &related.note, text, side: related.side.name(), start, end }
    }
}

impl<'a> Fix<'a> {
    fn new(checked: &Checked, fix: &'a text::Fix) -> Self {
        let edit = |edit: &'a text::Edit| {
            let (start, end) = place(checked, Side::Target, edit.span);
            Edit { start, end, replacement: &edit.replacement }
        };
        Self { safe: fix.safe, edits: fix.edits.iter().map(edit).collect() }
    }
}

impl Score {
    pub(super) fn new(card: &Scorecard) -> Self {
        let (certainty, severities) = (card.certainty(), card.severities);
        Self {
            profile: card.scoring.profile.name(),
            style: card.scoring.style,
            penalty: rounded(card.penalty),
            penalty_per_1000_words: rounded(card.per_thousand()),
            raw: rounded(card.raw()),
            calibrated: rounded(card.calibrated()),
            low: rounded(certainty.low),
            high: rounded(certainty.high),
            threshold: card.scoring.threshold(),
            verdict: card.verdict().name(),
            support: card.support(),
            severities: Severities {
                critical: severities.critical,
                major: severities.major,
                minor: severities.minor,
                neutral: severities.neutral,
            },
            categories: card.categories.iter().map(|(category, count)| (category.name(), *count)).collect(),
            estimate: card.estimate.as_ref().map(Estimate::new),
        }
    }
}

impl Estimate {
    fn new(estimate: &score::Estimate) -> Self {
        Self {
            penalty_per_1000_words: rounded(estimate.per_thousand),
            coverage: rounded(estimate.coverage),
            length: rounded(estimate.length),
            repetition: rounded(estimate.repetition),
        }
    }
}

impl<'a> Error<'a> {
    pub(super) fn new(failure: &'a Failure) -> Self {
        Self { path: &failure.path, message: &failure.message }
    }
}

pub(super) fn errors(totals: &Totals) -> Vec<Error<'_>> {
    totals.failures.iter().map(Error::new).collect()
}

impl Summary {
    pub(super) fn new(totals: &Totals) -> Self {
        Self {
            documents: totals.documents,
            failed: totals.failed,
            errors: totals.failures.len(),
            suppressed: totals.suppressed,
            words: totals.scorecard.words,
            score: Score::new(&totals.scorecard),
        }
    }
}

/// Where a span of a text stands in its file.
fn place(checked: &Checked, side: Side, span: Span) -> (Position, Position) {
    let (file, outer) = checked.document.place(side, span);
    let (start, end) = file.locate(outer);
    (start.into(), end.into())
}

/// A figure to three decimals: sums of tenths are no tenths in binary.
fn rounded(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}
