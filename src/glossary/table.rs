//! Tables: a header names the columns, every other line is a term. Shared by the formats that differ
//! in the delimiter only.

use csv::{Position, QuoteStyle, ReaderBuilder, StringRecord, WriterBuilder};
use memchr::{memchr, memchr_iter, memchr2};

use super::field::Field;
use super::{Entries, Faults, Glossary, Losses, Term};
use crate::text::Span;

/// What separates several values in one cell; `\;` is a semicolon that belongs to a value.
const SEPARATOR: char = ';';

/// Reads a table.
pub(super) fn read(text: &str, delimiter: u8, faults: &mut Faults<'_>) -> Entries {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut record, mut columns, mut entries) = (StringRecord::new(), None, Entries::default());
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            // The text is valid UTF-8, and rows may differ in length: there is no other fault.
            Err(error) => faults.add(Span::new(0, 0), error.to_string()),
            Ok(true) => {}
        }
        let row = Row::new(text, &record);
        if row.is_comment() {
            continue;
        }
        if let Some(span) = row.loose_quote(delimiter) {
            faults.add(
                span,
                "text behind a closing quotation mark; write the whole cell in \"…\", and \"\" for a mark in it",
            );
            continue;
        }
        match &columns {
            None => columns = Some(row.columns(faults)),
            Some(columns) => entries.terms.extend(row.term(columns, faults)),
        }
    }
    if columns.is_none() {
        faults
            .add(Span::new(0, 0), "the file is empty; its first line names the columns, such as `source` and `target`");
    }
    entries
}

/// A line of the table.
struct Row<'a> {
    record: &'a StringRecord,
    /// The text from the start of the line on.
    rest: &'a str,
    start: usize,
}

impl<'a> Row<'a> {
    fn new(text: &'a str, record: &'a StringRecord) -> Self {
        let start = record.position().map_or(0, Position::byte);
        let start = usize::try_from(start).unwrap_or(0);
        let rest = text.get(start..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        Self { record, rest: rest.get(skipped..).unwrap_or_default(), start: start + skipped }
    }

    /// Whether the line is one for people: it starts with a `#` that no term follows at once.
    fn is_comment(&self) -> bool {
        is_comment(self.record.get(0).unwrap_or_default()) || self.record.iter().all(|cell| cell.trim().is_empty())
    }

    /// The place of a cell that is quoted in part only, where marks would be lost.
    fn loose_quote(&self, delimiter: u8) -> Option<Span> {
        let bytes = self.rest.as_bytes();
        let mut at = 0;
        // Most lines have no mark at all.
        memchr(b'"', bytes.get(..self.span().len())?)?;
        while let Some(byte) = bytes.get(at).filter(|byte| !matches!(byte, b'\r' | b'\n')) {
            if *byte == b'"' {
                let closing = closing_mark(bytes, at)?;
                if bytes.get(closing + 1).is_some_and(|next| ![delimiter, b'\r', b'\n'].contains(next)) {
                    return Some(Span::new(self.start + at, self.start + closing + 1));
                }
                at = closing;
            }
            let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\r' | b'\n');
            at += bytes.get(at..)?.iter().position(ends)?;
            at += usize::from(bytes.get(at) == Some(&delimiter));
        }
        None
    }

    /// The place of the line.
    fn span(&self) -> Span {
        let length = memchr2(b'\r', b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        Span::new(self.start, self.start + length)
    }

    /// The place of a cell where it stands as it is; that of the line where it is quoted.
    fn cell(&self, number: usize) -> Span {
        let mut at = 0;
        for (index, cell) in self.record.iter().enumerate() {
            let found = self.rest.get(at..).and_then(|rest| rest.find(cell));
            let Some(found) = found.filter(|found| *found <= 1) else { return self.span() };
            if index == number {
                return Span::new(self.start + at + found, self.start + at + found + cell.len());
            }
            at += found + cell.len() + 1;
        }
        self.span()
    }

    fn columns(&self, faults: &mut Faults<'_>) -> Vec<Option<Field>> {
        let mut columns = Vec::new();
        for (number, cell) in self.record.iter().enumerate() {
            let field = Field::from_name(&cell.trim().to_ascii_lowercase());
            if let Err(known) = &field {
                faults.add(self.cell(number), format!("unknown column `{cell}`; known: {known}"));
            }
            if field.as_ref().is_ok_and(|field| columns.contains(&Some(*field))) {
                faults.add(self.cell(number), format!("the column `{cell}` stands here twice"));
            }
            columns.push(field.ok());
        }
        columns
    }

    fn term(&self, columns: &[Option<Field>], faults: &mut Faults<'_>) -> Option<(Term, Span)> {
        let mut term = Term::default();
        for (number, cell) in self.record.iter().map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let field = match columns.get(number) {
                Some(Some(field)) => *field,
                Some(None) => continue, // told at the header
                None => {
                    faults.add(self.cell(number), "more cells than the header has columns");
                    return None;
                }
            };
            let values = if field.is_list() { split(cell) } else { vec![cell.to_owned()] };
            if let Err(what) = field.set(&mut term, values) {
                faults.add(self.cell(number), what);
            }
        }
        Some((term, self.span()))
    }
}

/// Whether a line whose first cell is this one is a comment.
fn is_comment(first: &str) -> bool {
    first == "#" || first.starts_with("# ")
}

/// Where the mark stands that closes the one at `open`; two in a row are a mark in the text.
fn closing_mark(bytes: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The values in a cell.
fn split(cell: &str) -> Vec<String> {
    if !cell.contains('\\') {
        return unescaped(cell);
    }
    let mut values = vec![String::new()];
    let mut escaped = false;
    for c in cell.chars() {
        match (c, values.last_mut()) {
            (SEPARATOR, _) if !escaped => values.push(String::new()),
            (_, Some(value)) => {
                if escaped && c != SEPARATOR {
                    value.push('\\');
                }
                if c != '\\' {
                    value.push(c);
                }
            }
            (_, None) => {}
        }
        escaped = c == '\\';
    }
    values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
}

/// The values in a cell without escapes.
fn unescaped(cell: &str) -> Vec<String> {
    let (mut values, mut start) = (Vec::new(), 0);
    for end in memchr_iter(SEPARATOR as u8, cell.as_bytes()).chain([cell.len()]) {
        let value = cell.get(start..end).unwrap_or_default().trim();
        values.extend((!value.is_empty()).then(|| value.to_owned()));
        start = end + 1;
    }
    values
}

/// Writes a table of the columns that are used; tables have all fields.
pub(super) fn write(glossary: &Glossary, delimiter: u8, losses: &mut Losses) -> String {
    let needed = |field: &Field| {
        matches!(field.name(), "source" | "target") || glossary.terms.iter().any(|term| !field.get(term).is_empty())
    };
    let columns: Vec<Field> = Field::ALL.into_iter().filter(needed).collect();
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    let header = columns.iter().map(|field| field.name().to_owned()).collect();
    // Writing to memory does not fail.
    let _ = writer.write_record::<Vec<String>, _>(header);
    for term in &glossary.terms {
        let row: Vec<String> = columns.iter().map(|field| joined(*field, term)).collect();
        if row.first().is_some_and(|first| is_comment(first)) {
            losses.add("the whole entry (its line would be a comment)", term);
        } else {
            let _ = writer.write_record(&row);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn joined(field: Field, term: &Term) -> String {
    let values = field.get(term);
    if !field.is_list() {
        return values.join(" ");
    }
    values.iter().map(|value| value.replace(SEPARATOR, "\\;")).collect::<Vec<_>>().join(" ; ")
}
