//! Floor 9: the command line: arguments, and one file a subcommand.

mod check;
mod completions;
mod day;
mod explain;
mod failure;
mod glossary;
mod init;
mod man;
mod packs;
mod rules;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, Parser, Subcommand};

use failure::Failure;

/// Checks machine-translated news: says where the translation went wrong and why, and scores it.
#[derive(Debug, Parser)]
#[command(name = "mtlint", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

const EXIT_CODES: &str = "Exit codes: 0 nothing at or above --fail-on; 1 findings, or a score below --min-score; \
    2 wrong usage or configuration; 3 some input could not be checked";

#[derive(Debug, Subcommand)]
enum Command {
    /// Check documents and score them
    #[command(after_help = EXIT_CODES)]
    Check(Box<check::Args>),
    /// List the rules
    Rules(rules::Args),
    /// Say what a rule is about, with examples
    Explain(explain::Args),
    /// Check, convert, compare and mine glossaries
    Glossary(glossary::Args),
    /// Write a commented mtlint.toml
    Init(init::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page
    Man(man::Args),
}

/// Runs the command that the arguments ask for.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.run() {
        Ok(code) => code,
        Err(failure) => failure.report(cli.color),
    }
}

impl Cli {
    fn run(&self) -> Result<ExitCode, Failure> {
        match &self.command {
            Command::Check(args) => check::run(args, self.color),
            Command::Rules(args) => rules::run(args),
            Command::Explain(args) => explain::run(args),
            Command::Glossary(args) => glossary::run(args, self.color),
            Command::Init(args) => init::run(args),
            Command::Completions(args) => completions::run(args, &mut Cli::command()),
            Command::Man(args) => man::run(args, Cli::command()),
        }
    }
}

/// Prints to standard output.
fn print(text: &str) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// What `--color` means for a stream.
fn colour(choice: ColorChoice) -> anstream::ColorChoice {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
