//! What of a source text a translation should render: what a pairing by words is made of.

use super::covering::judged;
use super::lexis::Lexis;
use crate::check::dictionary::Class;
use crate::language::quantity::{Quantity, chinese_quantities};
use crate::language::stem;

impl Lexis {
    /// Calls `take` with each word of a source text that a translation should render: whether it has
    /// more than one character, and the stems of the words that may render it.
    pub fn words(&self, source: &str, take: &mut dyn FnMut(bool, &[Box<str>])) {
        for word in judged(self, source) {
            let part = word.span.of(source);
            let long = part.chars().nth(1).is_some();
            match word.class {
                Class::Latin => take(long, &[stem(part).into()]),
                _ => take(long, &self.renderings(part).own),
            }
        }
    }

    /// The numbers of a source text; none where the pack does not know how they are written.
    #[must_use]
    pub fn numbers(&self, source: &str) -> Vec<Quantity> {
        self.numerals.as_ref().map(|numerals| chinese_quantities(source, 0, numerals)).unwrap_or_default()
    }
}
