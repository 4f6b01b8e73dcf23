//! Two spellings of one foreign name in a document.

use std::collections::BTreeMap;

use super::{Found, Report};
use crate::language::capitalised;
use crate::text::Span;

/// How alike two spellings of one name are (normalised Damerau–Levenshtein similarity).
const ALIKE: f64 = 0.5;

/// A word for characters that sound like it.
pub(super) struct Rendering {
    pub(super) characters: String,
    pub(super) word: String,
    pub(super) target: Span,
    pub(super) source: Option<Span>,
}

/// The spellings of one name, in the order in which they come, with the places of each.
type Spellings<'r> = Vec<(&'r str, Vec<&'r Rendering>)>;

/// Reports the spellings of a name that come less often than another one, or as often and later.
pub(super) fn report(renderings: &[Rendering], found: &mut Vec<Found>) {
    let mut names: BTreeMap<&str, Spellings<'_>> = BTreeMap::new();
    for rendering in renderings {
        let spellings = names.entry(&rendering.characters).or_default();
        match spellings.iter_mut().find(|(word, _)| *word == rendering.word) {
            Some((_, places)) => places.push(rendering),
            None => spellings.push((&rendering.word, vec![rendering])),
        }
    }
    for spellings in names.values() {
        deviating(spellings, found);
    }
}

fn deviating(spellings: &Spellings<'_>, found: &mut Vec<Found>) {
    let Some(most) = spellings.iter().map(|(_, places)| places.len()).max() else { return };
    let Some(usual) = spellings.iter().find(|(_, places)| places.len() == most) else { return };
    let alike = |word: &str| strsim::normalized_damerau_levenshtein(word, usual.0) >= ALIKE;
    for (_, places) in spellings.iter().filter(|(word, _)| *word != usual.0 && alike(word)) {
        found.extend(places.iter().map(|rendering| Found {
            report: Report::Twice,
            target: rendering.target,
            source: rendering.source,
            other: capitalised(usual.0),
            fix: Some(capitalised(usual.0)),
        }));
    }
}
