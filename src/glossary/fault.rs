//! What is wrong with a glossary file: all its faults, with their places.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::text::{FileError, Span};

/// A glossary file that is not valid.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct GlossaryError {
    /// Its faults in the order of the file, at least one.
    pub faults: Vec<FileError>,
}

/// The faults that are found while a file is read.
#[derive(Debug)]
pub struct Faults<'a> {
    path: &'a str,
    text: &'a str,
    found: Vec<FileError>,
    more: usize,
    /// What was passed over, with how often.
    pub(super) passed_over: BTreeMap<String, usize>,
}

/// The most faults of one file that are told in full.
const MOST: usize = 20;

impl<'a> Faults<'a> {
    pub(super) fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, found: Vec::new(), more: 0, passed_over: BTreeMap::new() }
    }

    /// Notes what is wrong at a span of the text, and what to write instead.
    pub fn add(&mut self, span: Span, what: impl Into<String>) {
        if self.found.len() < MOST {
            self.found.push(FileError::at(self.path, self.text, span, what));
        } else {
            self.more += 1;
        }
    }

    /// Notes a kind of data that no glossary here holds, such as "`context`".
    pub(super) fn pass_over(&mut self, what: impl Into<String>) {
        *self.passed_over.entry(what.into()).or_default() += 1;
    }

    /// Whether there was nothing wrong.
    pub(super) fn none(&mut self) -> Result<(), GlossaryError> {
        self.found.sort_by_key(|fault| (fault.line, fault.column));
        if let Some(last) = self.found.last_mut().filter(|_| self.more > 0) {
            last.excerpt = format!("{}\n… and {} more faults", last.excerpt, self.more);
        }
        if self.found.is_empty() { Ok(()) } else { Err(GlossaryError { faults: std::mem::take(&mut self.found) }) }
    }
}
