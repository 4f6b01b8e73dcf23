//! From the arguments to the files to check, in a fixed order and each once.

use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use ignore::WalkBuilder;

use crate::cli::failure::Failure;
use crate::document::Document;
use crate::read::{self, Options, READERS, ReadError, Reader};

/// The argument for standard input.
const STDIN: &str = "-";

/// Something to check.
#[derive(Debug)]
pub(in crate::cli) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, under this name.
    Stdin(String),
    /// An argument that leads nowhere.
    Nothing(ReadError),
}

impl Input {
    /// The path to show.
    pub(in crate::cli) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin(name) => name.clone(),
            Self::Nothing(error) => error.path().to_owned(),
        }
    }

    /// Reads the document.
    pub(in crate::cli) fn read(self, reading: &Reading) -> Result<Document, ReadError> {
        let name = self.name();
        let bytes = match self {
            Self::File(path) => bytes(&path)?,
            Self::Stdin(_) => standard_input(&name)?,
            Self::Nothing(error) => return Err(error),
        };
        read::read_with(reading.reader(Path::new(&name)), &name, bytes, &reading.options)
    }
}

/// How inputs are read.
#[derive(Default)]
pub(in crate::cli) struct Reading {
    /// The format of all of them; else their names tell.
    pub(super) format: Option<&'static dyn Reader>,
    /// What the readers are told.
    pub(super) options: Options,
}

impl Reading {
    /// The format of an input.
    pub(super) fn reader(&self, name: &Path) -> &'static dyn Reader {
        self.format.unwrap_or_else(|| read::of_path(name))
    }
}

/// The bytes of a file.
pub(in crate::cli) fn bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(path).map_err(|error| ReadError::Unreadable { path: path.display().to_string(), error })
}

fn standard_input(name: &str) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| ReadError::Unreadable { path: name.to_owned(), error })
}

/// What the arguments name, sorted within each argument, without what was named before. `others` are files
/// that count only where they are named themselves.
pub(in crate::cli) fn collect(
    paths: &[PathBuf],
    stdin_name: Option<&str>,
    others: &[PathBuf],
) -> Result<Vec<Input>, Failure> {
    let stdin = || Input::Stdin(stdin_name.unwrap_or("<stdin>").to_owned());
    if paths.is_empty() {
        return if io::stdin().is_terminal() { Err(Failure::NoInput) } else { Ok(vec![stdin()]) };
    }
    let (mut inputs, mut seen) = (Vec::new(), HashSet::new());
    let others: HashSet<PathBuf> = others.iter().map(|path| identity(path)).collect();
    for path in paths {
        if path == Path::new(STDIN) {
            inputs.extend(seen.insert(path.clone()).then(stdin));
            continue;
        }
        match files(path) {
            Ok(files) => {
                let wanted = |file: &PathBuf| file == path || !others.contains(&identity(file));
                let fresh = files.into_iter().filter(wanted).filter(|file| seen.insert(identity(file)));
                inputs.extend(fresh.map(Input::File));
            }
            Err(error) => inputs.push(Input::Nothing(error)),
        }
    }
    Ok(inputs)
}

/// The path by which a file is known, however it was named.
pub(super) fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The files that an argument stands for.
pub(super) fn files(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    if path.is_dir() {
        return found(path, walk(path, |file| read::by_extension(file).is_some()));
    }
    let text = path.to_string_lossy();
    if path.exists() || !text.contains(['*', '?', '[', '{']) {
        return Ok(vec![path.to_owned()]);
    }
    let Ok(glob) = GlobBuilder::new(&text).literal_separator(true).build() else {
        return Ok(vec![path.to_owned()]);
    };
    let matcher = glob.compile_matcher();
    found(path, walk(&fixed(path), |file| matcher.is_match(file)))
}

/// The part of a glob before its first component with a wildcard.
fn fixed(path: &Path) -> PathBuf {
    let plain = |part: &std::path::Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    path.components().take_while(plain).collect()
}

/// The files below a folder that are wanted, sorted; hidden and git-ignored ones are left out.
fn walk(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let here = folder.as_os_str().is_empty();
    let root = if here { Path::new(".") } else { folder };
    let entries = WalkBuilder::new(root).require_git(false).build().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| !kind.is_dir()));
    let relative =
        |path: PathBuf| if here { path.strip_prefix(".").map_or(path.clone(), Path::to_owned) } else { path };
    let mut paths: Vec<PathBuf> = files.map(|entry| relative(entry.into_path())).filter(|path| wanted(path)).collect();
    paths.sort_unstable();
    paths
}

/// The files, or an error where there is none.
fn found(path: &Path, files: Vec<PathBuf>) -> Result<Vec<PathBuf>, ReadError> {
    if !files.is_empty() {
        return Ok(files);
    }
    let extensions = READERS.iter().flat_map(|reader| reader.extensions()).map(|extension| format!(".{extension}"));
    let known = extensions.collect::<Vec<_>>().join(", ");
    Err(ReadError::NothingInside { path: path.display().to_string(), known })
}
