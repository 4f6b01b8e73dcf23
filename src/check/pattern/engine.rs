//! What runs a program: a backtracker, which is ready at once, and a lazy DFA, which is fast once it
//! knows what texts are like.

use std::sync::OnceLock;

use regex_automata::Input;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::backtrack::BoundedBacktracker;
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;

use crate::expression::Program;

/// A program that is ready to run.
#[derive(Debug)]
pub(super) struct Engine {
    backtracker: BoundedBacktracker,
    dfa: OnceLock<Option<Box<Lazy>>>,
}

/// A DFA, with what it has found out so far, for each thread.
type Lazy = (DFA, Pool<Cache, Box<dyn Fn() -> Cache + Send + Sync>>);

impl Engine {
    /// What runs a program; nothing where it is none.
    pub(super) fn new(program: &Program) -> Option<Self> {
        Some(Self { backtracker: program.matcher().ok()?, dfa: OnceLock::new() })
    }

    /// Whether it can run over so many bytes.
    pub(super) fn takes(&self, length: usize) -> bool {
        length <= self.backtracker.max_haystack_len()
    }

    /// Whether the expression matches somewhere in a text; `much` says that a DFA is worth its making.
    pub(super) fn is_match(&self, text: &str, much: bool) -> bool {
        let quick = || self.backtracker.try_is_match(&mut self.backtracker.create_cache(), text).unwrap_or_default();
        if much { self.search(text).unwrap_or_else(quick) } else { quick() }
    }

    /// What it takes at most to look for groups in a text: so many steps, and bits of memory.
    pub(super) fn effort(&self, text: &str) -> usize {
        self.backtracker.get_nfa().states().len().saturating_mul(text.len())
    }

    /// Calls `visit` with each match in a text.
    pub(super) fn each(&self, text: &str, visit: impl FnMut(Captures)) {
        let mut cache = self.backtracker.create_cache();
        self.backtracker.try_captures_iter(&mut cache, text).map_while(Result::ok).for_each(visit);
    }

    /// Whether the DFA finds a match; nothing where it gives up.
    fn search(&self, text: &str) -> Option<bool> {
        let (dfa, caches) = self.dfa.get_or_init(|| self.dfa().map(Box::new)).as_deref()?;
        Some(dfa.try_search_fwd(&mut caches.get(), &Input::new(text).earliest(true)).ok()?.is_some())
    }

    fn dfa(&self) -> Option<Lazy> {
        let nfa = self.backtracker.get_nfa().clone();
        let prefilter = self.backtracker.get_config().get_prefilter().cloned();
        let dfa = DFA::builder().configure(DFA::config().prefilter(prefilter)).build_from_nfa(nfa).ok()?;
        let maker = dfa.clone();
        Some((dfa, Pool::new(Box::new(move || maker.create_cache()))))
    }
}

#[cfg(test)]
mod tests {
    use regex_automata::meta::Regex;

    use super::Engine;
    use crate::expression::{Program, ascii, parse};

    #[test]
    fn both_ways_to_search_find_what_a_regex_finds() {
        let texts = ["", "“2020 was…", "naïve £5, café", "© 2020", "a b-c (d)", "The end.", "一、中文"];
        for source in
            [r"©\s*20\d\d", "[£é]", r"[^ -~]{2}", r"^\W*the\b", r"(?:d\)|\.)$", "^$", r"\b[a-c]\b", "[·・]|中"]
        {
            let engine = Engine::new(&Program::new(&parse(source).unwrap(), false).unwrap()).unwrap();
            let regex = Regex::new(&ascii(source)).unwrap();
            for text in texts {
                for much in [false, true] {
                    assert_eq!(engine.is_match(text, much), regex.is_match(text), "{source} in {text}, {much}");
                }
                let mut found = 0;
                engine.each(text, |_| found += 1);
                assert_eq!(found, regex.find_iter(text).count(), "{source} in {text}");
            }
        }
    }
}
