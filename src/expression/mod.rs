//! Floor 0: regular expressions of rules: their syntax, and what every match of one contains.

mod ascii;
mod required;

use regex_syntax::Parser;
use regex_syntax::hir::Hir;

pub use ascii::ascii;

pub use required::{AnyOf, literals};

/// Parses an expression in the syntax of the `regex` crate, with capitals as they are written; `\w`, `\d`,
/// `\s` and `\b` are those of ASCII. The error is the parser's.
pub fn parse(source: &str) -> Result<Hir, String> {
    Parser::new().parse(&ascii(source)).map_err(|error| error.to_string())
}

/// What every match of an expression contains: one string of each of these sets, in lower case. There is
/// no set where nothing is known, or where the expression does not parse.
#[must_use]
pub fn required(source: &str) -> Vec<AnyOf> {
    parse(source).map_or_else(|_| Vec::new(), |parsed| literals(&parsed))
}
