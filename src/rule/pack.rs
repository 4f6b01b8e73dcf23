//! Packs: folders of rules, glossaries and tables.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Rule;
use crate::body::{self, Body};
use crate::expression::Programs;
use crate::glossary::{self, Glossary, GlossaryError};
use crate::text::FileError;

/// The file that describes a pack.
const MANIFEST: &str = "pack.toml";

/// A folder of rules and glossaries for a language or a language pair.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Its name: that of the folder.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it is built in, and so validated by the tests already.
    pub embedded: bool,
    /// The packs it brings along.
    pub includes: Vec<String>,
    /// The ISO 639-1 code of the language its documents are written in; empty for any.
    pub target: String,
    /// The ISO 639-1 code of the language they are translated from; empty for any.
    pub source: String,
    /// Its rules, by id.
    pub rules: Vec<Rule>,
    /// Its glossaries, by path inside the pack, in order; stored by themselves.
    #[serde(skip)]
    pub glossaries: BTreeMap<String, Arc<Glossary>>,
    /// Its tables of bodies, by path inside the pack.
    pub bodies: BTreeMap<String, Arc<Vec<Body>>>,
    /// Its other files (word lists, say), by path inside the pack; stored by themselves.
    #[serde(skip)]
    pub tables: BTreeMap<String, Cow<'static, str>>,
    /// Its compressed files, as they are, by path inside the pack; stored by themselves.
    #[serde(skip)]
    pub binaries: BTreeMap<String, Cow<'static, [u8]>>,
    /// Its expressions as the build script has compiled them, if it is built in; stored by themselves.
    #[serde(skip)]
    pub programs: Programs,
}

/// What can be wrong with a pack.
#[derive(Debug, Error)]
pub enum PackError {
    /// No pack and no folder of that name.
    #[error("no rule pack `{name}`; built in: {known}; a pack of your own is a folder with a {MANIFEST}")]
    Unknown {
        /// The name.
        name: String,
        /// The packs there are.
        known: String,
    },
    /// A built-in pack that another version of the program has stored.
    #[error("the built-in pack `{name}` cannot be read: {error}; build mtlint again")]
    Stored {
        /// The name.
        name: String,
        /// What is wrong.
        error: postcard::Error,
    },
    /// A file of a pack cannot be read.
    #[error("{path}: cannot read: {error}")]
    Unreadable {
        /// The path.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The manifest is not valid.
    #[error("{path}: {what}")]
    Manifest {
        /// The path.
        path: String,
        /// What is wrong.
        what: String,
    },
    /// A rule or a table of bodies is not valid.
    #[error(transparent)]
    File(#[from] FileError),
    /// A glossary is not valid.
    #[error(transparent)]
    Glossary(#[from] GlossaryError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    description: String,
    #[serde(default)]
    includes: Vec<String>,
    #[serde(default)]
    target: String,
    #[serde(default)]
    source: String,
}

/// A pack from a folder on disk.
pub fn from_directory(folder: &Path) -> Result<Pack, PackError> {
    let name = folder.file_name().map_or_else(|| "house".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut paths = Vec::new();
    files(folder, &mut paths)?;
    paths.sort_unstable();
    let mut pack = Pack { name, ..Pack::default() };
    for path in paths {
        let inside = slashed(path.strip_prefix(folder).unwrap_or(&path));
        pack.add(inside, &path)?;
    }
    Ok(pack)
}

/// The files in a folder and those in it.
fn files(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), PackError> {
    let unreadable = |error| PackError::Unreadable { path: folder.display().to_string(), error };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            files(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

impl Pack {
    /// Adds what is in a file, whose path inside the pack tells what it holds.
    fn add(&mut self, inside: String, path: &Path) -> Result<(), PackError> {
        let unreadable = |error| PackError::Unreadable { path: path.display().to_string(), error };
        if is(&inside, "gz") {
            self.binaries.insert(inside, Cow::Owned(fs::read(path).map_err(unreadable)?));
            return Ok(());
        }
        let (text, shown) = (fs::read_to_string(path).map_err(unreadable)?, slashed(path));
        if inside == MANIFEST {
            self.describe(&text).map_err(|error| PackError::Manifest { path: shown, what: error.to_string() })?;
        } else if is_rule(&inside) {
            self.rules.push(Rule::parse(&self.name, &shown, &text)?);
        } else if let Some(format) = glossary::by_path(&inside, &text).filter(|_| holds_terms(&inside)) {
            self.glossaries.insert(inside, Arc::new(Glossary::read(&shown, &text, format)?));
        } else if inside.starts_with("facts/") && is(&inside, "toml") {
            self.bodies.insert(inside, Arc::new(body::parse(&shown, &text)?));
        } else {
            self.tables.insert(inside, Cow::Owned(text));
        }
        Ok(())
    }

    fn describe(&mut self, manifest: &str) -> Result<(), toml::de::Error> {
        let manifest: Manifest = toml::from_str(manifest)?;
        (self.description, self.includes) = (manifest.description, manifest.includes);
        (self.target, self.source) = (manifest.target, manifest.source);
        Ok(())
    }
}

/// Rules are the TOML files at the top of a pack.
fn is_rule(inside: &str) -> bool {
    !inside.contains('/') && is(inside, "toml")
}

/// Glossaries are in folders of their own.
fn holds_terms(inside: &str) -> bool {
    ["terms/", "names/", "works/"].iter().any(|folder| inside.starts_with(folder))
}

fn is(inside: &str, wanted: &str) -> bool {
    Path::new(inside).extension().is_some_and(|extension| extension == wanted)
}
