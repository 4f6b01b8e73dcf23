//! `--source`: which file holds the source of which translation.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::inputs::{self, Input};
use crate::read::ReadError;

/// What `--source` names.
#[derive(Debug)]
pub(super) enum Sources {
    /// The source of the only input.
    File(PathBuf),
    /// A folder with sources named like the translations.
    Folder {
        /// The folder.
        root: PathBuf,
        /// Its files, by [`key`]; several with one key where it holds the translations, too.
        files: BTreeMap<String, Vec<PathBuf>>,
    },
}

/// Something to check, and the file that holds its source.
#[derive(Debug)]
pub(super) struct Pair {
    /// The translation.
    pub(super) input: Input,
    /// The source, where one is asked for, or that there is none.
    pub(super) source: Option<Result<PathBuf, ReadError>>,
}

impl Pair {
    /// The source, where there is one.
    fn source(&self) -> Option<&Path> {
        self.source.as_ref()?.as_ref().ok().map(PathBuf::as_path)
    }
}

impl Sources {
    /// Finds the sources.
    pub(super) fn new(path: &Path) -> Result<Self, ReadError> {
        if !path.is_dir() {
            return Ok(Self::File(path.to_owned()));
        }
        let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        for file in inputs::files(path)? {
            files.entry(key(path, &file)).or_default().push(file);
        }
        Ok(Self::Folder { root: path.to_owned(), files })
    }

    /// Joins each input with its source; one that has none cannot be checked. What was found in a folder
    /// and serves as the source of a file in the target language, by the names of both, is no input.
    pub(super) fn join(&self, inputs: Vec<Input>, arguments: &[PathBuf], target: &str) -> Vec<Pair> {
        let alone = inputs.len() == 1;
        let mut pairs: Vec<Pair> = inputs.into_iter().map(|input| self.pair(input, arguments, alone)).collect();
        let translated = |pair: &&Pair| language(Path::new(&pair.input.name())).is_some_and(|own| own == target);
        let sources: HashSet<PathBuf> =
            pairs.iter().filter(translated).filter_map(Pair::source).map(inputs::identity).collect();
        pairs.retain(|pair| match &pair.input {
            Input::File(path) => {
                translated(&pair) || arguments.contains(path) || !sources.contains(&inputs::identity(path))
            }
            Input::Stdin(_) | Input::Nothing(_) => true,
        });
        pairs
    }

    fn pair(&self, input: Input, arguments: &[PathBuf], alone: bool) -> Pair {
        if let Input::Nothing(_) = input {
            return Pair { input, source: None };
        }
        match self.source(&input.name(), arguments, alone) {
            // What holds its own source needs none in the folder, which is known when it is read.
            found @ (Ok(_) | Err(ReadError::NoSource { .. })) => Pair { input, source: Some(found) },
            Err(error) => Pair { input: Input::Nothing(error), source: None },
        }
    }

    /// The source of the input of that name.
    fn source(&self, input: &str, arguments: &[PathBuf], alone: bool) -> Result<PathBuf, ReadError> {
        match self {
            Self::File(path) if !path.exists() => Err(ReadError::SourceMissing { path: path.display().to_string() }),
            Self::File(path) if alone => Ok(path.clone()),
            Self::File(path) => {
                let (path, source_path) = (input.to_owned(), path.display().to_string());
                Err(ReadError::OneSource { path, source_path })
            }
            Self::Folder { root, files } => {
                let name = Path::new(input);
                let named = files.get(&key(inside(name, arguments), name)).map(Vec::as_slice).unwrap_or_default();
                let own = inputs::identity(name);
                let mut others = named.iter().filter(|file| inputs::identity(file) != own);
                let path = input.to_owned();
                match (others.next(), others.next()) {
                    (Some(source), None) => Ok(source.clone()),
                    (Some(one), Some(other)) => {
                        let (one, other) = (one.display().to_string(), other.display().to_string());
                        Err(ReadError::ManySources { path, one, other })
                    }
                    (None, _) => Err(ReadError::NoSource { path, folder: root.display().to_string() }),
                }
            }
        }
    }

    /// What is to be said about sources without a translation, where whole folders are compared.
    pub(super) fn unpaired(&self, pairs: &[Pair], arguments: &[PathBuf]) -> Option<String> {
        let Self::Folder { files, root } = self else { return None };
        let used: HashSet<&Path> = pairs.iter().filter_map(Pair::source).collect();
        let mut unused = files.values().flatten().filter(|file| !used.contains(file.as_path()));
        let first = unused.next().filter(|_| arguments.iter().all(|argument| argument.is_dir()))?.display();
        let more = unused.count();
        let others = if more > 0 { format!(", nor of {more} others in {}", root.display()) } else { String::new() };
        Some(format!("{first}: there is no translation of it{others}"))
    }
}

/// The argument through which a file was found: the folder it is in, or nothing but the folder of the file.
fn inside<'a>(file: &'a Path, arguments: &'a [PathBuf]) -> &'a Path {
    let folder = arguments.iter().find(|argument| argument.is_dir() && file.starts_with(argument));
    folder.map(PathBuf::as_path).or(file.parent()).unwrap_or(Path::new(""))
}

/// The language that the name of a file tells: `zh` for `a.zh-CN.txt`.
fn language(file: &Path) -> Option<String> {
    let name = file.file_stem()?.to_string_lossy();
    tagged(&name)?.1.get(..2).map(str::to_owned)
}

/// What a translation and its source have in common: the path inside of the folder, without extension
/// and without the tag of a language (`news/a.en.txt` and `news/a.zh-CN.md` are both `news/a`).
fn key(folder: &Path, file: &Path) -> String {
    let inner = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let name = inner.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = tagged(&name).map_or(name.as_str(), |(stem, _)| stem);
    inner.with_file_name(stem).to_string_lossy().replace('\\', "/")
}

/// A name without extension, and the tag of a language at its end.
fn tagged(name: &str) -> Option<(&str, &str)> {
    name.rsplit_once(['.', '_']).filter(|(stem, tag)| is_language(tag) && !stem.is_empty())
}

/// Whether a part of a file's name is the tag of a language, such as `en`, `zh-CN` or `zh-Hans`.
fn is_language(tag: &str) -> bool {
    let (language, region) = tag.split_once('-').unwrap_or((tag, "CN"));
    let lower = |part: &str| part.chars().all(|c| c.is_ascii_lowercase());
    language.len() == 2 && lower(language) && (2..=4).contains(&region.len()) && region.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_language_and_extension() {
        let in_folder = |file: &str| key(Path::new("out"), &Path::new("out").join(file));
        assert_eq!(in_folder("news/a.en.txt"), in_folder("news/a.zh-CN.md"));
        assert_eq!(in_folder("a_en.txt"), in_folder("a.html"));
        assert_eq!(in_folder("B__chinanews.com.1.txt"), "B__chinanews.com.1");
        assert_ne!(in_folder("a/x.txt"), in_folder("b/x.txt"));
    }
}
