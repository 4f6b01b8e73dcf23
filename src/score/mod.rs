//! Floor 6: what the findings of a document cost, and what that says about the whole.
//!
//! The figures are those of the MQM scoring models (themqm.org): absolute penalty total, penalty per
//! 1,000 words, raw and calibrated overall quality score. The counting unit is the word of the
//! translation. A score from rules is a pre-screen of what rules can see, not a rating by a person.

mod card;
mod certainty;
mod estimate;
mod profile;

pub use card::{Counts, Scorecard, Verdict};
pub use certainty::{Certainty, words};
pub use estimate::Estimate;
pub use profile::{J2450, MQM, PROFILES, Profile, WMT, by_name};

use crate::finding::Finding;

/// The score of a faultless text (MSV).
pub const MAXIMUM: f64 = 100.0;
/// The number of words that penalties are referred to (RWC).
pub const REFERENCE_WORDS: f64 = 1000.0;

/// How findings become a score.
#[derive(Clone, Copy, Debug)]
pub struct Scoring {
    /// The weights.
    pub profile: &'static dyn Profile,
    /// Whether findings of the `style` dimension count.
    pub style: bool,
    /// The score of a text that just passes when it has [`Self::acceptable_penalty`] (PT).
    pub passing_threshold: f64,
    /// The penalty per 1,000 words that is still acceptable (APP).
    pub acceptable_penalty: f64,
    /// The calibrated score below which a document fails; [`Self::passing_threshold`] where there is none.
    pub bar: Option<f64>,
}

impl Default for Scoring {
    fn default() -> Self {
        Self { profile: &WMT, style: true, passing_threshold: 90.0, acceptable_penalty: 10.0, bar: None }
    }
}

impl Scoring {
    /// The penalty of a finding.
    #[must_use]
    pub fn penalty(&self, finding: &Finding) -> f64 {
        if !self.style && finding.rule.category.dimension() == "style" {
            return 0.0;
        }
        self.profile.penalty(finding.rule.category, finding.severity)
    }

    /// The calibrated score below which a document fails.
    #[must_use]
    pub fn threshold(&self) -> f64 {
        self.bar.unwrap_or(self.passing_threshold)
    }

    /// The calibrated score (CQS = MSV − penalty per 1,000 words × SF, SF = (MSV − PT) / APP), not below 0.
    #[must_use]
    pub fn calibrated(&self, per_thousand: f64) -> f64 {
        let factor = (MAXIMUM - self.passing_threshold) / self.acceptable_penalty.max(f64::EPSILON);
        (MAXIMUM - per_thousand * factor).max(0.0)
    }
}
