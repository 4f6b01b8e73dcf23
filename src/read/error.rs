//! What can be wrong with an input file, told with its path and what to do.

use std::io;

use thiserror::Error;

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
    /// The file is larger than positions can tell.
    #[error("{path}: larger than {limit} bytes; split it")]
    TooLarge {
        /// The path as given.
        path: String,
        /// The limit in bytes.
        limit: usize,
    },
}
