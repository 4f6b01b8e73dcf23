//! Parallel text: source terms with the renderings that compete for them.
//!
//! 1. n-grams of the source (2–8 characters, or 1–4 words) and of the target (1–8 words, as stems)
//!    that are frequent, maximal, and no fragments ([`candidate`]);
//! 2. association over the segments, by G² ([`associate`]);
//! 3. competitive linking within each segment ([`link`]);
//! 4. renderings that stand where the others do not ([`term`]).

mod associate;
mod candidate;
mod corpus;
mod link;
mod pairs;
mod rank;
mod term;

use super::grams::Grams;
use super::{Options, Proposal};
use crate::language::Analysis;
use associate::Associations;
use corpus::Corpus;
use pairs::Pairs;

pub use pairs::Parallel;

/// The longest source term, in characters and in words, and the longest target form in words.
const CHARACTERS: usize = 8;
const WORDS: usize = 4;
const FORM: usize = 8;
/// The least number of pairs that a target form occurs in.
const RARE: u32 = 2;

/// Source terms with their renderings, those with rivals first, the firmest first.
#[must_use]
pub fn parallel(parallel: Parallel, options: Options) -> Vec<Proposal> {
    let pairs: Pairs = parallel.finish();
    let (source, target) = (Analysis::new(&pairs.source), Analysis::new(&pairs.target));
    let corpus = Corpus::new(&pairs, &source, &target);
    let longest = if corpus.spaced { WORDS } else { CHARACTERS };
    let terms = Grams::new(&corpus.source, options.min_count.max(1), longest);
    let forms = Grams::new(&corpus.target, RARE, FORM);
    let associations = Associations::new(&corpus, &terms, &forms, options.min_count.max(1));
    let links = link::links(&corpus, &associations);
    let context = term::Context { pairs: &pairs, corpus: &corpus, terms: &terms, forms: &forms };
    let mut found = context.proposals(&associations, &links);
    found.truncate(options.limit);
    found
}
