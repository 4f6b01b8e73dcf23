//! Suppressions: comments in the document and entries of the configuration, each with a reason.
//!
//! `<!-- mtlint: allow RULE, RULE: reason -->` covers the paragraph it stands in or before,
//! `<!-- mtlint: allow-file RULE: reason -->` the whole document.

use std::borrow::Cow;
use std::sync::Arc;

use super::run::{Outcome, Scope};
use super::{Linter, Selector};
use crate::document::{Document, Side};
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
    /// The passage it stands in or before.
    place: Span,
    text: String,
    used: bool,
}

/// Takes suppressed findings out, and reports comments that are not valid or suppress nothing.
pub(super) fn apply(linter: &Linter, document: &Document, scope: &Scope<'_>, mut findings: Vec<Finding>) -> Outcome {
    let (mut valid, faults) = comments(linter, document);
    let (before, mut used) = (findings.len(), vec![false; scope.allows.len()]);
    findings.retain(|finding| {
        let text = document.slice(finding.side, finding.span);
        let covered = allowed(&scope.allows, finding, text, &mut used);
        !(valid.cover(finding) || covered)
    });
    let suppressed = before - findings.len();
    let idle = valid.unused().filter(|comment| comment.rules.iter().any(|rule| linter.expects(rule, document, scope)));
    let missing = idle.map(|comment| (UNUSED, start(comment.place), comment.text.as_str()));
    let invalid = faults.iter().map(|(place, text)| (INVALID, *place, text.as_str()));
    findings.extend(missing.chain(invalid).filter_map(|(id, place, text)| report(linter, scope, id, place, text)));
    findings.sort_by(Finding::order);
    Outcome { findings, suppressed, used, measure: None }
}

/// Whether a suppression from outside covers the finding; each that does is marked as used.
fn allowed(allows: &[&Allow], finding: &Finding, text: &str, used: &mut [bool]) -> bool {
    let mut any = false;
    for (allow, used) in allows.iter().zip(used) {
        let covers = allow.covers(finding, text);
        *used |= covers;
        any |= covers;
    }
    any
}

impl Linter {
    /// Whether a suppression of these rules should have something to do: one of them counts here,
    /// or was only left out because other rules were asked for.
    fn expects(&self, selector: &Selector, document: &Document, scope: &Scope<'_>) -> bool {
        let counts = |(number, rule): (usize, &Arc<Rule>)| {
            scope.admits(number) && self.can_run(number, document) && selector.matches(rule)
        };
        self.rules.iter().enumerate().any(counts) || self.unselected.iter().any(|rule| selector.matches(rule))
    }

    /// Whether the packs have a rule that is selected, whether it runs or not.
    fn knows(&self, selector: &Selector) -> bool {
        let running = self.rules.iter().map(AsRef::as_ref);
        running.chain(&self.unselected).chain(&self.ignored).any(|rule| selector.matches(rule))
    }
}

impl Allow {
    fn covers(&self, finding: &Finding, text: &str) -> bool {
        self.rule.matches(&finding.rule) && (self.text.is_empty() || self.text == text)
    }
}

/// The valid suppressions of a document.
#[derive(Default)]
struct Comments {
    /// Those that cover the whole document.
    whole: Vec<Comment>,
    /// Those that cover one passage, in order.
    local: Vec<Comment>,
}

impl Comments {
    /// Whether a comment covers the finding; each that does is marked as used.
    fn cover(&mut self, finding: &Finding) -> bool {
        let (at, mut any) = (finding.position, false);
        let from = self.local.partition_point(|comment| comment.place.end() < at);
        let to = self.local.partition_point(|comment| comment.place.start() <= at);
        let local = self.local.get_mut(from..to).unwrap_or_default();
        for comment in self.whole.iter_mut().chain(local) {
            let covers = comment.rules.iter().any(|rule| rule.matches(&finding.rule));
            comment.used |= covers;
            any |= covers;
        }
        any
    }

    fn unused(&self) -> impl Iterator<Item = &Comment> {
        self.whole.iter().chain(&self.local).filter(|comment| !comment.used)
    }
}

/// The valid suppressions of a document, and place and text of the others.
fn comments(linter: &Linter, document: &Document) -> (Comments, Vec<(Span, String)>) {
    let (mut valid, mut faults) = (Comments::default(), Vec::new());
    for comment in &document.comments {
        let Some(text) = comment.text.strip_prefix("mtlint:").map(str::trim) else { continue };
        let place = passage(document, comment.position);
        match parse(linter, text, place) {
            Some((true, parsed)) => valid.whole.push(parsed),
            Some((false, parsed)) => valid.local.push(parsed),
            None => faults.push((start(place), text.to_owned())),
        }
    }
    (valid, faults)
}

/// The passage that a position lies in or before; at the end of the document the last one, and the places
/// behind it of segments without a translation.
fn passage(document: &Document, position: usize) -> Span {
    let passages = document.target.passages();
    let next = passages.partition_point(|passage| passage.span.end() <= position);
    let rest = || {
        let last = passages.last().map_or(0, |last| last.span.start());
        Span::new(last, document.target.text().len())
    };
    passages.get(next).map_or_else(rest, |passage| passage.span)
}

/// Reads a suppression, and whether it covers the whole document.
fn parse(linter: &Linter, text: &str, place: Span) -> Option<(bool, Comment)> {
    let (command, rest) = text.split_once(' ')?;
    let whole = match command {
        "allow" => false,
        "allow-file" => true,
        _ => return None,
    };
    let (names, reason) = rest.split_once(':')?;
    if reason.trim().is_empty() {
        return None;
    }
    let selector = |name: &str| Selector::parse(name.trim()).ok().filter(|selector| linter.knows(selector));
    let rules: Option<Vec<_>> = names.split(',').map(selector).collect();
    Some((whole, Comment { rules: rules?, place, text: text.to_owned(), used: false }))
}

/// The start of a passage, as the place at which something about its comments is reported.
fn start(passage: Span) -> Span {
    Span::new(passage.start(), passage.start())
}

/// A finding about a comment, if the rule for it runs.
fn report(linter: &Linter, scope: &Scope<'_>, id: &str, span: Span, text: &str) -> Option<Finding> {
    let of_that_name = |(number, rule): &(usize, &Arc<Rule>)| rule.id == id && scope.admits(*number);
    let (_, rule) = linter.rules.iter().enumerate().find(of_that_name)?;
    Some(Finding {
        message: rule.message.render(|_| Cow::Borrowed(text)),
        severity: rule.severity,
        rule: Arc::clone(rule),
        entry: None,
        note: None,
        side: Side::Target,
        position: span.start(),
        span,
        fix: None,
        related: Vec::new(),
    })
}
