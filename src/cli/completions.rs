//! `mtlint completions`: a script for a shell.

use std::process::ExitCode;

use clap_complete::Shell;

use super::failure::Failure;

/// Arguments of `mtlint completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, command: &mut clap::Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "mtlint", &mut script);
    super::print(&String::from_utf8_lossy(&script))
}
