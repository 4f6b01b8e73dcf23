//! `mtlint init`: a commented configuration to start from.

use std::fs::File;
use std::io::{self, Write};
use std::process::ExitCode;

use super::failure::Failure;
use crate::config::FILE;

/// What is written.
const TEMPLATE: &str = include_str!("mtlint.toml");

/// Arguments of `mtlint init`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> Result<ExitCode, Failure> {
    let mut file = File::create_new(FILE).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists(FILE.to_owned()),
        _ => Failure::Output(error),
    })?;
    file.write_all(TEMPLATE.as_bytes())?;
    super::print(&format!("wrote {FILE}\n"))
}
