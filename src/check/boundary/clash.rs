//! Punctuation marks that do not go together, and spaces before them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use aho_corasick::AhoCorasick;

use super::{Check, Context, Gate, Hit, RuleRef};
use crate::check::gaps::Between;
use crate::language::Analysis;
use crate::text::Span;

/// Finds the marks between words.
#[derive(Debug)]
pub(super) struct Clash {
    pub(super) rule: RuleRef,
    /// The marks, each with what should stand there.
    pub(super) marks: BTreeMap<String, String>,
    pub(super) gate: Option<Arc<Gate>>,
    /// Finds the marks; it is made when the first document comes.
    pub(super) finder: OnceLock<Option<AhoCorasick>>,
}

impl Clash {
    /// Whether a stretch has one of the marks.
    fn has_mark(&self, between: &str) -> bool {
        let marks = self.marks.keys().map(|mark| mark.strip_suffix('$').unwrap_or(mark));
        self.finder.get_or_init(|| AhoCorasick::new(marks).ok()).as_ref().is_some_and(|marks| marks.is_match(between))
    }

    /// The first of the marks in a stretch between words.
    fn judge(&self, text: &Analysis<'_>, between: &Between<'_>) -> Option<Hit> {
        let found = self.marks.iter().filter_map(|(mark, right)| Some((find(between, mark)?, mark, right)));
        let (at, mark, right) = found.min_by_key(|(at, mark, _)| (*at, std::cmp::Reverse(mark.len())))?;
        if mark.starts_with('.') && at == 0 && is_abbreviation(text.word(between.before)) {
            return None;
        }
        let start = between.span.start() + at;
        let span = Span::new(start, start + mark.trim_end_matches(['$', ' ']).len());
        let right = right.trim_end();
        let hit = Hit::new(self.rule, span);
        Some(if right.is_empty() { hit } else { hit.with_fix(right, true) })
    }
}

/// Where a mark stands; one that starts or ends in a full stop is no part of an ellipsis.
fn find(between: &Between<'_>, mark: &str) -> Option<usize> {
    let (mark, last) = mark.strip_suffix('$').map_or((mark, false), |mark| (mark, true));
    let at = between.text.find(mark)?;
    let rest = between.text.get(at + mark.len()..)?;
    let before = between.text.get(..at)?;
    let ellipsis = (mark.ends_with('.') && rest.starts_with('.')) || (mark.starts_with('.') && before.ends_with('.'));
    let at_end = rest.is_empty() && between.last;
    (!ellipsis && (at_end || !last)).then_some(at)
}

/// Whether the full stop behind a word may belong to it.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1
        || word.contains('.')
        || matches!(word, "Inc" | "Corp" | "Ltd" | "Co" | "etc" | "Jr" | "Sr")
}

impl Check for Clash {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        if self.gate.as_ref().is_none_or(|gate| gate.is_open(text, &context.memo.provenance)) {
            let marked = context.memo.gaps.of(text, |between| self.has_mark(between));
            hits.extend(marked.filter_map(|between| self.judge(text, &between)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::boundary::BOUNDARY;
    use crate::check::trial::found;

    #[test]
    fn clashes_between_words() {
        let find = |text| {
            found(
                &BOUNDARY,
                "en",
                "find = \"clash\"\nmarks = { \".\\\",\" = '\",', \"..\" = \".\", \" .$\" = \".\" }",
                text,
            )
        };
        assert_eq!(find("They call it \"the West.\", he said.. Then .."), [".\",", "..", ".."]);
        assert_eq!(find("It is over ."), [" ."]);
        assert!(find("He lives in \"Washington D.C.\", he said... Well").is_empty());
    }
}
