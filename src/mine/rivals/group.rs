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
const RELATED: f64 = 0.5;
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
        Ground::Capitals => {
            variants.iter().map(Variant::count).min().is_some_and(|least| least * SLIP >= total(&variants))
        }
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
    let mut groups = Vec::new();
    for (frame, mut own) in frames(&variants) {
        own.sort_by_key(|(number, _)| std::cmp::Reverse(variants.get(*number).map_or(0, Variant::count)));
        own.truncate(MOST);
        let Some((number, word)) = own.first() else { continue };
        let Some(first) = variants.get(*number) else { continue };
        let like = own.iter().skip(1).filter(|(_, other)| alike(word, other, frame.len()));
        let rivals = like.filter_map(|(number, _)| variants.get(*number)).filter(|rival| owned(first) == owned(rival));
        let variants: Vec<Variant<'_>> = std::iter::once(first).chain(rivals).cloned().collect();
        if variants.len() > 1 {
            groups.push(Group { ground: Ground::Similar, abbreviation: None, variants });
        }
    }
    groups
}

/// For each set of stems but one, the variants that have it, and the one.
fn frames(variants: &[Variant<'_>]) -> BTreeMap<Vec<String>, Vec<(usize, String)>> {
    let mut frames: BTreeMap<Vec<String>, Vec<(usize, String)>> = BTreeMap::new();
    for (number, variant) in variants.iter().enumerate() {
        let Some(form) = variant.forms.first() else { continue };
        for at in 0..form.keys.stems.len() {
            let mut frame = form.keys.stems.clone();
            let word = frame.remove(at);
            if frame.len() >= UNORDERED {
                frame.sort_unstable();
            } else {
                // In short phrases the word must stand in the same place.
                frame.insert(at, String::new());
            }
            frames.entry(frame).or_default().push((number, word));
        }
    }
    frames
}

/// Whether two stems may be spellings of one word, in a frame of so many places, its own among them
/// in short phrases.
fn alike(one: &str, other: &str, frame: usize) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let short = one.chars().count().min(other.chars().count());
    let numbers = [one, other].iter().any(|word| is_number_word(word) || ordinal_word(word).is_some());
    let alike = strsim::normalized_damerau_levenshtein(one, other);
    let enough = match frame {
        0..=2 => alike >= NEARLY,
        3 => alike >= ALIKE,
        // Of four words three are the same: “China”, “Chinese”.
        _ => alike >= ALIKE || (shared > PREFIX && alike >= RELATED),
    };
    one != other && !numbers && short > 3 && shared >= PREFIX && enough
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn words_are_alike_in_a_frame() {
        assert!(alike("centenari", "centenni", 3) && !alike("north", "south", 3));
        assert!(!alike("wei", "wen", 2) && !alike("18th", "19th", 3));
    }
}
