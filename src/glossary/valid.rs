//! What must hold for every entry, whatever its format.

use std::collections::HashMap;

use memchr::memchr_iter;

use super::{Faults, Form, Pattern, Status, Term};
use crate::text::Span;

/// The entries with their lines.
fn lines(entries: Vec<(Term, Span)>, text: &str) -> Vec<Term> {
    let mut lines = Lines { text, at: 0, line: 1 };
    let numbered = entries.into_iter().map(|(term, span)| complete(Term { line: lines.of(span), ..term }));
    numbered.collect()
}

/// The entries with their lines; what is wrong with them is told to `faults`.
pub(super) fn terms(entries: Vec<(Term, Span)>, text: &str, faults: &mut Faults<'_>) -> Vec<Term> {
    let spans: Vec<Span> = entries.iter().map(|(_, span)| *span).collect();
    let terms = lines(entries, text);
    let mut ids: HashMap<&str, usize> = HashMap::new();
    for (term, span) in terms.iter().zip(spans) {
        for what in wrong(term) {
            faults.add(span, what);
        }
        let id = term.id.as_deref();
        if let Some((id, first)) = id.and_then(|id| Some((id, ids.insert(id, term.line)?))) {
            faults.add(span, format!("the id `{id}` stands at line {first} already; ids are unique"));
        }
    }
    terms
}

/// What does not need saying: a term that is not translated is its own target.
fn complete(mut term: Term) -> Term {
    let needed = term.do_not_translate && term.target().is_empty();
    if let Some(text) = term.source.first().filter(|_| needed).cloned() {
        term.add(Status::Preferred, Form { text, case: true, fixed: false });
    }
    term
}

/// What is wrong with an entry.
fn wrong(term: &Term) -> Vec<String> {
    let mut found = Vec::new();
    match term.of(Status::Preferred).count() {
        1 => {}
        0 => found.push("the term has no target form; one is needed".to_owned()),
        count => found.push(format!("{count} preferred forms of one term; keep one, the others may be `admitted`")),
    }
    if term.source.is_empty() && term.forms.len() + term.wrong.len() < 2 {
        found.push("the term has no source; a term without one needs a form or pattern that is wrong".to_owned());
    }
    if term.forms.iter().any(|(_, form)| form.text.is_empty()) || term.source.iter().any(|form| form.is_empty()) {
        found.push("an empty form".to_owned());
    }
    for pattern in term.wrong.iter().chain(&term.outside) {
        found.extend(Pattern::parse(pattern).err().map(|error| error.to_string()));
    }
    if let (Some(from), Some(until)) = (term.valid_from, term.valid_until)
        && until < from
    {
        found.push(format!("valid until {until}, before it is valid from {from}"));
    }
    found.extend(contradiction(term));
    found
}

/// A form that is right and wrong at once.
fn contradiction(term: &Term) -> Option<String> {
    let wrong = term.forms.iter().filter(|(status, _)| !status.is_right());
    let mut both = wrong.filter(|(_, form)| term.right().any(|right| right == form));
    both.next().map(|(status, form)| format!("“{}” is both a right form and {}", form.text, status.name()))
}

/// Counts lines, for positions that mostly grow.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, span: Span) -> usize {
        if span.start() < self.at {
            (self.at, self.line) = (0, 1);
        }
        let between = self.text.as_bytes().get(self.at..span.start()).unwrap_or_default();
        self.line += memchr_iter(b'\n', between).count();
        self.at = span.start();
        self.line
    }
}
