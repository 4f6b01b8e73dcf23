//! The arguments of `mtlint check`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::inputs::Reading;
use crate::cli::day;
use crate::cli::packs::PackArgs;
use crate::engine::Selector;
use crate::mqm::Severity;
use crate::read::{self, Columns, Options, READERS, Reader};
use crate::report::{self, FORMATS, Format};
use crate::score::{self, PROFILES, Profile};

/// Arguments of `mtlint check`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// Files, folders (all documents in them), globs, or - for standard input
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The source text, or a folder of sources named like the translations
    #[arg(long, value_name = "PATH")]
    pub(super) source: Option<PathBuf>,
    /// The name of what comes on standard input; its extension tells the format
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// The format of the inputs, whatever their names say
    #[arg(long, value_name = "FORMAT", value_parser = input_formats())]
    pub(super) input_format: Option<String>,
    /// Where tables and JSON Lines hold source and target: columns by number, or columns or keys by name
    #[arg(long, value_name = "SOURCE,TARGET", value_parser = columns)]
    pub(super) columns: Option<Columns>,
    /// The output
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats())]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) packs: PackArgs,
    /// Only these rules: an id, a category, a pack or a glob; may be repeated
    #[arg(long, value_name = "RULE", value_parser = selector)]
    pub(super) rule: Vec<Selector>,
    /// Not these rules; may be repeated
    #[arg(long, value_name = "RULE", value_parser = selector)]
    pub(super) ignore: Vec<Selector>,
    /// Show only findings from this severity on; the score counts all
    #[arg(long, value_name = "LEVEL", value_parser = severities(&[]))]
    pub(super) severity: Option<String>,
    /// The severity from which a finding makes the run fail [default: major]
    #[arg(long, value_name = "LEVEL", value_parser = severities(&["never"]))]
    pub(super) fail_on: Option<String>,
    /// The score (0 to 100) below which a document makes the run fail
    #[arg(long, value_name = "N", value_parser = percent)]
    pub(super) min_score: Option<f64>,
    /// The weights of the score [default: wmt]
    #[arg(long, value_name = "PROFILE", value_parser = profiles())]
    pub(super) profile: Option<String>,
    /// Leave findings of the dimension `style` out of the score
    #[arg(long)]
    pub(super) no_style_score: bool,
    /// The day on which terms must hold [default: that of the document's dateline, or today]
    #[arg(long, value_name = "DAY", value_parser = day::parse)]
    pub(super) date: Option<Date>,
    /// Print only the summaries
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// How many documents are checked at once [default: one a processor]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// When to show a progress bar on standard error
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Progress::Auto)]
    pub(super) progress: Progress,
}

/// When to show a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Progress {
    /// On long runs, on a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Args {
    /// How many documents are checked at once.
    pub(super) fn jobs(&self) -> usize {
        let processors = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        self.jobs.map_or_else(processors, NonZeroUsize::get)
    }

    /// The output; the first format where the name is unknown, which the parser excludes.
    pub(super) fn format(&self) -> &'static dyn Format {
        let [first, ..] = FORMATS;
        report::by_name(&self.format).unwrap_or(first)
    }

    /// How the inputs are read, for packs of these languages.
    pub(super) fn reading(&self, source: &str, target: &str) -> Reading {
        let (source, target) = (source.to_owned(), target.to_owned());
        let format = self.input_format.as_deref().and_then(read::by_name);
        Reading { format, options: Options { columns: self.columns.clone(), source, target } }
    }

    /// The profile, if one is named.
    pub(super) fn profile(&self) -> Option<&'static dyn Profile> {
        score::by_name(self.profile.as_deref()?)
    }

    /// The severity from which findings are shown.
    pub(super) fn shown_from(&self) -> Severity {
        self.severity.as_deref().and_then(Severity::from_name).unwrap_or(Severity::Neutral)
    }
}

fn formats() -> PossibleValuesParser {
    FORMATS.map(|format| PossibleValue::new(format.name()).help(format.summary())).into()
}

fn input_formats() -> PossibleValuesParser {
    READERS.map(Reader::name).into()
}

fn columns(text: &str) -> Result<Columns, &'static str> {
    text.parse()
}

fn profiles() -> PossibleValuesParser {
    PROFILES.map(|profile| PossibleValue::new(profile.name()).help(profile.summary())).into()
}

fn severities(more: &[&'static str]) -> impl TypedValueParser<Value = String> + use<> {
    let names = Severity::ALL.map(Severity::name);
    PossibleValuesParser::new(names.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
}

fn selector(text: &str) -> Result<Selector, String> {
    Selector::parse(text).map_err(|error| error.to_string())
}

fn percent(text: &str) -> Result<f64, String> {
    let score = text.parse::<f64>().ok().filter(|score| (0.0..=score::MAXIMUM).contains(score));
    score.ok_or_else(|| "a score is a number from 0 to 100".to_owned())
}
