//! `mtlint glossary`: what a house does with its glossaries, one file a command.

mod check;
mod convert;
mod diff;
mod load;
mod mine;
mod why;
mod write;

use std::process::ExitCode;

use clap::{ColorChoice, Subcommand};

use super::failure::Failure;

pub(super) use load::{LoadError, load};

/// Arguments of `mtlint glossary`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check glossaries: faults, duplicates, contradictions
    #[command(after_help = check::EXIT_CODES)]
    Check(check::Args),
    /// Write a glossary in another format
    #[command(after_help = convert::EXIT_CODES)]
    Convert(convert::Args),
    /// Compare two glossaries entry by entry
    #[command(after_help = diff::EXIT_CODES)]
    Diff(diff::Args),
    /// Propose terms, from translated documents or from parallel text
    Mine(mine::Args),
    /// Say which forms of a term were tried in an article, and why they did or did not match
    Why(why::Args),
}

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    match &args.command {
        Command::Check(args) => check::run(args, color),
        Command::Convert(args) => convert::run(args, color),
        Command::Diff(args) => diff::run(args, color),
        Command::Mine(args) => mine::run(args, color),
        Command::Why(args) => why::run(args),
    }
}

/// The forms of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Output {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// A text as it may stand on a terminal: without control characters.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
