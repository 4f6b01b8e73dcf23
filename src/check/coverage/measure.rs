//! `Measure`: how far a translation as a whole covers its source.

use rustc_hash::FxHashSet;

use super::covering::{Covering, WORDS_A_CHARACTER, count};

/// How far a translation covers its source.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// The share of the source's words that something in the translation answers: 0 to 1.
    pub coverage: f64,
    /// The number of words of the translation as a part of what the source leads to expect: 1 is as expected.
    pub length: f64,
    /// How many groups of three words in 1,000 words stand in their segment already.
    pub repetition: f64,
}

impl Measure {
    pub(super) fn of(coverings: &[Covering]) -> Self {
        let (mut answered, mut total, mut repeated, mut words, mut characters) = (0.0, 0.0, 0, 0, 0);
        for covering in coverings {
            let (share, weight) = covering.covered();
            answered += share * weight;
            total += weight;
            repeated += repetitions(covering);
            words += covering.length;
            characters += covering.characters;
        }
        Self {
            coverage: if total > 0.0 { answered / total } else { 1.0 },
            length: if characters > 0 { count(words) / (count(characters) * WORDS_A_CHARACTER) } else { 1.0 },
            repetition: count(repeated) / count(words.max(1)) * 1000.0,
        }
    }
}

/// How many groups of three words stand in the segment already.
fn repetitions(covering: &Covering) -> usize {
    let mut seen: FxHashSet<[&str; 3]> = FxHashSet::default();
    let groups = covering.stems.words.windows(3).filter_map(|group| match group {
        [a, b, c] => Some([&*a.stem, &*b.stem, &*c.stem]),
        _ => None,
    });
    groups.filter(|group| !seen.insert(*group)).count()
}
