//! Candidates: all places of a text where a pattern or form of the lexicon matches.

use super::build::Lexicon;
use super::compile::Compiled;
use super::filed::{Filed, Meaning};
use super::matcher::Text;
use super::words::{Own, Words};
use crate::language::{Analysis, Gap, Kind, without_possessive};
use crate::text::Span;

/// A match, before guards and rivals are looked at.
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) meaning: Meaning,
    /// Its first token, and the one behind its last.
    pub(super) tokens: (usize, usize),
    /// Whether the form ends in a word that the pattern has in the singular.
    pub(super) singular: bool,
    /// Whether each of its letters had to be written so.
    pub(super) literal: bool,
}

impl Candidate {
    /// By what they are sorted.
    pub(super) fn key(&self) -> (Span, Meaning) {
        (self.span, self.meaning)
    }
}

/// About how many tokens there are for each candidate.
const USUAL: usize = 4;

impl Lexicon {
    /// All candidates but cues, which are marked.
    pub(super) fn found(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let mut found = self.candidates(analysis, cues);
        for candidate in found.iter_mut().filter(|candidate| candidate.literal) {
            // The first word of a sentence has a capital whatever it means.
            let sentence = analysis.sentence_at(candidate.span.start());
            candidate.literal = sentence.is_none_or(|sentence| sentence.tokens().start != candidate.tokens.0);
        }
        self.spelt(analysis, &mut found);
        self.apart(analysis, &mut found);
        let unspaced = self.unspaced.find(analysis.text()).filter(|(_, meaning)| mark(cues, *meaning));
        found.extend(unspaced.map(|(span, meaning)| in_characters(analysis, span, meaning)));
        found
    }

    /// The places of patterns and forms, in the order of the text.
    fn candidates(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let own = Own::new(self, analysis);
        let words = Words::new(self, analysis, &own);
        let text = Text { body: analysis.text(), tokens: analysis.tokens(), words: &words };
        let mut found = Vec::with_capacity(text.tokens.len() / USUAL);
        words.each(|at, ready| {
            let pattern = self.compiled(ready.pattern).filter(|(filed, _)| !known_cue(cues, filed.meaning));
            let candidate = pattern.and_then(|pattern| self.candidate(&text, pattern, ready.alone, at));
            found.extend(candidate.filter(|candidate| mark(cues, candidate.meaning)));
        });
        sort(analysis, &mut found);
        found
    }

    /// The match of a pattern at a token, whose word alone may be known to be a match.
    fn candidate(
        &self,
        text: &Text<'_>,
        (filed, compiled): (&Filed, &Compiled),
        alone: bool,
        at: usize,
    ) -> Option<Candidate> {
        let (start, end) = if alone { text.word_at(at) } else { text.matches(compiled, at) }?;
        let (from, to) = (text.tokens.get(start)?, text.tokens.get(end.checked_sub(1)?)?);
        let start_at = from.span.end() - self.vocabulary.without_article(from.span.of(text.body)).len();
        let span = surrounded(text.body, Span::new(start_at, owner(text.body, to.span).end()), &compiled.around)?;
        Some(Candidate {
            span,
            meaning: filed.meaning,
            tokens: (start, end),
            singular: compiled.singular,
            literal: filed.is_literal(),
        })
    }

    /// Appends the compounds whose parts are written apart.
    fn apart(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const SHORTEST: usize = 3;
        let tokens = if self.compounds.is_empty() { &[] } else { analysis.tokens() };
        let (mut letters, mut lower) = (String::new(), String::new());
        for (first, pair) in tokens.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let words = [one, other].iter().all(|token| token.kind == Kind::Word && token.span.len() >= SHORTEST);
            if !words || !matches!(other.gap, Gap::Space | Gap::Hyphen) {
                continue;
            }
            let behind = owner(analysis.text(), other.span);
            letters.clear();
            letters.push_str(analysis.word(one));
            letters.push_str(analysis.slice(behind));
            let (span, tokens) = (one.span.cover(behind), (first, first + 2));
            self.vocabulary.look_up(&letters, &mut lower, &mut |number| {
                let meaning = self.compounds.get(&number);
                found.extend(meaning.map(|meaning| Candidate {
                    span,
                    meaning: *meaning,
                    tokens,
                    singular: true,
                    literal: false,
                }));
            });
        }
    }
}

/// Sorts candidates passage by passage: no pattern reaches into another one.
fn sort(analysis: &Analysis<'_>, mut found: &mut [Candidate]) {
    for (passage, _) in analysis.passages() {
        let inside = |candidate: &&Candidate| candidate.span.start() < passage.span.end();
        let count = found.iter().take_while(inside).count();
        let Some((own, rest)) = found.split_at_mut_checked(count) else { return };
        own.sort_unstable_by_key(Candidate::key);
        found = rest;
    }
}

/// The span with what must stand around it.
fn surrounded(text: &str, span: Span, (before, behind): &(Box<str>, Box<str>)) -> Option<Span> {
    if before.is_empty() && behind.is_empty() {
        return (!goes_on(text, span)).then_some(span);
    }
    let start = text.get(..span.start())?.strip_suffix(&**before)?.len();
    let rest = text.get(span.end()..)?;
    let end = text.len() - rest.strip_prefix(&**behind)?.len();
    let span = Span::new(start, end);
    (!goes_on(text, span)).then_some(span)
}

/// Whether a number with a slash in it goes on outside of a span: 24/7 is no part of 24/7/2023.
fn goes_on(text: &str, span: Span) -> bool {
    let slash = |at: usize| text.as_bytes().get(at) == Some(&b'/');
    if !slash(span.end()) && !slash(span.start().wrapping_sub(1)) {
        return false;
    }
    let after = text.get(span.end()..).and_then(|rest| rest.strip_prefix('/'));
    let before = text.get(..span.start()).and_then(|rest| rest.strip_suffix('/'));
    let goes_on = after.is_some_and(|rest| rest.starts_with(char::is_numeric))
        || before.is_some_and(|rest| rest.ends_with(char::is_numeric));
    goes_on && span.of(text).contains('/')
}

/// A form in a script without spaces.
fn in_characters(analysis: &Analysis<'_>, span: Span, meaning: Meaning) -> Candidate {
    let first = analysis.tokens().partition_point(|token| token.span.end() <= span.start());
    let end = analysis.tokens().partition_point(|token| token.span.start() < span.end());
    Candidate { span, meaning, tokens: (first, end), singular: false, literal: false }
}

fn known_cue(cues: &[bool], meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Cue(cue) if cues.get(cue as usize).copied().unwrap_or(false))
}

/// Notes a cue; whether the match is anything else.
fn mark(cues: &mut [bool], meaning: Meaning) -> bool {
    let Meaning::Cue(cue) = meaning else { return true };
    if let Some(cue) = cues.get_mut(cue as usize) {
        *cue = true;
    }
    false
}

/// The span of a word without a possessive `'s`.
pub(super) fn owner(text: &str, span: Span) -> Span {
    Span::new(span.start(), span.start() + without_possessive(span.of(text)).len())
}
