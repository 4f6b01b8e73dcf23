//! The passages or sentences of two texts, paired; each pair tells whether it is doubtful.

use super::band::Band;
use super::clue::{self, Clue};
use super::evidence::{Evidence, Index};
use super::gale_church::{Bead, Costs};
use super::key::{self, Key};
use super::lexicon::Lexicon;
use super::{anchor, guide, table};
use crate::document::Segment;
use crate::language::{Analysis, Token, is_cjk};
use crate::text::Span;

/// How many letters of an English translation stand for a Chinese character, punctuation set aside:
/// the median of 7,300 lines of news in 13 machine and 2 human translations (WMT 2021); standard deviation 0.8.
const LETTERS: f64 = 4.4;
/// A pair that is less likely than this is doubtful.
const LIKELY: f64 = 0.9;
/// How much the pairs of the guide must outnumber to set the scale by themselves.
const SCALE: f64 = 2.0;

/// Pairs the passages of a source text with those of its translation, if nearly all of them are
/// passages of their own there, too.
pub(super) fn by_passages(lexicon: &dyn Lexicon, source: &Analysis<'_>, target: &Analysis<'_>) -> Option<Vec<Segment>> {
    let (beads, segments) = align(lexicon, &Side::passages(source), &Side::passages(target));
    let count = |wanted: fn((usize, usize)) -> bool| beads.iter().filter(|(bead, _)| wanted(bead.counts())).count();
    let (alike, joined) = (count(|counts| counts == (1, 1)), count(|(from, to)| from + to > 2));
    (joined * 4 <= beads.len() && alike * 2 >= beads.len()).then_some(segments)
}

/// Pairs the sentences of a source text with those of its translation.
pub(super) fn by_sentences(lexicon: &dyn Lexicon, source: &Analysis<'_>, target: &Analysis<'_>) -> Vec<Segment> {
    align(lexicon, &Side::sentences(source), &Side::sentences(target)).1
}

/// The passages or sentences of a text with their tokens.
struct Side<'a> {
    analysis: &'a Analysis<'a>,
    units: Vec<(Span, &'a [Token])>,
}

impl<'a> Side<'a> {
    fn passages(analysis: &'a Analysis<'_>) -> Self {
        Self { analysis, units: analysis.passages().map(|(passage, tokens)| (passage.span, tokens)).collect() }
    }

    fn sentences(analysis: &'a Analysis<'_>) -> Self {
        let sentences = analysis.sentences().iter();
        Self { analysis, units: sentences.map(|sentence| (sentence.span, analysis.tokens_of(sentence))).collect() }
    }

    /// The keys of each unit, each once.
    fn keys(&self) -> Vec<Vec<Key>> {
        let keys = |(span, tokens): &(Span, &[Token])| {
            let mut keys = anchor::anchors(self.analysis, tokens);
            key::of_target(self.analysis.text(), *span, tokens, &mut keys);
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        self.units.iter().map(keys).collect()
    }

    /// The clues of each unit that may be in a target.
    fn clues(&self, lexicon: &dyn Lexicon, index: &Index) -> Vec<Vec<Clue>> {
        let units = self.units.iter();
        let clues = |(span, tokens): &(Span, &[Token])| {
            clue::clues(lexicon, self.analysis, *span, tokens, |key| index.has(*key))
        };
        units.map(clues).collect()
    }
}

/// The beads of two texts with how likely they are, and as segments.
fn align(lexicon: &dyn Lexicon, source: &Side<'_>, target: &Side<'_>) -> (Vec<(Bead, f64)>, Vec<Segment>) {
    let index = Index::new(&target.keys());
    let clues = source.clues(lexicon, &index);
    let (mut sources, targets) = (Units::new(source), Units::new(target));
    let points = guide::points(&clues, &index, targets.spans.len());
    sources.scale(&targets, &points);
    let band = Band::new(sources.spans.len(), targets.spans.len(), &points);
    let evidence = Evidence::new(&clues, &index, &band);
    let costs = Costs::new(&sources.lengths, &targets.lengths);
    let beads = table::align(&band, |bead, probability| costs.of(bead, probability) - evidence.of(bead));
    let segments = segments(&beads, &sources, &targets);
    (beads, segments)
}

fn segments(beads: &[(Bead, f64)], sources: &Units, targets: &Units) -> Vec<Segment> {
    let unlikely: Vec<bool> = beads.iter().map(|(_, chance)| *chance < LIKELY).collect();
    // Whether something is left out cannot be told where it is not known what stands beside it.
    let beside = |at: usize| unlikely.get(at.saturating_sub(1)..(at + 2).min(unlikely.len())).unwrap_or_default();
    let segment = |(at, (bead, _)): (usize, &(Bead, f64))| Segment {
        source: sources.span(bead.source.0, bead.source.1),
        target: targets.span(bead.target.0, bead.target.1),
        doubtful: unlikely.get(at) == Some(&true) || (!bead.is_whole() && beside(at).contains(&true)),
    };
    beads.iter().enumerate().map(segment).collect()
}

/// Where the passages or sentences of a text stand, and their lengths in Latin letters.
struct Units {
    spans: Vec<Span>,
    lengths: Vec<f64>,
}

impl Units {
    fn new(side: &Side<'_>) -> Self {
        let letters =
            |span: Span| side.analysis.slice(span).chars().map(|c| if is_cjk(c) { LETTERS } else { 1.0 }).sum();
        let spans: Vec<Span> = side.units.iter().map(|unit| unit.0).collect();
        Self { lengths: spans.iter().map(|span| letters(*span)).collect(), spans }
    }

    /// Scales the lengths to those of a translation that is wordier or terser than most, told by pairs
    /// that surely belong together.
    fn scale(&mut self, targets: &Self, pairs: &[(usize, usize)]) {
        let ratio = |(from, to): &(usize, usize)| Some((targets.lengths.get(*to)? / self.lengths.get(*from)?).ln());
        let mut ratios: Vec<f64> = pairs.iter().filter_map(ratio).collect();
        ratios.sort_by(f64::total_cmp);
        let Some(median) = ratios.get(ratios.len() / 2) else { return };
        let count = f64::from(u32::try_from(ratios.len()).unwrap_or(u32::MAX));
        let factor = (median.clamp(-1.0, 1.0) * count / (count + SCALE)).exp();
        for length in &mut self.lengths {
            *length *= factor;
        }
    }

    /// The span of the units `from..to`; an empty one behind the unit before if there are none.
    fn span(&self, from: usize, to: usize) -> Span {
        match self.spans.get(from..to) {
            Some([first, .., last]) => first.cover(*last),
            Some([only]) => *only,
            _ => {
                let before = from.checked_sub(1).and_then(|before| self.spans.get(before));
                before.map_or(Span::default(), |span| Span::new(span.end(), span.end()))
            }
        }
    }
}
