//! `Scorecard`: the counts and scores of a document, or of many.

use std::collections::BTreeMap;

use super::certainty::float;
use super::{Certainty, Estimate, MAXIMUM, REFERENCE_WORDS, Scoring};
use crate::finding::Finding;
use crate::mqm::{Category, Severity};

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Costs nothing.
    pub neutral: u64,
    /// Does not mislead.
    pub minor: u64,
    /// Misleads.
    pub major: u64,
    /// Must not be published.
    pub critical: u64,
}

impl Counts {
    /// The number of findings of a severity.
    #[must_use]
    pub fn of(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Neutral => self.neutral,
            Severity::Minor => self.minor,
            Severity::Major => self.major,
            Severity::Critical => self.critical,
        }
    }

    /// The number of findings.
    #[must_use]
    pub fn total(&self) -> u64 {
        Severity::ALL.into_iter().map(|severity| self.of(severity)).sum()
    }

    /// Whether there is a finding of this severity or a graver one.
    #[must_use]
    pub fn any_from(&self, severity: Severity) -> bool {
        Severity::ALL.into_iter().any(|level| level >= severity && self.of(level) > 0)
    }

    fn add(&mut self, severity: Severity, count: u64) {
        *match severity {
            Severity::Neutral => &mut self.neutral,
            Severity::Minor => &mut self.minor,
            Severity::Major => &mut self.major,
            Severity::Critical => &mut self.critical,
        } += count;
    }
}

/// Whether a text is good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The calibrated score reaches the threshold, and nothing is critical.
    Pass,
    /// It does not, or something is.
    Fail,
}

impl Verdict {
    /// `pass` or `fail`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
        }
    }
}

/// The counts and scores of a document, or the total of many.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// How the scores are reckoned.
    pub scoring: Scoring,
    /// Words of the translation (EWC).
    pub words: u64,
    /// Findings by severity, those that cost nothing included.
    pub severities: Counts,
    /// Findings by category.
    pub categories: BTreeMap<Category, u64>,
    /// The sum of the penalties (APT).
    pub penalty: f64,
    /// What the comparison with the source adds, for one document with a source.
    pub estimate: Option<Estimate>,
    /// Findings that cost something.
    counted: u64,
    /// The sum of the squared penalties.
    squares: f64,
}

impl Scorecard {
    /// A card without words and findings, to which others are added.
    #[must_use]
    pub fn empty(scoring: Scoring) -> Self {
        let (severities, categories) = (Counts::default(), BTreeMap::new());
        Self { scoring, words: 0, severities, categories, penalty: 0.0, estimate: None, counted: 0, squares: 0.0 }
    }

    /// The card of a document.
    #[must_use]
    pub fn new<'f>(scoring: Scoring, words: usize, findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut card = Self { words: words as u64, ..Self::empty(scoring) };
        for finding in findings {
            let penalty = scoring.penalty(finding);
            card.severities.add(finding.severity, 1);
            *card.categories.entry(finding.rule.category).or_default() += 1;
            card.penalty += penalty;
            card.squares += penalty * penalty;
            card.counted += u64::from(penalty > 0.0);
        }
        card
    }

    /// Adds the words and findings of another document.
    pub fn add(&mut self, other: &Self) {
        self.words += other.words;
        for severity in Severity::ALL {
            self.severities.add(severity, other.severities.of(severity));
        }
        for (category, count) in &other.categories {
            *self.categories.entry(*category).or_default() += count;
        }
        self.penalty += other.penalty;
        self.squares += other.squares;
        self.counted += other.counted;
    }

    /// The penalty per 1,000 words (ONPT); of a text without words, as if it had one.
    #[must_use]
    pub fn per_thousand(&self) -> f64 {
        self.penalty / float(self.words.max(1)) * REFERENCE_WORDS
    }

    /// The raw score: MSV × (1 − penalty per word), not below 0.
    #[must_use]
    pub fn raw(&self) -> f64 {
        (MAXIMUM * (1.0 - self.per_thousand() / REFERENCE_WORDS)).max(0.0)
    }

    /// The calibrated score, not below 0.
    #[must_use]
    pub fn calibrated(&self) -> f64 {
        self.scoring.calibrated(self.per_thousand())
    }

    /// Whether the text is good enough.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let good = self.calibrated() >= self.scoring.threshold() && self.severities.critical == 0;
        if good { Verdict::Pass } else { Verdict::Fail }
    }

    /// How far the length of the text supports the score.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::new(self.words, self.counted, self.penalty, self.squares, &self.scoring)
    }

    /// The same in a plain sentence.
    #[must_use]
    pub fn support(&self) -> String {
        self.certainty().sentence(self.words, self.scoring.threshold())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Side;
    use std::sync::Arc;

    use crate::rule::Rule;
    use crate::text::Span;

    fn finding(category: &str, severity: &str) -> Finding {
        let text = format!(
            "check = \"phrase\"\nmqm = \"{category}\"\nseverity = \"{severity}\"\nmessage = \"m\"\nwhy = \"w\"\n\
             [[example]]\nflag = \"[[a]]\"\n[[example]]\npass = \"b\"\n"
        );
        let rule = Arc::new(Rule::parse("t", "rules/t/r.toml", &text).unwrap());
        let (message, span) = (String::new(), Span::new(0, 1));
        Finding {
            severity: rule.severity,
            rule,
            entry: None,
            message,
            note: None,
            side: Side::Target,
            position: span.start(),
            span,
            fix: None,
            related: vec![],
        }
    }

    /// The worked example of the scoring model: with PT 90 and APP 10, 10 points per 1,000 words
    /// score 90 and 20 points 80.
    #[test]
    fn the_calibrated_score_follows_the_model() {
        let two = [finding("accuracy/name", "major"), finding("terminology/wrong-term", "major")];
        let card = Scorecard::new(Scoring::default(), 1000, &two);
        assert_eq!(format!("{} {} {}", card.per_thousand(), card.raw(), card.calibrated()), "10 99 90");
        assert_eq!(card.verdict(), Verdict::Pass);
        let half = Scorecard::new(Scoring::default(), 500, &two);
        assert_eq!(format!("{} {:?}", half.calibrated(), half.verdict()), "80 Fail");
        let lenient = Scoring { bar: Some(75.0), ..Scoring::default() };
        assert_eq!(Scorecard::new(lenient, 500, &two).verdict(), Verdict::Pass);
    }

    #[test]
    fn a_critical_finding_fails_and_style_can_be_left_out() {
        let critical = Scorecard::new(Scoring::default(), 1_000_000, &[finding("accuracy/date", "critical")]);
        assert!(critical.calibrated() > 99.0 && critical.verdict() == Verdict::Fail);
        let scoring = Scoring { style: false, ..Scoring::default() };
        let card = Scorecard::new(scoring, 100, &[finding("style/awkward", "major")]);
        assert_eq!((card.calibrated().to_string().as_str(), card.severities.major), ("100", 1));
    }

    #[test]
    fn cards_add_up() {
        let card = Scorecard::new(Scoring::default(), 500, &[finding("accuracy/name", "major")]);
        let mut total = Scorecard::empty(Scoring::default());
        total.add(&card);
        total.add(&card);
        assert_eq!((total.words, total.severities.major, total.categories.len()), (1000, 2, 1));
        assert_eq!(total.calibrated().to_string(), card.calibrated().to_string());
    }
}
