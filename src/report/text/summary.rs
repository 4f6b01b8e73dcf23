//! The summary of a document, and the table over all.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, Table, presets};

use crate::mqm::Severity;
use crate::report::{Checked, Totals, View};
use crate::score::{self, Counts, Scorecard, Verdict};

/// One line on what was found in a document, and one on what its length supports.
pub(super) fn document(out: &mut dyn Write, checked: &Checked, view: View) -> io::Result<()> {
    let card = &checked.scorecard;
    let hidden = (card.severities.total()).saturating_sub(checked.findings.len() as u64);
    let hidden = if hidden > 0 { format!(", {hidden} not shown") } else { String::new() };
    let suppressed =
        if checked.suppressed > 0 { format!(", {} suppressed", checked.suppressed) } else { String::new() };
    let path: String = checked.document.file.path().chars().filter(|c| !c.is_control()).collect();
    let part = checked.document.file.origin().map(|origin| format!(", {}", origin.part)).unwrap_or_default();
    writeln!(
        out,
        "{bold}{path}{bold:#}{part}: {}, {}{hidden}{suppressed}; penalty {:.1} per 1,000 words, score {:.0}: {}",
        score::words(card.words),
        findings(card.severities),
        card.per_thousand(),
        card.calibrated(),
        verdict(card, view),
        bold = style(view, Style::new().bold()),
    )?;
    let dim = style(view, Style::new().dimmed());
    writeln!(out, "{dim}{}{dim:#}", card.support())?;
    if checked.document.bitext.as_ref().is_some_and(|bitext| bitext.unrelated) {
        writeln!(out, "{dim}the source does not seem to be that of this translation: the two are not compared{dim:#}")?;
    }
    if let Some(estimate) = &card.estimate {
        writeln!(
            out,
            "{dim}against the source: {:.0} % of its words are answered, length {:.0} % of what is expected; \
             estimate to rank translations by: {:.0} points per 1,000 words{dim:#}",
            estimate.coverage * 100.0,
            estimate.length * 100.0,
            estimate.per_thousand,
        )?;
    }
    writeln!(out)
}

/// `3 findings (1 critical, 2 minor)`.
fn findings(counts: Counts) -> String {
    let levels = Severity::ALL.into_iter().rev().filter(|level| counts.of(*level) > 0);
    let parts: Vec<String> = levels.map(|level| format!("{} {level}", counts.of(level))).collect();
    match counts.total() {
        0 => "no findings".to_owned(),
        1 => format!("1 finding ({})", parts.join(", ")),
        many => format!("{many} findings ({})", parts.join(", ")),
    }
}

/// The table over all documents.
pub(super) fn totals(out: &mut dyn Write, totals: &Totals) -> io::Result<()> {
    if totals.documents > 0 {
        writeln!(out, "{}", table(totals))?;
        let card = &totals.scorecard;
        let (profile, style) =
            (card.scoring.profile.name(), if card.scoring.style { "" } else { ", style not counted" });
        writeln!(out, "profile {profile}{style}; the score is a pre-screen of what rules can see, not a rating")?;
    }
    if !totals.idle.is_empty() {
        let idle = totals.idle.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        writeln!(out, "not run where there was no source (--source): {idle}")?;
    }
    match totals.failures.len() {
        0 => Ok(()),
        1 => writeln!(out, "1 input could not be checked"),
        many => writeln!(out, "{many} inputs could not be checked"),
    }
}

fn table(totals: &Totals) -> Table {
    let (card, counts) = (&totals.scorecard, totals.scorecard.severities);
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    table.set_header([
        "documents",
        "words",
        "critical",
        "major",
        "minor",
        "neutral",
        "penalty/1,000",
        "score",
        "verdict",
    ]);
    let numbers = [totals.documents as u64, card.words, counts.critical, counts.major, counts.minor, counts.neutral];
    let mut row = numbers.map(|number| number.to_string()).to_vec();
    row.extend([format!("{:.1}", card.per_thousand()), format!("{:.0}", card.calibrated()), outcome(totals)]);
    table.add_row(row);
    for column in table.column_iter_mut().take(8) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// The verdict over all: how many fail, or `pass`.
fn outcome(totals: &Totals) -> String {
    match (totals.failed, totals.documents) {
        (0, _) => Verdict::Pass.name().to_owned(),
        (1, 1) => Verdict::Fail.name().to_owned(),
        (failed, all) => format!("{failed} of {all} fail"),
    }
}

fn verdict(card: &Scorecard, view: View) -> String {
    let colour = match card.verdict() {
        Verdict::Pass => AnsiColor::Green,
        Verdict::Fail => AnsiColor::Red,
    };
    let style = style(view, colour.on_default().bold());
    format!("{style}{}{style:#}", card.verdict().name())
}

/// The style where the view has colours, none elsewhere.
fn style(view: View, style: Style) -> Style {
    if view.colour { style } else { Style::new() }
}
