//! Translated documents: concepts that are rendered in rival ways.

use super::{Options, Proposal};
use crate::document::Document;

/// Concepts with rival renderings, the best attested first.
#[must_use]
pub fn rivals(documents: &[Document], options: Options) -> Vec<Proposal> {
    let _ = (documents, options);
    Vec::new()
}
