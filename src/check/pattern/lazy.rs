//! Regular expressions that are compiled when a text first needs them.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_automata::MatchKind;
use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::prefilter::Prefilter;
use regex_automata::util::syntax;
use regex_syntax::Parser;
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;

use super::ascii::ascii;
use super::bytewise::bytewise;

/// A regular expression that is parsed when somebody asks for its syntax, and compiled at first use.
#[derive(Debug)]
pub(in crate::check) struct LazyRegex {
    source: String,
    case_sensitive: bool,
    parsed: OnceLock<Result<Hir, String>>,
    regex: OnceLock<Option<Regex>>,
    for_long: OnceLock<Option<Regex>>,
}

/// From this length on, in bytes, a document is worth a lazy DFA.
const LONG: usize = 1 << 15;

impl LazyRegex {
    /// The expression with this source, which nobody looks at yet.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool) -> Self {
        let (parsed, regex, for_long) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { source: source.to_owned(), case_sensitive, parsed, regex, for_long }
    }

    /// The parsed expression, with capitals as they are written; the error is the regex parser's.
    pub(in crate::check) fn parse(&self) -> Result<&Hir, String> {
        let parse = || Parser::new().parse(&ascii(&self.source)).map_err(|error| error.to_string());
        self.parsed.get_or_init(parse).as_ref().map_err(Clone::clone)
    }

    /// Calls `visit` with every match in a part of a document of so many bytes. An expression that is
    /// too large for the engine never matches.
    pub(in crate::check) fn each(&self, part: &str, length: usize, visit: impl FnMut(Captures)) {
        if let Some(regex) = self.get(length) {
            regex.captures_iter(self.cased(part, length).as_ref()).for_each(visit);
        }
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        self.get(text.len()).is_some_and(|regex| regex.is_match(self.cased(text, text.len()).as_ref()))
    }

    /// The expression, compiled for a document of so many bytes.
    fn get(&self, length: usize) -> Option<&Regex> {
        if self.is_thorough(length) {
            self.for_long.get_or_init(|| self.thorough(length)).as_ref()
        } else {
            self.regex.get_or_init(|| self.quick()).as_ref()
        }
    }

    /// The text as [`Self::get`] wants it.
    fn cased<'t>(&self, text: &'t str, length: usize) -> Cow<'t, str> {
        let lower = !self.case_sensitive && !self.is_thorough(length);
        if lower { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) }
    }

    /// Whether the document is long, or the expression looks at capitals in places (`(?-i:…)`).
    fn is_thorough(&self, length: usize) -> bool {
        length > LONG || (!self.case_sensitive && self.source.contains("-i"))
    }

    /// The regex for the few sentences of an article that have what the expression requires: it
    /// compiles quickly, has no automata that pay on long documents only, and looks at text in lower
    /// case where capitals do not matter.
    fn quick(&self) -> Option<Regex> {
        let expression = bytewise(self.parse().ok()?, !self.case_sensitive);
        let config = Config::new().hybrid(false).onepass(false).auto_prefilter(false).nfa_size_limit(LIMIT);
        let config = config.prefilter(first_bytes(&expression));
        Regex::builder().configure(config).build_from_hir(&expression).ok()
    }

    fn thorough(&self, length: usize) -> Option<Regex> {
        let config = Config::new().hybrid(length > LONG).onepass(false).nfa_size_limit(LIMIT);
        let syntax = syntax::Config::new().case_insensitive(!self.case_sensitive);
        Regex::builder().configure(config).syntax(syntax).build(&ascii(&self.source)).ok()
    }
}

/// Finds the bytes with which a match can begin, if they are few.
fn first_bytes(expression: &Hir) -> Option<Prefilter> {
    let mut extractor = Extractor::new();
    extractor.limit_class(MOST).limit_repeat(1).limit_literal_len(1).limit_total(MOST);
    let mut bytes = extractor.extract(expression);
    bytes.sort();
    bytes.dedup();
    Prefilter::new(MatchKind::LeftmostFirst, bytes.literals()?)
}

/// The most bytes with which a match can begin for a search for them to pay.
const MOST: usize = 16;
/// The largest automaton, in bytes.
const LIMIT: Option<usize> = Some(4 << 20);
