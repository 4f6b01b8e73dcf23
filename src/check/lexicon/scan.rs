//! Scanning a document: candidate matches, guards, and the longest match wins.

use std::sync::Arc;

use super::build::{Lexicon, Meaning};
use super::matcher::Text;
use super::{Cue, Entry, Wrong};
use crate::check::hit::{Hit, RuleRef};
use crate::language::{Analysis, Case};
use crate::text::{Fix, Span};

/// What the lexicon found in a document.
#[derive(Debug, Default)]
pub struct Scan {
    /// Wrong forms, in the order of the text.
    pub hits: Vec<Hit>,
    /// Right forms, in the order of the text.
    pub right: Vec<Occurrence>,
    /// Which cues occur.
    cues: Vec<bool>,
}

/// A right form of an entry.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Where it stands.
    pub span: Span,
    /// The number of its entry.
    pub entry: u32,
}

struct Candidate {
    span: Span,
    meaning: Meaning,
    tokens: (usize, usize),
}

impl Lexicon {
    /// Whether a scan found one of the cues.
    #[must_use]
    pub fn has_any(&self, scan: &Scan, cues: &[Cue]) -> bool {
        let present = |number: u32| scan.cues.get(number as usize).copied().unwrap_or(false);
        cues.iter().filter_map(|cue| self.cue_number(cue)).any(present)
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Finds all forms in a text.
    #[must_use]
    pub fn scan(&self, analysis: &Analysis<'_>) -> Scan {
        let mut scan = Scan { cues: vec![false; self.cues.len()], ..Scan::default() };
        let mut candidates = self.candidates(analysis, &mut scan.cues);
        candidates.retain(|candidate| self.admits(&scan, candidate.meaning));
        for candidate in longest(candidates) {
            match candidate.meaning {
                Meaning::Right(entry) => scan.right.push(Occurrence { span: candidate.span, entry }),
                Meaning::Wrong(entry, form) => scan.hits.extend(self.hit(analysis, &candidate, entry, form)),
                Meaning::Cue(_) => {}
            }
        }
        scan
    }

    fn candidates(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let tokens = analysis.tokens();
        let mut buffer = String::new();
        let look_up = |token| self.vocabulary.look_up(analysis.word(token), &mut buffer);
        let forms: Vec<_> = tokens.iter().map(look_up).collect();
        let text = Text { text: analysis.text(), tokens, forms: &forms, vocabulary: &self.vocabulary };
        let mut found = Vec::new();
        for (at, form) in forms.iter().enumerate().filter(|(_, form)| **form != 0) {
            for posting in self.postings.get(*form as usize).into_iter().flatten() {
                let Some(pattern) = self.patterns.get(posting.pattern as usize) else { continue };
                if known_cue(cues, pattern.meaning) {
                    continue;
                }
                let Some((first, end)) = text.matches(pattern, *posting, at) else { continue };
                match (pattern.meaning, tokens.get(first), tokens.get(end.saturating_sub(1))) {
                    (Meaning::Cue(cue), ..) => mark(cues, cue),
                    (meaning, Some(from), Some(to)) => {
                        let span = from.span.cover(without_possessive(analysis, to.span));
                        found.push(Candidate { span, meaning, tokens: (first, end) });
                    }
                    _ => {}
                }
            }
        }
        found
    }

    /// Whether the document is one in which the entry's wrong forms count.
    fn admits(&self, scan: &Scan, meaning: Meaning) -> bool {
        let Meaning::Wrong(entry, _) = meaning else { return true };
        let Some(entry) = self.entry(entry) else { return false };
        (entry.when.is_empty() || self.has_any(scan, &entry.when)) && !self.has_any(scan, &entry.unless)
    }

    fn hit(&self, analysis: &Analysis<'_>, candidate: &Candidate, entry: u32, form: u32) -> Option<Hit> {
        let entry = self.entry(entry)?;
        let wrong = entry.wrong.get(form as usize)?;
        let mut hit = Hit::new(entry.rule, candidate.span);
        hit.entry = Some(Arc::clone(&entry.about));
        hit.fix = wrong.fix.as_deref().map(|fix| {
            let replacement = adapt(analysis, candidate, wrong, fix);
            Fix::replace(candidate.span, replacement, wrong.safe)
        });
        Some(hit)
    }
}

/// The rule that an entry's hits belong to.
impl Scan {
    /// The hits of one rule.
    pub fn hits_of(&self, rule: RuleRef) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.rule == rule)
    }
}

fn known_cue(cues: &[bool], meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Cue(cue) if cues.get(cue as usize).copied().unwrap_or(false))
}

fn mark(cues: &mut [bool], cue: u32) {
    if let Some(cue) = cues.get_mut(cue as usize) {
        *cue = true;
    }
}

fn without_possessive(analysis: &Analysis<'_>, span: Span) -> Span {
    let word = analysis.slice(span);
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    Span::new(span.start(), span.start() + stem.len())
}

/// Of matches that overlap, the longest stays; of equally long ones a right form, then the first entry.
fn longest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let rank = |meaning: Meaning| match meaning {
        Meaning::Right(entry) => (0, entry, 0),
        Meaning::Wrong(entry, form) => (1, entry, form),
        Meaning::Cue(cue) => (2, cue, 0),
    };
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.span.len()), rank(c.meaning), c.span.start()));
    let mut taken = std::collections::BTreeMap::<usize, usize>::new();
    candidates.retain(|candidate| {
        let before = taken.range(..candidate.span.end()).next_back();
        let free = before.is_none_or(|(_, end)| *end <= candidate.span.start());
        if free {
            taken.insert(candidate.span.start(), candidate.span.end());
        }
        free
    });
    candidates.sort_by_key(|candidate| candidate.span);
    candidates
}

/// The replacement as it must read here: with a capital where the match has one, in the plural
/// where the match is, and without an article that already stands there.
fn adapt(analysis: &Analysis<'_>, candidate: &Candidate, wrong: &Wrong, fix: &str) -> String {
    let (first, end) = candidate.tokens;
    let token = |at: usize| analysis.tokens().get(at);
    let before = first.checked_sub(1).and_then(token).map(|token| analysis.word(token)).unwrap_or_default();
    let mut text = fix.to_owned();
    if before.eq_ignore_ascii_case("the") {
        text = text.strip_prefix("the ").map_or(text.clone(), str::to_owned);
    }
    if is_plural(analysis, wrong, end) && text.ends_with(|c: char| c.is_ascii_lowercase()) {
        text = plural(&text);
    }
    let opens = analysis.sentence_at(candidate.span.start()).is_some_and(|s| s.tokens().start == first);
    let capital = token(first).is_some_and(|token| token.case == Case::Title);
    if opens && capital { capitalise(&text) } else { text }
}

/// Whether the match ends in the plural of a word that the pattern has in the singular.
fn is_plural(analysis: &Analysis<'_>, wrong: &Wrong, end: usize) -> bool {
    let last = wrong.pattern.items.iter().rev().find(|item| !item.optional);
    let singular = last.into_iter().flat_map(|item| &item.slots).all(|slot| match slot {
        crate::glossary::Slot::Words(words) => words.last().is_some_and(|word| !word.exact && !word.text.ends_with('s')),
        _ => false,
    });
    let word = end.checked_sub(1).and_then(|at| analysis.tokens().get(at)).map(|token| analysis.word(token));
    singular && word.is_some_and(|word| (word.ends_with('s') && !word.ends_with("'s")) || word.ends_with("men"))
}

fn plural(text: &str) -> String {
    if text.ends_with('s') || text.ends_with("men") {
        return text.to_owned();
    }
    match (text.strip_suffix("man"), text.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))) {
        (Some(stem), _) => format!("{stem}men"),
        (_, Some(stem)) => format!("{stem}ies"),
        _ => format!("{text}s"),
    }
}

fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
