//! What can be wrong with a configuration.

use std::io;

use thiserror::Error;

use crate::text::FileError;

/// A configuration that cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: cannot read: {error}")]
    Unreadable {
        /// The path.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The file is not valid: place, fault and excerpt, as for rule files.
    #[error(transparent)]
    Invalid(#[from] FileError),
}
