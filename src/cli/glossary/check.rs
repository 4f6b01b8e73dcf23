//! `mtlint glossary check`.

use std::process::ExitCode;

use clap::ColorChoice;

use crate::cli::failure::Failure;

/// What the exit codes of the command mean.
pub(super) const EXIT_CODES: &str = "";

/// Arguments of `mtlint glossary check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, _: ColorChoice) -> Result<ExitCode, Failure> {
    Ok(ExitCode::SUCCESS)
}
