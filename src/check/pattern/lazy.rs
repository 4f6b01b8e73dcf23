//! Regular expressions that are compiled when a text first needs them.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    for_much: OnceLock<Option<Regex>>,
    /// How much text it was asked about, in bytes.
    asked: AtomicUsize,
}

/// From so many bytes of text on, an expression is worth a lazy DFA.
const MUCH: usize = 1 << 12;

impl LazyRegex {
    /// Checks the syntax; the error is the regex parser's. The parsed expression comes with it.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool) -> Result<(Self, Hir), String> {
        let source = ascii(source).into_owned();
        let parsed = Parser::new().parse(&source).map_err(|error| error.to_string())?;
        let (regex, for_much, asked) = (OnceLock::new(), OnceLock::new(), AtomicUsize::new(0));
        Ok((Self { source, case_sensitive, regex, for_much, asked }, parsed))
    }

    /// The expression, to be asked about so many bytes of text; one that is too large for the engine
    /// never matches.
    ///
    /// Most run on the few sentences that have what they require, so they are built to compile
    /// quickly; those that are asked about much text are compiled again, with automata that pay then.
    pub(in crate::check) fn get(&self, length: usize) -> Option<&Regex> {
        let much = self.asked.fetch_add(length, Ordering::Relaxed) + length > MUCH;
        let compile = || {
            let config = Config::new().hybrid(much).onepass(false).auto_prefilter(much).nfa_size_limit(Some(4 << 20));
            let syntax = syntax::Config::new().case_insensitive(!self.case_sensitive);
            Regex::builder().configure(config).syntax(syntax).build(&self.source).ok()
        };
        if much { &self.for_much } else { &self.regex }.get_or_init(compile).as_ref()
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        self.get(text.len()).is_some_and(|regex| regex.is_match(text))
    }
}
