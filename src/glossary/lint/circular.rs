//! `circular`: entries that send the writer round: one says “not x but y”, another “not y but x”.

use std::collections::{BTreeMap, BTreeSet};

use super::clash::clashes;
use super::house::House;
use super::{Finding, Level, Lint};
use crate::glossary::Term;

/// The lint.
pub(super) static CIRCULAR: Lint =
    Lint { name: "circular", summary: "entries each of which forbids what another one prefers", run: circular };

fn circular(house: &House<'_>) -> Vec<Finding> {
    cycles(house).iter().filter_map(|cycle| finding(house, cycle)).collect()
}

fn finding(house: &House<'_>, cycle: &[usize]) -> Option<Finding> {
    let (first, rest) = cycle.split_first()?;
    let targets: Vec<String> = cycle
        .iter()
        .chain([first])
        .map(|number| format!("“{}”", house.term(*number).map_or("", Term::target)))
        .collect();
    let what = format!("every fix is forbidden in turn: {}", targets.join(" → "));
    let help = "decide for one of these forms, and make it `target` or `admitted` in all of the entries";
    Some(Finding::new(Level::Error, *first, what, help).with(rest.iter().copied()))
}

/// The cycles among entries, each from its first entry on, where a link leads from an entry to one
/// that forbids its preferred form. An entry is part of one cycle at most.
pub(super) fn cycles(house: &House<'_>) -> Vec<Vec<usize>> {
    let mut next: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for clash in clashes(house).filter(|clash| clash.exact && clash.right.status == "preferred") {
        if clash.right.entry != clash.wrong.entry {
            next.entry(clash.right.entry).or_default().insert(clash.wrong.entry);
        }
    }
    prune(&mut next);
    let mut cycles = Vec::new();
    while let Some(start) = next.keys().next().copied() {
        let mut cycle = walk(&next, start);
        // Those before the cycle have been walked, too, and lead into it only.
        cycle.1.iter().for_each(|number| drop(next.remove(number)));
        let least = cycle.0.iter().enumerate().min_by_key(|(_, number)| **number).map_or(0, |(at, _)| at);
        cycle.0.rotate_left(least);
        cycles.push(cycle.0);
        prune(&mut next);
    }
    cycles.sort_unstable();
    cycles
}

/// The links of cycles, as pairs of entries.
pub(super) fn links(cycles: &[Vec<usize>]) -> BTreeSet<(usize, usize)> {
    let round = |cycle: &Vec<usize>| {
        let again = cycle.iter().skip(1).chain(cycle.first()).copied().collect::<Vec<_>>();
        cycle.iter().copied().zip(again).collect::<Vec<_>>()
    };
    cycles.iter().flat_map(round).collect()
}

/// Removes what leads nowhere, so that every way that is left goes on for ever.
fn prune(next: &mut BTreeMap<usize, BTreeSet<usize>>) {
    let mut before: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in next.iter().flat_map(|(from, all)| all.iter().map(move |to| (*from, *to))) {
        before.entry(to).or_default().push(from);
    }
    let mut ends: Vec<usize> = before.keys().copied().filter(|to| !next.contains_key(to)).collect();
    while let Some(end) = ends.pop() {
        for from in before.remove(&end).unwrap_or_default() {
            let Some(all) = next.get_mut(&from) else { continue };
            all.remove(&end);
            if all.is_empty() {
                next.remove(&from);
                ends.push(from);
            }
        }
    }
}

/// Walks on from an entry until one comes again: the cycle, and all that was walked.
fn walk(next: &BTreeMap<usize, BTreeSet<usize>>, start: usize) -> (Vec<usize>, Vec<usize>) {
    let (mut path, mut places) = (Vec::new(), BTreeMap::new());
    let mut at = start;
    loop {
        if let Some(place) = places.get(&at) {
            return (path.iter().skip(*place).copied().collect(), path);
        }
        places.insert(at, path.len());
        path.push(at);
        match next.get(&at).and_then(BTreeSet::first) {
            Some(on) => at = *on,
            None => return (Vec::new(), path),
        }
    }
}
