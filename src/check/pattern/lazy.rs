//! Regular expressions that are compiled when a text first needs them.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::prefilter::Prefilter;
use regex_automata::util::syntax;
use regex_automata::{Input, MatchKind};
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;

use super::bytewise::bytewise;
use crate::expression::{self, ascii};
use crate::language::Analysis;
use crate::text::Span;

/// A regular expression that is parsed when somebody asks for its syntax, and compiled at first use.
#[derive(Debug)]
pub(in crate::check) struct LazyRegex {
    source: String,
    case_sensitive: bool,
    /// Whether it looks at capitals in places (`(?-i:…)`) where they do not matter in others.
    mixed: bool,
    parsed: OnceLock<Result<Hir, String>>,
    regex: OnceLock<Option<Regex>>,
    for_much: OnceLock<Option<Regex>>,
    /// How much text it was asked about, in bytes.
    asked: AtomicUsize,
}

/// From so many bytes of text on, an expression is worth a lazy DFA.
const MUCH: usize = 1 << 12;

impl LazyRegex {
    /// The expression with this source, which nobody looks at yet.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool) -> Self {
        let (parsed, regex, for_much, asked) = (OnceLock::new(), OnceLock::new(), OnceLock::new(), AtomicUsize::new(0));
        let mixed = !case_sensitive && source.contains("-i");
        Self { source: source.to_owned(), case_sensitive, mixed, parsed, regex, for_much, asked }
    }

    /// The parsed expression, with capitals as they are written; the error is the regex parser's.
    pub(in crate::check) fn parse(&self) -> Result<&Hir, String> {
        self.parsed.get_or_init(|| expression::parse(&self.source)).as_ref().map_err(Clone::clone)
    }

    /// Calls `visit` with every match in a part of a text. An expression that is too large for the engine
    /// never matches.
    pub(super) fn each(&self, text: &Analysis<'_>, scope: Span, visit: impl FnMut(Captures)) {
        let part = if self.wants_lower() { scope.of(text.lower()) } else { text.slice(scope) };
        if let Some(regex) = self.compiled(part.len()).filter(|regex| matches(regex, part)) {
            regex.captures_iter(part).for_each(visit);
        }
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        let lower = if self.wants_lower() { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) };
        self.compiled(text.len()).is_some_and(|regex| matches(regex, &lower))
    }

    /// Compiles the expression, which is likely to be asked about a text.
    pub(super) fn prepare(&self) {
        self.compiled(0);
    }

    /// Whether it looks at text in lower case, as it does where no capitals matter.
    fn wants_lower(&self) -> bool {
        !(self.case_sensitive || self.mixed)
    }

    /// The compiled expression, which is about to be asked about a text of so many bytes.
    fn compiled(&self, length: usize) -> Option<&Regex> {
        if self.mixed {
            return self.regex.get_or_init(|| self.thorough()).as_ref();
        }
        let much = self.asked.fetch_add(length, Ordering::Relaxed) > MUCH;
        let regex = if much { &self.for_much } else { &self.regex };
        regex.get_or_init(|| self.build(much)).as_ref()
    }

    /// A regex that looks at text in lower case where capitals do not matter. Most are asked about the
    /// few sentences of an article that have what they require, for which a quick compilation matters most.
    fn build(&self, much: bool) -> Option<Regex> {
        let expression = bytewise(self.parse().ok()?, !self.case_sensitive);
        let config = Config::new().onepass(false).nfa_size_limit(LIMIT);
        let quick = || config.clone().hybrid(false).auto_prefilter(false).prefilter(first_bytes(&expression));
        let config = if much { config } else { quick() };
        Regex::builder().configure(config).build_from_hir(&expression).ok()
    }

    /// A regex over text as it is.
    fn thorough(&self) -> Option<Regex> {
        let config = Config::new().onepass(false).nfa_size_limit(LIMIT);
        let syntax = syntax::Config::new().case_insensitive(!self.case_sensitive);
        Regex::builder().configure(config).syntax(syntax).build(&ascii(&self.source)).ok()
    }
}

/// Whether a regex matches somewhere. To ask for the end of a match is no more work for automata, and
/// keeps the others from their slowest engine, which they take where any sign of a match is enough.
fn matches(regex: &Regex, text: &str) -> bool {
    regex.search_half(&Input::new(text)).is_some()
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
