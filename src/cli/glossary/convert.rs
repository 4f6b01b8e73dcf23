//! `mtlint glossary convert`: a glossary in another format, and what is lost on the way.

use std::process::ExitCode;

use clap::ColorChoice;

use super::load::{self, LoadError, STREAM};
use super::{printable, write};
use crate::cli::failure::{self, Failure};
use crate::glossary::{self, Format, Glossary, Languages};

/// What the exit codes of the command mean.
pub(super) const EXIT_CODES: &str = "Exit codes: 0 written, with a warning for everything that the format cannot hold; \
    2 wrong usage, or OUT cannot be written; 3 IN could not be read or is not valid";

/// Arguments of `mtlint glossary convert`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The glossary, or - for standard input
    #[arg(value_name = "IN")]
    input: String,
    /// The file to write, or - for standard output
    #[arg(value_name = "OUT")]
    output: String,
    /// The format of IN [default: by its extension]
    #[arg(long, value_name = "FORMAT", value_parser = load::formats())]
    from: Option<String>,
    /// The format of OUT [default: by its extension]
    #[arg(long, value_name = "FORMAT", value_parser = load::formats())]
    to: Option<String>,
    /// The language of the source terms, in a file of several languages
    #[arg(long, value_name = "TAG", default_value = "")]
    source_language: String,
    /// The language of the target terms, in a file of several languages
    #[arg(long, value_name = "TAG", default_value = "")]
    target_language: String,
    /// Overwrite OUT where it is there
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    let format = format(args)?;
    let target = if args.output == STREAM { None } else { Some(write::target(&args.output, args.force)?) };
    let wanted = Languages { source: args.source_language.clone(), target: args.target_language.clone() };
    let (source, from) = load::open(&args.input, args.from.as_deref())?;
    let glossary = Glossary::read_for(source.path(), source.text(), from, &wanted).map_err(LoadError::from)?;
    let (text, losses) = glossary.write(format);
    match target {
        Some(path) => {
            write::replace(&path, &text).map_err(|error| Failure::Unwritable { path: args.output.clone(), error })?;
        }
        None => drop(crate::cli::print(&text)?),
    }
    let passed =
        glossary.passed_over.iter().map(|(what, count)| format!("lost {what}, which is there {}", times(*count)));
    for line in passed.chain(losses.lines()).chain(comments(source.text())) {
        failure::warning(color, &printable(&line));
    }
    Ok(ExitCode::SUCCESS)
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// The comments of a file, which no format carries over.
fn comments(text: &str) -> Option<String> {
    let is_comment = |line: &&str| line.starts_with("# ") || *line == "#" || line.starts_with("<!--");
    match text.lines().map(str::trim).filter(is_comment).count() {
        0 => None,
        1 => Some("lost 1 comment".to_owned()),
        count => Some(format!("lost {count} lines of comments")),
    }
}

/// The format to write.
fn format(args: &Args) -> Result<&'static dyn Format, Failure> {
    let named = args.to.as_deref().map_or_else(|| glossary::by_path(&args.output, ""), glossary::by_name);
    named.ok_or_else(|| Failure::NoFormat { path: args.output.clone(), known: load::known() })
}
