//! Floor 2, a shelf: document formats. Bytes become a [`Source`], a [`Reader`] makes it a [`Document`].
//!
//! To add a format: one file with a `pub static`, its `mod` line and its line in [`READERS`] below.

mod decode;
mod error;
mod html;
mod markdown;
mod plain;

use std::path::Path;

use crate::document::{Bitext, Comment, Document, Text};
use crate::text::Source;

pub use decode::decode;
pub use error::ReadError;

/// A document format.
pub trait Reader: Sync {
    /// The format's name on the command line and in reports.
    fn name(&self) -> &'static str;

    /// File name extensions, in lower case and without the dot; the first reader that lists one wins.
    fn extensions(&self) -> &'static [&'static str];

    /// Cuts the text of a file into passages.
    fn read(&self, file: &Source) -> Result<Parts, ReadError>;
}

/// What a reader finds in a file.
#[derive(Debug, Default)]
pub struct Parts {
    /// The translation.
    pub target: Text,
    /// The source, where the format holds both.
    pub bitext: Option<Bitext>,
    /// Comments of the markup.
    pub comments: Vec<Comment>,
}

/// All formats; the first is the one for unknown extensions.
pub static READERS: [&dyn Reader; 3] = [&plain::PLAIN, &markdown::MARKDOWN, &html::HTML];

/// The format of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Reader> {
    READERS.into_iter().find(|reader| reader.name() == name)
}

/// The format that a path's extension stands for, if one does.
#[must_use]
pub fn by_extension(path: &Path) -> Option<&'static dyn Reader> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    READERS.into_iter().find(|reader| reader.extensions().contains(&extension.as_str()))
}

/// Reads a document from the bytes of a file. The format comes from the extension of `path`,
/// plain text where it says nothing.
pub fn read(path: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    let [plain, ..] = READERS;
    read_as(by_extension(Path::new(path)).unwrap_or(plain), path, bytes)
}

/// Reads a document from the bytes of a file in a known format.
pub fn read_as(reader: &dyn Reader, path: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    let file = decode(path, bytes)?;
    let Parts { target, bitext, comments } = reader.read(&file)?;
    if target.passages().is_empty() && bitext.is_none() {
        return Err(ReadError::Empty { path: path.to_owned() });
    }
    Ok(Document { file, format: reader.name(), target, bitext, comments })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_extensions_are_unique() {
        let (mut names, mut extensions) = (HashSet::new(), HashSet::new());
        for reader in READERS {
            assert!(names.insert(reader.name()));
            assert!(reader.extensions().iter().all(|extension| extensions.insert(extension)));
        }
    }
}
