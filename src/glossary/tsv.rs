//! Glossaries as tab-separated values: a header line names the columns, every other line is a term.

use memchr::memchr_iter;

use super::{GlossaryError, Term, TermKind};
use crate::mqm::Severity;
use crate::text::Span;

/// The columns a file may have, in any order; `source` and `target` are required.
const COLUMNS: [&str; 10] =
    ["source", "target", "admitted", "wrong", "kind", "severity", "when", "unless", "attested", "note"];
/// What separates several forms in one cell.
const SEPARATOR: &str = " ; ";

/// Reads a glossary; the first fault ends it.
pub(super) fn read(path: &str, text: &str) -> Result<Vec<Term>, GlossaryError> {
    let mut lines = text.strip_prefix('\u{FEFF}').unwrap_or(text).split('\n').enumerate();
    let header = lines.next().map_or("", |(_, line)| line.trim_end_matches('\r'));
    let mut cursor = Cursor { path, line: 1, start: 0 };
    let columns = cursor.columns(header)?;
    let mut terms = Vec::new();
    let mut start = header.len() + 1;
    for (number, line) in lines {
        cursor = Cursor { path, line: number + 1, start };
        start += line.len() + 1;
        let line = line.trim_end_matches('\r');
        if !line.trim().is_empty() && !line.starts_with('#') {
            terms.push(cursor.term(&columns, line)?);
        }
    }
    Ok(terms)
}

/// The line that is being read, for error messages.
struct Cursor<'a> {
    path: &'a str,
    line: usize,
    start: usize,
}

impl Cursor<'_> {
    fn error(&self, at: usize, length: usize, what: impl Into<String>) -> GlossaryError {
        let span = Span::new(self.start + at, self.start + at + length);
        GlossaryError { path: self.path.to_owned(), line: self.line, span, what: what.into() }
    }

    fn columns(&self, header: &str) -> Result<Vec<&'static str>, GlossaryError> {
        let mut columns = Vec::new();
        for (at, cell) in cells(header) {
            let known = COLUMNS.into_iter().find(|column| *column == cell);
            let column = known.ok_or_else(|| {
                let what = format!("unknown column `{cell}`; known: {}", COLUMNS.join(", "));
                self.error(at, cell.len(), what)
            })?;
            columns.push(column);
        }
        match ["source", "target"].into_iter().find(|needed| !columns.contains(needed)) {
            Some(missing) => Err(self.error(0, header.len(), format!("the header has no column `{missing}`"))),
            None => Ok(columns),
        }
    }

    fn term(&self, columns: &[&'static str], line: &str) -> Result<Term, GlossaryError> {
        let mut term = Term { line: self.line, ..Term::default() };
        let mut columns = columns.iter();
        for (at, cell) in cells(line) {
            let Some(column) = columns.next() else {
                return Err(self.error(at, cell.len(), "more cells than the header has columns"));
            };
            self.cell(&mut term, column, at, cell.trim())?;
        }
        if term.source.is_empty() || term.target.is_empty() {
            return Err(self.error(0, line.len(), "a term needs a source and a target"));
        }
        Ok(term)
    }

    fn cell(&self, term: &mut Term, column: &str, at: usize, cell: &str) -> Result<(), GlossaryError> {
        if cell.is_empty() {
            return Ok(());
        }
        let unknown = |what: &str, known: Vec<&str>| {
            self.error(at, cell.len(), format!("unknown {what} `{cell}`; known: {}", known.join(", ")))
        };
        match column {
            "source" => term.source = forms(cell),
            "target" => cell.clone_into(&mut term.target),
            "admitted" => term.admitted = forms(cell),
            "wrong" => term.wrong = forms(cell),
            "kind" => {
                let known = || TermKind::ALL.map(TermKind::name).to_vec();
                term.kind = TermKind::from_name(cell).ok_or_else(|| unknown("kind", known()))?;
            }
            "severity" => {
                let known = || Severity::ALL.map(Severity::name).to_vec();
                term.severity = Some(Severity::from_name(cell).ok_or_else(|| unknown("severity", known()))?);
            }
            "when" => term.when = forms(cell),
            "unless" => term.unless = forms(cell),
            "attested" => cell.clone_into(&mut term.attested),
            _ => cell.clone_into(&mut term.note),
        }
        Ok(())
    }
}

/// The cells of a line with their positions.
fn cells(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = memchr_iter(b'\t', line.as_bytes()).chain([line.len()]);
    ends.scan(0, |next, end| {
        let start = std::mem::replace(next, end + 1);
        Some((start, line.get(start..end).unwrap_or_default()))
    })
}

/// The forms in a cell.
fn forms(cell: &str) -> Vec<String> {
    let (mut forms, mut start) = (Vec::new(), 0);
    let separators = memchr_iter(b';', cell.as_bytes())
        .filter_map(|at| Some(at.checked_sub(1)?..at + 2))
        .filter(|range| cell.get(range.clone()) == Some(SEPARATOR));
    for separator in separators.chain([cell.len()..cell.len()]) {
        let form = cell.get(start..separator.start).unwrap_or_default().trim();
        forms.extend((!form.is_empty()).then(|| form.to_owned()));
        start = separator.end;
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_term() {
        let text = "source\ttarget\twrong\tseverity\n大国工匠\tmaster craftsman\t{large|big} country craftsman ; craftsman of great country\tminor\n";
        let terms = read("t.tsv", text).unwrap();
        let [term] = terms.as_slice() else { panic!("{terms:?}") };
        assert_eq!((term.id(), term.wrong.len(), term.line), ("大国工匠", 2, 2));
        assert_eq!(term.severity, Some(Severity::Minor));
    }

    #[test]
    fn faults_have_a_line_and_a_place() {
        let error = read("t.tsv", "source\ttarget\tseverity\n工会\ttrade union\tgrave\n").unwrap_err();
        assert_eq!((error.line, error.span), (2, Span::new(42, 47)));
        assert!(read("t.tsv", "source\ttarge\n").unwrap_err().what.contains("unknown column `targe`"));
        assert!(read("t.tsv", "source\ttarget\n工会\n").unwrap_err().what.contains("needs a source"));
    }
}
