//! `Corpus`: the pairs as sequences: each source segment once, with all of its translations.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::Pairs;
use crate::language::{Analysis, Kind};
use crate::mine::sequence::{Sequences, Unit, narrow};

/// The pairs as sequences. Of pairs that are the same on both sides one is kept.
pub(super) struct Corpus {
    /// The different source segments.
    pub(super) source: Sequences,
    /// The target segments, one a pair.
    pub(super) target: Sequences,
    /// For each pair its source segment and its number in the file.
    pub(super) pairs: Vec<Pair>,
    /// Whether the source has spaces between words.
    pub(super) spaced: bool,
    /// The pairs of each source segment.
    of_source: Vec<Vec<u32>>,
}

/// A pair.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) source: u32,
    pub(super) number: u32,
}

impl Corpus {
    pub(super) fn new(pairs: &Pairs, source: &Analysis<'_>, target: &Analysis<'_>) -> Self {
        let mut corpus = Self {
            source: Sequences::default(),
            target: Sequences::default(),
            pairs: Vec::new(),
            spaced: is_spaced(source),
            of_source: Vec::new(),
        };
        let (mut known, mut seen) = (FxHashMap::default(), FxHashSet::default());
        let both = source.passages().zip(target.passages()).zip(0..);
        for (((from, from_tokens), (to, to_tokens)), number) in both {
            let (one, other) = (from.span.of(pairs.source.text()), to.span.of(pairs.target.text()));
            let segment = *known.entry(one).or_insert_with(|| {
                corpus.source.push(source, from_tokens, Unit::Written);
                corpus.of_source.push(Vec::new());
                narrow(corpus.source.len() - 1)
            });
            if seen.insert((segment, other)) {
                corpus.target.push(target, to_tokens, Unit::Stem);
                corpus.of_source.get_mut(segment as usize).into_iter().for_each(|own| {
                    own.push(narrow(corpus.pairs.len()));
                });
                corpus.pairs.push(Pair { source: segment, number });
            }
        }
        corpus
    }

    /// The pairs of a source segment.
    pub(super) fn pairs_of(&self, segment: u32) -> &[u32] {
        self.of_source.get(segment as usize).map_or(&[], Vec::as_slice)
    }
}

/// Whether most tokens of a text are words between spaces.
fn is_spaced(source: &Analysis<'_>) -> bool {
    let cjk = source.tokens().iter().filter(|token| token.kind == Kind::Cjk).count();
    cjk * 3 < source.tokens().len()
}
