//! `Table`: the cheapest sequence of beads, and how likely each of them is among all sequences.
//!
//! The sequences are those of a band around a guide from the start of both texts to their ends, so that
//! it costs time in proportion to their length. A bead is as likely as the sequences that hold it
//! together (the forward-backward algorithm, L. E. Baum 1972).

use super::band::Band;
use super::gale_church::{Bead, KINDS};

/// Costs (negative logarithms of probabilities) of the beads between the positions of a band.
pub(super) struct Table<'b, C> {
    band: &'b Band,
    cost: C,
    /// For each cell the cost of the cheapest way to it, and the kind of the last bead on it.
    best: Vec<(f64, u8)>,
    /// For each cell the costs of all ways to it together.
    forward: Vec<f64>,
    /// For each cell the costs of all ways from it to the end together.
    backward: Vec<f64>,
}

/// The sequence of beads over all sentences that is the cheapest, each with its probability.
pub(super) fn align(band: &Band, cost: impl Fn(&Bead, f64) -> f64) -> Vec<(Bead, f64)> {
    let none = vec![f64::INFINITY; band.cells()];
    let best = vec![(f64::INFINITY, 0); band.cells()];
    let mut table = Table { band, cost, best, forward: none.clone(), backward: none };
    table.fill();
    table.fill_back();
    let all = table.at(&table.backward, 0, 0);
    let chance = |bead: &Bead| (all - table.through(bead)).exp().clamp(0.0, 1.0);
    table.path().into_iter().map(|bead| (bead, chance(&bead))).collect()
}

impl<C: Fn(&Bead, f64) -> f64> Table<'_, C> {
    fn at(&self, costs: &[f64], row: usize, column: usize) -> f64 {
        self.band.cell(row, column).and_then(|cell| costs.get(cell)).copied().unwrap_or(f64::INFINITY)
    }

    fn fill(&mut self) {
        for row in 0..=self.band.rows() {
            for column in self.band.columns(row) {
                let (best, forward) = self.arrive(row, column);
                if let Some(cell) = self.band.cell(row, column) {
                    set(&mut self.best, cell, best);
                    set(&mut self.forward, cell, forward);
                }
            }
        }
    }

    /// The cheapest way to a position, and all ways together.
    fn arrive(&self, row: usize, column: usize) -> ((f64, u8), f64) {
        if (row, column) == (0, 0) {
            return ((0.0, 0), 0.0);
        }
        let (mut best, mut ways) = ((f64::INFINITY, 0), Ways::default());
        for (number, (down, right, probability)) in (0..).zip(KINDS) {
            let (Some(from), Some(start)) = (row.checked_sub(down), column.checked_sub(right)) else { continue };
            let Some(cell) = self.band.cell(from, start) else { continue };
            let before = self.best.get(cell).map_or(f64::INFINITY, |best| best.0);
            if before.is_finite() {
                let cost = (self.cost)(&Bead { source: (from, row), target: (start, column) }, probability);
                best = if before + cost < best.0 { (before + cost, number) } else { best };
                ways.add(self.forward.get(cell).copied().unwrap_or(f64::INFINITY) + cost);
            }
        }
        (best, ways.together())
    }

    fn fill_back(&mut self) {
        let (rows, columns) = (self.band.rows(), self.band.last());
        for row in (0..=rows).rev() {
            for column in self.band.columns(row).rev() {
                let together = if (row, column) == (rows, columns) { 0.0 } else { self.leave(row, column) };
                if let Some(cell) = self.band.cell(row, column) {
                    set(&mut self.backward, cell, together);
                }
            }
        }
    }

    /// All ways from a position to the end together.
    fn leave(&self, row: usize, column: usize) -> f64 {
        let mut ways = Ways::default();
        for (down, right, probability) in KINDS {
            let after = self.at(&self.backward, row + down, column + right);
            if after.is_finite() {
                let bead = Bead { source: (row, row + down), target: (column, column + right) };
                ways.add(after + (self.cost)(&bead, probability));
            }
        }
        ways.together()
    }

    /// All ways through a bead together.
    fn through(&self, bead: &Bead) -> f64 {
        let probability = KINDS.iter().find(|(down, right, _)| (*down, *right) == bead.counts());
        self.at(&self.forward, bead.source.0, bead.target.0)
            + (self.cost)(bead, probability.map_or(f64::MIN_POSITIVE, |kind| kind.2))
            + self.at(&self.backward, bead.source.1, bead.target.1)
    }

    /// The beads of the cheapest way, from the last to the first and then turned round.
    fn path(&self) -> Vec<Bead> {
        let (mut row, mut column, mut beads) = (self.band.rows(), self.band.last(), Vec::new());
        while (row, column) != (0, 0) {
            let kind = self.band.cell(row, column).and_then(|cell| self.best.get(cell)).map_or(0, |best| best.1);
            let (down, right, _) = KINDS.get(usize::from(kind)).copied().unwrap_or((1, 1, 0.0));
            let (from, start) = (row.saturating_sub(down), column.saturating_sub(right));
            beads.push(Bead { source: (from, row), target: (start, column) });
            (row, column) = (from, start);
        }
        beads.reverse();
        beads
    }
}

fn set<T>(cells: &mut [T], at: usize, value: T) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = value;
    }
}

/// Negative logarithms of probabilities whose sum is wanted.
#[derive(Default)]
struct Ways {
    costs: [f64; KINDS.len()],
    count: usize,
}

impl Ways {
    fn add(&mut self, cost: f64) {
        set(&mut self.costs, self.count, cost);
        self.count += 1;
    }

    fn together(&self) -> f64 {
        let costs = self.costs.get(..self.count).unwrap_or_default();
        let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
        if !least.is_finite() {
            return least;
        }
        least - costs.iter().map(|cost| (least - cost).exp()).sum::<f64>().ln()
    }
}

#[cfg(test)]
mod tests {
    use super::super::gale_church::Costs;
    use super::*;

    fn kinds(sources: &[f64], targets: &[f64]) -> Vec<(usize, usize)> {
        let costs = Costs::new(sources, targets);
        let band = Band::new(sources.len(), targets.len(), &[]);
        let beads = align(&band, |bead, probability| costs.of(bead, probability));
        assert!(beads.iter().all(|(_, chance)| (0.0..=1.0).contains(chance)));
        beads.iter().map(|(bead, _)| bead.counts()).collect()
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
    fn what_may_be_paired_in_two_ways_is_not_likely() {
        let (sources, targets) = (vec![90.0; 4], vec![90.0; 3]);
        let (costs, band) = (Costs::new(&sources, &targets), Band::new(4, 3, &[]));
        let beads = align(&band, |bead, probability| costs.of(bead, probability));
        assert!(beads.iter().filter(|(bead, _)| !bead.is_whole()).all(|(_, chance)| *chance < 0.5), "{beads:?}");
    }
}
