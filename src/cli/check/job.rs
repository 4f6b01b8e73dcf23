//! `Job`: one input from its bytes to its rendered report, on any thread.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ColorChoice;

use super::args::Args;
use super::inputs::Input;
use super::settings::Settings;
use crate::document::Document;
use crate::mqm::Severity;
use crate::report::{self, Failure, Format, View};
use crate::score::{Scorecard, Verdict};
use crate::{Report, foreign};

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
    /// Its score.
    pub(super) scorecard: Scorecard,
    /// How many of its findings were suppressed.
    pub(super) suppressed: usize,
    /// The numbers of the `[[allow]]` entries that suppressed something.
    pub(super) used: Vec<usize>,
    /// Whether it makes the run fail.
    pub(super) bad: bool,
}

impl<'s> Job<'s> {
    pub(super) fn new(args: &Args, settings: &'s Settings, color: ColorChoice) -> Self {
        Self { settings, format: args.format(), view: view(args, color), shown_from: args.shown_from() }
    }

    pub(super) fn run(&self, input: Input) -> Done {
        let name = input.name();
        match input.read() {
            Ok(document) => self.check(&name, document),
            Err(error) => Done::Failed(Failure { path: name, message: error.to_string() }),
        }
    }

    fn check(&self, name: &str, document: Document) -> Done {
        let settings = self.settings;
        if let Some(language) = foreign(&settings.linter, &document) {
            let wanted = settings.linter.target_language();
            let message = format!("{name}: written in {}, but the packs are for `{wanted}`", language.name);
            return Done::Failed(Failure { path: name.to_owned(), message });
        }
        let (scope, allows) = settings.scope(Path::new(name));
        let Report { mut checked, used } = Report::in_scope(&settings.linter, document, settings.scoring, &scope);
        checked.findings.retain(|finding| finding.severity >= self.shown_from);
        Done::Checked(Box::new(Summary {
            bytes: report::rendered(self.format, &checked, self.view),
            bad: self.is_bad(&checked.scorecard),
            used: allows.into_iter().zip(used).filter_map(|(number, used)| used.then_some(number)).collect(),
            scorecard: checked.scorecard,
            suppressed: checked.suppressed,
        }))
    }

    /// Whether there is a finding that fails the run, or a bar that the score does not reach.
    fn is_bad(&self, card: &Scorecard) -> bool {
        let found = self.settings.fail_on.is_some_and(|level| card.severities.any_from(level));
        found || (card.scoring.bar.is_some() && card.verdict() == Verdict::Fail)
    }
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
