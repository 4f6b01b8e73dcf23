//! Rows of a table, with the place of each cell. The crate `csv` tells where a row begins, but not where
//! its cells stand, which is what findings need; so the rows are cut here.
//!
//! Commas: RFC 4180, which is strict about quotation marks. Tabs: a cell in quotation marks is taken out of
//! them if all marks inside are doubled; else they are text, as in files that know no quoting. Such a cell
//! holds line breaks only where its row would be too short without them, or the next line would be.

use memchr::{memchr, memchr2};

use crate::text::Span;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct Dialect {
    delimiter: u8,
    /// Whether a quotation mark that does not quote a cell is text.
    lenient: bool,
    /// How many cells a row has.
    columns: usize,
}

/// A row.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(in crate::read) start: usize,
    /// Behind its line break.
    pub(in crate::read) end: usize,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// What it holds, without outer quotation marks.
    pub(super) span: Span,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
}

/// Why there is no row.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Fault {
    pub(super) span: Span,
    pub(super) what: &'static str,
}

/// How far the end of a cell with line breaks is looked for where marks may be text.
const AHEAD: usize = 1 << 16;

impl Row {
    /// The place of the row, without its line break.
    pub(super) fn span(&self) -> Span {
        let end = self.cells.last().map_or(self.start, |cell| cell.span.end() + usize::from(cell.quoted));
        Span::new(self.start, end)
    }

    pub(super) fn is_blank(&self, text: &str) -> bool {
        matches!(self.cells.as_slice(), [only] if only.span.of(text).trim().is_empty())
    }

    /// What the cells say.
    pub(super) fn texts(&self, text: &str) -> Vec<String> {
        self.cells.iter().map(|cell| cell.span.of(text).replace("\"\"", "\"")).collect()
    }
}

impl Dialect {
    /// How a table is written, by its first row that is not blank, and that row.
    pub(in crate::read) fn of(bytes: &[u8], tabs: bool) -> Result<Option<(Self, Row)>, Fault> {
        let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let named = if tabs { None } else { named_separator(bytes.get(blank..).unwrap_or_default()) };
        let start = blank + named.map_or(0, |(_, length)| length);
        let line = bytes.get(start..).unwrap_or_default();
        let line = line.get(..memchr(b'\n', line).unwrap_or(line.len())).unwrap_or_default();
        let count = |delimiter: &u8| unquoted(line).filter(|byte| byte == delimiter).count();
        // Of those that are as frequent the last one wins.
        let counted = || [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
        let separator = named.map_or_else(counted, |(separator, _)| separator);
        let mut dialect = Self { delimiter: if tabs { b'\t' } else { separator }, lenient: tabs, columns: 0 };
        let Some(row) = dialect.row(bytes, start)? else { return Ok(None) };
        dialect.columns = row.cells.len();
        Ok(Some((dialect, row)))
    }

    /// The row that starts at a place; nothing at the end.
    pub(in crate::read) fn row(&self, bytes: &[u8], at: usize) -> Result<Option<Row>, Fault> {
        if at >= bytes.len() {
            return Ok(None);
        }
        if !self.lenient {
            return self.scan(bytes, at, bytes.len()).map(Some);
        }
        let row = self.scan(bytes, at, line_end(bytes, at))?;
        if self.is_open(bytes, &row)? {
            let longer = self.scan(bytes, at, bytes.len().min(at + AHEAD))?;
            if longer.cells.len() == self.columns {
                return Ok(Some(longer));
            }
        }
        Ok(Some(row))
    }

    /// Whether a row goes on in the next line, which may be so where its last cell opens with a mark: it is too
    /// short, or the next line is no row.
    fn is_open(&self, bytes: &[u8], row: &Row) -> Result<bool, Fault> {
        let open = row.cells.last().is_some_and(|cell| !cell.quoted && bytes.get(cell.span.start()) == Some(&b'"'));
        if !open || row.cells.len() > self.columns || row.end >= bytes.len() {
            return Ok(false);
        }
        let next = self.scan(bytes, row.end, line_end(bytes, row.end))?;
        Ok(row.cells.len() < self.columns || next.cells.len() != self.columns)
    }

    /// The row from a place on, quoted cells of which end before `limit`.
    fn scan(&self, bytes: &[u8], start: usize, limit: usize) -> Result<Row, Fault> {
        let (mut cells, mut at) = (Vec::with_capacity(self.columns), start);
        loop {
            let (cell, next) = self.cell(bytes, at, limit)?;
            cells.push(cell);
            match bytes.get(next) {
                Some(byte) if *byte == self.delimiter => at = next + 1,
                Some(_) => return Ok(Row { cells, start, end: next + 1 }),
                None => return Ok(Row { cells, start, end: next }),
            }
        }
    }

    /// The cell that starts at a place, and where the delimiter or line break behind it stands.
    fn cell(&self, bytes: &[u8], at: usize, limit: usize) -> Result<(Cell, usize), Fault> {
        if bytes.get(at) == Some(&b'"') {
            match closing(bytes, at, limit) {
                Some(close) => {
                    if let Some(next) = self.after(bytes, close + 1) {
                        return Ok((Cell { span: Span::new(at + 1, close), quoted: true }, next));
                    }
                    if !self.lenient {
                        return Err(behind(at, close));
                    }
                }
                None if !self.lenient => return Err(unclosed(at)),
                None => {}
            }
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let next = at + memchr2(self.delimiter, b'\n', rest).unwrap_or(rest.len());
        let body = bytes.get(at..next).unwrap_or_default();
        let cut = usize::from(body.ends_with(b"\r") && bytes.get(next) != Some(&self.delimiter));
        Ok((Cell { span: Span::new(at, next - cut), quoted: false }, next))
    }

    /// Where the delimiter or line break is that must follow a closing mark.
    fn after(&self, bytes: &[u8], at: usize) -> Option<usize> {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n') | None) => Some(at + 1),
            (None | Some(b'\n'), _) => Some(at),
            (Some(byte), _) => (*byte == self.delimiter).then_some(at),
        }
    }
}

/// The separator that a first line `sep=;` names, which spreadsheets write, and the length of that line.
fn named_separator(bytes: &[u8]) -> Option<(u8, usize)> {
    let (separator, behind) = bytes.strip_prefix(b"sep=")?.split_first()?;
    let length = if behind.starts_with(b"\r\n") { 2 } else { usize::from(behind.starts_with(b"\n")) };
    (length > 0 && separator.is_ascii() && *separator != b'"').then_some((*separator, 5 + length))
}

/// The bytes of a line that do not stand in quotation marks.
fn unquoted(line: &[u8]) -> impl Iterator<Item = u8> {
    let mut quoted = false;
    line.iter().copied().filter(move |byte| {
        quoted ^= *byte == b'"';
        !quoted
    })
}

/// The end of the line that a place is in, behind its break.
fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + memchr(b'\n', rest).map_or(rest.len(), |end| end + 1)
}

fn behind(at: usize, close: usize) -> Fault {
    let what = "text behind a closing quotation mark; write the whole cell in \"…\", and \"\" for a mark in it";
    Fault { span: Span::new(at, close + 1), what }
}

fn unclosed(at: usize) -> Fault {
    Fault { span: Span::new(at, at + 1), what: "this quotation mark is not closed before the end of the file" }
}

/// The mark that closes the one at `open`; two of them are one that does not.
fn closing(bytes: &[u8], open: usize, limit: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at += memchr(b'"', bytes.get(at..limit)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, tabs: bool) -> Result<Vec<Vec<&str>>, Fault> {
        let Some((dialect, first)) = Dialect::of(text.as_bytes(), tabs)? else { return Ok(Vec::new()) };
        let (mut rows, mut at) = (Vec::new(), first.start);
        while let Some(row) = dialect.row(text.as_bytes(), at)? {
            at = row.end;
            rows.push(row.cells.iter().map(|cell| cell.span.of(text)).collect());
        }
        Ok(rows)
    }

    #[test]
    fn commas_are_strict() {
        let text = "\na;\"b\r\n\"\"c\"\r\n;5\" disk\n\"\";x";
        assert_eq!(rows(text, false).unwrap(), [vec!["a", "b\r\n\"\"c"], vec!["", "5\" disk"], vec!["", "x"]]);
        assert_eq!(rows("a,b\n\"x\" y,z\n", false).unwrap_err().span, Span::new(4, 7));
        assert_eq!(rows("a,b\nx,\"y\n", false).unwrap_err().span, Span::new(6, 7));
    }

    #[test]
    fn the_separator_is_what_is_most_frequent_outside_of_marks() {
        assert_eq!(rows("1;\u{5de5};33,000 workers\n", false).unwrap(), [vec!["1", "\u{5de5}", "33,000 workers"]]);
        assert_eq!(rows("1,\"a; b; c\"\n", false).unwrap(), [vec!["1", "a; b; c"]]);
        assert_eq!(rows("sep=|\r\n1|a, b, c\n", false).unwrap(), [vec!["1", "a, b, c"]]);
        assert_eq!(rows("sep=x,y\n", false).unwrap(), [vec!["sep=x", "y"]]);
    }

    #[test]
    fn marks_between_tabs_may_be_text() {
        let text = "a\tb\r\n\"Go,\" he said\t\"x\"\n\"open\tend\n\"two\nlines\"\tend\nx\t\"two\nmore\"\n";
        let expected = [
            vec!["a", "b"],
            vec!["\"Go,\" he said", "x"],
            vec!["\"open", "end"],
            vec!["two\nlines", "end"],
            vec!["x", "two\nmore"],
        ];
        assert_eq!(rows(text, true).unwrap(), expected);
    }
}
