//! How firmly two things hold together: measures over the segments in which they occur.

/// In how many segments a source term and a target form occur together, alone, and in how many at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooccurrence {
    /// The segments that have both.
    pub both: u32,
    /// The segments that have the source term.
    pub source: u32,
    /// The segments that have the target form.
    pub target: u32,
    /// All segments.
    pub all: u32,
}

impl Cooccurrence {
    /// The log-likelihood ratio G² of the 2×2 table of segments: with O the observed number in a
    /// cell and E the one expected if the two were independent (row total × column total ÷ all),
    ///
    /// G² = 2 Σ O ln(O ÷ E)
    ///
    /// (T. Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”,
    /// *Computational Linguistics* 19(1), 1993, 61–74). It follows χ² with one degree of freedom:
    /// 10.83 is exceeded by chance once in 1,000 times. Two things that occur together no more
    /// often than by chance have 0 here.
    #[must_use]
    pub fn g2(&self) -> f64 {
        let [both, source, target, all] = [self.both, self.source, self.target, self.all].map(f64::from);
        if both * all <= source * target {
            return 0.0;
        }
        let cell = |observed: f64, row: f64, column: f64| {
            if observed > 0.0 { observed * (observed * all / (row * column)).ln() } else { 0.0 }
        };
        let (no_source, no_target) = (all - source, all - target);
        let neither = all - source - target + both;
        let sum = cell(both, source, target)
            + cell(source - both, source, no_target)
            + cell(target - both, no_source, target)
            + cell(neither, no_source, no_target);
        2.0 * sum
    }

    /// The Dice coefficient, 2 × both ÷ (source + target), from 0 to 1: the share that the two have
    /// in each other (L. R. Dice, “Measures of the Amount of Ecologic Association Between Species”,
    /// *Ecology* 26(3), 1945, 297–302).
    #[must_use]
    pub fn dice(&self) -> f64 {
        let sum = f64::from(self.source) + f64::from(self.target);
        if sum > 0.0 { 2.0 * f64::from(self.both) / sum } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(both: u32, source: u32, target: u32, all: u32) -> Cooccurrence {
        Cooccurrence { both, source, target, all }
    }

    #[test]
    fn g2_has_the_values_computed_by_hand() {
        // Cells 10, 0, 0, 90: 2 (10 ln 10 + 90 ln (10/9)) = 2 (23.02585 + 9.48245).
        assert!((table(10, 10, 10, 100).g2() - 65.016_59).abs() < 1e-4);
        // Cells 3, 1, 2, 4: 2 (3 ln 1.5 + ln 0.5 + 2 ln (2/3) + 4 ln (4/3)).
        assert!((table(3, 4, 5, 10).g2() - 1.726_092).abs() < 1e-4);
        assert!(table(1, 10, 10, 100).g2().abs() < 1e-9, "independent");
        assert!(table(0, 10, 10, 100).g2().abs() < 1e-9, "they avoid each other");
    }

    #[test]
    fn dice_has_the_values_computed_by_hand() {
        assert!((table(3, 4, 5, 10).dice() - 6.0 / 9.0).abs() < 1e-12);
        assert!((table(5, 5, 5, 9).dice() - 1.0).abs() < 1e-12);
        assert!(table(0, 0, 0, 0).dice().abs() < 1e-12);
    }
}
