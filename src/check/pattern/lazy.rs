//! Regular expressions that are compiled when a text first needs them.

use std::sync::OnceLock;

use regex_automata::meta::{Config, Regex};
use regex_automata::util::syntax;
use regex_syntax::Parser;
use regex_syntax::hir::Hir;

use super::ascii::ascii;

/// A regular expression whose syntax is checked at once and which is compiled at first use.
#[derive(Debug)]
pub(in crate::check) struct LazyRegex {
    source: String,
    case_sensitive: bool,
    regex: OnceLock<Option<Regex>>,
    for_long: OnceLock<Option<Regex>>,
}

/// From this length on, in bytes, a document is worth a lazy DFA.
const LONG: usize = 1 << 15;

impl LazyRegex {
    /// Checks the syntax; the error is the regex parser's. The parsed expression comes with it.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool) -> Result<(Self, Hir), String> {
        let source = ascii(source).into_owned();
        let parsed = Parser::new().parse(&source).map_err(|error| error.to_string())?;
        Ok((Self { source, case_sensitive, regex: OnceLock::new(), for_long: OnceLock::new() }, parsed))
    }

    /// The expression, compiled for a document of so many bytes; one that is too large for the engine
    /// never matches.
    ///
    /// Most run on the few sentences that have what they require, so they are built to compile
    /// quickly, without the automata that pay on long documents only.
    pub(in crate::check) fn get(&self, length: usize) -> Option<&Regex> {
        let long = length > LONG;
        let compile = || {
            let config = Config::new().hybrid(long).onepass(false).auto_prefilter(long).nfa_size_limit(Some(4 << 20));
            let syntax = syntax::Config::new().case_insensitive(!self.case_sensitive);
            Regex::builder().configure(config).syntax(syntax).build(&self.source).ok()
        };
        if long { &self.for_long } else { &self.regex }.get_or_init(compile).as_ref()
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        self.get(text.len()).is_some_and(|regex| regex.is_match(text))
    }
}
