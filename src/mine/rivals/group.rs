//! Which forms are of one concept.

use std::collections::BTreeMap;

use super::form::{Form, Variant};
use super::phrase::AND;
use crate::language::{is_number_word, ordinal_word};
use crate::mine::Ground;

/// Forms of one concept, each variant another rendering.
pub(super) struct Group<'f> {
    pub(super) ground: Ground,
    pub(super) abbreviation: Option<String>,
    pub(super) variants: Vec<Variant<'f>>,
}

/// From how many content words on their order does not matter: “Trade Union Congress of the Port”,
/// “Port Congress of Trade Unions”.
const UNORDERED: usize = 3;
/// How alike two words must be (normalised Damerau–Levenshtein similarity, 0 to 1), and with how
/// many letters both begin; in phrases of two words, where names of people are common, much more.
const ALIKE: f64 = 0.6;
const PREFIX: usize = 3;
const NEARLY: f64 = 0.8;
/// One capital in so many forms is a slip, and no rival.
const SLIP: usize = 10;
/// The most forms with one frame that are compared with each other.
const MOST: usize = 60;

/// Forms with the same content words.
pub(super) fn same_words(forms: &[Form]) -> Vec<Group<'_>> {
    let mut found: BTreeMap<Vec<String>, Vec<&Form>> = BTreeMap::new();
    for form in forms.iter().filter(|form| form.keys.stems.len() > 1) {
        let mut stems = form.keys.stems.clone();
        if stems.len() >= UNORDERED && !stems.iter().any(|stem| stem == AND) {
            stems.sort_unstable();
        }
        found.entry(stems).or_default().push(form);
    }
    found.into_values().filter_map(|forms| words(&forms)).collect()
}

fn words<'f>(forms: &[&'f Form]) -> Option<Group<'f>> {
    let by_letters = Variant::by(forms, |form| form.keys.letters.clone());
    let joined = |form: &Form| form.text.to_lowercase().trim_end_matches('s').to_owned();
    let capitals = |form: &Form| form.text.trim_end_matches('s').to_owned();
    let (ground, variants) = if by_letters.len() > 1 {
        (Ground::Words, by_letters)
    } else if let joining = Variant::by(forms, joined)
        && joining.len() > 1
    {
        (Ground::Joining, joining)
    } else {
        (Ground::Capitals, Variant::by(forms, capitals))
    };
    let told = match ground {
        Ground::Capitals => variants.iter().map(Variant::count).min().is_some_and(|least| least * SLIP >= total(&variants)),
        Ground::Words => !is_verb(&variants),
        _ => true,
    };
    (told && variants.len() > 1).then_some(Group { ground, abbreviation: None, variants })
}

fn total(variants: &[Variant<'_>]) -> usize {
    variants.iter().map(Variant::count).sum()
}

/// Whether the variants begin with forms of one verb: “building the port”, “build the port”.
fn is_verb(variants: &[Variant<'_>]) -> bool {
    let gerund = |variant: &Variant<'_>| {
        let first = variant.text().split([' ', '-']).next().unwrap_or_default();
        first.ends_with("ing") && first.starts_with(char::is_lowercase)
    };
    variants.iter().any(gerund) && !variants.iter().all(gerund)
}

/// Forms that differ in one word, and that one by little.
pub(super) fn similar(forms: &[Form]) -> Vec<Group<'_>> {
    let all: Vec<&Form> = forms.iter().filter(|form| form.keys.stems.len() > 1).collect();
    let variants = Variant::by(&all, |form| form.keys.letters.clone());
    let owned = |variant: &Variant<'_>| variant.text().contains(['\'', '’']);
    let stems = |variant: &Variant<'_>| variant.forms.first().map_or_else(Vec::new, |form| form.keys.stems.clone());
    let mut frames: BTreeMap<(usize, Vec<String>), Vec<usize>> = BTreeMap::new();
    for (number, variant) in variants.iter().enumerate() {
        let stems = stems(variant);
        for at in 0..stems.len() {
            let mut frame = stems.clone();
            frame.remove(at);
            frames.entry((at, frame)).or_default().push(number);
        }
    }
    let mut groups = Vec::new();
    for ((at, frame), mut numbers) in frames {
        numbers.sort_by_key(|number| std::cmp::Reverse(variants.get(*number).map_or(0, Variant::count)));
        numbers.truncate(MOST);
        let Some(first) = numbers.first().and_then(|number| variants.get(*number)) else { continue };
        let word = |variant: &Variant<'_>| stems(variant).get(at).cloned().unwrap_or_default();
        let own = word(first);
        let like = |variant: &&Variant<'_>| owned(first) == owned(variant) && alike(&own, &word(variant), frame.len());
        let rivals = numbers.iter().skip(1).filter_map(|number| variants.get(*number)).filter(like);
        let variants: Vec<Variant<'_>> = std::iter::once(first).chain(rivals).cloned().collect();
        if variants.len() > 1 {
            groups.push(Group { ground: Ground::Similar, abbreviation: None, variants });
        }
    }
    groups
}

/// Whether two stems may be spellings of one word, in a frame of so many others.
fn alike(one: &str, other: &str, frame: usize) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let short = one.chars().count().min(other.chars().count());
    let numbers = [one, other].iter().any(|word| is_number_word(word) || ordinal_word(word).is_some());
    let least = if frame > 1 { ALIKE } else { NEARLY };
    one != other && !numbers && short > 3 && shared >= PREFIX && strsim::normalized_damerau_levenshtein(one, other) >= least
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn words_are_alike_in_a_frame() {
        assert!(alike("centenari", "centenni", 2) && !alike("north", "south", 2));
        assert!(!alike("wei", "wen", 1) && !alike("18th", "19th", 3));
    }
}
