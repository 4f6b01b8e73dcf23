//! Floor 2, a shelf: document formats. Bytes become a [`Source`], a [`Reader`] makes it a [`Document`].
//!
//! To add a format: one file with a `pub static`, its `mod` line and its line in [`READERS`] below.

mod content;
mod decode;
mod error;
mod html;
mod jsonl;
mod markdown;
mod markup;
mod names;
mod options;
mod pairs;
mod plain;
mod po;
pub mod stream;
mod table;

use std::path::Path;

use crate::document::{Bitext, Comment, Document, Text};
use crate::text::Source;

pub use decode::decode;
pub use error::ReadError;
pub use options::{Column, Columns, Options};

use stream::Cutter;

/// A document format.
pub trait Reader: Sync {
    /// The format's name on the command line and in reports.
    fn name(&self) -> &'static str;

    /// File name extensions, in lower case and without the dot; the first reader that lists one wins.
    fn extensions(&self) -> &'static [&'static str];

    /// The encoding that the start of a file declares, in formats that do.
    fn encoding(&self, _head: &[u8]) -> Option<String> {
        None
    }

    /// Where large files are cut, in formats of many units.
    fn cutter(&self) -> Option<Box<dyn Cutter>> {
        None
    }

    /// Cuts the text of a file into passages.
    fn read(&self, file: &Source, options: &Options) -> Result<Parts, ReadError>;
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
pub static READERS: [&dyn Reader; 9] = [
    &plain::PLAIN,
    &markdown::MARKDOWN,
    &html::HTML,
    &markup::XLIFF,
    &markup::TMX,
    &po::PO,
    &table::TSV,
    &table::CSV,
    &jsonl::JSONL,
];

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

/// The format of a path: the one that its extension stands for, else plain text.
#[must_use]
pub fn of_path(path: &Path) -> &'static dyn Reader {
    let [plain, ..] = READERS;
    by_extension(path).unwrap_or(plain)
}

/// Reads a document from the bytes of a file. The format comes from the extension of `path`,
/// plain text where it says nothing.
pub fn read(path: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_as(of_path(Path::new(path)), path, bytes)
}

/// Reads a document from the bytes of a file in a known format.
pub fn read_as(reader: &dyn Reader, path: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_with(reader, path, bytes, &Options::default())
}

/// Reads a document from the bytes of a file in a known format, with options.
pub fn read_with(reader: &dyn Reader, path: &str, bytes: Vec<u8>, options: &Options) -> Result<Document, ReadError> {
    let declared = reader.encoding(&bytes);
    let file = decode::declared(path, bytes, declared.as_deref())?;
    checked(document(reader, file, options)?)
}

fn document(reader: &dyn Reader, file: Source, options: &Options) -> Result<Document, ReadError> {
    let Parts { target, bitext, comments } = reader.read(&file, options)?;
    Ok(Document { file, format: reader.name(), target, bitext, comments })
}

/// The document, if there is something to check in it.
fn checked(document: Document) -> Result<Document, ReadError> {
    let path = || document.file.path().to_owned();
    match (document.target.passages(), &document.bitext) {
        ([], None) => Err(ReadError::Empty { path: path() }),
        ([], Some(_)) => Err(ReadError::Untranslated { path: path() }),
        _ => Ok(document),
    }
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
