//! Strings that are searched for all at once, in any case.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

/// From this length on, in bytes, a text is worth the building of a fast automaton.
const LONG: usize = 1 << 19;

/// The strings, with automata that find them.
#[derive(Debug)]
pub(super) struct Needles {
    strings: Vec<String>,
    usual: AhoCorasick,
    /// For long texts: it takes long to build, and finds fast.
    fast: OnceLock<Option<AhoCorasick>>,
}

impl Needles {
    pub(super) fn new(strings: Vec<String>) -> Result<Self, BuildError> {
        let usual = automaton(&strings, AhoCorasickKind::ContiguousNFA)?;
        Ok(Self { strings, usual, fast: OnceLock::new() })
    }

    /// What finds the strings in a text of so many bytes; they are numbered in their order.
    pub(super) fn automaton(&self, length: usize) -> &AhoCorasick {
        if length < LONG {
            return &self.usual;
        }
        let fast = || automaton(&self.strings, AhoCorasickKind::DFA).ok();
        self.fast.get_or_init(fast).as_ref().unwrap_or(&self.usual)
    }
}

fn automaton(strings: &[String], kind: AhoCorasickKind) -> Result<AhoCorasick, BuildError> {
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(kind)).build(strings)
}
