//! Regular expressions that are compiled when a text first needs them.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::Parser;

use super::ascii::ascii;

/// A regular expression whose syntax is checked at once and which is compiled at first use.
#[derive(Debug)]
pub(in crate::check) struct LazyRegex {
    source: String,
    case_sensitive: bool,
    regex: OnceLock<Option<Regex>>,
}

impl LazyRegex {
    /// Checks the syntax; the error is the regex parser's.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool) -> Result<Self, String> {
        let source = ascii(source).into_owned();
        Parser::new().parse(&source).map_err(|error| error.to_string())?;
        Ok(Self { source, case_sensitive, regex: OnceLock::new() })
    }

    /// The compiled expression; an expression that is too large for the engine never matches.
    pub(in crate::check) fn get(&self) -> Option<&Regex> {
        let compile = || {
            let mut builder = RegexBuilder::new(&self.source);
            builder.case_insensitive(!self.case_sensitive).size_limit(4 << 20).build().ok()
        };
        self.regex.get_or_init(compile).as_ref()
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        self.get().is_some_and(|regex| regex.is_match(text))
    }

    /// The source, with ASCII classes.
    pub(in crate::check) fn source(&self) -> &str {
        &self.source
    }
}
