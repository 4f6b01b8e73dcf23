//! `Job`: one input from its bytes to its rendered report, on any thread.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ColorChoice;

use super::args::Args;
use super::feed::{Task, Work};
use super::inputs::{Input, Reading};
use super::settings::Settings;
use super::sources::Pair;
use crate::Report;
use crate::document::{Bitext, By, Document};
use crate::engine::Linter;
use crate::mqm::Severity;
use crate::read::ReadError;
use crate::read::stream::Piece;
use crate::report::{self, Brief, Failure, Format, View};
use crate::score::{Scorecard, Verdict};

/// What is done to each input.
pub(super) struct Job<'s> {
    settings: &'s Settings,
    format: &'static dyn Format,
    view: View,
    shown_from: Severity,
}

/// An input, or a piece of one, that is done with.
pub(super) struct Done {
    /// The number of the input.
    pub(super) input: usize,
    /// Whether it was the last piece of the input, or all of it.
    pub(super) last: bool,
    /// Whether nothing more of the input can be checked.
    pub(super) ends: bool,
    /// What became of it.
    pub(super) fate: Fate,
}

/// What became of an input.
pub(super) enum Fate {
    /// It was checked.
    Checked(Box<Summary>),
    /// It could not be.
    Failed(Failure),
    /// There was nothing in it, as at the end of a large file.
    Empty,
}

/// What is left of a document that was checked.
pub(super) struct Summary {
    /// Its report.
    pub(super) bytes: Vec<u8>,
    /// What the totals take from it.
    pub(super) brief: Brief,
    /// The numbers of the `[[allow]]` entries that suppressed something.
    pub(super) used: Vec<usize>,
    /// Whether it was compared with a source.
    pub(super) compared: bool,
    /// What is to be said about it beside its report.
    pub(super) warning: Option<String>,
    /// Whether it makes the run fail.
    pub(super) bad: bool,
}

impl<'s> Job<'s> {
    pub(super) fn new(args: &Args, settings: &'s Settings, color: ColorChoice) -> Self {
        Self { settings, format: args.format(), view: view(args, color), shown_from: args.shown_from() }
    }

    pub(super) fn run(&self, task: Task) -> Done {
        let input = task.input;
        match task.work {
            Work::Whole(pair) => {
                let read = read(*pair, &self.settings.reading, &self.settings.linter);
                let fate =
                    read.map_or_else(|error| failed(&error, ""), |(document, warning)| self.check(document, warning));
                Done { input, last: true, ends: false, fate }
            }
            Work::Piece(Ok(piece)) => self.piece(input, piece),
            Work::Piece(Err(error)) => Done { input, last: true, ends: true, fate: failed(&error, REST) },
        }
    }

    /// A piece that cannot be read ends its input; so does a first one in another language.
    fn piece(&self, input: usize, piece: Piece) -> Done {
        let (first, last) = (piece.is_first(), piece.is_last());
        match piece.read(&self.settings.reading.options) {
            Ok(Some(document)) => {
                let fate = self.check(document, None);
                Done { input, last, ends: first && matches!(fate, Fate::Failed(_)), fate }
            }
            Ok(None) => Done { input, last, ends: false, fate: Fate::Empty },
            Err(error) => Done { input, last, ends: true, fate: failed(&error, if first { "" } else { REST }) },
        }
    }

    fn check(&self, document: Document, warning: Option<String>) -> Fate {
        let settings = self.settings;
        let name = document.file.path().to_owned();
        let part = document.file.origin().map(|origin| format!(" ({})", origin.part)).unwrap_or_default();
        let compared = document.bitext.is_some();
        let (scope, allows) = settings.scope(Path::new(&name));
        let report = Report::in_scope(&settings.linter, document, settings.scoring, &scope);
        let Report { mut checked, used } = match report {
            Ok(report) => report,
            Err(fault) => return Fate::Failed(Failure { message: format!("{name}{part}: {fault}"), path: name }),
        };
        checked.findings.retain(|finding| finding.severity >= self.shown_from);
        Fate::Checked(Box::new(Summary {
            bytes: report::rendered(self.format, &checked, self.view),
            bad: self.is_bad(&checked.scorecard),
            used: allows.into_iter().zip(used).filter_map(|(number, used)| used.then_some(number)).collect(),
            brief: Brief::of(&checked),
            compared,
            warning,
        }))
    }

    /// Whether there is a finding that fails the run, or a bar that the score does not reach.
    fn is_bad(&self, card: &Scorecard) -> bool {
        let found = self.settings.fail_on.is_some_and(|level| card.severities.any_from(level));
        found || (card.scoring.bar.is_some() && card.verdict() == Verdict::Fail)
    }
}

/// What is said where the start of a large file was checked, but not its end.
const REST: &str = "\nwhat follows in the file was not checked";

fn failed(error: &ReadError, more: &str) -> Fate {
    Fate::Failed(Failure { path: error.path().to_owned(), message: format!("{error}{more}") })
}

/// Reads a translation and its source, and says where their pairing may be wrong.
fn read(pair: Pair, reading: &Reading, linter: &Linter) -> Result<(Document, Option<String>), ReadError> {
    let document = pair.input.read(reading)?;
    let path = match pair.source {
        None => return Ok((document, None)),
        Some(Err(_)) if document.bitext.is_some() => return Ok((document, None)),
        Some(found) => found?,
    };
    if document.bitext.is_some() {
        let (path, source_path) = (document.file.path().to_owned(), path.display().to_string());
        return Err(ReadError::TwoSources { path, source_path });
    }
    let source = Input::File(path).read(&Reading::default())?;
    if source.bitext.is_some() {
        return Err(ReadError::BilingualSource { path: source.file.path().to_owned() });
    }
    let paragraphs = (document.target.passages().len(), source.target.passages().len());
    let document = linter.pair(document, source);
    let warning = document.bitext.as_ref().and_then(|bitext| warning(&document, bitext, paragraphs));
    Ok((document, warning))
}

/// What is to be said about a pairing that was guessed, or that cannot be right; `paragraphs` are those
/// of the target and of the source.
fn warning(document: &Document, bitext: &Bitext, paragraphs: (usize, usize)) -> Option<String> {
    let (path, source) = (document.file.path(), bitext.file.as_ref().map_or("", |file| file.path()));
    if bitext.unrelated {
        return Some(format!(
            "{path}: {source} does not seem to be the source of this translation; what it has is not compared"
        ));
    }
    let (here, there) = paragraphs;
    let counts = match bitext.by {
        By::Length if here == there => "one line each".to_owned(),
        By::Length => format!("{} here, {there} in {source}", counted(here, "paragraph")),
        _ => return None,
    };
    Some(format!("{path}: {counts}; paired by length and words{}", doubts(document, bitext)))
}

/// How many pairs are doubtful, and where the first of them is.
fn doubts(document: &Document, bitext: &Bitext) -> String {
    let Some(first) = bitext.segments.iter().find(|segment| segment.doubtful) else { return String::new() };
    let line = document.file.locate(document.in_file(first.target)).0.line;
    let (doubtful, pairs) = (bitext.doubtful(), bitext.segments.len());
    format!(", {doubtful} of {} doubtful, the first at line {line}", counted(pairs, "pair"))
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// What `--quiet` and `--color` ask for.
pub(super) fn view(args: &Args, choice: ColorChoice) -> View {
    let auto = || anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
    let colour = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => io::stdout().is_terminal() && auto(),
    };
    View { quiet: args.quiet, colour }
}
