//! `Output`: the report on standard output, failures and progress on standard error.

use std::io::{self, BufWriter, IsTerminal};
use std::time::Duration;

use clap::ColorChoice;
use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Args, Progress};
use super::job::{Done, Fate, Summary, view};
use super::settings::Settings;
use crate::cli::failure::{self, Failure};
use crate::report::Stream;

/// From how many inputs on a run is long.
const LONG: usize = 64;

type Out = BufWriter<anstream::AutoStream<io::Stdout>>;

/// The outputs of a run.
pub(super) struct Output {
    stream: Stream<Out>,
    bar: ProgressBar,
    color: ColorChoice,
    used: Vec<bool>,
    bad: bool,
    compared: bool,
}

/// What the exit code depends on, and which `[[allow]]` entries suppressed something.
pub(super) struct Outcome {
    pub(super) failures: bool,
    pub(super) bad: bool,
    pub(super) used: Vec<bool>,
    /// Whether a document was compared with a source.
    pub(super) compared: bool,
}

impl Output {
    pub(super) fn begin(args: &Args, settings: &Settings, color: ColorChoice, inputs: usize) -> Result<Self, Failure> {
        let (view, used) = (view(args, color), vec![false; settings.allows()]);
        // Formats for programs escape what a terminal would obey.
        let stripped = args.format().is_for_people() && !view.colour;
        let choice = if stripped { anstream::ColorChoice::Never } else { anstream::ColorChoice::Always };
        let out = BufWriter::new(anstream::AutoStream::new(io::stdout(), choice));
        let stream = Stream::begin(out, args.format(), view, settings.scoring)?;
        Ok(Self { stream, bar: bar(args.progress, inputs), color, used, bad: false, compared: false })
    }

    /// Writes what became of an input, or of a piece of it.
    pub(super) fn write(&mut self, done: Done) -> Result<(), Failure> {
        match done.fate {
            Fate::Checked(summary) => self.checked(&summary)?,
            Fate::Failed(failure) => {
                self.bar.suspend(|| failure::error(self.color, &failure.message));
                self.stream.failure(failure)?;
            }
            Fate::Empty => {}
        }
        self.bar.inc(u64::from(done.last));
        Ok(())
    }

    fn checked(&mut self, summary: &Summary) -> io::Result<()> {
        self.bad |= summary.bad;
        self.compared |= summary.compared;
        if let Some(warning) = &summary.warning {
            self.bar.suspend(|| failure::warning(self.color, warning));
        }
        for number in &summary.used {
            if let Some(used) = self.used.get_mut(*number) {
                *used = true;
            }
        }
        self.stream.rendered(&summary.bytes, &summary.brief)
    }

    /// Ends the report.
    pub(super) fn end(self) -> Result<Outcome, Failure> {
        self.bar.finish_and_clear();
        let totals = self.stream.end()?;
        Ok(Outcome { failures: !totals.failures.is_empty(), bad: self.bad, used: self.used, compared: self.compared })
    }
}

/// A progress bar, hidden unless it is asked for, or the run is long and somebody watches. The
/// report itself shows the progress where it goes to the terminal.
fn bar(progress: Progress, inputs: usize) -> ProgressBar {
    let watched = || inputs >= LONG && io::stderr().is_terminal() && !io::stdout().is_terminal();
    if progress == Progress::Never || (progress == Progress::Auto && !watched()) {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(inputs as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} documents, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
