//! `mtlint glossary check`: what is wrong with glossaries, alone and together as one house glossary.

use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ColorChoice;
use jiff::civil::Date;
use serde::Serialize;

use super::load::{self, LoadError, load};
use super::mine::documents;
use super::{Output, printable};
use crate::cli::day;
use crate::cli::failure::{self, FINDINGS, Failure, INPUT};
use crate::document::Document;
use crate::engine::Usage;
use crate::glossary::lint::{Level, Place, Problem, lint};
use crate::glossary::{Glossary, Languages, Term};
use crate::language::Annotated;
use crate::text::FileError;

/// What the exit codes of the command mean.
pub(super) const EXIT_CODES: &str = "Exit codes: 0 no errors (with --strict, no warnings either); 1 problems found; \
    2 wrong usage; 3 some file could not be read or is not valid";

/// Arguments of `mtlint glossary check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Glossaries, or - for standard input; together they count as one house glossary
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// The format of the files [default: by their extensions]
    #[arg(long, value_name = "FORMAT", value_parser = load::formats())]
    from: Option<String>,
    /// The day on which entries must be valid [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = day::parse)]
    date: Option<Date>,
    /// Articles (files, folders, globs): entries that none of them uses are warned of; may be repeated
    #[arg(long, value_name = "PATH")]
    articles: Vec<PathBuf>,
    /// Fail on warnings as well
    #[arg(long)]
    strict: bool,
    /// The output
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

/// The version of the JSON output.
const SCHEMA: &str = "mtlint-glossary-check/1";

/// The JSON output.
#[derive(Serialize)]
struct Report<'a> {
    schema: &'a str,
    glossaries: Vec<File<'a>>,
    problems: Vec<Row<'a>>,
    errors: &'a [Fault],
    summary: Summary,
}

/// A fault for which a file cannot be used.
#[derive(Serialize)]
struct Fault {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    /// The message with place and excerpt.
    #[serde(skip)]
    shown: String,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    entries: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    lint: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: At<'a>,
    message: &'a str,
    help: &'a str,
    related: Vec<At<'a>>,
}

#[derive(Serialize)]
struct At<'a> {
    path: &'a str,
    line: usize,
    entry: &'a str,
}

#[derive(Clone, Copy, Serialize)]
struct Summary {
    entries: usize,
    errors: usize,
    warnings: usize,
}

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    let (mut glossaries, mut failures) = (Vec::new(), Vec::new());
    for path in once_each(&args.files) {
        match load(path, args.from.as_deref(), &Languages::default()) {
            Ok(glossary) => glossaries.push(glossary),
            Err(error) => failures.extend(faults(path, error)),
        }
    }
    for failure in &failures {
        failure::error(color, &failure.shown);
    }
    let (articles, whole) =
        if args.articles.is_empty() { (Vec::new(), true) } else { documents(&args.articles, color)? };
    let problems = problems(args, &glossaries, &articles);
    let summary = Summary::new(&glossaries, &problems);
    crate::cli::print(&match args.format {
        Output::Text => text(&problems, summary, glossaries.len()),
        Output::Json => json(&glossaries, &problems, &failures, summary)?,
    })?;
    let bad = summary.errors > 0 || (args.strict && summary.warnings > 0);
    Ok(match (failures.is_empty() && whole, bad) {
        (false, _) => ExitCode::from(INPUT),
        (true, true) => ExitCode::from(FINDINGS),
        (true, false) => ExitCode::SUCCESS,
    })
}

/// The files, those that are named again left out.
fn once_each(files: &[String]) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::new();
    let identity = |file: &String| fs::canonicalize(file).unwrap_or_else(|_| file.into());
    files.iter().filter(move |file| seen.insert(identity(file))).map(String::as_str)
}

/// All that is wrong with a file that cannot be used.
fn faults(path: &str, error: LoadError) -> Vec<Fault> {
    match error {
        LoadError::Invalid(error) => error.faults.into_iter().map(Fault::from).collect(),
        other => {
            let message = other.to_string();
            vec![Fault { path: path.to_owned(), line: None, column: None, shown: message.clone(), message }]
        }
    }
}

impl From<FileError> for Fault {
    fn from(error: FileError) -> Self {
        let shown = error.to_string();
        Self { path: error.path, line: Some(error.line), column: Some(error.column), message: error.what, shown }
    }
}

/// What is wrong with the glossaries, by themselves and in the light of the articles.
fn problems(args: &Args, glossaries: &[Glossary], articles: &[Document]) -> Vec<Problem> {
    let mut problems = lint(glossaries, args.date.unwrap_or_else(day::today));
    if !articles.is_empty() {
        problems.extend(unused(glossaries, articles));
    }
    problems
}

/// The entries that no article uses.
fn unused(glossaries: &[Glossary], articles: &[Document]) -> Vec<Problem> {
    let mut usage = Usage::new(glossaries);
    for article in articles {
        usage.note(&Annotated::new(article));
    }
    let entries = glossaries.iter().flat_map(|glossary| glossary.terms.iter().map(move |term| (glossary, term)));
    let unused = entries.zip(usage.used()).filter(|(_, used)| !**used).map(|(entry, _)| entry);
    let problem = |(glossary, term): (&Glossary, &Term)| Problem {
        lint: "unused",
        level: Level::Warning,
        place: Place { path: glossary.path.clone(), line: term.line, entry: term.name().to_owned() },
        what: format!("none of the {} articles has a form of this entry, right or wrong", articles.len()),
        help: "keep it if it is new; remove it if the house no longer writes about it".to_owned(),
        related: Vec::new(),
    };
    unused.map(problem).collect()
}

impl Summary {
    fn new(glossaries: &[Glossary], problems: &[Problem]) -> Self {
        let count = |level| problems.iter().filter(|problem| problem.level == level).count();
        let entries = glossaries.iter().map(|glossary| glossary.terms.len()).sum();
        Self { entries, errors: count(Level::Error), warnings: count(Level::Warning) }
    }
}

fn text(problems: &[Problem], summary: Summary, glossaries: usize) -> String {
    let mut text = String::new();
    for problem in problems {
        let Place { path, line, entry } = &problem.place;
        let (level, what) = (problem.level.name(), printable(&problem.what));
        let _ = writeln!(text, "{}:{line}: {level}: {what} [{}]", printable(path), problem.lint);
        let _ = writeln!(text, "  entry: {}", printable(entry));
        for Place { path, line, entry } in &problem.related {
            let _ = writeln!(text, "  see: {}:{line}: {}", printable(path), printable(entry));
        }
        let _ = writeln!(text, "  help: {}", problem.help);
    }
    let Summary { entries, errors, warnings } = summary;
    let gap = if text.is_empty() { "" } else { "\n" };
    let (errors, warnings) = (count(errors, "error", "errors"), count(warnings, "warning", "warnings"));
    let (entries, files) = (count(entries, "entry", "entries"), count(glossaries, "glossary", "glossaries"));
    let _ = writeln!(text, "{gap}{errors}, {warnings} in {entries} of {files}");
    text
}

fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

fn json(glossaries: &[Glossary], problems: &[Problem], errors: &[Fault], summary: Summary) -> Result<String, Failure> {
    let report = Report {
        schema: SCHEMA,
        glossaries: glossaries
            .iter()
            .map(|glossary| File { path: &glossary.path, entries: glossary.terms.len() })
            .collect(),
        problems: problems.iter().map(row).collect(),
        errors,
        summary,
    };
    Ok(serde_json::to_string_pretty(&report).map_err(std::io::Error::from)? + "\n")
}

fn row(problem: &Problem) -> Row<'_> {
    Row {
        lint: problem.lint,
        severity: problem.level.name(),
        place: at(&problem.place),
        message: &problem.what,
        help: &problem.help,
        related: problem.related.iter().map(at).collect(),
    }
}

fn at(place: &Place) -> At<'_> {
    At { path: &place.path, line: place.line, entry: &place.entry }
}
