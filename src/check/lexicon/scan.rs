//! Scanning a document: candidate matches, guards, and the longest match wins.

use super::adapt::adapt;
use super::build::{Filed, Lexicon, Meaning};
use super::matcher::Text;
use super::vocabulary::number;
use super::words::Words;
use super::{Cue, Entry};
use crate::check::hit::Hit;
use crate::language::{Analysis, Case, Gap, Kind, Token, without_possessive};
use crate::text::{Fix, Span};

/// What the lexicon found in a document.
#[derive(Debug, Default)]
pub struct Scan {
    /// Wrong forms, in the order of the text.
    pub hits: Vec<Hit>,
    /// Right forms, in the order of the text.
    pub right: Vec<Occurrence>,
    /// Forms whose uses are counted, by number and place; here `entry` is the number of the form.
    forms: Vec<Occurrence>,
    /// Which cues occur.
    cues: Vec<bool>,
}

impl Scan {
    /// Whether a right form stands in a span.
    #[must_use]
    pub fn has_right(&self, span: Span) -> bool {
        let after = self.right.partition_point(|occurrence| occurrence.span.end() <= span.start());
        self.right.get(after).is_some_and(|occurrence| occurrence.span.overlaps(span))
    }

    /// The occurrences of a form, in the order of the text.
    #[must_use]
    pub fn forms(&self, form: u32) -> &[Occurrence] {
        let from = self.forms.partition_point(|occurrence| occurrence.entry < form);
        let to = self.forms.partition_point(|occurrence| occurrence.entry <= form);
        self.forms.get(from..to).unwrap_or_default()
    }

    /// Whether the cue of that number occurs.
    #[must_use]
    pub fn has_cue(&self, cue: u32) -> bool {
        self.cues.get(cue as usize).copied().unwrap_or(false)
    }
}

/// A right form of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The number of its entry.
    pub entry: u32,
    /// Where it stands.
    pub span: Span,
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
        cues.iter().filter_map(|cue| self.cue_number(cue)).any(|cue| scan.has_cue(cue))
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
        candidates.retain(|candidate| self.admits(&scan, candidate.meaning) && !note_form(&mut scan.forms, candidate));
        scan.forms.sort_unstable();
        scan.forms.dedup();
        for candidate in longest(candidates) {
            match candidate.meaning {
                Meaning::Right(entry) => scan.right.push(Occurrence { span: candidate.span, entry }),
                Meaning::Wrong(entry, fix) => scan.hits.extend(self.hit(analysis, &candidate, entry, fix)),
                Meaning::Cue(_) | Meaning::Form(_) => {}
            }
        }
        scan
    }

    fn candidates(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let (mut found, mut words, mut first) = (Vec::new(), Words::new(self), 0);
        for tokens in windows(analysis) {
            words.read(analysis.text(), tokens);
            let text = Text { body: analysis.text(), tokens, words: &words };
            for at in 0..tokens.len() {
                for filed in words.filed_at(at) {
                    if known_cue(cues, filed.meaning) {
                        continue;
                    }
                    let candidate = candidate(&text, filed, at, first);
                    found.extend(candidate.filter(|candidate| mark(cues, candidate.meaning)));
                }
            }
            first += tokens.len();
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
                let span = owner(analysis.text(), token.span);
                letters_into(analysis.slice(span), &mut letters);
                if let Some(meaning) = self.spellings.get(&number(&letters)) {
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
        hit.about = entry.about.clone();
        hit.fix = self.fixes.get(fix as usize)?.as_deref().map(|fix| {
            let replacement = adapt(analysis, candidate.span, candidate.tokens, candidate.singular, fix);
            Fix::replace(candidate.span, replacement, entry.safe)
        });
        Some(hit)
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
fn candidate(text: &Text<'_>, filed: &Filed, at: usize, first: usize) -> Option<Candidate> {
    let compiled = filed.compiled()?;
    let (start, end) = text.matches(compiled, at)?;
    let (from, to) = (text.tokens.get(start)?, text.tokens.get(end.checked_sub(1)?)?);
    let span = from.span.cover(owner(text.body, to.span));
    let tokens = (first + start, first + end);
    Some(Candidate { span, meaning: filed.meaning, tokens, singular: compiled.singular })
}

/// Appends the letters of a word in lower case.
fn letters_into(word: &str, letters: &mut String) {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        letters.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
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

/// Notes a form, which competes with nothing; whether it is one.
fn note_form(forms: &mut Vec<Occurrence>, candidate: &Candidate) -> bool {
    let Meaning::Form(entry) = candidate.meaning else { return false };
    forms.push(Occurrence { entry, span: candidate.span });
    true
}

/// The span of a word without a possessive `'s`.
fn owner(text: &str, span: Span) -> Span {
    Span::new(span.start(), span.start() + without_possessive(span.of(text)).len())
}

/// Of matches that overlap, the longest stays; of equally long ones a right form, then the first entry.
fn longest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_unstable_by_key(|candidate| (candidate.span, candidate.meaning));
    let (mut kept, mut cluster, mut end) = (Vec::new(), Vec::new(), 0);
    for candidate in candidates {
        if candidate.span.start() >= end {
            settle(&mut cluster, &mut kept);
        }
        end = end.max(candidate.span.end());
        cluster.push(candidate);
    }
    settle(&mut cluster, &mut kept);
    kept
}

/// Moves what stays of matches that overlap to `kept`.
fn settle(cluster: &mut Vec<Candidate>, kept: &mut Vec<Candidate>) {
    if cluster.len() > 1 {
        cluster.sort_by_key(|c| (std::cmp::Reverse(c.span.len()), c.meaning, c.span.start()));
        let mut taken = std::collections::BTreeMap::<usize, usize>::new();
        cluster.retain(|candidate| {
            let before = taken.range(..candidate.span.end()).next_back();
            let free = before.is_none_or(|(_, end)| *end <= candidate.span.start());
            if free {
                taken.insert(candidate.span.start(), candidate.span.end());
            }
            free
        });
        cluster.sort_by_key(|candidate| candidate.span);
    }
    kept.append(cluster);
}
