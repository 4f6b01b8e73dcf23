//! `mtlint.toml` as written, and its validation.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;
use toml::Spanned;

use super::rules::Name;
use super::{AllowEntry, Config, ConfigError, Override, ScoreConfig};
use crate::builtin;
use crate::engine::{Allow, Selector, suggestion};
use crate::mqm::Severity;
use crate::score::{self, PROFILES};
use crate::text::FileError;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    #[serde(default)]
    packs: Vec<String>,
    #[serde(default)]
    glossaries: Vec<String>,
    fail_on: Option<Spanned<String>>,
    min_score: Option<Spanned<f64>>,
    #[serde(default)]
    score: RawScore,
    #[serde(default)]
    rules: RawRules,
    #[serde(default, rename = "override")]
    overrides: Vec<RawOverride>,
    #[serde(default, rename = "allow")]
    allows: Vec<Spanned<RawAllow>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawScore {
    profile: Option<Spanned<String>>,
    style: Option<bool>,
    passing_threshold: Option<Spanned<f64>>,
    acceptable_penalty: Option<Spanned<f64>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawRules {
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    enable: Vec<Spanned<String>>,
    #[serde(default)]
    severity: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawOverride {
    paths: Vec<Spanned<String>>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    enable: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAllow {
    rule: Spanned<String>,
    #[serde(default)]
    paths: Vec<Spanned<String>>,
    #[serde(default)]
    text: String,
    reason: Spanned<String>,
}

/// The file that is being validated, and the rule names seen so far.
struct File<'a> {
    path: &'a str,
    text: &'a str,
    names: Vec<Name>,
}

pub(super) fn parse(path: &str, folder: &Path, text: String) -> Result<Config, ConfigError> {
    let mut file = File { path, text: &text, names: Vec::new() };
    let raw: RawConfig = toml::from_str(&text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        file.error(span, with_suggestion(error.message()))
    })?;
    let config = Config {
        fail_on: raw.fail_on.as_ref().map(|level| file.fail_on(level)).transpose()?,
        min_score: raw.min_score.as_ref().map(|score| file.percent(score)).transpose()?,
        score: file.score(&raw.score)?,
        selection: crate::engine::Selection {
            only: Vec::new(),
            also: file.selectors(&raw.rules.enable)?,
            ignore: file.selectors(&raw.rules.ignore)?,
            severities: file.severities(&raw.rules.severity)?,
        },
        overrides: raw.overrides.iter().map(|entry| file.one_override(entry)).collect::<Result<_, _>>()?,
        allows: raw.allows.iter().map(|entry| file.allow(entry)).collect::<Result<_, _>>()?,
        packs: raw.packs.into_iter().map(|pack| located(folder, pack)).collect(),
        glossaries: raw.glossaries.iter().map(|path| folder.join(path).display().to_string()).collect(),
        names: file.names,
        path: path.to_owned(),
        folder: folder.to_owned(),
        text: String::new(),
    };
    Ok(Config { text, ..config })
}

/// A pack of one's own is named from the folder of the configuration.
fn located(folder: &Path, pack: String) -> String {
    if builtin::names().any(|name| name == pack) { pack } else { folder.join(pack).display().to_string() }
}

impl File<'_> {
    fn error(&self, span: Range<usize>, what: impl Into<String>) -> FileError {
        FileError::at(self.path, self.text, span.into(), what)
    }

    fn severity(&self, level: &Spanned<String>) -> Result<Severity, FileError> {
        let name = level.get_ref();
        Severity::from_name(name).ok_or_else(|| {
            let known = Severity::ALL.map(Severity::name);
            let suggestion = suggestion(name, known);
            self.error(level.span(), format!("unknown severity `{name}`{suggestion}; known: {}", known.join(", ")))
        })
    }

    fn fail_on(&self, level: &Spanned<String>) -> Result<Option<Severity>, FileError> {
        if level.get_ref() == "never" { Ok(None) } else { self.severity(level).map(Some) }
    }

    fn percent(&self, score: &Spanned<f64>) -> Result<f64, FileError> {
        let value = *score.get_ref();
        let valid = (0.0..=score::MAXIMUM).contains(&value);
        if valid { Ok(value) } else { Err(self.error(score.span(), "a score is a number from 0 to 100")) }
    }

    fn positive(&self, points: &Spanned<f64>) -> Result<f64, FileError> {
        let value = *points.get_ref();
        let valid = value > 0.0 && value.is_finite();
        if valid { Ok(value) } else { Err(self.error(points.span(), "a number greater than 0 is needed")) }
    }

    fn score(&self, raw: &RawScore) -> Result<ScoreConfig, FileError> {
        let profile = |name: &Spanned<String>| {
            score::by_name(name.get_ref()).ok_or_else(|| {
                let known: Vec<&str> = PROFILES.iter().map(|profile| profile.name()).collect();
                let suggestion = suggestion(name.get_ref(), known.iter().copied());
                let what = format!("unknown profile `{}`{suggestion}; known: {}", name.get_ref(), known.join(", "));
                self.error(name.span(), what)
            })
        };
        Ok(ScoreConfig {
            profile: raw.profile.as_ref().map(profile).transpose()?,
            style: raw.style,
            passing_threshold: raw.passing_threshold.as_ref().map(|score| self.percent(score)).transpose()?,
            acceptable_penalty: raw.acceptable_penalty.as_ref().map(|points| self.positive(points)).transpose()?,
        })
    }

    fn selector(&mut self, name: &Spanned<String>) -> Result<Selector, FileError> {
        let selector = Selector::parse(name.get_ref()).map_err(|error| self.error(name.span(), error.to_string()))?;
        self.names.push(Name { selector: selector.clone(), span: name.span().into() });
        Ok(selector)
    }

    fn selectors(&mut self, names: &[Spanned<String>]) -> Result<Vec<Selector>, FileError> {
        names.iter().map(|name| self.selector(name)).collect()
    }

    fn severities(
        &mut self,
        raw: &BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> Result<Vec<(Selector, Severity)>, FileError> {
        raw.iter().map(|(name, level)| Ok((self.selector(name)?, self.severity(level)?))).collect()
    }

    fn globs(&self, paths: &[Spanned<String>]) -> Result<GlobSet, FileError> {
        let mut set = GlobSetBuilder::new();
        for path in paths {
            let error = |error: globset::Error| self.error(path.span(), format!("not a glob: {}", error.kind()));
            set.add(GlobBuilder::new(path.get_ref()).literal_separator(true).build().map_err(error)?);
        }
        set.build().map_err(|error| self.error(0..0, format!("the globs are too large: {error}")))
    }

    fn one_override(&mut self, raw: &RawOverride) -> Result<Override, FileError> {
        let paths = self.globs(&raw.paths)?;
        Ok(Override { paths, enable: self.selectors(&raw.enable)?, ignore: self.selectors(&raw.ignore)? })
    }

    fn allow(&mut self, spanned: &Spanned<RawAllow>) -> Result<AllowEntry, FileError> {
        let raw = spanned.get_ref();
        let reason = raw.reason.get_ref().trim();
        if reason.is_empty() {
            return Err(self.error(raw.reason.span(), "the reason is empty; say why the finding is accepted"));
        }
        let paths = (!raw.paths.is_empty()).then(|| self.globs(&raw.paths)).transpose()?;
        let allow = Allow { rule: self.selector(&raw.rule)?, text: raw.text.clone(), reason: reason.to_owned() };
        let line = self.text.get(..raw.rule.span().start).unwrap_or_default().matches('\n').count() + 1;
        Ok(AllowEntry { paths, allow, line })
    }
}

/// Says `unknown key` for what serde calls an unknown field, with the key that was probably meant.
fn with_suggestion(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    match (message.starts_with("unknown field"), names.next()) {
        (true, Some(unknown)) => {
            let known: Vec<&str> = names.collect();
            let suggestion = suggestion(unknown, known.iter().copied());
            format!("unknown key `{unknown}`{suggestion}; known: {}", known.join(", "))
        }
        _ => message.to_owned(),
    }
}
