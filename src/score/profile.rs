//! Profiles: what an error of a category and severity costs.

use std::fmt::Debug;

use crate::mqm::{Category, Severity};

/// A table of weights.
pub trait Profile: Sync + Debug {
    /// The name on the command line and in reports.
    fn name(&self) -> &'static str;

    /// Where the weights come from, in one line.
    fn summary(&self) -> &'static str;

    /// The penalty points of one error.
    fn penalty(&self, category: Category, severity: Severity) -> f64;
}

/// All profiles; the first is the default.
pub static PROFILES: [&dyn Profile; 3] = [&WMT, &MQM, &J2450];

/// The profile of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Profile> {
    PROFILES.into_iter().find(|profile| profile.name() == name)
}

/// MQM as annotated for WMT (Freitag et al. 2021): major 5, minor 1, minor punctuation 0.1, neutral 0.
///
/// WMT has no level above major except non-translation (25); a critical error costs as much here,
/// which is an extension of ours.
pub static WMT: Wmt = Wmt;

/// See [`WMT`].
#[derive(Debug)]
pub struct Wmt;

impl Profile for Wmt {
    fn name(&self) -> &'static str {
        "wmt"
    }

    fn summary(&self) -> &'static str {
        "MQM as annotated for WMT: critical 25 (ours), major 5, minor 1, minor punctuation 0.1, neutral 0"
    }

    fn penalty(&self, category: Category, severity: Severity) -> f64 {
        match severity {
            Severity::Neutral => 0.0,
            Severity::Minor if category.name() == "fluency/punctuation" => 0.1,
            Severity::Minor => 1.0,
            Severity::Major => 5.0,
            Severity::Critical => 25.0,
        }
    }
}

/// MQM 2.0 (themqm.org): severity multipliers 0, 1, 5, 25, every type with weight 1.
pub static MQM: Mqm = Mqm;

/// See [`MQM`].
#[derive(Debug)]
pub struct Mqm;

impl Profile for Mqm {
    fn name(&self) -> &'static str {
        "mqm"
    }

    fn summary(&self) -> &'static str {
        "MQM 2.0 multipliers: critical 25, major 5, minor 1, neutral 0"
    }

    fn penalty(&self, _: Category, severity: Severity) -> f64 {
        match severity {
            Severity::Neutral => 0.0,
            Severity::Minor => 1.0,
            Severity::Major => 5.0,
            Severity::Critical => 25.0,
        }
    }
}

/// SAE J2450: seven categories, each with a weight for serious and one for minor errors. Critical
/// and major findings are serious; neutral ones cost nothing.
pub static J2450: Sae = Sae;

/// See [`J2450`].
#[derive(Debug)]
pub struct Sae;

/// A category of SAE J2450 with its weights, and the beginnings of our category names that fall
/// under it. As in the standard, the earlier category counts where several fit.
struct Class {
    ours: &'static [&'static str],
    serious: f64,
    minor: f64,
}

static CLASSES: [Class; 7] = [
    // Wrong term, which in J2450 is any word that stands for another, or was left in the source language.
    Class {
        ours: &[
            "terminology/",
            "accuracy/mistranslation",
            "accuracy/over",
            "accuracy/name",
            "accuracy/un",
            "accuracy/do",
        ],
        serious: 5.0,
        minor: 2.0,
    },
    // Syntactic error.
    Class { ours: &["style/run-on", "fluency/unintelligible", "fluency/duplication"], serious: 4.0, minor: 2.0 },
    // Omission.
    Class { ours: &["accuracy/omission"], serious: 4.0, minor: 2.0 },
    // Word structure or agreement error.
    Class { ours: &["fluency/grammar"], serious: 4.0, minor: 2.0 },
    // Misspelling.
    Class { ours: &["fluency/spelling", "fluency/capitalization", "fluency/character"], serious: 3.0, minor: 1.0 },
    // Punctuation error.
    Class { ours: &["fluency/punctuation"], serious: 2.0, minor: 1.0 },
    // Miscellaneous error.
    Class { ours: &[""], serious: 3.0, minor: 1.0 },
];

impl Profile for Sae {
    fn name(&self) -> &'static str {
        "j2450"
    }

    fn summary(&self) -> &'static str {
        "SAE J2450: seven categories, serious (critical, major) or minor: 5/2 for a wrong term to 2/1 for punctuation"
    }

    fn penalty(&self, category: Category, severity: Severity) -> f64 {
        let fits = |class: &&Class| class.ours.iter().any(|start| category.name().starts_with(start));
        let Some(class) = CLASSES.iter().find(fits) else { return 0.0 };
        match severity {
            Severity::Neutral => 0.0,
            Severity::Minor => class.minor,
            Severity::Major | Severity::Critical => class.serious,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn cost(profile: &dyn Profile, category: &str, severity: Severity) -> String {
        profile.penalty(Category::from_name(category).unwrap(), severity).to_string()
    }

    #[test]
    fn the_most_specific_weight_wins() {
        assert_eq!(cost(&WMT, "fluency/punctuation", Severity::Minor), "0.1");
        assert_eq!(cost(&WMT, "fluency/punctuation", Severity::Major), "5");
        assert_eq!(cost(&MQM, "fluency/punctuation", Severity::Minor), "1");
        assert_eq!(cost(&J2450, "accuracy/untranslated", Severity::Critical), "5");
        assert_eq!(cost(&J2450, "fluency/grammar", Severity::Minor), "2");
        assert_eq!(cost(&J2450, "locale/date-format", Severity::Major), "3");
    }

    #[test]
    fn names_are_unique_and_neutral_is_free() {
        assert_eq!(PROFILES.iter().map(|profile| profile.name()).collect::<HashSet<_>>().len(), PROFILES.len());
        for (profile, name) in PROFILES.iter().flat_map(|profile| Category::names().map(move |name| (profile, name))) {
            assert_eq!(cost(*profile, name, Severity::Neutral), "0");
            assert_ne!(cost(*profile, name, Severity::Major), "0");
        }
    }
}
