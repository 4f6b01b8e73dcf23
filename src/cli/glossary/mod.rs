//! `mtlint glossary`: one file a subcommand.

mod mine;

use std::process::ExitCode;

use clap::{ColorChoice, Subcommand};

use super::failure::Failure;

/// Arguments of `mtlint glossary`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Propose terms, from translated documents or from parallel text
    Mine(mine::Args),
}

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    match &args.command {
        Command::Mine(args) => mine::run(args, color),
    }
}
