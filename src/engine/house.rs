//! House glossaries over packs: they add terms, and override the built-in ones entry by entry.

use std::collections::HashMap;
use std::sync::Arc;

use super::load;
use crate::check::HOUSE;
use crate::glossary::{Glossary, Term};
use crate::rule::{Pack, PackError};
use crate::text::Included;

/// The pack with the rules for house glossaries.
const PACK: &str = "house";

/// The packs with the glossaries of a house. Where an entry of theirs has the source form of an
/// entry of a pack, its forms replace those of that entry, whose slot patterns go on being reported
/// with the house's form as the fix; of two house entries with one source and different files, the
/// later file's holds.
pub fn with_glossaries(mut packs: Vec<Pack>, glossaries: Vec<Glossary>) -> Result<Vec<Pack>, PackError> {
    if glossaries.is_empty() {
        return Ok(packs);
    }
    if !packs.iter().any(|pack| pack.name == PACK) {
        packs.extend(load(&[PACK.to_owned()])?);
    }
    let glossaries = latest(glossaries);
    override_packs(&mut packs, &glossaries);
    if let Some(house) = packs.iter_mut().find(|pack| pack.name == PACK) {
        for (number, glossary) in glossaries.into_iter().enumerate() {
            house.glossaries.insert(format!("{HOUSE}{number:03}-{}", glossary.path), Arc::new(glossary));
        }
    }
    Ok(packs)
}

/// The glossaries without the entries that a later one replaces.
fn latest(mut glossaries: Vec<Glossary>) -> Vec<Glossary> {
    let mut owners: HashMap<Included, usize> = HashMap::new();
    for (number, glossary) in glossaries.iter().enumerate() {
        owners.extend(glossary.terms.iter().flat_map(|term| &term.source).map(|source| (source.clone(), number)));
    }
    for (number, glossary) in glossaries.iter_mut().enumerate() {
        let owned = |source: &Included| owners.get(source).is_some_and(|owner| *owner > number);
        glossary.terms.retain(|term| !term.source.iter().any(owned));
    }
    glossaries
}

fn override_packs(packs: &mut [Pack], house: &[Glossary]) {
    let mut sources: HashMap<&str, &Term> = HashMap::new();
    for term in house.iter().flat_map(|glossary| &glossary.terms) {
        sources.extend(term.source.iter().map(|source| (source.as_str(), term)));
    }
    let own = |term: &Term| term.source.iter().find_map(|source| sources.get(source.as_str()).copied());
    for glossary in packs.iter_mut().flat_map(|pack| pack.glossaries.values_mut()) {
        if glossary.terms.iter().any(|term| own(term).is_some()) {
            let terms = Arc::make_mut(glossary).terms.iter_mut();
            terms.for_each(|term| {
                if let Some(own) = own(term) {
                    term.forms = own.right_forms();
                }
            });
        }
    }
}
