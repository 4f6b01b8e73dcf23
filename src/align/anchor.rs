//! Anchors: what stands alike in a text and its translation: figures, words in Latin letters, and
//! names in pinyin.

use pinyin::ToPinyin;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Analysis, Kind, Token, words};

/// The anchors of a sentence or passage, each once, as hashes of how they are written.
pub(super) type Anchors = Vec<u32>;

/// The shortest romanisation of characters that is taken for a name.
const SHORTEST: usize = 4;
/// The most characters of a name that are romanised together.
const LONGEST: usize = 3;
/// An anchor that stands in more of them than this tells nothing.
const COMMON: usize = 12;

/// What may be an anchor among the words of a sentence or passage.
pub(super) fn anchors(analysis: &Analysis<'_>, tokens: &[Token]) -> Anchors {
    let mut found = Vec::new();
    for token in tokens {
        let word = analysis.word(token);
        match token.kind {
            Kind::Cjk => romanised(word, &mut found),
            Kind::Number => found.extend(hash(&figures(word))),
            Kind::Word if token.case.is_capital() => found.extend(hash(&word.to_lowercase())),
            Kind::Word => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The anchors that both texts have and that do not stand in many sentences.
pub(super) fn common(source: &[Anchors], target: &[Anchors]) -> (Vec<Anchors>, Vec<Anchors>) {
    let (in_source, in_target) = (rare(source), rare(target));
    let keep = |all: &[Anchors]| -> Vec<Anchors> {
        let both = |anchor: &u32| in_source.contains(anchor) && in_target.contains(anchor);
        all.iter().map(|anchors| anchors.iter().copied().filter(both).collect()).collect()
    };
    (keep(source), keep(target))
}

fn rare(all: &[Anchors]) -> FxHashSet<u32> {
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    for anchor in all.iter().flatten() {
        *counts.entry(*anchor).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count <= COMMON).map(|(anchor, _)| anchor).collect()
}

/// The leading figures of a number, without separators of thousands: `1,200km` and `1200` are alike.
fn figures(word: &str) -> String {
    word.chars().filter(|c| *c != ',').take_while(|c| c.is_ascii_digit() || *c == '.').collect()
}

/// The romanisations of all short runs of characters.
fn romanised(run: &str, found: &mut Anchors) {
    let syllables: Vec<&str> = run.to_pinyin().map(|reading| reading.map_or("", |reading| reading.plain())).collect();
    for start in 0..syllables.len() {
        let mut name = String::new();
        for syllable in syllables.iter().skip(start).take(LONGEST) {
            name.push_str(syllable);
            found.extend(hash(&name).filter(|_| name.len() >= SHORTEST));
        }
    }
}

/// The hash of a word, as tokens have it.
fn hash(word: &str) -> Option<u32> {
    words(word).first().map(|token| token.hash)
}
