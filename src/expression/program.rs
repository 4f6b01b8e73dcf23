//! Compiled expressions, which the build script stores: to read one takes a tenth of what it takes to
//! compile it, and an article asks a hundred of them.

use std::sync::Arc;

use regex_automata::MatchKind;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::{self, BuildError, NFA, Transition};
use regex_automata::util::look::Look;
use regex_automata::util::prefilter::Prefilter;
use regex_automata::util::primitives::{PatternID, StateID};
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;
use serde::{Deserialize, Serialize};

use super::{AnyOf, bytewise};

/// The expressions that are stored with a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programs(Vec<Stored>);

/// An expression that is stored: the build script writes these fields in this order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Stored {
    source: &'static str,
    case_sensitive: bool,
    /// What every match contains; see [`literals`](super::literals).
    pub required: Vec<AnyOf>,
    /// The bytes of its [`Program`] in the wire format of postcard.
    pub program: &'static [u8],
}

impl Programs {
    /// Reads what was stored: expressions in order, in the wire format of postcard.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes).map(Self)
    }

    /// What is stored of an expression.
    #[must_use]
    pub fn get(&self, source: &str, case_sensitive: bool) -> Option<&Stored> {
        let at =
            self.0.binary_search_by_key(&(source, case_sensitive), |stored| (stored.source, stored.case_sensitive));
        self.0.get(at.ok()?)
    }
}

/// A compiled expression: the states of a Thompson NFA over bytes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    states: Vec<State>,
    /// Where a search begins at a place, and where it begins for any place.
    start: (u32, u32),
    /// The names of its groups.
    groups: Vec<Option<String>>,
    /// The bytes with which a match can begin, where they are few.
    first: Option<Vec<u8>>,
}

/// A state, which leads to others by their numbers.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum State {
    Range(Range),
    Ranges(Vec<Range>),
    /// An assertion, by its representation in [`Look`].
    Look(u32, u32),
    Union(Vec<u32>),
    /// The start or, with `true`, the end of a group.
    Group(u32, bool, u32),
    Fail,
    Match,
}

/// The first and the last byte, and where they lead to.
type Range = (u8, u8, u32);

/// The most bytes that the automaton of an expression may take.
pub const LIMIT: usize = 4 << 20;
/// The most bytes with which a match can begin for a search for them to pay.
const MOST: usize = 16;

impl Program {
    /// Compiles an expression; `lower` makes it one for text in lower case, see [`bytewise()`]. There is
    /// none where it is too large.
    #[must_use]
    pub fn new(expression: &Hir, lower: bool) -> Option<Self> {
        let expression = bytewise(expression, lower);
        let config = thompson::Config::new().nfa_size_limit(Some(LIMIT));
        let nfa = thompson::Compiler::new().configure(config).build_from_hir(&expression).ok()?;
        let groups = nfa.group_info().pattern_names(PatternID::ZERO);
        Some(Self {
            states: nfa.states().iter().map(State::of).collect::<Option<_>>()?,
            start: (nfa.start_anchored().as_u32(), nfa.start_unanchored().as_u32()),
            groups: groups.map(|name| name.map(str::to_owned)).collect(),
            first: first_bytes(&expression),
        })
    }

    /// The program with these bytes; nothing where they are no program.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// What runs it.
    pub fn matcher(&self) -> Result<BoundedBacktracker, Box<BuildError>> {
        let first = self.first.as_ref().map(|first| first.iter().map(std::slice::from_ref).collect::<Vec<_>>());
        let prefilter = first.and_then(|first| Prefilter::new(MatchKind::LeftmostFirst, &first));
        let config = backtrack::Config::new().prefilter(prefilter);
        Ok(BoundedBacktracker::builder().configure(config).build_from_nfa(self.nfa()?)?)
    }

    fn nfa(&self) -> Result<NFA, Box<BuildError>> {
        let mut builder = thompson::Builder::new();
        // An empty match does not split a character.
        builder.set_utf8(true);
        builder.start_pattern()?;
        for state in &self.states {
            match state {
                State::Range(range) => builder.add_range(transition(*range))?,
                State::Ranges(ranges) => builder.add_sparse(ranges.iter().copied().map(transition).collect())?,
                State::Look(look, next) => match Look::from_repr(*look) {
                    Some(look) => builder.add_look(id(*next), look)?,
                    None => builder.add_fail()?,
                },
                State::Union(next) => builder.add_union(next.iter().copied().map(id).collect())?,
                State::Group(group, true, next) => builder.add_capture_end(id(*next), *group)?,
                State::Group(group, false, next) => {
                    let name = self.groups.get(*group as usize).and_then(Option::as_deref);
                    builder.add_capture_start(id(*next), *group, name.map(Arc::from))?
                }
                State::Fail => builder.add_fail()?,
                State::Match => builder.add_match()?,
            };
        }
        builder.finish_pattern(id(self.start.0))?;
        Ok(builder.build(id(self.start.0), id(self.start.1))?)
    }
}

impl State {
    /// A state of an NFA of one expression; nothing where it is of a kind that the compiler does not make.
    fn of(state: &thompson::State) -> Option<Self> {
        let range = |transition: &Transition| (transition.start, transition.end, transition.next.as_u32());
        Some(match state {
            thompson::State::ByteRange { trans } => Self::Range(range(trans)),
            thompson::State::Sparse(sparse) => Self::Ranges(sparse.transitions.iter().map(range).collect()),
            thompson::State::Dense(_) => return None,
            thompson::State::Look { look, next } => Self::Look(look.as_repr(), next.as_u32()),
            thompson::State::Union { alternates } => Self::Union(alternates.iter().map(StateID::as_u32).collect()),
            thompson::State::BinaryUnion { alt1, alt2 } => Self::Union(vec![alt1.as_u32(), alt2.as_u32()]),
            // The slots of a group are those of its start and of its end.
            thompson::State::Capture { next, group_index, slot, .. } => {
                Self::Group(group_index.as_u32(), slot.as_usize() % 2 == 1, next.as_u32())
            }
            thompson::State::Fail => Self::Fail,
            thompson::State::Match { .. } => Self::Match,
        })
    }
}

fn transition((start, end, next): Range) -> Transition {
    Transition { start, end, next: id(next) }
}

fn id(number: u32) -> StateID {
    StateID::new(number as usize).unwrap_or_default()
}

/// The bytes with which a match can begin, if they are few.
fn first_bytes(expression: &Hir) -> Option<Vec<u8>> {
    let mut extractor = Extractor::new();
    extractor.limit_class(MOST).limit_repeat(1).limit_literal_len(1).limit_total(MOST);
    let mut found = extractor.extract(expression);
    found.sort();
    found.dedup();
    found.literals()?.iter().map(|literal| literal.as_bytes().first().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::parse;

    #[test]
    fn a_stored_program_finds_what_the_expression_matches() {
        let text = "“Sky’s the limit”, naïve É中文 🙂 said; task-force, 1,000 of 20 (a (b) c)";
        for source in [
            r"\b(?<word>\w+)-(?<rest>\w+)\b",
            r"(?:(\d),?)+",
            r"[^”,]{3,7}?”",
            "^“|c\\)$",
            "中|文|é",
            "(?<a>x)|(?<b>of)",
            "no such thing",
            "",
        ] {
            let program = Program::new(&parse(source).unwrap(), false).unwrap();
            let bytes = postcard::to_stdvec(&program).unwrap();
            let program = Program::from_bytes(&bytes).unwrap();
            let matcher = program.matcher().unwrap();
            let direct = BoundedBacktracker::builder().build(&crate::expression::ascii(source)).unwrap();
            let found = |matcher: &BoundedBacktracker| {
                let mut cache = matcher.create_cache();
                let found = matcher.try_captures_iter(&mut cache, text).map(Result::unwrap);
                found.map(|captures| format!("{captures:?}")).collect::<Vec<_>>()
            };
            assert_eq!(found(&matcher), found(&direct), "{source}");
        }
    }

    #[test]
    fn programs_are_known_by_expression_and_case() {
        let program = Program::new(&parse("a+").unwrap(), true).unwrap();
        let bytes = postcard::to_stdvec(&program).unwrap();
        let stored = postcard::to_stdvec(&vec![("a+", false, vec![vec!["aa"]], bytes.as_slice())]).unwrap();
        let programs = Programs::from_bytes(Vec::leak(stored)).unwrap();
        let stored = programs.get("a+", false).unwrap();
        assert_eq!((stored.program, &stored.required), (bytes.as_slice(), &vec![vec!["aa".to_owned()]]));
        assert_eq!(Program::from_bytes(&bytes), Some(program));
        assert_eq!((programs.get("a+", true), programs.get("b", false)), (None, None));
    }
}
