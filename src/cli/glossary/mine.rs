//! `mtlint glossary mine`: proposes terms as a file that a person edits and accepts.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ColorChoice, ValueEnum};

use super::write;
use crate::cli::check::inputs::{self, Reading};
use crate::cli::failure::{self, Failure, INPUT};
use crate::document::Document;
use crate::mine::{self, Options, Parallel, Proposal};
use crate::read;

/// Arguments of `mtlint glossary mine`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Translated articles: files, folders or globs; with --parallel, tables of a source, a tab and a target
    #[arg(value_name = "PATH", required_unless_present = "source")]
    paths: Vec<PathBuf>,
    /// Mine parallel text: a pair a line, or a header that names `source` and `target`
    #[arg(long)]
    parallel: bool,
    /// Source segments, a line each, for --target
    #[arg(long, value_name = "FILE", requires = "target", conflicts_with = "paths")]
    source: Option<PathBuf>,
    /// The translations of the lines of --source
    #[arg(long, value_name = "FILE", requires = "source")]
    target: Option<PathBuf>,
    /// How often a term must occur: the source term in segments, or all of its renderings together
    #[arg(long, value_name = "N", default_value_t = 3)]
    min_count: u32,
    /// The most proposals
    #[arg(long, value_name = "N", default_value_t = 200)]
    limit: usize,
    /// The output: a glossary, or data
    #[arg(long, value_enum, default_value_t = Output::Toml)]
    format: Output,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite the file of --output
    #[arg(long, requires = "output")]
    force: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Output {
    Toml,
    Json,
}

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    let options = Options { min_count: args.min_count, limit: args.limit };
    let parallel = args.parallel || args.source.is_some();
    let (proposals, whole) = if parallel {
        (mine::parallel(args.pairs()?, options), true)
    } else {
        let (documents, whole) = documents(&args.paths, color)?;
        (mine::rivals(&documents, options), whole)
    };
    args.write(&proposals, parallel)?;
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::from(INPUT) })
}

impl Args {
    fn pairs(&self) -> Result<Parallel, Failure> {
        let mut pairs = Parallel::default();
        if let (Some(source), Some(target)) = (&self.source, &self.target) {
            let (one, other) = (text(source)?, text(target)?);
            pairs.add_lines((&name(source), &one), (&name(target), &other))?;
        }
        for path in &self.paths {
            pairs.add_table(&name(path), &text(path)?)?;
        }
        Ok(pairs)
    }

    fn write(&self, proposals: &[Proposal], parallel: bool) -> Result<(), Failure> {
        let text = match self.format {
            Output::Toml => mine::toml(proposals, parallel),
            Output::Json => mine::json(proposals, parallel),
        };
        let Some(path) = &self.output else { return crate::cli::print(&text).map(drop) };
        let (output, text) = (name(path), text.as_str());
        let target = write::target(&output, self.force)?;
        write::replace(&target, text).map_err(|error| Failure::Unwritable { path: output, error })?;
        let many = if proposals.len() == 1 { "" } else { "s" };
        crate::cli::print(&format!("wrote {} proposal{many} to {}\n", proposals.len(), path.display())).map(drop)
    }
}

/// The documents that could be read, and whether these are all.
pub(super) fn documents(paths: &[PathBuf], color: ColorChoice) -> Result<(Vec<Document>, bool), Failure> {
    let (mut documents, mut whole) = (Vec::new(), true);
    for input in inputs::collect(paths, None, &[])? {
        match input.read(&Reading::default()) {
            Ok(document) => documents.push(document),
            Err(error) => {
                failure::error(color, &error.to_string());
                whole = false;
            }
        }
    }
    Ok((documents, whole))
}

/// The text of a file in whatever encoding.
fn text(path: &Path) -> Result<String, Failure> {
    let source = read::decode(&name(path), inputs::bytes(path)?)?;
    Ok(source.text().to_owned())
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
