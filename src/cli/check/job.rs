//! `Job`: one input from its bytes to its rendered report, on any thread.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ColorChoice;

use super::args::Args;
use super::inputs::Input;
use super::settings::Settings;
use super::sources::Pair;
use crate::align::{self, Method};
use crate::document::Document;
use crate::mqm::Severity;
use crate::read::ReadError;
use crate::report::{self, Brief, Failure, Format, View};
use crate::score::{Scorecard, Verdict};
use crate::{Report, misplaced};

/// What is done to each input.
pub(super) struct Job<'s> {
    settings: &'s Settings,
    format: &'static dyn Format,
    view: View,
    shown_from: Severity,
}

/// An input that is done with.
pub(super) enum Done {
    /// It was checked.
    Checked(Box<Summary>),
    /// It could not be.
    Failed(Failure),
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

    pub(super) fn run(&self, pair: Pair) -> Done {
        let name = pair.input.name();
        match read(pair) {
            Ok((document, warning)) => self.check(&name, document, warning),
            Err(error) => Done::Failed(Failure { path: name, message: error.to_string() }),
        }
    }

    fn check(&self, name: &str, document: Document, warning: Option<String>) -> Done {
        let settings = self.settings;
        if let Some(fault) = misplaced(&settings.linter, &document) {
            return Done::Failed(Failure { path: name.to_owned(), message: format!("{name}: {fault}") });
        }
        let compared = document.bitext.is_some();
        let (scope, allows) = settings.scope(Path::new(name));
        let Report { mut checked, used } = Report::in_scope(&settings.linter, document, settings.scoring, &scope);
        checked.findings.retain(|finding| finding.severity >= self.shown_from);
        Done::Checked(Box::new(Summary {
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

/// Reads a translation and its source, and says where their pairing may be wrong.
fn read(pair: Pair) -> Result<(Document, Option<String>), ReadError> {
    let document = pair.input.read()?;
    let Some(path) = pair.source else { return Ok((document, None)) };
    if document.bitext.is_some() {
        let (path, source_path) = (document.file.path().to_owned(), path.display().to_string());
        return Err(ReadError::TwoSources { path, source_path });
    }
    let (document, method) = align::join(document, Input::File(path).read()?);
    let warning = warning(&document, method);
    Ok((document, warning))
}

/// What is to be said about a pairing that was guessed.
fn warning(document: &Document, method: Method) -> Option<String> {
    let Method::Lengths { doubtful } = method else { return None };
    let bitext = document.bitext.as_ref()?;
    let (path, source) = (document.file.path(), bitext.file.as_ref().map_or("", |file| file.path()));
    let pairs = bitext.segments.len();
    let first = bitext.segments.iter().find(|segment| segment.doubtful);
    let line = first.map_or(0, |segment| document.file.locate(document.in_file(segment.target)).0.line);
    let place =
        if line > 0 { format!(", {doubtful} of {pairs} doubtful, the first at line {line}") } else { String::new() };
    Some(format!("{path}: {source} has not as many lines; paired by length{place}"))
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
