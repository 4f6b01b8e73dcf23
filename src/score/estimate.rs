//! `Estimate`: what a translation may cost as a whole, told from its source.

/// An estimate of the penalty that a person would give a translation, to rank translations of one source.
///
/// Findings are what rules can see; that a text leaves things out, pads or repeats itself shows in the
/// whole as well.
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
        let per_thousand = findings;
        Self { coverage, length, repetition, per_thousand }
    }
}
