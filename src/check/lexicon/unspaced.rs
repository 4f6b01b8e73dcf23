//! Forms in scripts that are written without spaces between words (Chinese, Japanese, Korean), and
//! those that mix scripts: found as they stand, by one automaton.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::filed::Meaning;
use super::form::{Letters, Written};
use crate::language::is_cjk;
use crate::text::Span;

/// All such forms.
#[derive(Debug, Default)]
pub(super) struct Unspaced {
    forms: Vec<(Meaning, Box<str>, Written)>,
    automaton: Option<AhoCorasick>,
}

impl Unspaced {
    pub(super) fn add(&mut self, meaning: Meaning, text: &str, written: Written) {
        self.forms.push((meaning, text.into(), written));
    }

    /// Builds the automaton, once all forms are there.
    pub(super) fn finish(&mut self) {
        if !self.forms.is_empty() {
            let kind = Some(AhoCorasickKind::ContiguousNFA);
            let needles = self.forms.iter().map(|(_, text, _)| text.as_bytes());
            self.automaton = AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(needles).ok();
        }
    }

    /// All places where a form stands.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Span, Meaning)> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(text));
        found.filter_map(move |found| {
            let (meaning, form, written) = self.forms.get(found.pattern().as_usize())?;
            let span = Span::new(found.start(), found.end());
            let written = written.letters == Letters::Any || span.of(text) == &**form;
            (written && is_whole(text, span)).then_some((span, *meaning))
        })
    }
}

/// The most texts that one slot pattern is spelt out as.
const MOST: usize = 64;

/// The texts that a slot pattern without spaces stands for: `{大|小}国` is 大国 and 小国. Its classes
/// of words have no sense in a script without words.
pub(super) fn spelt_out(pattern: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (body, behind) = after.split_once('}').unwrap_or((after, ""));
        let optional = behind.starts_with('?').then_some("");
        let alternatives: Vec<&str> = body.split('|').map(str::trim).chain(optional).collect();
        let longer = texts.iter().flat_map(|text| alternatives.iter().map(move |word| format!("{text}{before}{word}")));
        texts = longer.take(MOST).collect();
        rest = behind.strip_prefix('?').unwrap_or(behind);
    }
    texts.into_iter().map(|text| text + rest).collect()
}

/// Whether the Latin letters and digits at the ends of a span do not go on outside of it.
fn is_whole(text: &str, span: Span) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c));
    let inside = span.of(text);
    let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
    let behind = text.get(span.end()..).and_then(|behind| behind.chars().next());
    let goes_on = |edge, beyond| joins(edge) && joins(beyond);
    !(goes_on(inside.chars().next(), before) || goes_on(inside.chars().next_back(), behind))
}
