//! `Params`: what a rule gives its check: values, glossaries and tables of its pack.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::body::Facts;
use super::coverage::Lexis;
use super::dictionary::LazyDictionary;
use super::lexicon::{Builder, Cue};
use super::{Gate, Knowledge, Mandarin, number};
use crate::body::Body;
use crate::expression::Programs;
use crate::glossary::Glossary;
use crate::language::quantity::Vocabulary;
use crate::text::entries;

/// The folder under which a pack has the glossaries of the house.
pub const HOUSE: &str = "house/";

/// The parameters of a rule, and the files of its pack.
#[derive(Clone, Copy, Debug)]
pub struct Params<'a> {
    /// The `[params]` table.
    pub values: &'a toml::Table,
    /// The pack's glossaries, by path.
    pub glossaries: &'a BTreeMap<String, Arc<Glossary>>,
    /// The pack's tables of bodies, by path.
    pub bodies: &'a BTreeMap<String, Arc<Vec<Body>>>,
    /// The pack's tables, by path.
    pub tables: &'a BTreeMap<String, Cow<'static, str>>,
    /// The pack's compressed files, by path.
    pub binaries: &'a BTreeMap<String, Cow<'static, [u8]>>,
    /// The pack's compiled expressions.
    pub programs: &'a Programs,
    /// The cue sets that guards may name, without `@`.
    pub cues: &'a BTreeMap<String, Cue>,
    /// What the checks of the pack have in common.
    pub shared: &'a Shared,
}

/// What several checks of a pack make of its tables, made when the first one asks.
#[derive(Debug, Default)]
pub struct Shared {
    facts: OnceLock<BTreeMap<String, Arc<Facts>>>,
    gate: OnceLock<Arc<Gate>>,
    mandarin: OnceLock<Arc<Mandarin>>,
    dictionary: OnceLock<Arc<LazyDictionary>>,
    lexis: OnceLock<Arc<Lexis>>,
    numerals: OnceLock<Arc<Vocabulary>>,
    transliteration: OnceLock<Arc<Knowledge>>,
}

impl Shared {
    fn get<T>(cell: &OnceLock<Arc<T>>, make: impl FnOnce() -> Result<T, CheckError>) -> Result<Arc<T>, CheckError> {
        if let Some(known) = cell.get() {
            return Ok(Arc::clone(known));
        }
        let fresh = Arc::new(make()?);
        Ok(Arc::clone(cell.get_or_init(|| fresh)))
    }
}

/// Parameters that a check cannot work with.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum CheckError {
    /// Unknown or missing keys, values of the wrong type.
    #[error("[params]: {0}")]
    Params(String),
    /// A regular expression that does not compile.
    #[error("[params] {key}: {error}")]
    Regex {
        /// The parameter.
        key: &'static str,
        /// What the regex engine says.
        error: String,
    },
    /// A slot pattern that does not parse.
    #[error(transparent)]
    Pattern(#[from] crate::glossary::PatternError),
    /// A file that the pack does not have.
    #[error("[params]: the pack has no `{0}`")]
    NoFile(String),
    /// A cue set that the pack does not have.
    #[error("the pack's cues.tsv has no set `{0}`")]
    Cues(String),
    /// A table of facts or words that is not valid.
    #[error("{0}")]
    Table(String),
}

impl<'a> Params<'a> {
    /// The values as the check's own type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, CheckError> {
        let values = toml::Value::Table(self.values.clone());
        values.try_into().map_err(|error: toml::de::Error| CheckError::Params(error.message().to_owned()))
    }

    /// The glossaries whose path starts with one of these; an error where one names none, but for the
    /// house's own, of which there need not be any.
    pub fn glossaries(&self, paths: &[String]) -> Result<Vec<&'a Arc<Glossary>>, CheckError> {
        let mut found = Vec::new();
        for path in paths {
            let before = found.len();
            found.extend(self.glossaries.iter().filter(|(name, _)| name.starts_with(path.as_str())).map(|(_, g)| g));
            if found.len() == before && path != HOUSE {
                return Err(CheckError::NoFile(path.clone()));
            }
        }
        Ok(found)
    }

    /// The text of a table.
    pub fn table(&self, path: &str) -> Result<&'a str, CheckError> {
        self.tables.get(path).map(Cow::as_ref).ok_or_else(|| CheckError::NoFile(path.to_owned()))
    }

    /// The facts in a table of bodies.
    pub(super) fn facts(&self, path: &str) -> Result<Arc<Facts>, CheckError> {
        let all = || self.bodies.iter().map(|(path, bodies)| (path.clone(), Facts::new(bodies))).collect();
        let known = self.shared.facts.get_or_init(all).get(path);
        known.cloned().ok_or_else(|| CheckError::NoFile(path.to_owned()))
    }

    /// The gate for documents that were translated from Chinese.
    pub fn gate(&self) -> Result<Arc<Gate>, CheckError> {
        Shared::get(&self.shared.gate, || Gate::new(self))
    }

    /// What is known of names in pinyin.
    pub fn mandarin(&self) -> Result<Arc<Mandarin>, CheckError> {
        Shared::get(&self.shared.mandarin, || Mandarin::new(self))
    }

    /// The pack's Chinese-English dictionary, which is read when a check first looks something up.
    pub fn dictionary(&self) -> Result<Arc<LazyDictionary>, CheckError> {
        Shared::get(&self.shared.dictionary, || LazyDictionary::new(self))
    }

    /// What is known of how the words of a source are rendered.
    pub fn lexis(&self) -> Result<Arc<Lexis>, CheckError> {
        Shared::get(&self.shared.lexis, || Lexis::new(self))
    }

    /// What is known about names and their readings.
    pub fn transliteration(&self) -> Result<Arc<Knowledge>, CheckError> {
        Shared::get(&self.shared.transliteration, || Knowledge::new(self))
    }

    /// A compressed file.
    pub fn binary(&self, path: &str) -> Result<&'a Cow<'static, [u8]>, CheckError> {
        self.binaries.get(path).ok_or_else(|| CheckError::NoFile(path.to_owned()))
    }

    /// The words and units that the reading of Chinese numbers needs.
    pub fn numerals(&self) -> Result<Arc<Vocabulary>, CheckError> {
        Shared::get(&self.shared.numerals, || number::vocabulary(self))
    }

    /// The lines of a table, without comments (`#`) and empty ones.
    pub fn lines(&self, path: &str) -> Result<impl Iterator<Item = &'a str> + use<'a>, CheckError> {
        self.table(path).map(entries)
    }

    /// The numbers of the cues that guards name: a word or phrase, or `@name` for a set of the pack's cue table.
    pub(super) fn cues<N: AsRef<str>>(&self, names: &[N], lexicon: &mut Builder) -> Result<Vec<u32>, CheckError> {
        let mut number = |name: &str| match (lexicon.known_cue(name), name.strip_prefix('@')) {
            (Some(number), _) => Ok(number),
            (None, None) => Ok(lexicon.cue(&Cue::word(name))),
            (None, Some(set)) => {
                self.cues.get(set).map(|cue| lexicon.cue(cue)).ok_or_else(|| CheckError::Cues(set.to_owned()))
            }
        };
        names.iter().map(|name| number(name.as_ref())).collect()
    }
}
