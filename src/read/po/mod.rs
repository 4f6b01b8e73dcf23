//! PO (gettext): an entry with its translation, or one for each plural form.
//!
//! Left out are the header, obsolete entries (`#~`) and fuzzy ones, whose translation gettext itself does
//! not use before somebody has looked at it. Crates for this format (`polib`, `rspolib`) give no places,
//! which findings need; so the lines are read here.

mod entry;
mod line;

use super::pairs::Pairs;
use super::{Options, Parts, ReadError, Reader};
use crate::text::{FileError, Source};

/// PO.
pub(super) static PO: Po = Po;

/// See [`PO`].
#[derive(Debug)]
pub(super) struct Po;

impl Reader for Po {
    fn name(&self) -> &'static str {
        "po"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["po"]
    }

    /// The `charset` of the header.
    fn encoding(&self, head: &[u8]) -> Option<String> {
        let head = String::from_utf8_lossy(head.get(..head.len().min(4096))?).into_owned();
        let after = head.split("charset=").nth(1)?;
        let name: String = after.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        Some(name).filter(|name| name != "CHARSET")
    }

    fn read(&self, file: &Source, _: &Options) -> Result<Parts, ReadError> {
        let (text, mut at) = (file.text(), 0);
        let (mut pairs, mut reading) = (Pairs::default(), entry::Reading::new(text));
        for line in text.split_inclusive('\n') {
            reading.line(line.trim_end_matches(['\n', '\r']), at, &mut pairs).map_err(|fault| at_place(file, fault))?;
            at += line.len();
        }
        reading.end(&mut pairs).map_err(|fault| at_place(file, fault))?;
        Ok(pairs.finish())
    }
}

fn at_place(file: &Source, fault: line::Fault) -> ReadError {
    ReadError::Malformed(FileError::of(file, fault.span, fault.what))
}
