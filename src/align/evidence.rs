//! `Evidence`: what the clues of source units say for and against the target units near them.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::band::Band;
use super::clue::{Clue, Kind};
use super::gale_church::Bead;
use super::key::Key;

/// The most target units of a bead.
const MOST: usize = 3;
/// How much the clues count together: those of one passage are not independent.
const SHARE: f64 = 0.6;

/// Where the keys of the target stand: the numbers of its units, rising.
pub(super) struct Index(FxHashMap<Key, Vec<u32>>);

impl Index {
    /// The places of the keys of each unit.
    pub(super) fn new(units: &[Vec<Key>]) -> Self {
        let mut places: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
        for (number, keys) in (0..).zip(units) {
            for key in keys {
                places.entry(*key).or_default().push(number);
            }
        }
        Self(places)
    }

    /// Whether a key stands anywhere.
    pub(super) fn has(&self, key: Key) -> bool {
        self.0.contains_key(&key)
    }

    /// Whether each of a clue's keys stands in few units.
    pub(super) fn is_rare(&self, clue: &Clue, most: usize) -> bool {
        clue.keys.iter().filter_map(|key| self.0.get(key)).all(|places| places.len() <= most)
    }

    /// The units of a range that have one of a clue's keys, in order, each once.
    pub(super) fn units(&self, clue: &Clue, range: &Range<usize>, found: &mut Vec<usize>) {
        found.clear();
        for places in clue.keys.iter().filter_map(|key| self.0.get(key)) {
            let first = places.partition_point(|unit| (*unit as usize) < range.start);
            let rest = places.get(first..).unwrap_or_default().iter().map(|unit| *unit as usize);
            found.extend(rest.take_while(|unit| *unit < range.end));
        }
        found.sort_unstable();
        found.dedup();
    }
}

/// For each source unit and each run of target units near it, how much the clues speak for the pair:
/// the logarithm of how much more likely they are in a pair than by chance.
pub(super) struct Evidence(Vec<Row>);

/// What the clues of one source unit say.
struct Row {
    /// All of them.
    all: Scores,
    /// Those that neither the unit before nor the one behind has, too.
    own: Scores,
}

/// What clues say of the target units near them.
struct Scores {
    /// The target units that are near.
    columns: Range<usize>,
    /// What they say of runs of 1, 2 and 3 target units that answer none of them.
    silence: [f64; MOST],
    /// What is to be added to that for runs from each of the columns on, those of one unit first.
    gains: Vec<f32>,
}

impl Evidence {
    /// What the clues of each source unit say of the target units of a band.
    pub(super) fn new(clues: &[Vec<Clue>], index: &Index, band: &Band) -> Self {
        let near = |row| band.columns(row).start..band.columns(row + 1).end.min(band.last());
        let beside = |row: usize| {
            let units = [row.checked_sub(1), Some(row + 1)].into_iter().flatten().filter_map(|unit| clues.get(unit));
            units.flatten().map(|clue| &*clue.keys).filter(|keys| !keys.is_empty()).collect::<FxHashSet<_>>()
        };
        let rows = clues.iter().enumerate().map(|(row, clues)| Row::new(clues, &beside(row), index, &near(row)));
        Self(rows.collect())
    }

    /// What the clues say of a pair. Source units that are joined answer for a word of both only once:
    /// a headline has the words of the paragraph below it, and need not be in its translation.
    pub(super) fn of(&self, bead: &Bead) -> f64 {
        let (first, (joined, count)) = (bead.target.0, bead.counts());
        let rows = self.0.get(bead.source.0..bead.source.1).unwrap_or_default();
        match rows {
            _ if joined == 0 || count == 0 => 0.0,
            [row] => row.all.of(first, count),
            rows => {
                let own: f64 = rows.iter().map(|row| row.own.of(first, count)).sum();
                let common = rows.iter().map(|row| row.all.of(first, count) - row.own.of(first, count));
                own + common.fold(f64::NEG_INFINITY, f64::max)
            }
        }
    }
}

impl Row {
    fn new(clues: &[Clue], beside: &FxHashSet<&[Key]>, index: &Index, columns: &Range<usize>) -> Self {
        let mut row = Self { all: Scores::new(columns), own: Scores::new(columns) };
        let mut units = Vec::new();
        for clue in clues {
            index.units(clue, columns, &mut units);
            row.all.add(clue.kind, &units);
            if !beside.contains(&*clue.keys) {
                row.own.add(clue.kind, &units);
            }
        }
        row
    }
}

impl Scores {
    fn new(columns: &Range<usize>) -> Self {
        Self { silence: [0.0; MOST], gains: vec![0.0; MOST * columns.len()], columns: columns.clone() }
    }

    fn add(&mut self, kind: Kind, units: &[usize]) {
        let alone = (real(units.len()) + 0.5) / (real(self.columns.len()) + 1.0);
        let mut none = 1.0;
        for (run, silence) in (1..).zip(&mut self.silence) {
            none *= 1.0 - alone;
            let (by_chance, chance) = (1.0 - none, kind.chance());
            if by_chance >= chance {
                break;
            }
            let weight = SHARE * kind.weight();
            let lost = if kind == Kind::Anchor { 0.0 } else { weight * ((1.0 - chance) / none).ln() };
            *silence += lost;
            let gain = weight * (chance / by_chance).ln() - lost;
            raise(&mut self.gains, &self.columns, run, units, gain);
        }
    }

    fn of(&self, first: usize, count: usize) -> f64 {
        let run = count.clamp(1, MOST) - 1;
        let at = first.checked_sub(self.columns.start).filter(|at| *at < self.columns.len());
        let gain = at.and_then(|at| self.gains.get(run * self.columns.len() + at));
        self.silence.get(run).copied().unwrap_or_default() + gain.map_or(0.0, |gain| f64::from(*gain))
    }
}

/// Adds a gain for each run of so many units that holds one of these, each run once.
#[allow(clippy::cast_possible_truncation, reason = "a gain needs no more than six figures")]
fn raise(gains: &mut [f32], columns: &Range<usize>, run: usize, units: &[usize], gain: f64) {
    let (from, mut next) = ((run - 1) * columns.len(), columns.start);
    for unit in units {
        let first = (unit + 1).saturating_sub(run).max(next);
        let (start, end) = (first - columns.start, (unit + 1) - columns.start);
        for cell in gains.get_mut(from + start..from + end).unwrap_or_default() {
            *cell += gain as f32;
        }
        next = unit + 1;
    }
}

/// A count as a number to reckon with.
#[allow(clippy::cast_precision_loss, reason = "no text has 2⁵³ units")]
pub(super) fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clues(keys: &[Key]) -> Vec<Clue> {
        keys.iter().map(|key| Clue { keys: [*key].into(), kind: Kind::Word }).collect()
    }

    /// What the clues of these source units say of the pair of source and target units, where twenty
    /// target units follow that have none of their keys.
    fn evidence(sources: &[&[Key]], targets: &[&[Key]], source: (usize, usize), target: (usize, usize)) -> f64 {
        let clues: Vec<_> = sources.iter().map(|keys| clues(keys)).collect();
        let others = (100..120).map(|key| vec![key]);
        let targets: Vec<_> = targets.iter().map(|keys| keys.to_vec()).chain(others).collect();
        let (index, band) = (Index::new(&targets), Band::new(sources.len(), targets.len(), &[]));
        Evidence::new(&clues, &index, &band).of(&Bead { source, target })
    }

    const SOURCES: [&[Key]; 4] = [&[1, 2], &[1, 2, 3, 4], &[5, 6, 7], &[8, 9]];

    #[test]
    fn answered_words_speak_for_a_pair_and_others_against_it() {
        let of = |source, target| evidence(&SOURCES, &[&[1, 2], &[1, 2, 3, 4], &[5, 6, 70], &[8, 9]], source, target);
        assert!(of((2, 3), (2, 3)) > 0.5 && of((2, 3), (3, 4)) < -0.5);
        assert!(of((1, 2), (1, 2)) > of((1, 2), (0, 1)));
        assert!(of((2, 3), (2, 2)).abs() < f64::EPSILON);
    }

    #[test]
    fn a_run_of_units_answers_what_any_of_them_does() {
        let of = |target| evidence(&SOURCES, &[&[1, 2], &[1, 2], &[3, 4], &[5, 6, 7], &[8, 9]], (1, 2), target);
        assert!(of((1, 3)) > of((1, 2)) && of((1, 3)) > of((2, 3)));
    }

    #[test]
    fn joined_units_answer_for_a_word_of_both_once() {
        let of = |source, target| evidence(&SOURCES, &[&[1, 2, 3, 4], &[5, 6, 7], &[8, 9]], source, target);
        let (headline, paragraph, both) = (of((0, 1), (0, 1)), of((1, 2), (0, 1)), of((0, 2), (0, 1)));
        assert!(headline > 0.5 && (both - paragraph).abs() < 1e-6, "{headline} {paragraph} {both}");
    }
}
