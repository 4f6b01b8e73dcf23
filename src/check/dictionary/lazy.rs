//! `LazyDictionary`: a dictionary that is unpacked when something is first looked up.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::LazyLock;

use super::Dictionary;
use crate::check::{CheckError, Params};

/// The archive in a pack; `dictionary/make.py` makes it.
const ARCHIVE: &str = "dictionary/cedict.tsv.gz";
/// The table of characters in a pack.
const TRADITIONAL: &str = "dictionary/traditional.tsv";

/// A dictionary, packed until it is needed. One that cannot be unpacked has no words.
pub struct LazyDictionary(LazyLock<Dictionary, Box<dyn FnOnce() -> Dictionary + Send + Sync>>);

impl LazyDictionary {
    /// The dictionary of a pack.
    pub fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let archive: Cow<'static, [u8]> = params.binary(ARCHIVE)?.clone();
        let traditional = params.table(TRADITIONAL)?.to_owned();
        let unpack = move || Dictionary::read(&archive, &traditional).unwrap_or_else(|_| Dictionary::empty());
        Ok(Self(LazyLock::new(Box::new(unpack))))
    }
}

impl Deref for LazyDictionary {
    type Target = Dictionary;

    fn deref(&self) -> &Dictionary {
        &self.0
    }
}

impl std::fmt::Debug for LazyDictionary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("LazyDictionary")
    }
}
