//! The guide: units of both texts that surely belong together, because one has rare words of the other.

use super::clue::{Clue, Kind};
use super::evidence::Index;

/// A word that stands in more target units than this is not rare.
const RARE: usize = 4;
/// How many votes make a point of the guide: a word that stands in one unit has one.
const VOTES: f64 = 2.5;
/// How many times the votes of the next best unit they must be.
const AHEAD: f64 = 2.0;

/// Pairs of units, rising on both sides.
pub(super) fn points(clues: &[Vec<Clue>], index: &Index, targets: usize) -> Vec<(usize, usize)> {
    let found = clues.iter().enumerate().filter_map(|(unit, clues)| Some((unit, best(clues, index, targets)?)));
    rising(&found.collect::<Vec<_>>())
}

/// The target unit that most of the rare words speak for.
fn best(clues: &[Clue], index: &Index, targets: usize) -> Option<usize> {
    let (mut votes, mut units): (Vec<(usize, f64)>, _) = (Vec::new(), Vec::new());
    for clue in clues.iter().filter(|clue| clue.kind != Kind::Character) {
        if index.is_rare(clue, RARE) {
            index.units(clue, &(0..targets), &mut units);
            votes.extend(units.iter().map(|unit| (*unit, 1.0 / f64::from(u32::try_from(units.len()).unwrap_or(1)))));
        }
    }
    votes.sort_unstable_by_key(|vote| vote.0);
    let sums = votes.chunk_by(|one, next| one.0 == next.0);
    let mut sums: Vec<(usize, f64)> =
        sums.filter_map(|chunk| Some((chunk.first()?.0, chunk.iter().map(|vote| vote.1).sum()))).collect();
    sums.sort_by(|one, next| next.1.total_cmp(&one.1).then(one.0.cmp(&next.0)));
    let (first, second) = (sums.first()?, sums.get(1).map_or(0.0, |next| next.1));
    (first.1 >= VOTES && first.1 >= AHEAD * second).then_some(first.0)
}

/// The longest subsequence that rises on both sides (C. Schensted 1961).
fn rising(points: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the point with the least target that ends a subsequence of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(points.len());
    let target = |at: &usize| points.get(*at).map_or(0, |point| point.1);
    for (number, point) in points.iter().enumerate() {
        let length = ends.partition_point(|end| target(end) < point.1);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut chain = Vec::new();
    let mut at = ends.last().copied();
    while let Some(number) = at {
        chain.extend(points.get(number).copied());
        at = before.get(number).copied().flatten();
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_out_of_order_is_left_out() {
        assert_eq!(rising(&[(0, 1), (2, 9), (3, 2), (4, 4), (6, 3), (7, 5)]), [(0, 1), (3, 2), (6, 3), (7, 5)]);
        assert!(rising(&[]).is_empty());
    }

    #[test]
    fn the_unit_with_most_rare_words_is_the_best() {
        let index = Index::new(&[vec![1, 2, 3, 9], vec![4, 9], vec![9], vec![9], vec![9]]);
        let clue = |key| Clue { keys: [key].into(), kind: Kind::Word };
        assert_eq!(best(&[1, 2, 3, 9].map(clue), &index, 5), Some(0));
        assert_eq!(best(&[1, 2, 4, 9].map(clue), &index, 5), None);
        assert_eq!(best(&[1, 2, 3, 4, 4].map(clue), &index, 5), None);
    }
}
