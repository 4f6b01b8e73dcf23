//! Suppressions: comments in the document and entries of the configuration, each with a reason.
//!
//! `<!-- mtlint: allow RULE, RULE: reason -->` covers the paragraph it stands in or before,
//! `<!-- mtlint: allow-file RULE: reason -->` the whole document.

use std::borrow::Cow;
use std::sync::Arc;

use super::run::Outcome;
use super::{Linter, Selector};
use crate::document::Document;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::text::Span;

/// The rules that report suppressions which are not valid or suppress nothing.
const INVALID: &str = "invalid-suppression";
const UNUSED: &str = "unused-suppression";

/// A suppression from outside of the document.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rules.
    pub rule: Selector,
    /// Only findings on this text; all where empty.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// A suppression in a comment.
struct Comment {
    rules: Vec<Selector>,
    /// What it covers, in the target text.
    covers: Span,
    /// Where it is reported, in the target text.
    place: Span,
    text: String,
    used: bool,
}

/// Takes suppressed findings out, and reports comments that are not valid or suppress nothing.
pub(super) fn apply(linter: &Linter, document: &Document, allows: &[Allow], findings: Vec<Finding>) -> Outcome {
    let (mut comments, faults) = comments(linter, document);
    let before = findings.len();
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let text = finding.span.of(document.target.text());
        let allowed = allows.iter().any(|allow| allow.covers(&finding, text));
        let commented = comments.iter_mut().filter_map(|comment| comment.covers(&finding).then_some(())).count() > 0;
        if !(allowed || commented) {
            kept.push(finding);
        }
    }
    let suppressed = before - kept.len();
    let unused = comments.iter().filter(|comment| !comment.used);
    kept.extend(unused.filter_map(|comment| report(linter, UNUSED, comment.place, &comment.text)));
    kept.extend(faults);
    kept.sort_by(Finding::order);
    Outcome { findings: kept, suppressed }
}

impl Allow {
    fn covers(&self, finding: &Finding, text: &str) -> bool {
        self.rule.matches(&finding.rule) && (self.text.is_empty() || self.text == text)
    }
}

impl Comment {
    fn covers(&mut self, finding: &Finding) -> bool {
        let covers = self.covers.contains(finding.span) && self.rules.iter().any(|rule| rule.matches(&finding.rule));
        self.used |= covers;
        covers
    }
}

/// The valid suppressions of a document, and findings on the others.
fn comments(linter: &Linter, document: &Document) -> (Vec<Comment>, Vec<Finding>) {
    let (mut valid, mut faults) = (Vec::new(), Vec::new());
    for comment in &document.comments {
        let Some(text) = comment.text.strip_prefix("mtlint:").map(str::trim) else { continue };
        let passage = passage(document, comment.position);
        match parse(linter, text, passage, document) {
            Some(parsed) => valid.push(parsed),
            None => faults.extend(report(linter, INVALID, passage, text)),
        }
    }
    (valid, faults)
}

/// The passage that a position lies in or before; the last one at the end of the document.
fn passage(document: &Document, position: usize) -> Span {
    let passages = document.target.passages();
    let next = passages.iter().find(|passage| passage.span.end() > position).or(passages.last());
    next.map_or(Span::new(0, 0), |passage| passage.span)
}

fn parse(linter: &Linter, text: &str, passage: Span, document: &Document) -> Option<Comment> {
    let (command, rest) = text.split_once(' ')?;
    let covers = match command {
        "allow" => passage,
        "allow-file" => Span::new(0, document.target.text().len()),
        _ => return None,
    };
    let (names, reason) = rest.split_once(':')?;
    if reason.trim().is_empty() {
        return None;
    }
    let selector = |name: &str| {
        let selector = Selector::parse(name.trim()).ok()?;
        linter.rules.iter().any(|rule| selector.matches(rule)).then_some(selector)
    };
    let rules: Option<Vec<_>> = names.split(',').map(selector).collect();
    Some(Comment { rules: rules?, covers, place: start(passage), text: text.to_owned(), used: false })
}

/// The start of a passage, as the place at which something about its comments is reported.
fn start(passage: Span) -> Span {
    Span::new(passage.start(), passage.start())
}

/// A finding about a comment, if the rule for it runs.
fn report(linter: &Linter, id: &str, place: Span, text: &str) -> Option<Finding> {
    let rule: &Arc<Rule> = linter.rules.iter().find(|rule| rule.id == id)?;
    Some(Finding {
        message: rule.message.render(|_| Cow::Borrowed(text)),
        severity: rule.severity,
        rule: Arc::clone(rule),
        entry: None,
        note: None,
        span: start(place),
        fix: None,
        related: Vec::new(),
    })
}
