//! Scanning a document: candidate matches, guards, and the longest match wins.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::adapt::adapt;
use super::build::{Lexicon, NONE};
use super::candidate::Candidate;
use super::filed::Meaning;
use super::{Entry, place};
use crate::check::hit::Hit;
use crate::language::Analysis;
use crate::text::{Fix, Span};

/// What the lexicon found in a document.
#[derive(Debug, Default)]
pub struct Scan {
    /// Wrong forms, in the order of the text.
    pub hits: Vec<Hit>,
    /// Right forms of terms, in the order of the text.
    pub right: Vec<RightForm>,
    /// The places inside which nothing is wrong, in the order of the text: right forms and patterns.
    shadows: Vec<Span>,
    /// Forms whose uses are counted, by number and place.
    forms: Vec<Occurrence>,
    /// Which cues occur.
    cues: Vec<bool>,
}

impl Scan {
    /// Whether a right form stands in a span.
    #[must_use]
    pub fn has_right(&self, span: Span) -> bool {
        self.shadow(span).is_some()
    }

    /// The right form or phrase that stands in a span or around it.
    #[must_use]
    pub fn shadow(&self, span: Span) -> Option<Span> {
        let after = self.shadows.partition_point(|shadow| shadow.end() <= span.start());
        self.shadows.get(after).copied().filter(|shadow| shadow.overlaps(span))
    }

    /// The occurrences of a form, in the order of the text.
    #[must_use]
    pub fn forms(&self, form: u32) -> &[Occurrence] {
        let from = self.forms.partition_point(|occurrence| occurrence.form < form);
        let to = self.forms.partition_point(|occurrence| occurrence.form <= form);
        self.forms.get(from..to).unwrap_or_default()
    }

    /// The numbers of the forms that occur, in order.
    pub fn counted(&self) -> impl Iterator<Item = u32> {
        self.forms.chunk_by(|a, b| a.form == b.form).filter_map(|group| group.first()).map(|first| first.form)
    }

    /// Whether a cue of `when` occurs, if there is one, and none of `unless`, by their numbers.
    #[must_use]
    pub fn meets(&self, when: &[u32], unless: &[u32]) -> bool {
        (when.is_empty() || self.has_any(when)) && !self.has_any(unless)
    }

    /// Whether one of the cues of these numbers occurs.
    #[must_use]
    pub fn has_any(&self, cues: &[u32]) -> bool {
        cues.iter().any(|cue| self.cues.get(*cue as usize).copied().unwrap_or(false))
    }
}

/// A right form of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RightForm {
    /// The number of the term: what [`Builder::term`](super::Builder::term) gave for it.
    pub term: u32,
    /// The number of the form among those of the term.
    pub form: u32,
    /// Where it stands.
    pub span: Span,
}

/// A form whose uses are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The number of the form.
    pub form: u32,
    /// Where it stands.
    pub span: Span,
}

impl Lexicon {
    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Finds all forms in a text of a day.
    #[must_use]
    pub fn scan(&self, analysis: &Analysis<'_>, day: Option<Date>) -> Scan {
        let mut scan = Scan { cues: vec![false; self.cues.len()], ..Scan::default() };
        let mut candidates = self.found(analysis, &mut scan.cues);
        candidates
            .retain(|candidate| self.admits(&scan, candidate.meaning, day) && !note_form(&mut scan.forms, candidate));
        scan.forms.sort_unstable();
        scan.forms.dedup();
        let candidates = self.longest(candidates);
        scan.shadows.reserve(candidates.len());
        scan.right.reserve(candidates.len());
        for candidate in candidates {
            match candidate.meaning {
                Meaning::Right(term, form) => {
                    scan.shadows.push(candidate.span);
                    if term != NONE {
                        scan.right.push(RightForm { span: candidate.span, term, form });
                    }
                }
                Meaning::Wrong(entry, fix) => scan.hits.extend(self.hit(analysis, &candidate, entry, fix)),
                Meaning::Cue(_) | Meaning::Form(_) => {}
            }
        }
        scan
    }

    /// Whether the document is one in which the entry's wrong forms count.
    fn admits(&self, scan: &Scan, meaning: Meaning, day: Option<Date>) -> bool {
        let Meaning::Wrong(entry, _) = meaning else { return true };
        let Some(entry) = self.entry(entry) else { return false };
        entry.is_valid_on(day) && scan.meets(&entry.when, &entry.unless)
    }

    fn hit(&self, analysis: &Analysis<'_>, candidate: &Candidate, entry: u32, fix: u32) -> Option<Hit> {
        let (entry, fix) = (self.entry(entry)?, self.fixes.get(fix as usize)?.as_deref());
        let shown = !entry.spelling || fix.is_none_or(|fix| place::shows(analysis, candidate, fix));
        if !shown || !place::is_prose(analysis.text(), candidate.span) {
            return None;
        }
        let mut hit = Hit::new(entry.rule, candidate.span);
        hit.about = entry.about.clone();
        hit.sourced = entry.sourced;
        hit.fix = fix.map(|fix| {
            let replacement = adapt(analysis, candidate.span, candidate.tokens, candidate.singular, fix);
            Fix::replace(candidate.span, replacement, entry.safe)
        });
        Some(hit)
    }

    /// Of matches that overlap, the longest stays; see [`Self::settle`].
    fn longest(&self, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        candidates.sort_by_key(Candidate::key); // most are in order
        let (mut kept, mut cluster, mut end) = (Vec::with_capacity(candidates.len()), Vec::new(), 0);
        for candidate in candidates {
            if candidate.span.start() >= end {
                self.settle(&mut cluster, &mut kept);
            }
            end = end.max(candidate.span.end());
            cluster.push(candidate);
        }
        self.settle(&mut cluster, &mut kept);
        kept
    }

    /// Moves what stays of matches that overlap to `kept`: of equally long ones a form that is wrong in
    /// just these letters, then a right form, then the graver wrong one, then the first entry.
    fn settle(&self, cluster: &mut Vec<Candidate>, kept: &mut Vec<Candidate>) {
        let place = |candidate: &Candidate| {
            (std::cmp::Reverse(candidate.span.len()), self.order(candidate), candidate.meaning, candidate.span.start())
        };
        let whole = cluster.iter().map(|candidate| candidate.span).reduce(Span::cover);
        let covers = |candidate: &Candidate| Some(candidate.span) == whole;
        let around = cluster.iter().enumerate().filter(|(_, candidate)| covers(candidate));
        if let Some((first, _)) = around.min_by_key(|(_, candidate)| place(candidate)) {
            kept.push(cluster.swap_remove(first)); // mostly one is around all others
            cluster.clear();
        } else {
            cluster.sort_by_key(place);
            let mut taken = BTreeMap::<usize, usize>::new();
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

    /// Where a match stands among others of its length: the least stays.
    fn order(&self, candidate: &Candidate) -> (bool, bool, u8) {
        let Meaning::Wrong(entry, _) = candidate.meaning else { return (true, false, 0) };
        (!candidate.literal, true, self.entry(entry).map_or(0, |entry| entry.rank))
    }
}

/// Notes a form, which competes with nothing; whether it is one.
fn note_form(forms: &mut Vec<Occurrence>, candidate: &Candidate) -> bool {
    let Meaning::Form(form) = candidate.meaning else { return false };
    forms.push(Occurrence { form, span: candidate.span });
    true
}
