//! `Piece`: the bytes of a file or of a part of it, to be read by whoever has time.

use super::wide;
use crate::document::Document;
use crate::read::decode::MARK;
use crate::read::{Options, ReadError, Reader, checked, decode, document, read_with};
use crate::text::{Origin, Source};

/// The bytes of a file, or of a part of it.
pub struct Piece {
    reader: &'static dyn Reader,
    path: String,
    bytes: Vec<u8>,
    origin: Option<Origin>,
    /// The encoding of the file, if it was in UTF-16; the bytes are in UTF-8.
    wide: Option<&'static str>,
}

impl Piece {
    pub(super) fn new(
        reader: &'static dyn Reader,
        path: &str,
        bytes: Vec<u8>,
        origin: Option<Origin>,
        wide: Option<&'static str>,
    ) -> Self {
        Self { reader, path: path.to_owned(), bytes, origin, wide }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether the file begins with it.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.origin.as_ref().is_none_or(|origin| origin.offset <= MARK.len())
    }

    /// Whether the file ends with it.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.origin.as_ref().is_none_or(|origin| !origin.more)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Reads the document; nothing where a part of a file holds no unit, as its end may.
    pub fn read(self, options: &Options) -> Result<Option<Document>, ReadError> {
        let first = self.is_first();
        let Some(origin) = self.origin else {
            return read_with(self.reader, &self.path, self.bytes, options).map(Some);
        };
        let text = decode::part(&self.path, self.bytes, &origin)?;
        let file = match self.wide {
            Some(encoding) => {
                let map = wide::map(&text);
                Source::decoded(self.path, text, encoding, map)
            }
            None => Source::utf8(self.path, text, 0),
        };
        let file = file.at(origin);
        let document = document(self.reader, file, options)?;
        if first { checked(document).map(Some) } else { Ok(Some(document).filter(|one| one.bitext.is_some())) }
    }
}
