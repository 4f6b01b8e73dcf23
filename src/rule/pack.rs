//! Packs: folders of rules, glossaries and tables, embedded in the program or on disk.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use include_dir::{Dir, include_dir};
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;
use thiserror::Error;

use super::Rule;
use crate::glossary::{self, Glossary, GlossaryError};
use crate::text::FileError;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");
/// The file that describes a pack.
const MANIFEST: &str = "pack.toml";

/// A folder of rules and glossaries for a language or a language pair.
#[derive(Clone, Debug, Default)]
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
    /// Its glossaries, by path inside the pack, in order.
    pub glossaries: BTreeMap<String, Arc<Glossary>>,
    /// Its other files (word lists, tables of facts), by path inside the pack.
    pub tables: BTreeMap<String, String>,
    /// Its compressed files, as they are, by path inside the pack.
    pub binaries: BTreeMap<String, Cow<'static, [u8]>>,
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
    /// A rule is not valid.
    #[error(transparent)]
    Rule(#[from] FileError),
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

/// The names of the embedded packs.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.dirs().filter_map(|dir| dir.path().file_name()?.to_str())
}

/// The embedded pack of that name.
pub fn builtin(name: &str) -> Result<Pack, PackError> {
    let Some(dir) = EMBEDDED.get_dir(name) else {
        let known = builtin_names().collect::<Vec<_>>().join(", ");
        return Err(PackError::Unknown { name: name.to_owned(), known });
    };
    let mut files = Vec::new();
    embedded_files(dir, &mut files);
    files.sort_unstable();
    assemble(name, "rules/", &files, true)
}

/// What is in a file of a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Content {
    Text(Cow<'static, str>),
    Binary(Cow<'static, [u8]>),
}

/// Whether a file of that name is kept as it is.
fn is_binary(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "gz")
}

fn embedded_files(dir: &'static Dir<'static>, files: &mut Vec<(String, Content)>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if is_binary(file.path()) {
            files.push((path, Content::Binary(Cow::Borrowed(file.contents()))));
        } else {
            files.extend(file.contents_utf8().map(|text| (path, Content::Text(Cow::Borrowed(text)))));
        }
    }
    for inner in dir.dirs() {
        embedded_files(inner, files);
    }
}

/// A pack from a folder on disk.
pub fn from_directory(path: &Path) -> Result<Pack, PackError> {
    let name = path.file_name().map_or_else(|| "house".to_owned(), |name| name.to_string_lossy().into_owned());
    let root = path.parent().unwrap_or(Path::new(""));
    let mut paths = Vec::new();
    disk_files(path, &mut paths)?;
    paths.sort_unstable();
    let mut files = Vec::new();
    for file in paths {
        let content = disk_file(&file).map_err(|error| unreadable(&file, error))?;
        let inside = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        files.push((inside, content));
    }
    let prefix = if root.as_os_str().is_empty() { String::new() } else { format!("{}/", root.display()) };
    assemble(&name, &prefix, &files, false)
}

fn disk_file(path: &Path) -> io::Result<Content> {
    Ok(if is_binary(path) {
        Content::Binary(Cow::Owned(fs::read(path)?))
    } else {
        Content::Text(Cow::Owned(fs::read_to_string(path)?))
    })
}

fn disk_files(folder: &Path, paths: &mut Vec<std::path::PathBuf>) -> Result<(), PackError> {
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        if path.is_dir() {
            disk_files(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: io::Error) -> PackError {
    PackError::Unreadable { path: path.display().to_string(), error }
}

/// A file of a pack, read.
enum Part {
    Manifest(Manifest),
    Rule(Box<Rule>),
    Glossary(Glossary),
    Table(String),
    Binary(Cow<'static, [u8]>),
}

/// Makes a pack of the files whose paths start with its name.
fn assemble(name: &str, prefix: &str, files: &[(String, Content)], embedded: bool) -> Result<Pack, PackError> {
    let inside = |path: &str| path.strip_prefix(name).map_or(path, |rest| rest.trim_start_matches('/')).to_owned();
    let parts = files.par_iter().with_max_len(1).map(|(path, content)| match content {
        Content::Text(text) => part(name, &format!("{prefix}{path}"), &inside(path), text, embedded),
        Content::Binary(bytes) => Ok(Part::Binary(bytes.clone())),
    });
    let mut pack = Pack { name: name.to_owned(), embedded, ..Pack::default() };
    for ((path, _), part) in files.iter().zip(parts.collect::<Vec<_>>()) {
        pack.add(inside(path), part?);
    }
    Ok(pack)
}

impl Pack {
    fn add(&mut self, path: String, part: Part) {
        match part {
            Part::Manifest(manifest) => {
                (self.description, self.includes) = (manifest.description, manifest.includes);
                (self.target, self.source) = (manifest.target, manifest.source);
            }
            Part::Rule(rule) => self.rules.push(*rule),
            Part::Glossary(glossary) => {
                self.glossaries.insert(path, Arc::new(glossary));
            }
            Part::Table(text) => {
                self.tables.insert(path, text);
            }
            Part::Binary(bytes) => {
                self.binaries.insert(path, bytes);
            }
        }
    }
}

fn part(pack: &str, shown: &str, inside: &str, text: &str, embedded: bool) -> Result<Part, PackError> {
    if inside == MANIFEST {
        let manifest = |error: toml::de::Error| PackError::Manifest { path: shown.to_owned(), what: error.to_string() };
        return Ok(Part::Manifest(toml::from_str(text).map_err(manifest)?));
    }
    if is_rule(inside) {
        let rule = if embedded { Rule::parse_head(pack, shown, text)? } else { Rule::parse(pack, shown, text)? };
        return Ok(Part::Rule(Box::new(rule)));
    }
    let holds_terms = ["terms/", "names/", "works/"].iter().any(|folder| inside.starts_with(folder));
    let Some(format) = glossary::by_path(inside, text).filter(|_| holds_terms) else {
        return Ok(Part::Table(text.to_owned()));
    };
    Ok(Part::Glossary(if embedded {
        Glossary::trusted(shown, text, format)
    } else {
        Glossary::read(shown, text, format)?
    }))
}

/// Rules are the TOML files at the top of a pack.
fn is_rule(inside: &str) -> bool {
    !inside.contains('/') && Path::new(inside).extension().is_some_and(|extension| extension == "toml")
}
