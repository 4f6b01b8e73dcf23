//! What can be wrong with a rule file, with the place and an excerpt.

use thiserror::Error;

use crate::text::{Source, Span};

/// A rule file that is not valid.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{path}:{line}:{column}: {what}\n{excerpt}")]
pub struct RuleError {
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

impl RuleError {
    /// An error at a span of the file's text.
    #[must_use]
    pub fn at(path: &str, text: &str, span: Span, what: impl Into<String>) -> Self {
        let source = Source::utf8(path, text.to_owned(), 0);
        let (start, end) = source.locate(span);
        let line = source.lines().line(text, start.line).of(text);
        let width = if end.line == start.line { end.column - start.column } else { 1 };
        let number = start.line.to_string();
        let (pad, indent) = (" ".repeat(number.len()), " ".repeat(start.column - 1));
        let excerpt = format!("{pad} |\n{number} | {line}\n{pad} | {indent}{}", "^".repeat(width.max(1)));
        Self { path: path.to_owned(), line: start.line, column: start.column, what: what.into(), excerpt }
    }
}
