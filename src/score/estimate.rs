//! `Estimate`: what a translation may cost as a whole, told from its source.

/// What a translation costs that neither rules nor a dictionary see.
const UNSEEN: f64 = 95.0;
/// For the square root of the findings' penalty per 1,000 words: the more rules find in one text, the
/// less each finding adds.
const FINDINGS: f64 = 5.0;
/// For each group of three words in 1,000 that stands in its segment already.
const REPETITION: f64 = 1.5;
/// For a source of which nothing is answered.
const UNANSWERED: f64 = 250.0;
/// For a length that is off by a factor of e beyond [`TOLERANCE`].
const LENGTH: f64 = 200.0;
/// How far the logarithm of the length may be off without a cost.
const TOLERANCE: f64 = 0.15;

/// An estimate of the penalty that a person would give a translation, to rank translations of one source.
///
/// With the penalty of the findings per 1,000 words F, the share of the source's words that are
/// answered C, the length as a part of what is expected L, and repeated groups of three words in 1,000
/// words R, it is
///
/// 95 + 5 √F + 1.5 R + 250 (1 − C) + 200 max(0, |ln L| − 0.15)
///
/// points of the WMT profile. The weights of F and R, and the constant, are those of a ridge regression
/// within articles on the Chinese-English news task of WMT 2021 (47 articles in 13 translations; MQM by
/// Freitag et al. 2021), rounded. There it tells the better of two translations of an article 0.55 of
/// the time (95 %: 0.53 to 0.58), where the findings alone do 0.54 and text overlap with a human
/// reference (chrF) 0.55; one person rated each translation. On that data, on which all systems are
/// complete, coverage and length tell nothing by themselves (0.51 and 0.51); their weights follow what
/// coverage does on the news of 2023 (0.66), whose systems are further apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share of the source's words that something in the translation answers: 0 to 1.
    pub coverage: f64,
    /// The number of words of the translation as a part of what the source leads to expect.
    pub length: f64,
    /// How many groups of three words in 1,000 words stand in their segment already.
    pub repetition: f64,
    /// The estimated penalty per 1,000 words.
    pub per_thousand: f64,
}

impl Estimate {
    /// From the penalty of the findings per 1,000 words, and what the comparison with the source gave.
    #[must_use]
    pub fn new(findings: f64, coverage: f64, length: f64, repetition: f64) -> Self {
        // A text without words is as far off as can be told: a factor of a hundred.
        let off = (length.max(0.01).ln().abs() - TOLERANCE).max(0.0);
        let per_thousand = UNSEEN
            + FINDINGS * findings.max(0.0).sqrt()
            + REPETITION * repetition
            + UNANSWERED * (1.0 - coverage)
            + LENGTH * off;
        Self { coverage, length, repetition, per_thousand }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(findings: f64, coverage: f64, length: f64, repetition: f64) -> f64 {
        Estimate::new(findings, coverage, length, repetition).per_thousand
    }

    #[test]
    fn the_formula_is_the_documented_one() {
        assert!((points(36.0, 0.8, 1.0, 8.0) - (95.0 + 30.0 + 50.0 + 12.0)).abs() < 1e-9);
        assert!((points(0.0, 1.0, 1.1, 0.0) - 95.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_left_out_padded_or_repeated_costs() {
        let plain = points(20.0, 0.8, 1.0, 5.0);
        assert!(points(20.0, 0.6, 1.0, 5.0) > plain && points(20.0, 0.8, 0.5, 5.0) > plain);
        assert!(points(20.0, 0.8, 2.0, 5.0) > plain && points(20.0, 0.8, 1.0, 9.0) > plain);
        assert!(points(40.0, 0.8, 1.0, 5.0) > plain && points(0.0, 0.0, 0.0, 0.0).is_finite());
    }
}
