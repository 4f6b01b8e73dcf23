//! The rule names in a configuration, checked once the packs are known.

use super::{Config, ConfigError};
use crate::engine::Selector;
use crate::rule::Pack;
use crate::text::FileError;
use crate::text::Span;

/// A rule, category or glob that the file names.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) selector: Selector,
    pub(super) span: Span,
}

impl Config {
    /// An error for the first name in the file that no rule of the packs has.
    pub fn check_names(&self, packs: &[Pack]) -> Result<(), ConfigError> {
        for name in &self.names {
            let check = name.selector.check(packs.iter().flat_map(|pack| &pack.rules));
            check.map_err(|error| FileError::at(&self.path, &self.text, name.span, error.to_string()))?;
        }
        Ok(())
    }
}
