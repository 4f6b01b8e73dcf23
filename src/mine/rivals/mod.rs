//! Translated documents: concepts that are rendered in rival ways.
//!
//! 1. phrases that may name a concept, and their written forms ([`phrase`], [`form`]);
//! 2. forms that are certainly of one concept ([`group`], [`abbreviation`], [`joined`]): without the
//!    source text, two phrases with a different word are two concepts, so only forms are grouped
//!    that have the same words, or all but one, and that one almost;
//! 3. each form in one proposal, the best attested concept first.

mod abbreviation;
mod form;
mod group;
mod joined;
mod phrase;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::sequence::narrow;
use super::{Ground, Options, Proposal};
use crate::document::Document;
use crate::language::Annotated;
use abbreviation::LongForms;
use form::{Forms, Variant};
use group::Group;
use phrase::{Abbreviations, Keys};

/// Concepts with rival renderings: other words before other spelling, then by the documents and
/// the occurrences of the rivals.
#[must_use]
pub fn rivals(documents: &[Document], options: Options) -> Vec<Proposal> {
    let documents: Vec<Annotated<'_>> = documents.iter().map(Annotated::new).collect();
    let (mut found, mut short) = (Found::default(), Abbreviations::default());
    for annotated in &documents {
        short.add(&annotated.target);
    }
    for (number, annotated) in documents.iter().enumerate() {
        found.collect(number, annotated, &short);
    }
    joined::lower_case(&documents, &short, &mut found.names);
    joined::compounds(&documents, &short, &mut found.compounds);
    proposals(found.groups(), &documents, options)
}

/// The forms of all documents.
#[derive(Default)]
struct Found {
    /// Names and quoted phrases.
    names: Forms,
    /// Names with the ordinal before them.
    numbered: Forms,
    /// Compounds with a hyphen and without.
    compounds: Forms,
    long: LongForms,
}

impl Found {
    /// Notes the phrases of a document.
    fn collect(&mut self, number: usize, annotated: &Annotated<'_>, short: &Abbreviations) {
        let text = &annotated.target;
        let phrases = phrase::phrases(text);
        let numbered = phrase::numbered(text, &phrases);
        for range in phrases {
            let Some(span) = phrase::span(text, &range) else { continue };
            let keys = || Keys::new(text, text.tokens().get(range.clone()).unwrap_or_default(), short);
            self.names.add(text.slice(span), (narrow(number), span), keys);
        }
        for range in numbered {
            let Some(span) = phrase::span(text, &range) else { continue };
            let keys = || {
                let keys = Keys::new(text, text.tokens().get(range.clone()).unwrap_or_default(), short);
                // Only the ordinal is compared.
                Keys {
                    letters: text.tokens().get(range.start).map_or("", |word| text.word(word)).to_lowercase(),
                    ..keys
                }
            };
            self.numbered.add(text.slice(span), (narrow(number), span), keys);
        }
        self.long.add(number, annotated);
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = self.long.groups().collect();
        for forms in [&self.names, &self.numbered, &self.compounds] {
            groups.extend(group::same_words(&forms.all));
        }
        groups.extend(group::similar(&self.names.all));
        groups
    }
}

/// The groups as proposals, each form in the first one only.
fn proposals(mut groups: Vec<Group<'_>>, documents: &[Annotated<'_>], options: Options) -> Vec<Proposal> {
    for group in &mut groups {
        group.variants.sort_by_key(|variant| (Reverse(variant.count()), variant.text()));
    }
    groups.sort_by_cached_key(|group| (group.ground, Reverse(weight(group)), first(group)));
    let mut told: FxHashSet<&str> = FxHashSet::default();
    let mut kept: Vec<Group<'_>> = Vec::new();
    for mut group in groups {
        group.variants.retain(|variant| !told.contains(variant.text()));
        let count: usize = group.variants.iter().map(Variant::count).sum();
        if group.variants.len() > 1 && count >= options.min_count as usize {
            told.extend(group.variants.iter().map(Variant::text));
            kept.push(group);
        }
    }
    let style = |group: &Group<'_>| matches!(group.ground, Ground::Joining | Ground::Capitals);
    kept.sort_by_cached_key(|group| (style(group), Reverse(weight(group)), first(group)));
    kept.truncate(options.limit);
    kept.into_iter().map(|group| proposal(&group, documents)).collect()
}

/// How much there is to unify: the documents and the occurrences of all renderings but the first.
fn weight(group: &Group<'_>) -> (usize, usize) {
    let rivals = group.variants.get(1..).unwrap_or_default();
    let documents: BTreeSet<u32> = rivals.iter().flat_map(Variant::documents).collect();
    (documents.len(), rivals.iter().map(Variant::count).sum())
}

/// The documents and the occurrences of all renderings.
fn evidence(group: &Group<'_>) -> (usize, usize) {
    let documents: BTreeSet<u32> = group.variants.iter().flat_map(Variant::documents).collect();
    (documents.len(), group.variants.iter().map(Variant::count).sum())
}

fn first(group: &Group<'_>) -> String {
    group.variants.first().map_or_else(String::new, |variant| variant.text().to_owned())
}

fn proposal(group: &Group<'_>, documents: &[Annotated<'_>]) -> Proposal {
    let (in_documents, count) = evidence(group);
    Proposal {
        source: None,
        abbreviation: group.abbreviation.clone(),
        ground: group.ground,
        count: narrow(count),
        documents: narrow(in_documents),
        renderings: group.variants.iter().map(|variant| variant.rendering(count, documents)).collect(),
    }
}
