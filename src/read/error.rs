//! What can be wrong with an input file, told with its path and what to do.

use std::io;

use thiserror::Error;

use crate::text::FileError;

/// A file that could not be made a document.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The file is not there or may not be read.
    #[error("{path}: cannot read: {error}")]
    Unreadable {
        /// The path as given.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// A folder or a glob that holds no file of a known format.
    #[error("{path}: no file to check in it (known: {known}); name a file of another kind explicitly")]
    NothingInside {
        /// The path as given.
        path: String,
        /// The extensions that are looked for.
        known: String,
    },
    /// A translation for which the folder of sources holds nothing.
    #[error("{path}: no source for it in {folder}; a source has the same name there, but for language and extension")]
    NoSource {
        /// The path as given.
        path: String,
        /// The folder of sources.
        folder: String,
    },
    /// A translation for which the folder of sources holds more than one.
    #[error("{path}: both {one} and {other} may be its source; take one out of the folder, or name one as --source")]
    ManySources {
        /// The path as given.
        path: String,
        /// One of them.
        one: String,
        /// Another one.
        other: String,
    },
    /// A source that is not there.
    #[error("{path}: no such source; --source takes one file or one folder, no glob, and not standard input")]
    SourceMissing {
        /// The path as given.
        path: String,
    },
    /// A source that is a bilingual file.
    #[error("{path}: holds a source and its translation; check it by itself, or give the source as a text of its own")]
    BilingualSource {
        /// The path as given.
        path: String,
    },
    /// A source for a file that holds its own.
    #[error("{path}: holds its own source; leave {source_path} out")]
    TwoSources {
        /// The path as given.
        path: String,
        /// The path of the source.
        source_path: String,
    },
    /// One source for several translations.
    #[error("{path}: {source_path} is one file, but there are several inputs; name a folder of sources")]
    OneSource {
        /// The path as given.
        path: String,
        /// The path of the source.
        source_path: String,
    },
    /// The file holds no text.
    #[error("{path}: no text in it")]
    Empty {
        /// The path as given.
        path: String,
    },
    /// The file is not text.
    #[error("{path}: a binary file (byte {offset} is a control character); export it as plain text, Markdown or HTML")]
    Binary {
        /// The path as given.
        path: String,
        /// The offset of the first byte that text does not have.
        offset: usize,
    },
    /// Bytes that the encoding does not have.
    #[error("{path}:{line}: byte {offset} is not valid {encoding}; re-save the file as UTF-8")]
    Undecodable {
        /// The path as given.
        path: String,
        /// The line of the byte, from 1.
        line: usize,
        /// The offset of the byte.
        offset: usize,
        /// The encoding that the rest of the file is in.
        encoding: &'static str,
    },
    /// The file is not what its format asks for.
    #[error(transparent)]
    Malformed(#[from] FileError),
    /// A bilingual file without any translation.
    #[error("{path}: no translation in it: all its targets are empty")]
    Untranslated {
        /// The path as given.
        path: String,
    },
    /// The file names an encoding that it is not in, or that there is not.
    #[error(
        "{path}: it declares its encoding as `{declared}`, {fault}; correct the declaration, or re-save the file as UTF-8"
    )]
    Declared {
        /// The path as given.
        path: String,
        /// The encoding as it is named.
        declared: String,
        /// What is wrong with that.
        fault: String,
    },
    /// A unit of a large file that does not end.
    #[error("{path}:{line}: no unit ends in the {limit} bytes from here on; the file is broken, or not of this format")]
    Endless {
        /// The path as given.
        path: String,
        /// The line behind the last unit.
        line: usize,
        /// How far its end was looked for.
        limit: usize,
    },
    /// The file is larger than positions can tell.
    #[error("{path}: larger than {limit} bytes; split it")]
    TooLarge {
        /// The path as given.
        path: String,
        /// The limit in bytes.
        limit: usize,
    },
}

impl ReadError {
    /// The path that the error is about.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Malformed(error) => &error.path,
            Self::Unreadable { path, .. }
            | Self::NothingInside { path, .. }
            | Self::NoSource { path, .. }
            | Self::ManySources { path, .. }
            | Self::SourceMissing { path }
            | Self::BilingualSource { path }
            | Self::OneSource { path, .. }
            | Self::TwoSources { path, .. }
            | Self::Untranslated { path }
            | Self::Declared { path, .. }
            | Self::Endless { path, .. }
            | Self::Empty { path }
            | Self::Binary { path, .. }
            | Self::Undecodable { path, .. }
            | Self::TooLarge { path, .. } => path,
        }
    }
}
