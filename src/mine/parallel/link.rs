//! Competitive linking (I. D. Melamed, “Models of Translational Equivalence among Words”,
//! *Computational Linguistics* 26(2), 2000): in each pair the firmest source term and target form
//! are linked, then the firmest of what is left. So a form that is another term's rendering does
//! not count as a rendering of its neighbour.

use rustc_hash::FxHashMap;

use super::associate::Associations;
use super::candidate::Place;
use super::corpus::Corpus;
use crate::mine::sequence::narrow;

/// A source term and the form that renders it in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) pair: u32,
    /// The first symbol of the form in the target segment.
    pub(super) at: u32,
}

/// A link that is possible.
struct Offer {
    rank: f64,
    source: Place,
    target: Place,
}

/// The links of all pairs, by source term, target form and pair.
pub(super) fn links(corpus: &Corpus, associations: &Associations) -> Vec<Link> {
    let mut links = Vec::new();
    for (number, (pair, targets)) in corpus.pairs.iter().zip(&associations.target).enumerate() {
        let sources = associations.source.get(pair.source as usize).map_or(&[][..], Vec::as_slice);
        let offers = offers(associations, sources, targets);
        let (mut taken_source, mut taken_target) = (Vec::new(), Vec::new());
        for Offer { source, target, .. } in offers {
            if free(&taken_source, &source) && free(&taken_target, &target) {
                taken_source.push(source);
                taken_target.push(target);
                links.push(Link { source: source.gram, target: target.gram, pair: narrow(number), at: target.at });
            }
        }
    }
    links.sort_unstable();
    links.dedup_by_key(|link| (link.source, link.target, link.pair));
    links
}

/// The possible links of a pair, the firmest first; of equals the longest.
fn offers(associations: &Associations, sources: &[Place], targets: &[Place]) -> Vec<Offer> {
    let mut here: FxHashMap<u32, Vec<Place>> = FxHashMap::default();
    for place in targets {
        here.entry(place.gram).or_default().push(*place);
    }
    let mut offers = Vec::new();
    for source in sources {
        for candidate in associations.candidates.get(source.gram as usize).into_iter().flatten() {
            for target in here.get(&candidate.target).into_iter().flatten() {
                offers.push(Offer { rank: candidate.rank, source: *source, target: *target });
            }
        }
    }
    offers.sort_by(|one, other| {
        let length = |offer: &Offer| (offer.source.length, offer.target.length);
        let place = |offer: &Offer| (offer.source.at, offer.target.at, offer.target.gram);
        other.rank.total_cmp(&one.rank).then(length(other).cmp(&length(one))).then(place(one).cmp(&place(other)))
    });
    offers
}

/// Whether a place touches none of those that are taken.
fn free(taken: &[Place], place: &Place) -> bool {
    taken.iter().all(|other| other.at + other.length <= place.at || place.at + place.length <= other.at)
}
