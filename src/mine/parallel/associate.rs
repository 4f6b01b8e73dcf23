//! Which target forms may render a source term: those that occur with it more often than by chance.

use super::candidate::{Candidates, Place};
use super::corpus::Corpus;
use crate::mine::association::Cooccurrence;
use crate::mine::grams::{Grams, ids};
use crate::mine::sequence::{Id, narrow};

/// The least G² of a source term and its rendering: one in 1,000 by chance. The logarithm of the
/// number of forms that were tried is added to it.
const FIRM: f64 = 10.83;
/// How much of a target form's occurrences a source term must be there for, at least.
const OWN: f64 = 0.3;
/// The most target forms that are looked at for a source term.
const MOST: usize = 24;
/// The share of a form's segments from which a longer form that holds it stands for it.
const ABSORBED: f64 = 0.7;
/// From this share of its segments on a rendering makes a source term a term.
const ESTABLISHED: f64 = 0.35;

/// A target form that may render a source term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) target: u32,
    /// Over the different source segments: translations of one sentence are one observation.
    pub(super) table: Cooccurrence,
    /// The pairs that have both.
    pub(super) pairs: u32,
    pub(super) g2: f64,
    /// By which candidates compete for a place: G², but a part of a longer form that is nearly as
    /// frequent changes places with it.
    pub(super) rank: f64,
}

/// What may render what.
pub(super) struct Associations {
    /// For each source n-gram the target forms, the firmest first.
    pub(super) candidates: Vec<Vec<Candidate>>,
    /// For each source segment the places of source terms.
    pub(super) source: Vec<Vec<Place>>,
    /// For each pair the places of target forms.
    pub(super) target: Vec<Vec<Place>>,
}

impl Associations {
    pub(super) fn new(corpus: &Corpus, source: &Grams, target: &Grams, least: u32) -> Self {
        let terms = Candidates::source(&corpus.source, source, corpus.spaced);
        let forms = Candidates::target(&corpus.target, target);
        let places = |number| terms.places(&corpus.source, source, number);
        let mut found = Self {
            candidates: Vec::new(),
            source: (0..corpus.source.len()).map(places).collect(),
            target: (0..corpus.target.len()).map(|pair| forms.places(&corpus.target, target, pair)).collect(),
        };
        found.associate(corpus, source, target, least);
        found.take_nested();
        found.associate(corpus, source, target, least);
        found
    }

    /// Counts the target forms in the segments of each source term.
    fn associate(&mut self, corpus: &Corpus, source: &Grams, target: &Grams, least: u32) {
        let mut counter = Counter::new(corpus, target, &self.target);
        let segments = segments(&self.source, source.all().len());
        let enough = |segments: &&[u32]| segments.len() >= least as usize;
        let candidates = segments.iter().map(|own| Some(own.as_slice()).filter(enough).map(|own| counter.count(own)));
        self.candidates = candidates.map(Option::unwrap_or_default).collect();
    }

    /// Takes the places of terms away that lie inside a longer term which has a rendering of its own.
    fn take_nested(&mut self) {
        let best = |place: &Place| self.candidates.get(place.gram as usize).and_then(|own| own.first());
        let established = |place: &&Place| {
            best(place).is_some_and(|best| f64::from(best.table.both) >= ESTABLISHED * f64::from(best.table.source))
        };
        let kept = self.source.iter().map(|places| {
            let firm: Vec<&Place> = places.iter().filter(established).collect();
            let free = |place: &&Place| !firm.iter().any(|longer| longer.holds(place));
            places.iter().filter(free).copied().collect()
        });
        self.source = kept.collect();
    }
}

/// For each source n-gram the segments that have it, each once.
fn segments(places: &[Vec<Place>], grams: usize) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = vec![Vec::new(); grams];
    for (segment, places) in places.iter().enumerate() {
        for place in places {
            let Some(own) = found.get_mut(place.gram as usize) else { continue };
            if own.last() != Some(&narrow(segment)) {
                own.push(narrow(segment));
            }
        }
    }
    found
}

/// The candidates with longer forms before their parts.
fn ranked(mut found: Vec<Candidate>, corpus: &Corpus, target: &Grams) -> Vec<Candidate> {
    let ids = |candidate: &Candidate| target.all().get(candidate.target as usize).map(|gram| ids(&corpus.target, gram));
    let forms: Vec<Vec<Id>> = found.iter().map(|candidate| ids(candidate).unwrap_or_default()).collect();
    for (at, form) in forms.iter().enumerate() {
        let Some(own) = found.get(at).copied() else { continue };
        let absorbs = |other: &Candidate| f64::from(other.table.both) >= ABSORBED * f64::from(own.table.both);
        let mut longer =
            forms.iter().enumerate().filter(|(_, longer)| longer.len() > form.len() && holds(longer, form));
        let best = longer.rfind(|(number, _)| found.get(*number).is_some_and(absorbs)).map(|(number, _)| number);
        if let Some(other) = best.and_then(|number| found.get_mut(number)).filter(|other| other.rank < own.rank) {
            let rank = std::mem::replace(&mut other.rank, own.rank);
            found.get_mut(at).into_iter().for_each(|own| own.rank = rank);
        }
    }
    found
}

/// Whether one form stands inside the other.
pub(super) fn holds(longer: &[Id], shorter: &[Id]) -> bool {
    longer.windows(shorter.len().max(1)).any(|part| part == shorter)
}

/// Counts target forms in source segments and pairs, with one array for all of them.
struct Counter<'a> {
    corpus: &'a Corpus,
    target: &'a Grams,
    places: &'a [Vec<Place>],
    tallies: Vec<Tally>,
    /// For each form the source segments of which a translation has it.
    totals: Vec<u32>,
}

/// Where a form was seen; segments and pairs are numbered from 1.
#[derive(Clone, Copy, Default)]
struct Tally {
    segments: u32,
    pairs: u32,
    last_segment: u32,
    last_pair: u32,
}

impl<'a> Counter<'a> {
    fn new(corpus: &'a Corpus, target: &'a Grams, places: &'a [Vec<Place>]) -> Self {
        let tallies = vec![Tally::default(); target.all().len()];
        let mut counter = Self { corpus, target, places, tallies, totals: Vec::new() };
        (0..narrow(corpus.source.len())).for_each(|segment| drop(counter.see(segment)));
        counter.totals = counter.tallies.iter().map(|tally| tally.segments).collect();
        counter.tallies.fill(Tally::default());
        counter
    }

    /// Counts the forms of a source segment; the ones that were not seen before.
    fn see(&mut self, segment: u32) -> Vec<u32> {
        let mut fresh = Vec::new();
        for pair in self.corpus.pairs_of(segment) {
            for place in self.places.get(*pair as usize).into_iter().flatten() {
                let Some(tally) = self.tallies.get_mut(place.gram as usize) else { continue };
                if tally.segments == 0 {
                    fresh.push(place.gram);
                }
                tally.segments += u32::from(tally.last_segment != segment + 1);
                tally.pairs += u32::from(tally.last_pair != *pair + 1);
                (tally.last_segment, tally.last_pair) = (segment + 1, *pair + 1);
            }
        }
        fresh
    }

    /// The firmest target forms of a source term that occurs in these source segments.
    fn count(&mut self, segments: &[u32]) -> Vec<Candidate> {
        let touched: Vec<u32> = segments.iter().flat_map(|segment| self.see(*segment)).collect();
        let source = narrow(segments.len());
        // The more forms are tried, the more of them are there by chance.
        let least = FIRM + f64::from(narrow(touched.len().max(1))).ln();
        let firm = |candidate: &Candidate| candidate.g2 >= least;
        let found = touched.into_iter().filter_map(|gram| self.candidate(gram, source)).filter(firm).collect();
        ranked(firmest(found, self.target), self.corpus, self.target)
    }

    /// The candidate, if it is seen often enough; its counter starts anew.
    fn candidate(&mut self, gram: u32, source: u32) -> Option<Candidate> {
        let Tally { segments: both, pairs, .. } = std::mem::take(self.tallies.get_mut(gram as usize)?);
        let target = *self.totals.get(gram as usize)?;
        if both < 2 || f64::from(both) < OWN * f64::from(target) {
            return None;
        }
        let table = Cooccurrence { both, source, target, all: narrow(self.corpus.source.len()) };
        let g2 = table.g2();
        Some(Candidate { target: gram, table, pairs, g2, rank: g2 })
    }
}

/// The firmest first; of equals the longer one.
fn firmest(mut found: Vec<Candidate>, target: &Grams) -> Vec<Candidate> {
    let length = |candidate: &Candidate| target.all().get(candidate.target as usize).map_or(0, |gram| gram.length);
    found.sort_by(|one, other| {
        let by_length = length(other).cmp(&length(one));
        other.g2.total_cmp(&one.g2).then(by_length).then(one.target.cmp(&other.target))
    });
    found.truncate(MOST);
    found
}
