//! `tsv`: tab-separated values with a header, as spreadsheets write them and as the built-in tables are.

use super::{Entries, Faults, Format, Glossary, Losses, table};

/// The format.
pub(super) static TSV: Tsv = Tsv;

/// See [`TSV`].
#[derive(Debug)]
pub(super) struct Tsv;

impl Format for Tsv {
    fn name(&self) -> &'static str {
        "tsv"
    }

    fn summary(&self) -> &'static str {
        "tab-separated values with a header"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tsv", "tab"]
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        table::read(text, b'\t', faults)
    }

    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String {
        losses.languages(glossary);
        table::write(glossary, b'\t', losses)
    }
}
