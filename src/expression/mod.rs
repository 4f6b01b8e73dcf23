//! Floor 0: regular expressions of rules: their syntax, what every match of one contains, and how one is
//! compiled and stored.

mod ascii;
mod bytewise;
mod program;
mod required;

use regex_syntax::Parser;
use regex_syntax::hir::Hir;

pub use ascii::ascii;
pub use bytewise::bytewise;
pub use program::{LIMIT, Program, Programs};
pub use required::{AnyOf, literals};

/// Parses an expression in the syntax of the `regex` crate, with capitals as they are written; `\w`, `\d`,
/// `\s` and `\b` are those of ASCII. The error is the parser's.
pub fn parse(source: &str) -> Result<Hir, String> {
    Parser::new().parse(&ascii(source)).map_err(|error| error.to_string())
}

/// The expression that matches where another one does that reaches to the end of the text.
#[must_use]
pub fn at_the_end(source: &str) -> String {
    format!("(?:{source})$")
}

/// The expression that matches where another one does that begins with the text.
#[must_use]
pub fn at_the_start(source: &str) -> String {
    format!("^(?:{source})")
}
