//! Sentence alignment by dynamic programming over pairs of short runs of sentences.
//!
//! The costs are those of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual
//! Corpora", Computational Linguistics 19(1), 1993: the negative logarithm of the probability of the
//! kind of pair and of the difference of lengths. As there, one letter of a text stands for one of its
//! translation; whoever measures the lengths has to see to that. The search is confined to a band
//! around the diagonal, so that it costs time in proportion to the length of the texts.

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
        self.source.0 < self.source.1 && self.target.0 < self.target.1
    }

    /// Whether it is a single unit on both sides.
    pub(super) fn is_one_to_one(&self) -> bool {
        self.source.0 + 1 == self.source.1 && self.target.0 + 1 == self.target.1
    }
}

/// Kinds of pairs as numbers of sentences, with their probabilities: table 5 of the paper, its
/// symmetric kinds halved, but for sentences left out and added, which editors of news do more often than
/// the parliament of the paper; three to one, which it does not have, is rare.
const KINDS: [(usize, usize, f64); 8] = [
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
/// The narrowest band, in sentences on either side of the diagonal.
const BAND: usize = 32;

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

    /// The cost of a bead: the negative logarithm of its probability.
    pub(super) fn length(&self, bead: &Bead) -> f64 {
        let within = |sums: &[f64], (from, to): (usize, usize)| {
            let at = |n: usize| sums.get(n).copied().unwrap_or_default();
            at(to) - at(from)
        };
        let (source, target) = (within(&self.sources, bead.source), within(&self.targets, bead.target));
        // What is left out may be of any length; the paper lets long sentences pay for it.
        let mean = f64::midpoint(source, target).max(1.0);
        let delta = if bead.is_whole() { (target - source) / (VARIANCE * mean).sqrt() } else { 0.0 };
        let counts = (bead.source.1 - bead.source.0, bead.target.1 - bead.target.0);
        let kind = KINDS.iter().find(|(source, target, _)| (*source, *target) == counts);
        -kind.map_or(f64::MIN_POSITIVE, |kind| kind.2).ln() + tail(delta.abs())
    }
}

/// −ln of the two-sided tail of the normal distribution beyond `x`, by the bound of the Mills ratio
/// (Z. W. Birnbaum 1942), which stays finite where the tail itself is zero in floating point.
fn tail(x: f64) -> f64 {
    let mills = 2.0 / ((x * x + 4.0).sqrt() + x);
    let at_zero = (2.0 / std::f64::consts::PI).sqrt();
    (x * x / 2.0 - (at_zero * mills).ln()).max(0.0)
}

/// The cheapest sequence of beads over all sentences.
pub(super) fn align(sources: &[f64], targets: &[f64], cost: impl Fn(&Bead) -> f64) -> Vec<Bead> {
    let table = Table::fill(sources.len(), targets.len(), cost);
    table.path()
}

/// The cheapest way to each pair of positions near the diagonal.
struct Table {
    sources: usize,
    targets: usize,
    width: usize,
    /// For each row (position in the source) the cells from [`Table::left`] on: cost and kind of the last bead.
    cells: Vec<(f64, u8)>,
}

impl Table {
    fn fill(sources: usize, targets: usize, cost: impl Fn(&Bead) -> f64) -> Self {
        let half = BAND.max(sources.abs_diff(targets) / 4);
        // Wide enough for the step of the diagonal from row to row, too.
        let width = 2 * half + 2 * (targets / sources.max(1)) + 4;
        let unreached = (f64::INFINITY, 0);
        let mut table = Self { sources, targets, width, cells: vec![unreached; (sources + 1) * width] };
        for row in 0..=sources {
            let left = table.left(row);
            for column in left..(left + width).min(targets + 1) {
                let best = table.best(row, column, &cost);
                if let Some(at) = table.index(row, column)
                    && let Some(cell) = table.cells.get_mut(at)
                {
                    *cell = best;
                }
            }
        }
        table
    }

    /// The first column of a row's band.
    fn left(&self, row: usize) -> usize {
        let diagonal = row * self.targets / self.sources.max(1);
        diagonal.saturating_sub(self.width / 2)
    }

    fn index(&self, row: usize, column: usize) -> Option<usize> {
        let offset = column.checked_sub(self.left(row))?;
        (offset < self.width).then_some(row * self.width + offset)
    }

    fn best(&self, row: usize, column: usize, cost: impl Fn(&Bead) -> f64) -> (f64, u8) {
        if (row, column) == (0, 0) {
            return (0.0, 0);
        }
        let mut best = (f64::INFINITY, 0);
        for (number, (down, right, _)) in (0..).zip(KINDS) {
            let (Some(from), Some(start)) = (row.checked_sub(down), column.checked_sub(right)) else { continue };
            let before = self.index(from, start).and_then(|at| self.cells.get(at)).map_or(f64::INFINITY, |cell| cell.0);
            if before.is_finite() {
                let total = before + cost(&Bead { source: (from, row), target: (start, column) });
                best = if total < best.0 { (total, number) } else { best };
            }
        }
        best
    }

    /// The beads, from the last to the first and then turned round.
    fn path(&self) -> Vec<Bead> {
        let (mut row, mut column, mut beads) = (self.sources, self.targets, Vec::new());
        while (row, column) != (0, 0) {
            let kind = self.index(row, column).and_then(|at| self.cells.get(at)).map_or(0, |cell| cell.1);
            let (down, right, _) = KINDS.get(usize::from(kind)).copied().unwrap_or((1, 1, 0.0));
            let (from, start) = (row.saturating_sub(down), column.saturating_sub(right));
            beads.push(Bead { source: (from, row), target: (start, column) });
            (row, column) = (from, start);
        }
        beads.reverse();
        beads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(sources: &[f64], targets: &[f64]) -> Vec<(usize, usize)> {
        let costs = Costs::new(sources, targets);
        let beads = align(sources, targets, |bead| costs.length(bead));
        beads.iter().map(|bead| (bead.source.1 - bead.source.0, bead.target.1 - bead.target.0)).collect()
    }

    #[test]
    fn sentences_of_like_length_are_paired() {
        assert_eq!(kinds(&[62.0, 118.0, 31.0], &[60.0, 120.0, 30.0]), [(1, 1); 3]);
    }

    #[test]
    fn a_sentence_that_was_split_is_paired_with_both_parts() {
        assert_eq!(kinds(&[62.0, 176.0, 31.0], &[60.0, 90.0, 90.0, 30.0]), [(1, 1), (1, 2), (1, 1)]);
    }

    #[test]
    fn long_texts_and_unlike_counts_end() {
        let (many, few) = (vec![90.0; 5000], vec![90.0; 40]);
        assert_eq!(kinds(&many, &few).iter().map(|kind| kind.0).sum::<usize>(), 5000);
        assert_eq!(kinds(&few, &many).iter().map(|kind| kind.1).sum::<usize>(), 5000);
        assert_eq!(kinds(&[], &[10.0, 10.0]), [(0, 1), (0, 1)]);
        assert!(kinds(&[], &[]).is_empty());
    }

    #[test]
    fn the_tail_agrees_with_tables() {
        // P(|Z| > 1.96) = 0.05, P(|Z| > 3) = 0.0027.
        assert!((tail(1.96) + 0.05_f64.ln()).abs() < 0.05, "{}", tail(1.96));
        assert!((tail(3.0) + 0.0027_f64.ln()).abs() < 0.05, "{}", tail(3.0));
        assert!((0.0..0.25).contains(&tail(0.0)));
    }
}
