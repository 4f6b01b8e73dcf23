//! `csv`: comma-separated values with a header, as spreadsheets write them; also with semicolons between
//! the cells, as they do where the comma is the decimal mark.

use super::{Entries, Faults, Format, Glossary, Losses, table};

/// The format.
pub(super) static CSV: Csv = Csv;

/// See [`CSV`].
#[derive(Debug)]
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn summary(&self) -> &'static str {
        "comma-separated values with a header"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        let header = text.lines().next().unwrap_or_default();
        let semicolons = header.contains(';') && !header.contains(',');
        table::read(text, if semicolons { b';' } else { b',' }, faults)
    }

    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String {
        losses.languages(glossary);
        table::write(glossary, b',', losses)
    }
}
