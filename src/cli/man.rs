//! `mtlint man`: the manual page of the command or of a subcommand.

use std::process::ExitCode;

use super::failure::Failure;

/// Arguments of `mtlint man`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A subcommand, for its own page
    command: Option<String>,
}

pub(super) fn run(args: &Args, mut command: clap::Command) -> Result<ExitCode, Failure> {
    command.build();
    let page = match &args.command {
        None => command,
        Some(name) => command.find_subcommand(name).ok_or_else(|| Failure::NoCommand(name.clone()))?.clone(),
    };
    let mut bytes = Vec::new();
    clap_mangen::Man::new(page).render(&mut bytes)?;
    super::print(&String::from_utf8_lossy(&bytes))
}
