//! Candidates: all places of a text where a pattern or form of the lexicon matches.

use super::build::Lexicon;
use super::compile::Compiled;
use super::filed::{Filed, Meaning};
use super::matcher::Text;
use super::vocabulary::{Vocabulary, number};
use super::words::Words;
use crate::language::{Analysis, Case, Gap, Kind, Token, without_possessive};
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
        let (mut found, mut words, mut first) = (Vec::new(), Words::new(self), 0);
        let mut sorted = 0;
        for tokens in windows(analysis) {
            words.read(analysis.text(), tokens);
            let text = Text { body: analysis.text(), tokens, words: &words };
            for (at, token) in tokens.iter().enumerate() {
                if token.gap == Gap::Start {
                    sorted = sort_from(&mut found, sorted);
                }
                words.each_at(at, |filed, compiled| {
                    if !known_cue(cues, filed.meaning) {
                        let candidate = candidate(&self.vocabulary, &text, (filed, compiled), at, first);
                        found.extend(candidate.filter(|candidate| mark(cues, candidate.meaning)));
                    }
                });
            }
            first += tokens.len();
        }
        sort_from(&mut found, sorted);
        found
    }

    /// Appends the names that are spelt by their letters: runs of capitalised words.
    fn spelt(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const MOST: usize = 4;
        let tokens = if self.spellings.is_empty() { &[] } else { analysis.tokens() };
        let mut letters = String::new();
        for (first, from) in tokens.iter().enumerate().filter(|(_, token)| starts_name(token)) {
            letters.clear();
            for (offset, token) in tokens.get(first..).unwrap_or_default().iter().take(MOST).enumerate() {
                let joined = matches!((offset, token.gap), (0, _) | (_, Gap::Space | Gap::Hyphen));
                if !joined || (token.gap != Gap::Hyphen && !starts_name(token)) {
                    break;
                }
                let span = owner(analysis.text(), token.span);
                letters_into(analysis.slice(span), &mut letters);
                if let Some(meaning) = self.spellings.get(&number(&letters)) {
                    let (span, tokens) = (from.span.cover(span), (first, first + offset + 1));
                    found.push(Candidate { span, meaning: *meaning, tokens, singular: false, literal: false });
                }
            }
        }
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

/// The tokens in pieces of whole passages, so that the numbers of a large text need not be held at once.
fn windows<'a>(analysis: &'a Analysis<'_>) -> impl Iterator<Item = &'a [Token]> {
    const LENGTH: usize = 1 << 16;
    let mut rest = analysis.tokens();
    std::iter::from_fn(move || {
        let starts = |token: &&Token| token.gap == Gap::Start;
        let cut = rest.iter().skip(LENGTH).position(|token| starts(&token)).map_or(rest.len(), |at| at + LENGTH);
        let (window, after) = rest.split_at_checked(cut)?;
        rest = after;
        (!window.is_empty()).then_some(window)
    })
}

/// The match of a pattern at a token of the window that starts at token `first` of the text.
fn candidate(
    vocabulary: &Vocabulary,
    text: &Text<'_>,
    (filed, compiled): (&Filed, &Compiled),
    at: usize,
    first: usize,
) -> Option<Candidate> {
    let (start, end) = text.matches(compiled, at)?;
    let (from, to) = (text.tokens.get(start)?, text.tokens.get(end.checked_sub(1)?)?);
    let start_at = from.span.end() - vocabulary.without_article(from.span.of(text.body)).len();
    let span = surrounded(text.body, Span::new(start_at, owner(text.body, to.span).end()), &compiled.around)?;
    let tokens = (first + start, first + end);
    Some(Candidate { span, meaning: filed.meaning, tokens, singular: compiled.singular, literal: filed.is_literal() })
}

/// Sorts the candidates of a passage, which stand behind those that are sorted; how many are then. No pattern
/// reaches into another passage, so that all are in order.
fn sort_from(found: &mut [Candidate], sorted: usize) -> usize {
    found.get_mut(sorted..).unwrap_or_default().sort_unstable_by_key(Candidate::key);
    found.len()
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
    let digits = |part: Option<&str>, edge: fn(&str) -> bool| part.is_some_and(edge);
    let goes_on =
        digits(text.get(span.end()..), |rest| rest.strip_prefix('/').is_some_and(|r| r.starts_with(char::is_numeric)))
            || digits(text.get(..span.start()), |rest| {
                rest.strip_suffix('/').is_some_and(|r| r.ends_with(char::is_numeric))
            });
    goes_on && span.of(text).contains('/')
}

/// A form in a script without spaces.
fn in_characters(analysis: &Analysis<'_>, span: Span, meaning: Meaning) -> Candidate {
    let first = analysis.tokens().partition_point(|token| token.span.end() <= span.start());
    let end = analysis.tokens().partition_point(|token| token.span.start() < span.end());
    Candidate { span, meaning, tokens: (first, end), singular: false, literal: false }
}

/// Appends the letters of a word in lower case.
fn letters_into(word: &str, letters: &mut String) {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let from = letters.len();
        letters.push_str(word);
        letters.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
    } else {
        letters.extend(word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
    }
}

/// Whether a token can be the first word of a name.
fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Title
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
fn owner(text: &str, span: Span) -> Span {
    Span::new(span.start(), span.start() + without_possessive(span.of(text)).len())
}
