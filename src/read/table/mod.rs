//! Tables: TSV and CSV, a unit a row. The header names the columns of source and target, or the
//! command line does.

mod columns;
mod row;

use super::content::{Chunk, Content};
use super::pairs::Pairs;
use super::stream::{Cutter, Rows};
use super::{Options, Parts, ReadError, Reader};
use crate::text::{FileError, Origin, Source, Span};

pub(super) use row::Dialect;

use row::{Cell, Row};

/// Tab-separated values.
pub(super) static TSV: Table = Table { name: "tsv", extensions: &["tsv", "tab"], tabs: true };
/// Comma-separated values, and those with semicolons.
pub(super) static CSV: Table = Table { name: "csv", extensions: &["csv"], tabs: false };

/// See [`TSV`] and [`CSV`].
#[derive(Debug)]
pub(super) struct Table {
    name: &'static str,
    extensions: &'static [&'static str],
    /// Whether tabs separate the cells, and quotation marks may be text.
    tabs: bool,
}

impl Reader for Table {
    fn name(&self) -> &'static str {
        self.name
    }

    fn extensions(&self) -> &'static [&'static str] {
        self.extensions
    }

    fn cutter(&self) -> Option<Box<dyn Cutter>> {
        Some(Box::new(Rows::new(self.tabs)))
    }

    fn read(&self, file: &Source, options: &Options) -> Result<Parts, ReadError> {
        let head = file.origin().map(|origin: &Origin| origin.head.as_str()).filter(|head| !head.is_empty());
        let fault = |span: Span, what: String| ReadError::Malformed(FileError::of(file, span, what));
        let wrong = |found: row::Fault| fault(found.span, found.what.to_owned());
        let first = head.unwrap_or(file.text());
        let Some((dialect, header)) = Dialect::of(first.as_bytes(), self.tabs).map_err(wrong)? else {
            return Ok(Parts::default());
        };
        let columns = columns::choose(&header.texts(first), options).map_err(|what| fault(header.span(), what))?;
        let (text, mut pairs) = (file.text(), Pairs::default());
        let mut at = if head.is_none() && columns.named { header.end } else { 0 };
        while let Some(row) = dialect.row(text.as_bytes(), at).map_err(wrong)? {
            at = row.end;
            if row.is_blank(text) {
                continue;
            }
            let (Some(source), Some(target)) = (row.cells.get(columns.source), row.cells.get(columns.target)) else {
                return Err(fault(row.span(), ragged(&row, &header)));
            };
            if row.cells.len() != header.cells.len() {
                return Err(fault(row.span(), ragged(&row, &header)));
            }
            pairs.push(text, &content(source, text), &content(target, text));
        }
        Ok(pairs.finish())
    }
}

fn ragged(row: &Row, header: &Row) -> String {
    let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    format!("this row has {}, but the first one has {}", cells(row.cells.len()), cells(header.cells.len()))
}

/// The content of a cell: in quotation marks, two of them are one.
fn content(cell: &Cell, text: &str) -> Content {
    if !cell.quoted {
        return Content::text(cell.span);
    }
    let mut content = Content::new(true);
    let mut at = cell.span.start();
    while let Some(found) = Span::new(at, cell.span.end()).of(text).find("\"\"") {
        content.push(Chunk::Text(Span::new(at, at + found)));
        content.push(Chunk::Character(Span::new(at + found, at + found + 2), '"'));
        at += found + 2;
    }
    content.push(Chunk::Text(Span::new(at, cell.span.end())));
    content.ending(cell.span.end())
}
