//! `Settings`: what holds for a run: the configuration, and the arguments over it.

use std::path::{Path, PathBuf};

use super::args::Args;
use super::inputs::Reading;
use crate::cli::day;
use crate::cli::failure::Failure;
use crate::config::{AllowEntry, Config};
use crate::engine::{Linter, Scope, Selection};
use crate::mqm::Severity;
use crate::score::Scoring;

/// What holds for a run.
pub(super) struct Settings {
    pub(super) linter: Linter,
    pub(super) scoring: Scoring,
    /// How the inputs are read.
    pub(super) reading: Reading,
    /// Files that are no documents, unless they are named.
    pub(super) glossaries: Vec<PathBuf>,
    /// The severity from which findings make the run fail.
    pub(super) fail_on: Option<Severity>,
    config: Config,
    /// What holds where no override applies.
    selection: Selection,
}

impl Settings {
    pub(super) fn new(args: &Args) -> Result<Self, Failure> {
        let (config, packs) = args.packs.load()?;
        let mut selection = config.selection.clone();
        selection.only.clone_from(&args.rule);
        selection.ignore.extend(args.ignore.iter().cloned());
        selection.check(&packs)?;
        let mut linked = selection.clone();
        linked.also.extend(config.overrides.iter().flat_map(|entry| entry.enable.iter().cloned()));
        let linter = Linter::new(packs, &linked)?.today(day::today());
        let linter = match args.date {
            Some(day) => linter.on(day),
            None => linter,
        };
        let fail_on = match args.fail_on.as_deref() {
            Some(level) => Severity::from_name(level),
            None => config.fail_on.unwrap_or(Some(Severity::Major)),
        };
        let scoring = scoring(args, &config);
        let reading = args.reading(linter.source_language(), linter.target_language());
        let glossaries = args.packs.glossaries(&config).iter().map(PathBuf::from).collect();
        Ok(Self { linter, scoring, reading, glossaries, fail_on, config, selection })
    }

    /// What applies to the document of that path, and the numbers of the `[[allow]]` entries in it.
    pub(super) fn scope(&self, path: &Path) -> (Scope<'_>, Vec<usize>) {
        let path = self.config.relative(path);
        let entries = self.config.allows.iter().enumerate().filter(|(_, entry)| entry.applies(&path));
        let (numbers, allows) = entries.map(|(number, entry)| (number, &entry.allow)).unzip();
        (Scope { allows, admitted: self.admitted(&path) }, numbers)
    }

    /// Which of the linked rules count for a path, if not all.
    fn admitted(&self, path: &Path) -> Option<Vec<bool>> {
        if self.config.overrides.is_empty() {
            return None;
        }
        let mut selection = self.selection.clone();
        for entry in self.config.overrides.iter().filter(|entry| entry.paths.is_match(path)) {
            selection.also.extend(entry.enable.iter().cloned());
            selection.ignore.extend(entry.ignore.iter().cloned());
        }
        Some(self.linter.admitted(&selection))
    }

    /// What is to be said about the `[[allow]]` entries of rules that ran which suppressed nothing.
    pub(super) fn unused(&self, used: &[bool], compared: bool) -> Vec<String> {
        let ran = |entry: &AllowEntry| self.linter.ran(compared).any(|rule| entry.allow.rule.matches(rule));
        let unused = self.config.allows.iter().zip(used).filter(|(entry, used)| !**used && ran(entry));
        let message = |entry: &AllowEntry| {
            let (path, rule) = (&self.config.path, entry.allow.rule.text());
            format!("{path}:{}: this [[allow]] of `{rule}` suppressed nothing; remove it", entry.line)
        };
        unused.map(|(entry, _)| message(entry)).collect()
    }

    /// The number of `[[allow]]` entries.
    pub(super) fn allows(&self) -> usize {
        self.config.allows.len()
    }
}

fn scoring(args: &Args, config: &Config) -> Scoring {
    let (default, score) = (Scoring::default(), &config.score);
    Scoring {
        profile: args.profile().or(score.profile).unwrap_or(default.profile),
        style: !args.no_style_score && score.style.unwrap_or(default.style),
        passing_threshold: score.passing_threshold.unwrap_or(default.passing_threshold),
        acceptable_penalty: score.acceptable_penalty.unwrap_or(default.acceptable_penalty),
        bar: args.min_score.or(config.min_score),
    }
}
