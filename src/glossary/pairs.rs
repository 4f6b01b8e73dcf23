//! `pairs`: plain lists without a header: on each line a source term, a tab and its target.

use std::fmt::Write;

use super::{Entries, Faults, Form, Format, Glossary, Losses, Status, Term};
use crate::text::Span;

/// The format.
pub(super) static PAIRS: Pairs = Pairs;

/// See [`PAIRS`].
#[derive(Debug)]
pub(super) struct Pairs;

impl Format for Pairs {
    fn name(&self) -> &'static str {
        "pairs"
    }

    fn summary(&self) -> &'static str {
        "two columns without a header: source, tab, target"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        let mut entries = Entries::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            if line.trim().is_empty() || is_comment(line) {
                continue;
            }
            match pair(line) {
                Some(term) => entries.terms.push((term, span)),
                None => faults.add(span, "a line has a source term, one tab and its target"),
            }
        }
        entries
    }

    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String {
        losses.languages(glossary);
        losses.fields(glossary, &["source", "target"]);
        losses.flags(glossary);
        let mut lines = String::new();
        for term in &glossary.terms {
            for source in &term.source {
                line(&mut lines, term, source, losses);
            }
            if term.source.len() > 1 {
                losses.add("the unity (each source form becomes an entry)", term);
            }
            if term.source.is_empty() {
                losses.add("the whole entry (it has no source)", term);
            }
        }
        lines
    }
}

/// The term of a line.
fn pair(line: &str) -> Option<Term> {
    let (source, target) = line.split_once('\t').map(|(source, target)| (source.trim(), target.trim()))?;
    if source.is_empty() || target.is_empty() || target.contains('\t') {
        return None;
    }
    let mut term = Term { source: vec![source.into()], ..Term::default() };
    term.add(Status::Preferred, Form::new(target));
    Some(term)
}

/// Writes a line; what it cannot hold is told.
fn line(lines: &mut String, term: &Term, source: &str, losses: &mut Losses) {
    let line = format!("{}\t{}", plain(source), plain(term.target()));
    if is_comment(&line) {
        losses.add("the whole entry (its line would be a comment)", term);
        return;
    }
    if line != format!("{source}\t{}", term.target()) {
        losses.add("line breaks and double spaces", term);
    }
    let _ = writeln!(lines, "{line}");
}

fn is_comment(line: &str) -> bool {
    line.starts_with("# ") || line.trim_end() == "#"
}

/// The text on one line and in one cell.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
