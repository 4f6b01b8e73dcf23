//! `mtlint glossary diff`: what differs between two glossaries.

use std::fmt::Write;
use std::process::ExitCode;

use clap::ColorChoice;
use serde::Serialize;
use serde_json::{Map, Value};

use super::load::{self, load};
use super::{Output, printable};
use crate::cli::failure::{FINDINGS, Failure};
use crate::glossary::diff::{Changed, Diff, FieldChange, diff, fields};
use crate::glossary::{Glossary, Languages, Term};

/// What the exit codes of the command mean.
pub(super) const EXIT_CODES: &str =
    "Exit codes: 0 the same; 1 different; 2 wrong usage; 3 a file could not be read or is not valid";

/// Arguments of `mtlint glossary diff`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The glossary before, or - for standard input
    #[arg(value_name = "A")]
    before: String,
    /// The glossary after, or - for standard input
    #[arg(value_name = "B")]
    after: String,
    /// The format of both files [default: by their extensions]
    #[arg(long, value_name = "FORMAT", value_parser = load::formats())]
    from: Option<String>,
    /// The output
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

/// The version of the JSON output.
const SCHEMA: &str = "mtlint-glossary-diff/1";

/// The JSON output.
#[derive(Serialize)]
struct Report<'a> {
    schema: &'a str,
    before: &'a str,
    after: &'a str,
    languages: Vec<Field<'a>>,
    removed: Vec<Entry<'a>>,
    added: Vec<Entry<'a>>,
    changed: Vec<Change<'a>>,
    same: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "entry")]
    name: &'a str,
    line: usize,
    fields: Map<String, Value>,
}

#[derive(Serialize)]
struct Change<'a> {
    entry: &'a str,
    line_before: usize,
    line_after: usize,
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    #[serde(rename = "field")]
    name: &'a str,
    removed: &'a [String],
    added: &'a [String],
}

pub(super) fn run(args: &Args, _: ColorChoice) -> Result<ExitCode, Failure> {
    let [before, after] =
        [&args.before, &args.after].map(|path| load(path, args.from.as_deref(), &Languages::default()));
    let (before, after) = (before?, after?);
    let diff = diff(&before, &after);
    crate::cli::print(&match args.format {
        Output::Text => text(&before, &after, &diff),
        Output::Json => json(&before, &after, &diff)?,
    })?;
    Ok(if diff.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
}

fn text(before: &Glossary, after: &Glossary, diff: &Diff<'_>) -> String {
    let (one, other) = (printable(&before.path), printable(&after.path));
    if diff.is_empty() {
        return format!("no differences between {one} and {other} ({} entries)\n", diff.same);
    }
    let mut text = format!("- {one}\n+ {other}\n\n");
    lines(&mut text, "~ ", &diff.languages);
    diff.removed.iter().for_each(|term| entry(&mut text, '-', term));
    diff.added.iter().for_each(|term| entry(&mut text, '+', term));
    for Changed { before, after, fields } in &diff.changed {
        let _ = writeln!(text, "~ {} (line {}, now {})", name(before), before.line, after.line);
        lines(&mut text, "    ", fields);
    }
    let counts = [diff.added.len(), diff.removed.len(), diff.changed.len(), diff.same];
    let [added, removed, changed, same] = counts;
    let _ = writeln!(text, "\n{added} added, {removed} removed, {changed} changed, {same} the same");
    text
}

/// What names an entry for people.
fn name(term: &Term) -> String {
    let (name, target) = (printable(term.name()), printable(term.target()));
    if term.source.is_empty() { target } else { format!("{name} → {target}") }
}

fn entry(text: &mut String, sign: char, term: &Term) {
    let _ = writeln!(text, "{sign} {} (line {})", name(term), term.line);
}

fn lines(text: &mut String, indent: &str, fields: &[FieldChange]) {
    for field in fields {
        for (sign, values) in [('-', &field.removed), ('+', &field.added)] {
            for value in values {
                let _ = writeln!(text, "{indent}{}: {sign} {}", field.field, printable(value));
            }
        }
    }
}

fn json(before: &Glossary, after: &Glossary, diff: &Diff<'_>) -> Result<String, Failure> {
    let report = Report {
        schema: SCHEMA,
        before: &before.path,
        after: &after.path,
        languages: diff.languages.iter().map(field).collect(),
        removed: diff.removed.iter().map(|term| whole(term)).collect(),
        added: diff.added.iter().map(|term| whole(term)).collect(),
        changed: diff.changed.iter().map(change).collect(),
        same: diff.same,
    };
    Ok(serde_json::to_string_pretty(&report).map_err(std::io::Error::from)? + "\n")
}

fn whole(term: &Term) -> Entry<'_> {
    let fields = fields(term).into_iter().map(|(name, values)| (name.to_owned(), Value::from(values))).collect();
    Entry { name: term.name(), line: term.line, fields }
}

fn change<'a>(changed: &'a Changed<'_>) -> Change<'a> {
    let Changed { before, after, fields } = changed;
    let fields = fields.iter().map(field).collect();
    Change { entry: before.name(), line_before: before.line, line_after: after.line, fields }
}

fn field(change: &FieldChange) -> Field<'_> {
    Field { name: change.field, removed: &change.removed, added: &change.added }
}
