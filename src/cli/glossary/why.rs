//! `mtlint glossary why`: which forms of a term were tried in an article, and what became of them.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use jiff::civil::Date;

use super::printable;
use crate::cli::check::inputs::{Input, Reading};
use crate::cli::day;
use crate::cli::failure::Failure;
use crate::cli::packs::PackArgs;
use crate::document::Document;
use crate::engine::{Fate, Linter, Selection, Tried, suggestion};
use crate::glossary::{Glossary, Term};
use crate::language::Annotated;
use crate::rule::Pack;
use crate::text::{Included, Span};

/// Arguments of `mtlint glossary why`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The term: its source, its id, or one of its forms
    #[arg(value_name = "TERM")]
    term: String,
    /// The article
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    #[command(flatten)]
    packs: PackArgs,
    /// The day on which terms must hold [default: that of the article's dateline]
    #[arg(long, value_name = "DAY", value_parser = day::parse)]
    date: Option<Date>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let (_, packs) = args.packs.load()?;
    let entries = entries(&packs, &args.term);
    if entries.is_empty() {
        return Err(Failure::NoTerm { term: args.term.clone(), suggestion: similar(&packs, &args.term) });
    }
    let document = Input::File(args.article.clone()).read(&Reading::default())?;
    let linter = Linter::new(packs, &Selection::default())?;
    let linter = match args.date {
        Some(day) => linter.on(day),
        None => linter,
    };
    let annotated = Annotated::new(&document);
    let mut text = String::new();
    for (glossary, number) in entries {
        let Some(term) = glossary.terms.get(number) else { continue };
        let _ = writeln!(text, "{} ({}:{})", printable(term.name()), printable(&glossary.path), term.line);
        for tried in linter.why(&annotated, &glossary, number) {
            text.push_str(&shown(&document, &tried));
        }
    }
    crate::cli::print(&text)
}

/// The entries that a person may mean.
fn entries(packs: &[Pack], wanted: &str) -> Vec<(Arc<Glossary>, usize)> {
    let named = |term: &Term| {
        let forms = term.forms.iter().map(|(_, form)| form.text.as_str());
        let names = term.source.iter().map(Included::as_str).chain(term.id.as_deref()).chain(forms);
        names.into_iter().any(|name| name.to_lowercase() == wanted.to_lowercase())
    };
    let glossaries = packs.iter().flat_map(|pack| pack.glossaries.values());
    let numbered = glossaries.flat_map(|glossary| {
        let terms = glossary.terms.iter().enumerate().filter(|(_, term)| named(term));
        terms.map(move |(number, _)| (Arc::clone(glossary), number))
    });
    numbered.collect()
}

fn similar(packs: &[Pack], wanted: &str) -> String {
    let terms = packs.iter().flat_map(|pack| pack.glossaries.values()).flat_map(|glossary| &glossary.terms);
    suggestion(wanted, terms.flat_map(|term| [term.name(), term.target()]))
}

/// A form and its places, a line each.
fn shown(document: &Document, tried: &Tried) -> String {
    let mut text = format!("  {} “{}”\n", tried.status, printable(&tried.text));
    for (span, fate) in &tried.places {
        let what = document.target.text().get(span.range()).unwrap_or_default();
        let _ = writeln!(text, "    {} “{}”: {}", place(document, *span), printable(what), told(document, fate));
    }
    if tried.places.is_empty() {
        let words = tried.words.iter().take(WORDS).map(|(word, first)| first_place(document, word, *first));
        let more = if tried.words.len() > WORDS { ", …" } else { "" };
        let _ = writeln!(text, "    no match: {}{more}", words.collect::<Vec<_>>().join(", "));
    }
    text
}

/// The most words of a form that are told.
const WORDS: usize = 8;

/// Where a word of a form stands, and how, if not as in the form.
fn first_place(document: &Document, word: &str, first: Option<Span>) -> String {
    let Some(span) = first else { return format!("“{}” nowhere", printable(word)) };
    let written = document.target.text().get(span.range()).unwrap_or_default();
    let otherwise = if written == word { String::new() } else { format!(" written “{}”", printable(written)) };
    format!("“{}”{otherwise} first at {}", printable(word), place(document, span))
}

fn place(document: &Document, span: Span) -> String {
    let (start, _) = document.file.locate(document.in_file(span));
    format!("{}:{}", start.line, start.column)
}

fn told(document: &Document, fate: &Fate) -> String {
    let cues =
        |cues: &[Included]| cues.iter().map(|cue| format!("“{}”", printable(cue))).collect::<Vec<_>>().join(", ");
    match fate {
        Fate::Reported(rule) => format!("reported by {rule}"),
        Fate::Right => "right".to_owned(),
        Fate::Inside(longer) => {
            let longer = document.target.text().get(longer.range()).unwrap_or_default();
            format!("quiet inside the longer “{}”", printable(longer))
        }
        Fate::Lacks(when) => format!("quiet: the entry counts only where the text mentions {}", cues(when)),
        Fate::Silenced(unless) => format!("quiet: the text mentions {}", cues(unless)),
        Fate::Expired => "quiet: the entry does not hold on that day".to_owned(),
        Fate::Quiet => "quiet: another entry, a suppression, the kind of place, or a rule that is off".to_owned(),
    }
}
