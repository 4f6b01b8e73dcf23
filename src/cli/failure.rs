//! `Failure`: what ends a command early, its exit code, and what to do about it.

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::AnsiColor;
use clap::ColorChoice;
use thiserror::Error;

use super::glossary::LoadError;
use crate::config::ConfigError;
use crate::engine::{LinkError, SelectorError};
use crate::mine::MineError;
use crate::read::ReadError;
use crate::rule::PackError;

/// The exit code for findings.
pub(super) const FINDINGS: u8 = 1;
/// The exit code for wrong usage or configuration.
const USAGE: u8 = 2;
/// The exit code for inputs that could not be checked.
pub(super) const INPUT: u8 = 3;

/// What ends a command early.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// `mtlint.toml` cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The rules cannot be linked.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// An argument names no rule.
    #[error(transparent)]
    Selector(#[from] SelectorError),
    /// No such rule.
    #[error("no rule `{id}`{suggestion}")]
    NoRule {
        /// As written.
        id: String,
        /// `, did you mean …?`, or nothing.
        suggestion: String,
    },
    /// No such term.
    #[error("no glossary has a term `{term}`{suggestion}")]
    NoTerm {
        /// As written.
        term: String,
        /// `, did you mean …?`, or nothing.
        suggestion: String,
    },
    /// Nothing to check was named.
    #[error("nothing to check")]
    NoInput,
    /// A file that must not be overwritten.
    #[error("{0} is already there")]
    Exists(String),
    /// A file that is overwritten on demand only.
    #[error("{0} is already there")]
    Overwrites(String),
    /// A file that cannot be written.
    #[error("{path}: cannot write: {error}")]
    Unwritable {
        /// The path as given.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// An output whose format its name does not tell.
    #[error("{path}: its name tells no glossary format (known: {known})")]
    NoFormat {
        /// The path as given.
        path: String,
        /// The extensions that are known.
        known: String,
    },
    /// A house glossary that cannot be used.
    #[error("{0}")]
    Glossary(LoadError),
    /// An input that cannot be used: all that is to be said.
    #[error("{0}")]
    Input(String),
    /// A subcommand that does not exist.
    #[error("no subcommand `{0}`")]
    NoCommand(String),
    /// Parallel text that cannot be read.
    #[error(transparent)]
    Mine(#[from] MineError),
    /// A file that cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Output that cannot be written.
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// What to do, where the message does not say it.
    fn help(&self) -> Option<&'static str> {
        match self {
            Self::NoInput => Some("name files, folders or globs, or pipe a text in: mtlint check ARTICLE"),
            Self::NoRule { .. } => Some("`mtlint rules` lists them"),
            Self::Overwrites(_) => Some("write elsewhere, or overwrite it with --force"),
            Self::NoFormat { .. } => Some("name the format with --to"),
            Self::Exists(_) => Some("edit it, or remove it first"),
            _ => None,
        }
    }

    fn code(&self) -> u8 {
        if matches!(self, Self::Input(_) | Self::Mine(_) | Self::Read(_)) { INPUT } else { USAGE }
    }

    /// Says what is wrong on standard error, and with which code the command ends. A reader of the
    /// output that went away is no failure.
    pub(super) fn report(&self, color: ColorChoice) -> ExitCode {
        if matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        error(color, &self.to_string());
        if let Some(help) = self.help() {
            let _ = writeln!(io::stderr(), "help: {help}");
        }
        ExitCode::from(self.code())
    }
}

/// Says on standard error what is wrong.
pub(super) fn error(color: ColorChoice, message: &str) {
    say(color, AnsiColor::Red, "error", message);
}

/// Says on standard error what may be wrong.
pub(super) fn warning(color: ColorChoice, message: &str) {
    say(color, AnsiColor::Yellow, "warning", message);
}

fn say(color: ColorChoice, ansi: AnsiColor, level: &str, message: &str) {
    let mut stderr = anstream::AutoStream::new(io::stderr(), super::colour(color));
    let style = ansi.on_default().bold();
    // There is nobody left to tell that this did not work.
    let _ = writeln!(stderr, "{style}{level}{style:#}: {message}");
}
