//! `Longest`: many texts that are searched in one pass; of those that start at one place the longest
//! counts, and of two that overlap the first.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::Span;

/// The texts.
#[derive(Debug, Default)]
pub(super) struct Longest(Option<AhoCorasick>);

impl Longest {
    /// The texts, which are numbered in their order; ASCII letters match in either case.
    pub(super) fn new<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true);
        // It fails only on more than 2³¹ states; without it nothing is found.
        Self(builder.build(texts.iter().map(AsRef::as_ref)).ok())
    }

    /// The numbers of the texts that are found, with their places, in order.
    pub(super) fn found<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, Span)> + 't {
        let found = self.0.iter().flat_map(move |automaton| automaton.find_iter(text));
        found.map(|found| (found.pattern().as_usize(), Span::new(found.start(), found.end())))
    }
}
