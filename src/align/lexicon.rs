//! `Lexicon`: what somebody knows of how the words of a source are rendered.

use crate::language::quantity::Quantity;

/// Knowledge of the words of a source language.
pub trait Lexicon: Sync {
    /// Calls `take` with each word of a source text that a translation should render: whether it is a
    /// long one, which tells more than a short one, and the stems of the words that may render it.
    fn words(&self, source: &str, take: &mut dyn FnMut(bool, &[Box<str>]));

    /// The numbers of a source text.
    fn numbers(&self, source: &str) -> Vec<Quantity>;
}

/// No knowledge.
#[derive(Debug)]
pub(super) struct Nothing;

impl Lexicon for Nothing {
    fn words(&self, _: &str, _: &mut dyn FnMut(bool, &[Box<str>])) {}

    fn numbers(&self, _: &str) -> Vec<Quantity> {
        Vec::new()
    }
}
