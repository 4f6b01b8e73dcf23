//! Reading a glossary from a file or from standard input, in any encoding that documents may have.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser};
use thiserror::Error;

use crate::cli::failure::Failure;
use crate::glossary::{self, FORMATS, Format, Glossary, GlossaryError, Languages};
use crate::read::{ReadError, decode};
use crate::text::Source;

/// The argument for standard input or output.
pub(super) const STREAM: &str = "-";

/// A glossary that cannot be used.
#[derive(Debug, Error)]
pub(in crate::cli) enum LoadError {
    #[error("{path}: cannot read: {error}")]
    Unreadable { path: String, error: io::Error },
    #[error("{0}: a folder; name the glossary files in it")]
    Folder(String),
    #[error("{path}: a binary file (byte {offset} is a control character); save the table as CSV or TSV")]
    Binary { path: String, offset: usize },
    #[error(transparent)]
    Encoding(ReadError),
    #[error("{0}: the file is empty; a glossary has at least one entry")]
    Empty(String),
    #[error("{path}: its name tells no glossary format (known: {known}); name the format with --from")]
    Unknown { path: String, known: String },
    #[error(transparent)]
    Invalid(#[from] GlossaryError),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Input(error.to_string())
    }
}

/// The values of an option that names a format.
pub(super) fn formats() -> PossibleValuesParser {
    FORMATS.map(|format| PossibleValue::new(format.name()).help(format.summary())).into()
}

/// The extensions that stand for formats.
pub(super) fn known() -> String {
    let extensions = FORMATS.iter().flat_map(|format| format.extensions());
    extensions.map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(", ")
}

/// Reads a glossary in the format of that name, or else in the one that its path and text tell.
pub(in crate::cli) fn load(path: &str, from: Option<&str>, wanted: &Languages) -> Result<Glossary, LoadError> {
    let (source, format) = open(path, from)?;
    Ok(Glossary::read_for(source.path(), source.text(), format, wanted)?)
}

/// The text of a glossary, and its format.
pub(super) fn open(path: &str, from: Option<&str>) -> Result<(Source, &'static dyn Format), LoadError> {
    let (shown, bytes) = bytes(path)?;
    let source = decode(&shown, bytes).map_err(decoding)?;
    if source.text().trim().is_empty() {
        return Err(LoadError::Empty(shown));
    }
    match format(path, from, source.text()) {
        Some(format) => Ok((source, format)),
        None => Err(LoadError::Unknown { path: shown, known: known() }),
    }
}

/// The path to show and the bytes behind an argument.
fn bytes(path: &str) -> Result<(String, Vec<u8>), LoadError> {
    if path != STREAM && Path::new(path).is_dir() {
        return Err(LoadError::Folder(path.to_owned()));
    }
    let (shown, bytes) = if path == STREAM { ("<stdin>", standard_input()) } else { (path, fs::read(path)) };
    match bytes {
        Ok(bytes) => Ok((shown.to_owned(), bytes)),
        Err(error) => Err(LoadError::Unreadable { path: shown.to_owned(), error }),
    }
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn format(path: &str, from: Option<&str>, text: &str) -> Option<&'static dyn Format> {
    from.map_or_else(|| glossary::by_path(path, text), glossary::by_name)
}

/// What documents are told about bytes, as it holds for glossaries.
fn decoding(error: ReadError) -> LoadError {
    match error {
        ReadError::Binary { path, offset } => LoadError::Binary { path, offset },
        other => LoadError::Encoding(other),
    }
}
