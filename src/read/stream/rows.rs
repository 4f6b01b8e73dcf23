//! Cuts tables between their rows; the header holds for all pieces.

use super::{Cut, Cutter};
use crate::read::table::Dialect;

/// See the module.
#[derive(Debug)]
pub(in crate::read) struct Rows {
    tabs: bool,
    header: Option<(Dialect, String)>,
}

impl Rows {
    /// For tables with tabs between the cells, or with commas.
    pub(in crate::read) fn new(tabs: bool) -> Self {
        Self { tabs, header: None }
    }
}

impl Cutter for Rows {
    fn cut(&mut self, bytes: &[u8], size: usize) -> Option<Cut> {
        let header = match &self.header {
            Some(header) => header.clone(),
            None => first(bytes, self.tabs)?,
        };
        let mut at = 0;
        while at < size {
            // A row is whole where something follows it.
            at = header.0.row(bytes, at).ok().flatten().filter(|row| row.end < bytes.len())?.end;
        }
        self.header = Some(header);
        Some(Cut { at, units: 0 })
    }

    fn head(&self) -> String {
        self.header.as_ref().map_or(String::new(), |(_, header)| header.clone())
    }
}

/// How the table is written, and its beginning up to the first row.
fn first(bytes: &[u8], tabs: bool) -> Option<(Dialect, String)> {
    let (dialect, row) = Dialect::of(bytes, tabs).ok().flatten()?;
    let header = bytes.get(..row.end).filter(|_| row.end < bytes.len())?;
    Some((dialect, String::from_utf8_lossy(header).into_owned()))
}
