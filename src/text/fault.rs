//! What can be wrong with a file of ours (a rule, a configuration, a glossary), with the place and an
//! excerpt.

use thiserror::Error;

use super::{Source, Span};

/// A file that is not valid.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{path}:{line}:{column}: {what}\n{excerpt}")]
pub struct FileError {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
    /// What is wrong, and what to write instead.
    pub what: String,
    /// The line with the place marked below it.
    pub excerpt: String,
}

impl FileError {
    /// An error at a span of the file's text.
    #[must_use]
    pub fn at(path: &str, text: &str, span: Span, what: impl Into<String>) -> Self {
        Self::of(&Source::utf8(path, text.to_owned(), 0), span, what)
    }

    /// An error at a span of a file.
    #[must_use]
    pub fn of(file: &Source, span: Span, what: impl Into<String>) -> Self {
        let (start, end) = file.locate(span);
        let line = file.line_around(span);
        // A piece of a file may begin within a line.
        let column = Span::new(line.start(), span.start()).of(file.text()).chars().count() + 1;
        let width = if end.line == start.line { end.column - start.column } else { 1 };
        let excerpt = excerpt(line.of(file.text()), start.line, column, width.max(1));
        Self { path: file.path().to_owned(), line: start.line, column: start.column, what: what.into(), excerpt }
    }
}

/// The most code points of a line that are shown, and how many of them before the fault.
const SHOWN: (usize, usize) = (160, 60);

/// A line with the place marked below it; of a long line, the part around the place.
fn excerpt(line: &str, number: usize, column: usize, width: usize) -> String {
    let (most, before) = SHOWN;
    let long = line.chars().nth(most).is_some();
    let skipped = if long { (column - 1).saturating_sub(before) } else { 0 };
    let shown: String = line.chars().skip(skipped).take(most).collect();
    let width = width.min(shown.chars().count().saturating_sub(column - 1 - skipped)).max(1);
    let (number, indent) = (number.to_string(), " ".repeat(column - 1 - skipped));
    let pad = " ".repeat(number.len());
    format!("{pad} |\n{number} | {shown}\n{pad} | {indent}{}", "^".repeat(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_shown_around_the_fault() {
        let text = format!("a\n{}X{}", "é".repeat(300), "b".repeat(300));
        let error = FileError::at("f", &text, Span::new(2 + 600, 2 + 601), "odd");
        assert_eq!((error.line, error.column), (2, 301));
        let lines: Vec<&str> = error.excerpt.lines().collect();
        assert_eq!(lines[1].chars().position(|c| c == 'X'), lines[2].find('^'));
        assert!(lines[1].chars().count() < 170, "{}", lines[1]);
    }
}
