//! What is a rival, and in what order a terminologist wants to see the terms.

use rustc_hash::FxHashMap;

use crate::mine::sequence::narrow;
use crate::mine::{Proposal, Rendering};

/// The least number of different source segments of a rival: what comes from one is a free translation.
const SOURCES: u32 = 2;
/// With how many letters words of one family begin.
const FAMILY: usize = 3;
/// How alike such words are, at least (normalised Damerau–Levenshtein similarity, 0 to 1).
const ALIKE: f64 = 0.4;

/// Takes away what is no rival: renderings of one source segment only, and words of the family of a
/// more frequent rendering, which grammar asks for (“economy” and “economic”).
pub(super) fn keep_rivals(renderings: &mut Vec<Rendering>) {
    let mut kept: Vec<Rendering> = Vec::new();
    for rendering in renderings.drain(..) {
        let rare = rendering.documents < SOURCES;
        if !rare && !kept.iter().any(|other| is_family(&other.text, &rendering.text)) {
            kept.push(rendering);
        }
    }
    let all: u32 = kept.iter().map(|rendering| rendering.count).sum();
    for rendering in &mut kept {
        rendering.share = f64::from(rendering.count) / f64::from(all.max(1));
    }
    *renderings = kept;
}

/// Whether two renderings are single words of one family, or are so but for one word.
fn is_family(one: &str, other: &str) -> bool {
    let words = |text: &str| text.to_lowercase().split([' ', '-']).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let related = |a: &String, b: &String| {
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        a == b || (shared >= FAMILY && strsim::normalized_damerau_levenshtein(a, b) >= ALIKE)
    };
    one.len() == 1 && other.len() == 1 && one.iter().zip(&other).all(|(a, b)| related(a, b))
}

/// Takes away terms that are a shorter one with something around it: they have its rendering.
pub(super) fn drop_longer(proposals: &mut Vec<Proposal>) {
    let mut known: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for Proposal { source, renderings, .. } in proposals.iter() {
        let texts = renderings.iter().map(|rendering| rendering.text.to_lowercase());
        known.insert(source.clone().unwrap_or_default(), texts.collect());
    }
    proposals.retain(|proposal| {
        let (Some(source), Some(first)) = (&proposal.source, proposal.renderings.first()) else { return true };
        let first = first.text.to_lowercase();
        !parts(source).any(|part| known.get(part).is_some_and(|renderings| renderings.contains(&first)))
    });
}

/// The proper parts of a source term.
fn parts(source: &str) -> impl Iterator<Item = &str> {
    let bounds: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
    let ends = bounds.clone();
    let parts = bounds.into_iter().flat_map(move |start| ends.clone().into_iter().map(move |end| (start, end)));
    parts.filter_map(move |(start, end)| source.get(start..end)).filter(move |part| !part.is_empty() && *part != source)
}

/// Sorts proposals: terms with rivals, terms with one rendering, ordinary words; in each by the
/// association of the rivals (without rivals, of the rendering) and how much the term looks like one.
pub(super) fn sort(proposals: &mut [Proposal]) {
    proposals.sort_by(|one, other| {
        let class = |proposal: &Proposal| (is_ordinary(proposal), proposal.renderings.len() < 2);
        let by_class = class(one).cmp(&class(other));
        by_class.then(evidence(other).total_cmp(&evidence(one))).then_with(|| one.source.cmp(&other.source))
    });
}

fn evidence(proposal: &Proposal) -> f64 {
    let rivals = proposal.renderings.get(usize::from(proposal.renderings.len() > 1)..).unwrap_or_default();
    let firm: f64 = rivals.iter().filter_map(|rendering| rendering.association).map(|own| own.g2).sum();
    let named = proposal.renderings.iter().filter(|rendering| is_named(rendering)).count();
    let share = f64::from(narrow(named)) / f64::from(narrow(proposal.renderings.len().max(1)));
    firm * f64::from(narrow(length(proposal).min(5))) * (1.0 + share)
}

/// Whether a term is a short word for which single words without capitals stand: it is rarely worth
/// an entry.
fn is_ordinary(proposal: &Proposal) -> bool {
    length(proposal) < 3 && !proposal.renderings.iter().all(is_named)
}

/// The length of the source term in characters, or in words and one.
fn length(proposal: &Proposal) -> usize {
    let source = proposal.source.as_deref().unwrap_or_default();
    if source.is_ascii() { source.split(' ').count() + 1 } else { source.chars().count() }
}

/// Whether a rendering has several words, or capitals.
fn is_named(rendering: &Rendering) -> bool {
    rendering.text.contains([' ', '-']) || rendering.text.contains(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_are_no_rivals() {
        assert!(is_family("economy", "Economic") && is_family("Spain", "Spanish"));
        assert!(!is_family("labor union", "labour union") && !is_family("isolation", "quarantine"));
    }
}
