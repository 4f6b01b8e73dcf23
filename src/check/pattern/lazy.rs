//! Regular expressions that are compiled when a text first needs them.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::Input;
use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::syntax;
use regex_syntax::hir::Hir;

use super::engine::Engine;
use crate::expression::{self, AnyOf, LIMIT, Program, Programs, ascii, bytewise, literals};
use crate::language::Analysis;
use crate::text::Span;

/// A regular expression that is parsed when somebody asks for its syntax, and compiled at first use.
#[derive(Debug)]
pub(in crate::check) struct LazyRegex {
    source: String,
    case_sensitive: bool,
    /// Whether it looks at capitals in places (`(?-i:…)`) where they do not matter in others.
    mixed: bool,
    /// The bytes of its program, if that is stored.
    stored: Option<&'static [u8]>,
    parsed: OnceLock<Result<Hir, String>>,
    /// Most are never asked for, and should not take the room.
    engine: OnceLock<Option<Box<Engine>>>,
    /// What takes text of any length and capitals in places.
    thorough: OnceLock<Option<Regex>>,
    /// How much text it was asked about, in bytes.
    asked: AtomicUsize,
    /// How much it took to look for groups; see [`Engine::effort`].
    effort: AtomicUsize,
}

/// From so many bytes of text on, an expression is worth a lazy DFA.
const MUCH: usize = 1 << 12;
/// From so much effort on, it is worth two of them, which find where a match is, so that the groups are
/// looked for in no more than that.
const MORE: usize = 1 << 25;

impl LazyRegex {
    /// The expression with this source, which nobody looks at yet, and which may be among the programs.
    pub(in crate::check) fn new(source: &str, case_sensitive: bool, programs: &Programs) -> Self {
        Self {
            source: source.to_owned(),
            case_sensitive,
            mixed: !case_sensitive && source.contains("-i"),
            stored: programs.get(source, case_sensitive).map(|stored| stored.program),
            parsed: OnceLock::new(),
            engine: OnceLock::new(),
            thorough: OnceLock::new(),
            asked: AtomicUsize::new(0),
            effort: AtomicUsize::new(0),
        }
    }

    #[cfg(test)]
    pub(super) fn is_stored(&self) -> bool {
        self.stored.is_some()
    }

    /// The parsed expression, with capitals as they are written; the error is the regex parser's.
    pub(in crate::check) fn parse(&self) -> Result<&Hir, String> {
        self.parsed.get_or_init(|| expression::parse(&self.source)).as_ref().map_err(Clone::clone)
    }

    /// What every match contains; see [`literals`].
    pub(in crate::check) fn required(&self, programs: &Programs) -> Result<Vec<AnyOf>, String> {
        let stored = programs.get(&self.source, self.case_sensitive).map(|stored| stored.required.clone());
        stored.map_or_else(|| self.parse().map(literals), Ok)
    }

    /// Calls `visit` with every match in a part of a text. An expression that is too large for the engine
    /// never matches.
    pub(super) fn each(&self, text: &Analysis<'_>, scope: Span, mut visit: impl FnMut(Captures)) {
        let part = if self.wants_lower() { scope.of(text.lower()) } else { text.slice(scope) };
        // To look for groups takes longer, and most have no match.
        if !self.has_match(part) {
            return;
        }
        let affordable = |engine: &&Engine| self.effort.fetch_add(engine.effort(part), Ordering::Relaxed) < MORE;
        match self.engine(part.len()).filter(affordable) {
            Some(engine) => engine.each(part, visit),
            None => self.thorough().into_iter().for_each(|regex| regex.captures_iter(part).for_each(&mut visit)),
        }
    }

    /// Whether it matches somewhere in a text.
    pub(in crate::check) fn is_match(&self, text: &str) -> bool {
        let lower = if self.wants_lower() { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) };
        self.has_match(&lower)
    }

    /// Compiles the expression, which is likely to be asked about a text.
    pub(super) fn prepare(&self) {
        self.engine(0);
    }

    /// Whether it looks at text in lower case, as it does where no capitals matter.
    fn wants_lower(&self) -> bool {
        !(self.case_sensitive || self.mixed)
    }

    /// Whether it matches somewhere in a text, which is in lower case if it wants that.
    fn has_match(&self, text: &str) -> bool {
        let much = self.asked.fetch_add(text.len(), Ordering::Relaxed) > MUCH;
        match self.engine(text.len()) {
            Some(engine) => engine.is_match(text, much),
            // To ask for the end of a match is no more work for automata, and keeps a regex from its slowest
            // engine, which it takes where any sign of a match is enough.
            None => self.thorough().is_some_and(|regex| regex.search_half(&Input::new(text)).is_some()),
        }
    }

    /// What runs over so many bytes, if there is such.
    fn engine(&self, length: usize) -> Option<&Engine> {
        let program = || match self.stored {
            Some(bytes) => Program::from_bytes(bytes),
            None => Program::new(self.parse().ok()?, !self.case_sensitive),
        };
        let make = || if self.mixed { None } else { Engine::new(&program()?).map(Box::new) };
        self.engine.get_or_init(make).as_deref().filter(|engine| engine.takes(length))
    }

    fn thorough(&self) -> Option<&Regex> {
        self.thorough.get_or_init(|| self.compile()).as_ref()
    }

    fn compile(&self) -> Option<Regex> {
        let mut builder = Regex::builder();
        builder.configure(Config::new().onepass(false).nfa_size_limit(Some(LIMIT)));
        if self.mixed {
            return builder.syntax(syntax::Config::new().case_insensitive(true)).build(&ascii(&self.source)).ok();
        }
        builder.build_from_hir(&bytewise(self.parse().ok()?, !self.case_sensitive)).ok()
    }
}
