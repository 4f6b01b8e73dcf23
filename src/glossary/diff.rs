//! What differs between two glossaries, entry by entry and field by field, whatever the order of the
//! entries and the format of the files.

use rustc_hash::FxHashMap;

use super::field::Field;
use super::{Glossary, Term};

/// What differs between two glossaries.
#[derive(Clone, Debug, Default)]
pub struct Diff<'g> {
    /// The languages that both name, and name differently.
    pub languages: Vec<FieldChange>,
    /// Entries of the first one only, in its order.
    pub removed: Vec<&'g Term>,
    /// Entries of the second one only, in its order.
    pub added: Vec<&'g Term>,
    /// Entries that differ, in the order of the first one.
    pub changed: Vec<Changed<'g>>,
    /// How many entries are the same.
    pub same: usize,
}

/// An entry that is in both, and differs.
#[derive(Clone, Debug)]
pub struct Changed<'g> {
    /// The entry in the first glossary.
    pub before: &'g Term,
    /// The entry in the second one.
    pub after: &'g Term,
    /// The fields that differ, at least one.
    pub fields: Vec<FieldChange>,
}

/// A field whose values differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's name in glossary files.
    pub field: &'static str,
    /// The values that went.
    pub removed: Vec<String>,
    /// The values that came.
    pub added: Vec<String>,
}

impl Diff<'_> {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.languages.is_empty() && self.removed.is_empty() && self.added.is_empty() && self.changed.is_empty()
    }
}

/// The fields of an entry that are set, by their names in glossary files.
#[must_use]
pub fn fields(term: &Term) -> Vec<(&'static str, Vec<String>)> {
    let fields = Field::ALL.into_iter().map(|field| (field.name(), field.get(term)));
    fields.filter(|(_, values)| !values.is_empty()).collect()
}

/// Compares two glossaries. Entries belong together that have the same id, else the same source form,
/// else the same target; of several that could, those that have most in common come first.
#[must_use]
pub fn diff<'g>(before: &'g Glossary, after: &'g Glossary) -> Diff<'g> {
    let mut pairing = Pairing::new(&before.terms, &after.terms);
    for keys in PASSES {
        pairing.join(keys);
    }
    let mut diff = Diff { languages: languages(before, after), ..Diff::default() };
    for (number, term) in before.terms.iter().enumerate() {
        match pairing.partner(number) {
            None => diff.removed.push(term),
            Some(after) => match changes(term, after) {
                fields if fields.is_empty() => diff.same += 1,
                fields => diff.changed.push(Changed { before: term, after, fields }),
            },
        }
    }
    diff.added = pairing.rest();
    diff
}

/// What two entries may have in common, the strongest ties first.
const PASSES: [fn(&Term) -> Vec<String>; 6] = [
    |term| term.id.iter().cloned().collect(),
    |term| vec![content(term)],
    |term| term.source.iter().map(|source| format!("{source}\t{}", term.target())).collect(),
    |term| term.source.iter().take(1).map(ToString::to_string).collect(),
    |term| term.source.iter().map(ToString::to_string).collect(),
    |term| vec![term.target().to_owned()],
];

/// All that an entry says, but for its id.
fn content(term: &Term) -> String {
    let said = fields(term).into_iter().filter(|(name, _)| *name != Field::Id.name());
    said.map(|(name, values)| [name, &sorted(values).join("\t")].join("=")).collect::<Vec<_>>().join("\n")
}

fn sorted(mut values: Vec<String>) -> Vec<String> {
    values.sort_unstable();
    values
}

/// Which entries belong together.
struct Pairing<'g> {
    before: Vec<&'g Term>,
    after: Vec<&'g Term>,
    /// For each entry before, the number of its partner after.
    partners: Vec<Option<usize>>,
    /// Whether an entry after has a partner.
    taken: Vec<bool>,
    /// The numbers by content, so that the order of the files does not count.
    orders: [Vec<usize>; 2],
}

impl<'g> Pairing<'g> {
    fn new(before: &'g [Term], after: &'g [Term]) -> Self {
        Self {
            partners: vec![None; before.len()],
            taken: vec![false; after.len()],
            orders: [order(before), order(after)],
            before: before.iter().collect(),
            after: after.iter().collect(),
        }
    }

    /// Joins entries without partner that share a key.
    fn join(&mut self, keys: fn(&Term) -> Vec<String>) {
        let mut free: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        // The last of a list is taken first.
        for number in self.orders[1].iter().rev().copied().filter(|number| self.taken.get(*number) == Some(&false)) {
            for key in self.after.get(number).map(|term| keys(term)).unwrap_or_default() {
                free.entry(key).or_default().push(number);
            }
        }
        for number in &self.orders[0] {
            let (Some(term), Some(partner @ None)) = (self.before.get(*number), self.partners.get_mut(*number)) else {
                continue;
            };
            for key in keys(term) {
                let list = free.get_mut(&key);
                *partner = list.and_then(|list| take(list, &mut self.taken));
                if partner.is_some() {
                    break;
                }
            }
        }
    }

    fn partner(&self, number: usize) -> Option<&'g Term> {
        let partner = self.partners.get(number).copied().flatten()?;
        self.after.get(partner).copied()
    }

    /// The entries after that have no partner.
    fn rest(&self) -> Vec<&'g Term> {
        self.after.iter().zip(&self.taken).filter(|(_, taken)| !**taken).map(|(term, _)| *term).collect()
    }
}

/// Takes the last entry of a list that is still free.
fn take(list: &mut Vec<usize>, taken: &mut [bool]) -> Option<usize> {
    while let Some(number) = list.pop() {
        if let Some(taken @ false) = taken.get_mut(number) {
            *taken = true;
            return Some(number);
        }
    }
    None
}

/// The numbers of entries, ordered by what they say.
fn order(terms: &[Term]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..terms.len()).collect();
    order.sort_by_cached_key(|number| terms.get(*number).map(|term| (term.id.clone(), content(term))));
    order
}

fn languages(before: &Glossary, after: &Glossary) -> Vec<FieldChange> {
    let pairs = [
        ("source-language", &before.languages.source, &after.languages.source),
        ("target-language", &before.languages.target, &after.languages.target),
    ];
    // Many formats do not name them.
    let named = pairs.into_iter().filter(|(_, one, other)| !one.is_empty() && !other.is_empty() && one != other);
    named
        .map(|(field, one, other)| FieldChange { field, removed: vec![one.clone()], added: vec![other.clone()] })
        .collect()
}

/// The fields in which two entries differ; the order of values does not count.
fn changes(before: &Term, after: &Term) -> Vec<FieldChange> {
    let change = |field: Field| {
        let (before, after) = (field.get(before), field.get(after));
        let (removed, added) = (without(&before, &after), without(&after, &before));
        let differs = !removed.is_empty() || !added.is_empty();
        differs.then(|| FieldChange { field: field.name(), removed, added })
    };
    Field::ALL.into_iter().filter_map(change).collect()
}

/// The values that the other list has not, or not as often.
fn without(values: &[String], other: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = other.iter().collect();
    let is_new = |value: &&String| match left.iter().position(|known| known == value) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    values.iter().filter(is_new).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::by_name;

    fn read(text: &str) -> Glossary {
        let text = text.replace(", ", "\t").replace(" / ", "\n");
        Glossary::read("g", &text, by_name("tsv").unwrap()).unwrap()
    }

    /// What differs, a word each: `-甲`, `+乙`, `丙:target`.
    fn differences(before: &Glossary, after: &Glossary) -> Vec<String> {
        let diff = diff(before, after);
        let removed = diff.removed.iter().map(|term| format!("-{}", term.name()));
        let added = diff.added.iter().map(|term| format!("+{}", term.name()));
        let fields =
            |changed: &Changed<'_>| changed.fields.iter().map(|field| field.field).collect::<Vec<_>>().join(",");
        let changed = diff.changed.iter().map(|changed| format!("{}:{}", changed.before.name(), fields(changed)));
        let mut all: Vec<String> = removed.chain(added).chain(changed).collect();
        all.sort();
        all
    }

    #[test]
    fn ids_go_before_sources_and_sources_before_targets() {
        let (one, other) =
            (read("id, source, target / 1, 甲, a / 2, 乙, b"), read("id, source, target / 2, 甲, a / 1, 乙, b"));
        assert_eq!(differences(&one, &other), ["乙:source,target", "甲:source,target"]);
        let (one, other) = (read("source, target / 甲, a / 乙, b"), read("source, target / 甲, b / 丙, a"));
        assert_eq!(differences(&one, &other), ["+丙", "-乙", "甲:target"]);
        let (one, other) = (read("source, target / 甲;乙, a"), read("source, target / 乙;丙, b"));
        assert_eq!(differences(&one, &other), ["甲:source,target"]);
        let (one, other) = (read("id, source, target / 1, 甲, a"), read("source, target / 甲, a"));
        assert_eq!(differences(&one, &other), ["甲:id"]);
    }

    #[test]
    fn no_order_counts() {
        let before = read("source, target, admitted / 甲, a, x;y / 甲, b / 甲, c / 乙, a / 乙, a, z");
        let mut after = read("source, target, admitted / 甲, c, w / 甲, a, y;x / 乙, a, z / 乙, a / 丁, d");
        let expected = differences(&before, &after);
        assert_eq!(expected, ["+丁", "-甲", "甲:admitted"]);
        for turn in 0..after.terms.len() {
            after.terms.rotate_left(turn);
            assert_eq!(differences(&before, &after), expected);
            after.terms.reverse();
            assert_eq!(differences(&before, &after), expected);
            assert!(diff(&after, &after.clone()).is_empty());
        }
    }
}
