//! `Certainty`: how far a text of this length supports a score.

use super::{MAXIMUM, REFERENCE_WORDS, Scoring};

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.96;
/// The upper 95 % limit of a Poisson mean where nothing was counted: −ln 0.025.
const NONE_SEEN: f64 = 3.689;

/// The range in which the calibrated score would lie in 95 of 100 texts of this length and making.
///
/// Errors are taken to fall at random over the text (Poisson). The interval of their expected number
/// is Byar's approximation; for errors of unequal weight it is scaled as by Dobson, Kuulasmaa,
/// Eberle and Scherer (Statistics in Medicine 10, 1991): with penalty T = Σw, count n and its limit
/// L, the limit of the penalty is T + √(Σw² / n) · (L − n). Where nothing was found, up to 3.7
/// errors of the weight of a minor one may have stayed away by chance.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Certainty {
    /// The lower limit of the calibrated score.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Certainty {
    /// From the number of words, the count of findings that cost something, Σw and Σw².
    #[must_use]
    pub fn new(words: u64, count: u64, sum: f64, squares: f64, scoring: &Scoring) -> Self {
        if words == 0 {
            return Self { low: 0.0, high: MAXIMUM };
        }
        let n = float(count);
        let (least, most) = if count == 0 {
            (0.0, NONE_SEEN)
        } else {
            let spread = (squares / n).sqrt();
            ((sum + spread * (lower(n) - n)).max(0.0), sum + spread * (upper(n) - n))
        };
        let score = |penalty: f64| scoring.calibrated(penalty / float(words) * REFERENCE_WORDS);
        Self { low: score(most), high: score(least) }
    }

    /// The same in a sentence, seen from the threshold.
    #[must_use]
    pub fn sentence(&self, words: u64, threshold: f64) -> String {
        let Self { low, high } = self;
        let supports = if *low >= threshold {
            format!("the text is long enough to put it above {threshold:.0}")
        } else if *high < threshold {
            format!("the text is long enough to put it below {threshold:.0}")
        } else {
            format!("too short a text to tell on which side of {threshold:.0} it lies")
        };
        let (words, put) = (self::words(words), if words == 1 { "puts" } else { "put" });
        format!("{words} {put} the score between {low:.0} and {high:.0} (95 %, if errors fall at random): {supports}")
    }
}

/// `1 word`, `2 words`.
#[must_use]
pub fn words(count: u64) -> String {
    format!("{count} {}", if count == 1 { "word" } else { "words" })
}

/// Byar's lower limit of the mean of a Poisson count of `n` ≥ 1.
fn lower(n: f64) -> f64 {
    n * (1.0 - 1.0 / (9.0 * n) - Z / (3.0 * n.sqrt())).powi(3)
}

/// Byar's upper limit.
fn upper(n: f64) -> f64 {
    let m = n + 1.0;
    m * (1.0 - 1.0 / (9.0 * m) + Z / (3.0 * m.sqrt())).powi(3)
}

/// A count as a number to reckon with; exact up to 2⁵³.
#[allow(clippy::cast_precision_loss, reason = "no text has 2⁵³ words")]
pub(super) fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exact limits of a Poisson mean (Garwood 1936): 10 counted, 4.80 to 18.39.
    #[test]
    fn byars_limits_are_close_to_the_exact_ones() {
        assert!((lower(10.0) - 4.80).abs() < 0.05 && (upper(10.0) - 18.39).abs() < 0.05);
    }

    #[test]
    fn a_longer_text_is_surer() {
        let scoring = Scoring::default();
        let short = Certainty::new(300, 4, 8.0, 28.0, &scoring);
        let long = Certainty::new(30_000, 400, 800.0, 2800.0, &scoring);
        assert!(long.high - long.low < (short.high - short.low) / 5.0);
        assert!(short.sentence(300, 90.0).contains("too short"), "{short:?}");
        assert!(long.sentence(30_000, 90.0).contains("below 90"), "{long:?}");
    }
}
