//! A translation and its source → a bilingual document, paired by what the packs know of the words of both.

use super::Linter;
use crate::align::{self, Lexicon};
use crate::check::Lexis;
use crate::document::Document;
use crate::language::quantity::Quantity;

/// What a pack knows of words, as the pairing asks for it.
struct Known<'l>(&'l Lexis);

impl Lexicon for Known<'_> {
    fn words(&self, source: &str, take: &mut dyn FnMut(bool, &[Box<str>])) {
        self.0.words(source, take);
    }

    fn numbers(&self, source: &str) -> Vec<Quantity> {
        self.0.numbers(source)
    }
}

impl Linter {
    /// Pairs a translation with its source.
    #[must_use]
    pub fn pair(&self, target: Document, source: Document) -> Document {
        match &self.lexis {
            Some(lexis) => align::join_with(&Known(lexis), target, source),
            None => align::join(target, source),
        }
    }
}
