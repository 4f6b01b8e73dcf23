//! The kinds of pairs of short runs of sentences or paragraphs, and what their lengths say of them.
//!
//! The costs are those of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual
//! Corpora", Computational Linguistics 19(1), 1993: the negative logarithm of the probability of the
//! kind of pair and of the difference of lengths. As there, one letter of a text stands for one of its
//! translation; whoever measures the lengths has to see to that.

/// A pair of runs of sentences: half-open ranges of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bead {
    /// The sentences of the source.
    pub(super) source: (usize, usize),
    /// The sentences of the target.
    pub(super) target: (usize, usize),
}

impl Bead {
    /// Whether neither side is empty.
    pub(super) fn is_whole(&self) -> bool {
        self.counts().0 > 0 && self.counts().1 > 0
    }

    /// How many units it has on each side.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.source.1 - self.source.0, self.target.1 - self.target.0)
    }
}

/// Kinds of pairs as numbers of sentences, with their probabilities: table 5 of the paper, its
/// symmetric kinds halved, but for sentences left out and added, which editors of news do more often than
/// the parliament of the paper; three to one, which it does not have, is rare.
pub(super) const KINDS: [(usize, usize, f64); 8] = [
    (1, 1, 0.89),
    (1, 0, 0.02),
    (0, 1, 0.02),
    (2, 1, 0.0445),
    (1, 2, 0.0445),
    (2, 2, 0.011),
    (3, 1, 0.00495),
    (1, 3, 0.00495),
];
/// The variance of the length of a translation per character of the source (the paper's s²).
const VARIANCE: f64 = 6.8;
/// How far the lengths of long passages differ, as a part of them: what the paper's variance, which is
/// for sentences, leaves out.
const SPREAD: f64 = 0.12;

/// The costs of pairs by their lengths.
pub(super) struct Costs {
    sources: Vec<f64>,
    targets: Vec<f64>,
}

impl Costs {
    /// The costs for sentences of these lengths in letters.
    pub(super) fn new(sources: &[f64], targets: &[f64]) -> Self {
        let sums = |lengths: &[f64]| {
            let mut sum = 0.0;
            let running = lengths.iter().map(|length| {
                sum += length;
                sum
            });
            std::iter::once(0.0).chain(running).collect::<Vec<f64>>()
        };
        Self { sources: sums(sources), targets: sums(targets) }
    }

    /// The cost of a bead of a kind: the negative logarithm of its probability.
    pub(super) fn of(&self, bead: &Bead, probability: f64) -> f64 {
        let within = |sums: &[f64], (from, to): (usize, usize)| {
            let at = |n: usize| sums.get(n).copied().unwrap_or_default();
            at(to) - at(from)
        };
        let (source, target) = (within(&self.sources, bead.source), within(&self.targets, bead.target));
        // What is left out may be of any length; the paper lets long sentences pay for it.
        let mean = f64::midpoint(source, target).max(1.0);
        let deviation = (VARIANCE * mean + (SPREAD * mean).powi(2)).sqrt();
        let delta = if bead.is_whole() { (target - source) / deviation } else { 0.0 };
        -probability.ln() + tail(delta.abs())
    }
}

/// −ln of the two-sided tail of the normal distribution beyond `x`, by the bound of the Mills ratio
/// (Z. W. Birnbaum 1942), which stays finite where the tail itself is zero in floating point.
fn tail(x: f64) -> f64 {
    let mills = 2.0 / ((x * x + 4.0).sqrt() + x);
    let at_zero = (2.0 / std::f64::consts::PI).sqrt();
    (x * x / 2.0 - (at_zero * mills).ln()).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_agrees_with_tables() {
        // P(|Z| > 1.96) = 0.05, P(|Z| > 3) = 0.0027.
        assert!((tail(1.96) + 0.05_f64.ln()).abs() < 0.05, "{}", tail(1.96));
        assert!((tail(3.0) + 0.0027_f64.ln()).abs() < 0.05, "{}", tail(3.0));
        assert!((0.0..0.25).contains(&tail(0.0)));
    }

    #[test]
    fn the_less_alike_the_lengths_the_dearer_the_pair() {
        let costs = Costs::new(&[100.0, 50.0], &[100.0, 100.0]);
        let pair = |at: usize| costs.of(&Bead { source: (at, at + 1), target: (at, at + 1) }, 0.89);
        let omission = costs.of(&Bead { source: (0, 1), target: (0, 0) }, 0.02);
        assert!(pair(0) < 0.5 && pair(1) > pair(0) + 3.0 && (omission + 0.02_f64.ln()).abs() < 0.3);
    }
}
