//! Frequent n-grams, level by level: one of n symbols is counted only where both of its parts of
//! n − 1 symbols are frequent (R. Agrawal, R. Srikant, “Fast Algorithms for Mining Association
//! Rules”, VLDB 1994). So memory grows with the frequent n-grams, not with all of them.

use rustc_hash::FxHashMap;

use super::sequence::{Id, Sequences, Symbol, narrow};

/// No n-gram.
const NONE: u32 = u32::MAX;

/// A frequent n-gram.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gram {
    /// The number of its symbols.
    pub(super) length: usize,
    /// The number of segments it occurs in.
    pub(super) count: u32,
    /// The highest count of an n-gram with one symbol more, before it or behind it.
    pub(super) longer: u32,
    /// Its first place among all symbols.
    pub(super) first: usize,
}

/// The frequent n-grams of a side.
#[derive(Debug, Default)]
pub(super) struct Grams {
    all: Vec<Gram>,
    /// From symbols to n-grams of one symbol.
    single: Vec<u32>,
    /// For each further level, from the two parts of an n-gram to itself.
    levels: Vec<FxHashMap<(u32, u32), u32>>,
}

/// How often something was seen, and in which segment last.
#[derive(Clone, Copy, Default)]
struct Seen {
    count: u32,
    last: u32,
}

impl Seen {
    fn see(&mut self, segment: usize) {
        let mark = narrow(segment + 1);
        self.count += u32::from(self.last != mark);
        self.last = mark;
    }
}

impl Grams {
    /// The n-grams of up to `longest` symbols that occur in at least `least` segments.
    pub(super) fn new(sequences: &Sequences, least: u32, longest: usize) -> Self {
        let mut grams = Self::default();
        let mut level = grams.first_level(sequences, least);
        for length in 2..=longest {
            level = grams.next_level(sequences, &level, least, length);
        }
        grams
    }

    /// All n-grams.
    pub(super) fn all(&self) -> &[Gram] {
        &self.all
    }

    /// The number of segments that have a symbol; 0 where it is not frequent.
    pub(super) fn segments_with(&self, symbol: &Symbol) -> u32 {
        let gram = self.single.get(symbol.id as usize).and_then(|gram| self.all.get(*gram as usize));
        gram.map_or(0, |gram| gram.count)
    }

    /// Calls `visit` with the place and number of every n-gram in a segment, the shorter ones first.
    pub(super) fn each(&self, segment: &[Symbol], mut visit: impl FnMut(usize, u32)) {
        let single = |symbol: &Symbol| self.single.get(symbol.id as usize).copied().unwrap_or(NONE);
        let mut level: Vec<u32> = segment.iter().map(single).collect();
        let mut tell = |level: &[u32]| {
            let found = level.iter().enumerate().filter(|(_, gram)| **gram != NONE);
            found.for_each(|(at, gram)| visit(at, *gram));
        };
        tell(&level);
        for map in &self.levels {
            for at in 0..level.len() {
                let next = parts(segment, &level, at).and_then(|parts| map.get(&parts)).copied();
                level.get_mut(at).into_iter().for_each(|gram| *gram = next.unwrap_or(NONE));
            }
            tell(&level);
        }
    }

    fn first_level(&mut self, sequences: &Sequences, least: u32) -> Vec<u32> {
        let mut seen = vec![Seen::default(); sequences.kinds()];
        for segment in 0..sequences.len() {
            for symbol in sequences.get(segment) {
                seen.get_mut(symbol.id as usize).into_iter().for_each(|seen| seen.see(segment));
            }
        }
        self.single = vec![NONE; sequences.kinds()];
        for (first, symbol) in sequences.all().iter().enumerate() {
            let count = seen.get(symbol.id as usize).map_or(0, |seen| seen.count);
            let Some(own) = self.single.get_mut(symbol.id as usize) else { continue };
            if count >= least && *own == NONE {
                *own = narrow(self.all.len());
                self.all.push(Gram { length: 1, count, longer: 0, first });
            }
        }
        let single = |symbol: &Symbol| self.single.get(symbol.id as usize).copied().unwrap_or(NONE);
        sequences.all().iter().map(single).collect()
    }

    fn next_level(&mut self, sequences: &Sequences, level: &[u32], least: u32, length: usize) -> Vec<u32> {
        let mut seen: FxHashMap<(u32, u32), Seen> = FxHashMap::default();
        for segment in 0..sequences.len() {
            let (symbols, level) = part(sequences, level, segment);
            for parts in (0..level.len()).filter_map(|at| parts(symbols, level, at)) {
                seen.entry(parts).or_default().see(segment);
            }
        }
        seen.retain(|_, seen| seen.count >= least);
        let mut map: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut next = vec![NONE; level.len()];
        for segment in 0..sequences.len() {
            let start = sequences.range(segment).start;
            let (symbols, level) = part(sequences, level, segment);
            for at in 0..level.len() {
                let Some(parts) = parts(symbols, level, at) else { continue };
                let Some(Seen { count, .. }) = seen.get(&parts).copied() else { continue };
                let gram = *map.entry(parts).or_insert_with(|| {
                    self.all.push(Gram { length, count, longer: 0, first: start + at });
                    narrow(self.all.len() - 1)
                });
                next.get_mut(start + at).into_iter().for_each(|own| *own = gram);
                self.extend(parts.0, count);
                self.extend(parts.1, count);
            }
        }
        self.levels.push(map);
        next
    }

    fn extend(&mut self, part: u32, count: u32) {
        self.all.get_mut(part as usize).into_iter().for_each(|gram| gram.longer = gram.longer.max(count));
    }
}

/// The symbols of a segment, and what stands at them.
fn part<'a>(sequences: &'a Sequences, level: &'a [u32], segment: usize) -> (&'a [Symbol], &'a [u32]) {
    (sequences.get(segment), level.get(sequences.range(segment)).unwrap_or_default())
}

/// The two parts of the longer n-gram at a place.
fn parts(symbols: &[Symbol], level: &[u32], at: usize) -> Option<(u32, u32)> {
    let (first, second) = (*level.get(at)?, *level.get(at + 1)?);
    let joined = symbols.get(at + 1)?.joined;
    (joined && first != NONE && second != NONE).then_some((first, second))
}

/// The symbols of an n-gram.
pub(super) fn symbols<'a>(sequences: &'a Sequences, gram: &Gram) -> &'a [Symbol] {
    sequences.all().get(gram.first..gram.first + gram.length).unwrap_or_default()
}

/// The ids of an n-gram's symbols.
pub(super) fn ids(sequences: &Sequences, gram: &Gram) -> Vec<Id> {
    symbols(sequences, gram).iter().map(|symbol| symbol.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Passage, Role, TextBuilder};
    use crate::language::Analysis;
    use crate::mine::sequence::Unit;
    use crate::text::Span;

    #[test]
    fn frequent_grams_and_their_extensions() {
        let text = "red tape measure\nred tape cutter\nblue tape";
        let mut at = 0;
        let passages = text.split_inclusive('\n').map(|line| {
            at += line.len();
            Passage { span: Span::new(at - line.len(), at), role: Role::Paragraph }
        });
        let side = TextBuilder::verbatim(text, passages.collect());
        let analysis = Analysis::new(&side);
        let mut sequences = Sequences::default();
        analysis.passages().for_each(|(_, tokens)| sequences.push(&analysis, tokens, Unit::Stem));
        let grams = Grams::new(&sequences, 2, 3);
        let found: Vec<_> = grams.all().iter().map(|gram| (gram.length, gram.count, gram.longer)).collect();
        assert_eq!(found, [(1, 2, 2), (1, 3, 2), (2, 2, 0)], "red, tape, red tape");
        let mut seen = Vec::new();
        grams.each(sequences.get(1), |at, gram| seen.push((at, gram)));
        assert_eq!(seen, [(0, 0), (1, 1), (0, 2)]);
    }
}
