//! What can be wrong with parallel text.

use thiserror::Error;

/// Parallel text that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum MineError {
    /// A line without two columns.
    #[error("{path}:{line}: no tab; a line is SOURCE<TAB>TARGET")]
    Column {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
    },
    /// A header that names one column only.
    #[error("{path}:1: the header names no column `{missing}`")]
    Header {
        /// The file.
        path: String,
        /// The column.
        missing: &'static str,
    },
    /// Two files that are not aligned.
    #[error(
        "{source_path} has {source_lines} lines, but {target_path} has {target_lines}; line N must translate line N"
    )]
    Lines {
        /// The file with the source.
        source_path: String,
        /// Its lines.
        source_lines: usize,
        /// The file with the target.
        target_path: String,
        /// Its lines.
        target_lines: usize,
    },
}
