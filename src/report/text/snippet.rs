//! One finding as an annotated snippet: place, text, reason, fix, related places.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Level, Message, Renderer, Snippet, normalize_untrusted_str,
};

use super::window::window;
use crate::finding::{Finding, Related};
use crate::mqm::Severity;
use crate::report::Checked;
use crate::text::{Fix, Location, Span};

/// The renderer, with colours or without.
pub(super) fn renderer(colour: bool) -> Renderer {
    if colour { Renderer::styled() } else { Renderer::plain() }
}

/// The finding as it is shown to people.
pub(super) fn snippet(renderer: &Renderer, checked: &Checked, finding: &Finding) -> String {
    let (file, span) = checked.document.place(finding.side, finding.span);
    let (start, end) = file.locate(span);
    let shown = window(file.text(), file.line_around(span), span);
    let annotation = label(AnnotationKind::Primary.span(shown.mark), start.line, end.line);
    let source = Snippet::source(shown.text).line_start(start.line).fold(false).annotation(annotation);
    let title = level(finding.severity).primary_title(line(&finding.message)).id(finding.rule.id.as_str());
    let group = title.element(source).elements(notes(checked, finding));
    placed(&renderer.render(&[group]), file.path(), start)
}

/// Puts the place below the title. The renderer would count the column from the start of the window.
fn placed(rendered: &str, path: &str, at: Location) -> String {
    let (title, rest) = rendered.split_once('\n').unwrap_or((rendered, ""));
    let pad = " ".repeat(at.line.to_string().len());
    format!("{title}\n{pad}--> {}:{}:{}\n{rest}", normalize_untrusted_str(&line(path)), at.line, at.column)
}

/// Says where a span ends that is not shown to its end.
fn label(annotation: Annotation<'_>, first: usize, last: usize) -> Annotation<'_> {
    if last > first { annotation.label(format!("to line {last}")) } else { annotation }
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Critical => Level::ERROR,
        Severity::Major => Level::WARNING,
        Severity::Minor => Level::INFO,
        Severity::Neutral => Level::NOTE,
    };
    level.with_name(severity.name())
}

/// What is said below the snippet.
fn notes<'a>(checked: &Checked, finding: &Finding) -> Vec<Element<'a>> {
    let reason = finding.note.as_deref().unwrap_or_else(|| finding.rule.summary());
    let why = note(Level::NOTE.with_name("why"), reason);
    let related = finding.related.iter().map(|related| place(checked, related));
    let help = finding.fix.iter().filter_map(|fix| help(checked, fix));
    std::iter::once(why).chain(related).chain(help).map(Element::from).collect()
}

fn place<'a>(checked: &Checked, related: &Related) -> Message<'a> {
    let (file, span) = checked.document.place(related.side, related.span);
    let (start, _) = file.locate(span);
    let seen = format!("{}:{}: {}", start.line, start.column, related.note);
    let own = std::ptr::eq(file, &raw const checked.document.file);
    note(Level::NOTE.with_name("see"), &if own { seen } else { format!("{}:{seen}", file.path()) })
}

fn help<'a>(checked: &Checked, fix: &Fix) -> Option<Message<'a>> {
    let text = checked.document.target.text();
    let edits: Vec<String> =
        fix.edits.iter().map(|edit| step(edit.span.of(text), edit.span, &edit.replacement)).collect();
    (!edits.is_empty()).then(|| note(Level::HELP, &edits.join("; ")))
}

/// One edit in words.
fn step(old: &str, span: Span, new: &str) -> String {
    let old = shortened(old);
    match (span.is_empty(), new.is_empty()) {
        (_, true) => format!("delete “{old}”"),
        (true, false) => format!("insert “{new}”"),
        _ => format!("replace “{old}” with “{new}”"),
    }
}

/// The start of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A message of one line, without anything that a terminal would obey.
fn note<'a>(level: Level<'a>, text: &str) -> Message<'a> {
    level.message(normalize_untrusted_str(&line(text)))
}

/// A text as one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
