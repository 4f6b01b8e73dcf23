//! Quotation marks and brackets without a partner, and partners of two kinds.

use super::{Check, Context, Hit, RuleRef};
use crate::check::marks::{Mark, brackets};
use crate::document::Passage;
use crate::language::Analysis;
use crate::text::Span;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Find {
    /// A quotation mark without a partner.
    Unbalanced,
    /// A curly mark with a straight partner.
    Mixed,
    /// A bracket without a partner.
    Bracket,
}

/// Finds it, paragraph by paragraph.
#[derive(Debug)]
pub(super) struct Balance {
    pub(super) rule: RuleRef,
    pub(super) find: Find,
}

impl Check for Balance {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut add = |passage: &Passage, span: Option<Span>| {
            hits.extend(span.map(|span| Hit::new(self.rule, span.shift(passage.span.start()))));
        };
        if self.find == Find::Bracket {
            return text.passages().for_each(|(passage, _)| add(passage, bracket(text.slice(passage.span))));
        }
        for (passage, marks) in context.memo.marks.passages(text) {
            let quotes = quotes(text.slice(passage.span), marks);
            let span = if self.find == Find::Mixed { mixed(&quotes) } else { unbalanced(&quotes) };
            add(passage, span.filter(|_| self.find == Find::Mixed || !goes_on(text, marks)));
        }
    }
}

/// Whether the paragraph behind one with these marks begins with one: what is said goes on.
fn goes_on(text: &Analysis<'_>, marks: &[Mark]) -> bool {
    let next = marks.first().and_then(|mark| text.passage(mark.passage + 1));
    next.is_some_and(|(next, _)| text.slice(next.span).starts_with(['"', '“']))
}

/// The last mark of a paragraph with an odd number of marks of one kind.
fn unbalanced(marks: &[(usize, char)]) -> Option<Span> {
    let straight: Vec<_> = marks.iter().filter(|(_, c)| *c == '"').collect();
    let opening = marks.iter().filter(|(_, c)| *c == '“').count();
    let closing = marks.iter().filter(|(_, c)| *c == '”').count();
    if !straight.is_empty() && opening + closing == 0 && straight.len() % 2 == 1 {
        return straight.last().map(|(at, c)| Span::new(*at, at + c.len_utf8()));
    }
    let lonely = if opening > closing { '“' } else { '”' };
    let found = marks.iter().rev().find(|(_, c)| *c == lonely);
    (straight.is_empty() && opening != closing).then(|| found.map(|(at, c)| Span::new(*at, at + c.len_utf8())))?
}

/// The first mark whose partner is of the other kind.
fn mixed(marks: &[(usize, char)]) -> Option<Span> {
    let pair = marks.windows(2).find(|pair| matches!(pair, [(_, '“'), (_, '"')] | [(_, '"'), (_, '”')]))?;
    let (from, to) = (pair.first()?, pair.last()?);
    Some(Span::new(from.0, to.0 + to.1.len_utf8()))
}

/// Those of the marks of a paragraph that are no sign for inches.
fn quotes(body: &str, marks: &[Mark]) -> Vec<(usize, char)> {
    let inches = |at: usize| {
        let digit = body.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        digit && body.get(at + 1..).is_some_and(|rest| !rest.starts_with(','))
    };
    let marks = marks.iter().map(|mark| (mark.at, mark.sign));
    marks.filter(|(at, c)| *c != '"' || !inches(*at)).collect()
}

/// The first bracket without a partner; `a)` and `1)` number lists.
fn bracket(body: &str) -> Option<Span> {
    let mut open = Vec::new();
    for (at, c) in brackets(body) {
        match c {
            '(' => open.push(at),
            ')' if open.pop().is_none() => {
                let word = body
                    .get(..at)
                    .unwrap_or_default()
                    .rsplit(|c: char| !c.is_alphanumeric())
                    .next()
                    .unwrap_or_default();
                let numbers = word.chars().count() <= 2 || word.chars().all(|c| "ivx".contains(c));
                if !numbers {
                    return Some(Span::new(at, at + 1));
                }
            }
            _ => {}
        }
    }
    open.first().map(|at| Span::new(*at, at + 1))
}

#[cfg(test)]
mod tests {
    use crate::check::quotation::QUOTATION;
    use crate::check::trial::found;

    fn find(what: &str, text: &str) -> Vec<String> {
        found(&QUOTATION, "en", &format!("find = \"{what}\""), text)
    }

    #[test]
    fn marks_without_a_partner() {
        assert_eq!(find("unbalanced", "He said \"we go\" and \"we come.\nIt was “late.").len(), 2);
        assert!(find("unbalanced", "He said: \"We go.\n\"We come.\" It was 6\" wide.").is_empty());
    }

    #[test]
    fn mixed_marks_and_brackets() {
        assert_eq!(find("mixed", "The “old\" port"), ["“old\""]);
        assert!(find("mixed", "The “old” \"port\"").is_empty());
        assert_eq!(find("bracket", "The old (and long port\nlast) one a) b"), ["(", ")"]);
        assert!(find("bracket", "1) one (two) iii) three").is_empty());
    }
}
