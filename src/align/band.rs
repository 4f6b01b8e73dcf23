//! `Band`: which positions of two texts may belong together: those near a guide through both.

use std::ops::Range;

/// The narrowest band, in units on either side of the guide.
const HALF: usize = 32;

/// Rows (positions in the source) with the columns (positions in the target) that may go with each.
pub(super) struct Band {
    columns: Vec<Range<usize>>,
    /// The number of the first cell of each row.
    firsts: Vec<usize>,
    cells: usize,
    last: usize,
}

impl Band {
    /// The band around a line through points (numbers of units that belong together, rising on both
    /// sides) for so many source and target units.
    pub(super) fn new(sources: usize, targets: usize, points: &[(usize, usize)]) -> Self {
        let inner = points.iter().copied().filter(|(row, column)| *row > 0 && *row < sources && *column < targets);
        let line: Vec<_> = [(0, 0)].into_iter().chain(inner).chain([(sources, targets)]).collect();
        let mut columns = Vec::with_capacity(sources + 1);
        for ends in line.windows(2) {
            if let [from, to] = ends {
                rows(*from, *to, targets, &mut columns);
            }
        }
        // The last row, and the only one where the source is empty.
        columns.truncate(sources);
        let start = if sources == 0 { 0 } else { targets.saturating_sub(HALF) };
        columns.push(start..targets + 1);
        let mut cells = 0;
        let firsts = columns.iter().map(|columns| {
            cells += columns.len();
            cells - columns.len()
        });
        Self { firsts: firsts.collect(), columns, cells, last: targets }
    }

    /// How many cells it has.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// The last row.
    pub(super) fn rows(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    /// The last column.
    pub(super) fn last(&self) -> usize {
        self.last
    }

    /// The columns of a row.
    pub(super) fn columns(&self, row: usize) -> Range<usize> {
        self.columns.get(row).cloned().unwrap_or_default()
    }

    /// The number of a cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<usize> {
        let columns = self.columns.get(row)?;
        columns.contains(&column).then(|| self.firsts.get(row).map(|first| first + column - columns.start))?
    }
}

/// The columns of the rows from one point of the guide up to the next.
fn rows(from: (usize, usize), to: (usize, usize), last: usize, columns: &mut Vec<Range<usize>>) {
    let (down, right) = (to.0 - from.0, to.1.saturating_sub(from.1));
    // Where one side has much more than the other, it is not known at which place.
    let half = HALF.max(down.abs_diff(right) / 4);
    let at = |row: usize| from.1 + row * right / down.max(1);
    columns.extend((0..down).map(|row| at(row).saturating_sub(half)..(at(row + 1) + half).min(last) + 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hang_together_from_corner_to_corner() {
        for (sources, targets, points) in [
            (0, 0, vec![]),
            (0, 9, vec![]),
            (900, 40, vec![]),
            (40, 900, vec![(20, 30), (21, 700)]),
            (3, 3, vec![(1, 1)]),
        ] {
            let band = Band::new(sources, targets, &points);
            assert_eq!(band.rows(), sources);
            assert!(band.columns(0).contains(&0) && band.columns(sources).contains(&targets));
            for row in 0..sources {
                let (here, next) = (band.columns(row), band.columns(row + 1));
                assert!(next.start < here.end && here.start <= next.start + 64, "{row}: {here:?} {next:?}");
            }
        }
    }

    #[test]
    fn cells_are_numbered_without_gaps() {
        let band = Band::new(200, 210, &[(100, 40)]);
        let cells = (0..=200).flat_map(|row| band.columns(row).map(move |column| (row, column)));
        assert!(cells.enumerate().all(|(number, (row, column))| band.cell(row, column) == Some(number)));
        assert_eq!((band.cell(0, 200), band.cell(300, 0)), (None, None));
    }
}
