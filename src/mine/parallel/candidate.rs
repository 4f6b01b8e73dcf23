//! Which n-grams may be terms, and where they stand.

use crate::mine::edge;
use crate::mine::grams::{Gram, Grams, symbols};
use crate::mine::sequence::{Sequences, Symbol, narrow};

/// The share of an n-gram's count from which a longer one that holds it stands for it.
const ABSORBED: (u32, u32) = (4, 5);
/// The least branching entropy on either side, in bits: what is always followed (or preceded) by
/// the same character is a fragment.
const BRANCHING: f64 = 0.9;
/// The letters of a short word, and one in how many segments makes it frequent.
const SHORT: usize = 3;
const SHARE: usize = 25;

/// The n-grams of a side that may be terms.
pub(super) struct Candidates {
    /// For each n-gram, whether it may be a term.
    pub(super) is_term: Vec<bool>,
}

/// A place of an n-gram in a segment, in symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: u32,
    pub(super) length: u32,
    pub(super) gram: u32,
}

impl Place {
    /// Whether the other place lies inside this one, and is shorter.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.length > other.length && self.at <= other.at && other.at + other.length <= self.at + self.length
    }
}

impl Candidates {
    /// Of the source: maximal n-grams that stand in various surroundings.
    pub(super) fn source(sequences: &Sequences, grams: &Grams, spaced: bool) -> Self {
        let fits = |gram: &Gram| {
            if spaced {
                words(sequences, gram) && !is_grammar(sequences, grams, gram)
            } else {
                characters(sequences, gram)
            }
        };
        let mut found = Self { is_term: grams.all().iter().map(|gram| is_maximal(gram) && fits(gram)).collect() };
        if !spaced {
            let branching = branching(sequences, grams, &found);
            for (own, entropy) in found.is_term.iter_mut().zip(branching) {
                *own &= entropy >= BRANCHING;
            }
        }
        found
    }

    /// Of the target: maximal n-grams of words.
    pub(super) fn target(sequences: &Sequences, grams: &Grams) -> Self {
        Self { is_term: grams.all().iter().map(|gram| words(sequences, gram)).collect() }
    }

    /// The places of terms in a segment.
    pub(super) fn places(&self, sequences: &Sequences, grams: &Grams, segment: usize) -> Vec<Place> {
        let mut places = Vec::new();
        grams.each(sequences.get(segment), |at, gram| {
            if self.is_term.get(gram as usize).copied().unwrap_or(false) {
                let length = grams.all().get(gram as usize).map_or(0, |gram| gram.length);
                places.push(Place { at: narrow(at), length: narrow(length), gram });
            }
        });
        places
    }
}

/// Whether no longer n-gram is about as frequent.
fn is_maximal(gram: &Gram) -> bool {
    let (numerator, denominator) = ABSORBED;
    gram.longer * denominator < gram.count * numerator
}

/// Two characters or more, with no number in them and no character of grammar at the edges.
fn characters(sequences: &Sequences, gram: &Gram) -> bool {
    let symbols = symbols(sequences, gram);
    let name = |symbol: Option<&Symbol>| symbol.map_or("", |symbol| sequences.name(symbol.id));
    let number = symbols.iter().any(|symbol| edge::is_number(sequences.name(symbol.id)));
    symbols.len() > 1 && !number && edge::may_begin(name(symbols.first())) && edge::may_end(name(symbols.last()))
}

/// Words, with no number and no word of grammar at the edges.
fn words(sequences: &Sequences, gram: &Gram) -> bool {
    let symbols = symbols(sequences, gram);
    let content = |name: &str| name.chars().count() > 1 && !edge::is_edge_word(name) && !edge::is_number(name);
    let ends = [symbols.first(), symbols.last()];
    ends.into_iter().all(|symbol| symbol.is_some_and(|symbol| content(sequences.name(symbol.id))))
}

/// Whether an n-gram of a language without a word list here begins or ends with a word of grammar: a
/// short one that is in many segments.
fn is_grammar(sequences: &Sequences, grams: &Grams, gram: &Gram) -> bool {
    let symbols = symbols(sequences, gram);
    let many = |symbol: &Symbol| (grams.segments_with(symbol) as usize) * SHARE > sequences.len();
    let short = |symbol: &Symbol| sequences.name(symbol.id).chars().count() <= SHORT;
    [symbols.first(), symbols.last()].into_iter().flatten().any(|symbol| short(symbol) && many(symbol))
}

/// For each n-gram the entropy of what stands before it or behind it, whichever is lower (“branching
/// entropy”: Z. Jin, K. Tanaka-Ishii, “Unsupervised Segmentation of Chinese Text by Use of Branching
/// Entropy”, COLING/ACL 2006). The edge of a segment or punctuation counts as something new each time.
fn branching(sequences: &Sequences, grams: &Grams, wanted: &Candidates) -> Vec<f64> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for segment in 0..sequences.len() {
        let symbols = sequences.get(segment);
        for place in wanted.places(sequences, grams, segment) {
            let (first, behind) = (place.at as usize, (place.at + place.length) as usize);
            let own = symbols.get(first).filter(|symbol| symbol.joined);
            let left = own.and_then(|_| symbols.get(first.checked_sub(1)?)).map(|symbol| symbol.id);
            let right = symbols.get(behind).filter(|symbol| symbol.joined).map(|symbol| symbol.id);
            before.push((place.gram, left.unwrap_or(u32::MAX)));
            after.push((place.gram, right.unwrap_or(u32::MAX)));
        }
    }
    let (before, after) = (entropies(before, grams.all().len()), entropies(after, grams.all().len()));
    before.into_iter().zip(after).map(|(before, after)| before.min(after)).collect()
}

/// For each n-gram the entropy of its neighbours, in bits.
fn entropies(mut neighbours: Vec<(u32, u32)>, grams: usize) -> Vec<f64> {
    neighbours.sort_unstable();
    let mut found = vec![0.0; grams];
    for own in neighbours.chunk_by(|one, other| one.0 == other.0) {
        let all = f64::from(narrow(own.len()));
        let term = |count: f64| -(count / all) * (count / all).log2();
        let entropy = own.chunk_by(|one, other| one.1 == other.1).map(|same| match same {
            [(_, u32::MAX), ..] => f64::from(narrow(same.len())) * term(1.0),
            _ => term(f64::from(narrow(same.len()))),
        });
        let gram = own.first().map_or(0, |(gram, _)| *gram as usize);
        found.get_mut(gram).into_iter().for_each(|value| *value = entropy.clone().sum());
    }
    found
}
