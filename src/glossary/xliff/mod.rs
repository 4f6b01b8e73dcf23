//! `xliff-glossary`: the glossary module of XLIFF 2: `glossary`, `glossEntry`, `term`, `translation`,
//! `definition`, anywhere in an XLIFF document.
//!
//! The first translation is the preferred form, the others are admitted. The `source` of the first
//! translation, else of the term or of the definition, is where the term is attested.

mod read;
mod write;

use super::{Entries, Faults, Format, Glossary, Losses};
use crate::xml::{Tag, root};

/// The format.
pub(super) static XLIFF: Xliff = Xliff;

/// See [`XLIFF`].
#[derive(Debug)]
pub(super) struct Xliff;

/// The namespace of the module.
const MODULE: &str = "urn:oasis:names:tc:xliff:glossary:2.0";
/// A source language that is not known; documents must name one.
const UNKNOWN: &str = "und";

impl Format for Xliff {
    fn name(&self) -> &'static str {
        "xliff-glossary"
    }

    fn summary(&self) -> &'static str {
        "the glossary module of XLIFF 2"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xlf", "xliff"]
    }

    fn recognises(&self, text: &str) -> bool {
        root(text).is_some_and(|root| is_xliff(&root))
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        read::read(text, faults)
    }

    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String {
        write::write(glossary, losses)
    }
}

/// Whether the root is that of XLIFF 2.
fn is_xliff(root: &Tag<'_>) -> bool {
    root.local() == "xliff" && root.attribute("version").is_some_and(|version| version.starts_with('2'))
}
