//! Scanning a document: candidate matches, guards, and the longest match wins.

use std::sync::Arc;

use super::adapt::adapt;
use super::build::{Compiled, CompiledSlot, Lexicon, Meaning};
use super::matcher::{Text, Words};
use super::{Cue, Entry};
use crate::check::hit::Hit;
use crate::language::{Analysis, Case, Gap, Kind, Token};
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
    /// Whether the form ends in a word that the pattern has in the singular.
    singular: bool,
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
        self.spelt(analysis, &mut candidates);
        candidates.retain(|candidate| self.admits(&scan, candidate.meaning));
        for candidate in longest(candidates) {
            match candidate.meaning {
                Meaning::Right(entry) => scan.right.push(Occurrence { span: candidate.span, entry }),
                Meaning::Wrong(entry, fix) => scan.hits.extend(self.hit(analysis, &candidate, entry, fix)),
                Meaning::Cue(_) => {}
            }
        }
        scan
    }

    /// The words of each token.
    fn words(&self, analysis: &Analysis<'_>) -> Words {
        let (mut words, mut buffer) = (Words::default(), String::new());
        for token in analysis.tokens() {
            self.vocabulary.look_up(analysis.word(token), &mut buffer, &mut words.numbers);
            words.ends.push(u32::try_from(words.numbers.len()).unwrap_or(u32::MAX));
        }
        words
    }

    fn candidates(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let (tokens, words) = (analysis.tokens(), self.words(analysis));
        let text = Text { text: analysis.text(), tokens, words: &words };
        let mut found = Vec::new();
        for at in 0..tokens.len() {
            let postings = words.of(at).iter().filter_map(|word| self.postings.get(*word as usize));
            for posting in postings.flatten() {
                let Some(pattern) = self.patterns.get(posting.pattern as usize) else { continue };
                if known_cue(cues, pattern.meaning) {
                    continue;
                }
                let Some((first, end)) = text.matches(pattern, *posting, at) else { continue };
                match (pattern.meaning, tokens.get(first), tokens.get(end.saturating_sub(1))) {
                    (Meaning::Cue(cue), ..) => mark(cues, cue),
                    (meaning, Some(from), Some(to)) => {
                        let span = from.span.cover(without_possessive(analysis, to.span));
                        let singular = pattern.ends_in_singular();
                        found.push(Candidate { span, meaning, tokens: (first, end), singular });
                    }
                    _ => {}
                }
            }
        }
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
                let span = without_possessive(analysis, token.span);
                letters.extend(analysis.slice(span).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
                if let Some(meaning) = self.spellings.get(letters.as_str()) {
                    let (span, tokens) = (from.span.cover(span), (first, first + offset + 1));
                    found.push(Candidate { span, meaning: *meaning, tokens, singular: false });
                }
            }
        }
    }

    /// Whether the document is one in which the entry's wrong forms count.
    fn admits(&self, scan: &Scan, meaning: Meaning) -> bool {
        let Meaning::Wrong(entry, _) = meaning else { return true };
        let Some(entry) = self.entry(entry) else { return false };
        (entry.when.is_empty() || self.has_any(scan, &entry.when)) && !self.has_any(scan, &entry.unless)
    }

    fn hit(&self, analysis: &Analysis<'_>, candidate: &Candidate, entry: u32, fix: u32) -> Option<Hit> {
        let entry = self.entry(entry)?;
        let mut hit = Hit::new(entry.rule, candidate.span);
        hit.entry = Some(Arc::clone(&entry.about));
        hit.fix = self.fixes.get(fix as usize)?.as_deref().map(|fix| {
            let replacement = adapt(analysis, candidate.span, candidate.tokens, candidate.singular, fix);
            Fix::replace(candidate.span, replacement, entry.safe)
        });
        Some(hit)
    }
}

impl Compiled {
    /// Whether the last word of each of its alternatives is written in the singular.
    fn ends_in_singular(&self) -> bool {
        let last = self.items.iter().rev().find(|item| !item.optional);
        last.into_iter().flat_map(|item| &item.slots).all(|slot| match slot {
            CompiledSlot::Words(words) => words.last().is_some_and(|word| word.exact.is_none()),
            _ => false,
        })
    }
}

/// Whether a token can be the first word of a name.
fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Title
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
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.span.len()), c.meaning, c.span.start()));
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
