//! Floor 7: `mtlint.toml`: found upwards from where the command runs, read, and validated.

mod error;
mod raw;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use globset::GlobSet;

use crate::engine::{Allow, Selection, Selector};
use crate::mqm::Severity;
use crate::score::Profile;

pub use error::ConfigError;

/// The name of the file.
pub const FILE: &str = "mtlint.toml";

/// A valid configuration. What the file does not say is `None` or empty.
#[derive(Debug, Default)]
pub struct Config {
    /// The path of the file; empty where there is none.
    pub path: String,
    /// The folder that its globs and packs start from.
    pub folder: PathBuf,
    /// Built-in packs and folders.
    pub packs: Vec<String>,
    /// Glossaries of the house.
    pub glossaries: Vec<String>,
    /// The severity from which findings make the run fail; `None` inside for never.
    pub fail_on: Option<Option<Severity>>,
    /// The score below which a document fails.
    pub min_score: Option<f64>,
    /// How findings become a score.
    pub score: ScoreConfig,
    /// Rules that run although they are not enabled, rules that do not run, other severities.
    pub selection: Selection,
    /// What differs by path.
    pub overrides: Vec<Override>,
    /// Findings that are accepted.
    pub allows: Vec<AllowEntry>,
    /// The rule names in the file with their places.
    names: Vec<rules::Name>,
    text: String,
}

/// The `[score]` table.
#[derive(Debug, Default)]
pub struct ScoreConfig {
    /// The weights.
    pub profile: Option<&'static dyn Profile>,
    /// Whether `style` counts.
    pub style: Option<bool>,
    /// PT of the calibration.
    pub passing_threshold: Option<f64>,
    /// APP of the calibration.
    pub acceptable_penalty: Option<f64>,
}

/// An `[[override]]`: what differs for some paths.
#[derive(Debug)]
pub struct Override {
    /// The paths, from the folder of the file.
    pub paths: GlobSet,
    /// Rules that run there although they are not enabled.
    pub enable: Vec<Selector>,
    /// Rules that do not run there.
    pub ignore: Vec<Selector>,
}

/// An `[[allow]]`: findings that are accepted.
#[derive(Debug)]
pub struct AllowEntry {
    /// Where; everywhere where there is nothing.
    pub paths: Option<GlobSet>,
    /// What, and why.
    pub allow: Allow,
    /// The line of the entry in the file, from 1.
    pub line: usize,
}

impl AllowEntry {
    /// Whether the entry applies to a path from the folder of the file.
    #[must_use]
    pub fn applies(&self, path: &Path) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.is_match(path))
    }
}

impl Config {
    /// The configuration of the nearest folder upwards that has one; an empty one where none has.
    pub fn discover(from: &Path) -> Result<Self, ConfigError> {
        match from.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file()) {
            Some(path) => Self::load(&path),
            None => Ok(Self::default()),
        }
    }

    /// The configuration in a file.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| ConfigError::Unreadable { path: shown.clone(), error })?;
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        raw::parse(&shown, absolute.parent().unwrap_or(Path::new("")), text)
    }

    /// A path as the globs of the file see it: from the folder of the file, where it lies inside.
    #[must_use]
    pub fn relative(&self, path: &Path) -> PathBuf {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        absolute.strip_prefix(&self.folder).map_or_else(|_| path.to_owned(), Path::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, ConfigError> {
        raw::parse("mtlint.toml", Path::new("/house"), text.to_owned())
    }

    fn fault(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn a_full_file_is_read() {
        let text = "packs = [\"zh-en\"]\nfail-on = \"never\"\nmin-score = 80\n[score]\nprofile = \"mqm\"\nstyle = false\n\
            passing-threshold = 85\nacceptable-penalty = 12.5\n[rules]\nignore = [\"a\"]\nenable = [\"b\"]\n\
            [rules.severity]\nc = \"minor\"\n[[override]]\npaths = [\"wire/**\"]\nignore = [\"style\"]\n\
            [[allow]]\nrule = \"a\"\npaths = [\"x/*.md\"]\ntext = \"t\"\nreason = \"the desk wants it\"\n";
        let config = parse(text).unwrap();
        assert_eq!((config.fail_on, config.min_score), (Some(None), Some(80.0)));
        assert_eq!(config.score.profile.map(Profile::name), Some("mqm"));
        assert_eq!(config.overrides.len() + config.allows.len() + config.selection.severities.len(), 3);
        let allow = config.allows.first().unwrap();
        assert_eq!((allow.line, allow.allow.text.as_str()), (18, "t"));
        assert!(allow.applies(&config.relative(Path::new("/house/x/y.md"))));
        assert!(!allow.applies(&config.relative(Path::new("/house/z/y.md"))));
    }

    #[test]
    fn faults_have_a_place_and_a_suggestion() {
        let error = fault("packs = []\nfail_on = \"major\"\n");
        assert!(error.starts_with("mtlint.toml:2:1: unknown key `fail_on`, did you mean `fail-on`?"), "{error}");
        assert!(error.contains("2 | fail_on = \"major\"\n  | ^^^^^^^"), "{error}");
        assert!(fault("fail-on = \"majr\"\n").contains("unknown severity `majr`, did you mean `major`?"));
        assert!(fault("[score]\nprofile = \"wmtt\"\n").contains("2:11: unknown profile `wmtt`, did you mean `wmt`?"));
        assert!(fault("[[allow]]\nrule = \"a\"\n").contains("missing field `reason`"));
        assert!(fault("[[allow]]\nrule = \"a\"\nreason = \" \"\n").contains("3:10: the reason is empty"));
        assert!(fault("[[override]]\npaths = [\"a[\"]\n").contains("2:10: not a glob"));
        assert!(fault("min-score = 101\n").contains("from 0 to 100"));
        assert!(fault("[score]\nacceptable-penalty = 0\n").contains("greater than 0"));
    }
}
