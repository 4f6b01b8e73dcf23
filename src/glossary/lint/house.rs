//! `House`: all entries of the glossaries that are used together, and the forms in them by spelling.
//! As in a check, an entry of a later file replaces those of earlier files with its source form.

use std::borrow::Cow;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::clash;
use super::fold::fold;
use super::{Finding, Lint, Place, Problem};
use crate::glossary::{Glossary, Term};

/// The entries of some glossaries.
pub(super) struct House<'g> {
    /// The day for which validity is asked.
    pub(super) day: Date,
    entries: Vec<Entry<'g>>,
    forms: Vec<Stated<'g>>,
    /// The numbers of the forms with the same letters, in the order in which such first stand.
    groups: Vec<Vec<usize>>,
    /// The numbers of right and wrong forms that clash.
    pub(super) clashes: Vec<(usize, usize)>,
}

/// An entry, and where it stands.
#[derive(Clone, Copy)]
struct Entry<'g> {
    glossary: &'g Glossary,
    /// The number of the file.
    file: usize,
    term: &'g Term,
    /// Whether an entry of a later file has one of its source forms, and so replaces it.
    replaced: bool,
}

/// A form that an entry states.
#[derive(Clone, Debug)]
pub(super) struct Stated<'g> {
    /// The entry.
    pub(super) entry: usize,
    /// The text.
    pub(super) text: Cow<'g, str>,
    /// What the entry says of it.
    pub(super) status: &'static str,
    /// Whether it may stand in a text.
    pub(super) right: bool,
    /// Whether it matches in this case only.
    pub(super) case: bool,
    /// Whether it has no inflected forms.
    pub(super) fixed: bool,
}

/// What an entry says of a slot pattern.
const WRONG: &str = "wrong";

impl Stated<'_> {
    /// Whether it is a slot pattern of one wording.
    pub(super) fn is_pattern(&self) -> bool {
        self.status == WRONG
    }
}

impl<'g> House<'g> {
    pub(super) fn new(glossaries: &'g [Glossary], day: Date) -> Self {
        let entries = entries(glossaries);
        let forms: Vec<_> = entries.iter().enumerate().flat_map(|(number, entry)| stated(number, entry.term)).collect();
        let groups = groups(forms.iter().map(|form| fold(&form.text)).enumerate().map(|(form, key)| (key, form)));
        let mut house = Self { day, entries, forms, groups, clashes: Vec::new() };
        house.clashes = clash::find(&house);
        house
    }

    /// The terms with their numbers.
    pub(super) fn terms(&self) -> impl Iterator<Item = (usize, &'g Term)> {
        self.entries.iter().enumerate().map(|(number, entry)| (number, entry.term))
    }

    /// The glossaries' terms, with the glossary of each.
    pub(super) fn in_glossaries(&self) -> impl Iterator<Item = (usize, &'g Glossary, &'g Term)> {
        self.entries.iter().enumerate().map(|(number, entry)| (number, entry.glossary, entry.term))
    }

    /// The term of that number.
    pub(super) fn term(&self, number: usize) -> Option<&'g Term> {
        self.entries.get(number).map(|entry| entry.term)
    }

    /// The form of that number.
    pub(super) fn form(&self, number: usize) -> Option<&Stated<'g>> {
        self.forms.get(number)
    }

    /// Forms of the same letters, from any entries, with their numbers.
    pub(super) fn groups(&self) -> impl Iterator<Item = Vec<(usize, &Stated<'g>)>> {
        let group = |group: &Vec<usize>| group.iter().filter_map(|form| Some((*form, self.form(*form)?))).collect();
        self.groups.iter().map(group)
    }

    /// What a lint found, with its places.
    pub(super) fn problem(&self, lint: &Lint, finding: Finding) -> Option<Problem> {
        let place = |number: usize| self.entries.get(number).map(|entry| Place::of(entry.glossary, entry.term));
        Some(Problem {
            lint: lint.name,
            level: finding.level,
            place: place(finding.entry)?,
            what: finding.what,
            help: finding.help,
            related: finding.related.into_iter().filter_map(place).collect(),
        })
    }

    /// Whether two entries are told apart by validity, cues, domain or part of speech.
    pub(super) fn told_apart(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_none_or(|(one, other)| {
            let speech = one.part_of_speech.zip(other.part_of_speech);
            never_together(one, other)
                || one.domain != other.domain
                || one.when != other.when
                || one.unless != other.unless
                || one.outside != other.outside
                || speech.is_some_and(|(one, other)| one != other)
        })
    }

    /// Whether two entries can count in the same document.
    pub(super) fn may_meet(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| !never_together(one, other))
    }

    /// The terms of two entries, if both are used: those of different files only where no later file
    /// replaces them.
    fn pair(&self, one: usize, other: usize) -> Option<(&'g Term, &'g Term)> {
        let (one, other) = self.entries.get(one).zip(self.entries.get(other))?;
        let used = one.file == other.file || !(one.replaced || other.replaced);
        used.then_some((one.term, other.term))
    }
}

/// All entries, in the order of files and lines.
fn entries(glossaries: &[Glossary]) -> Vec<Entry<'_>> {
    let mut owners: FxHashMap<&str, usize> = FxHashMap::default();
    for (file, glossary) in glossaries.iter().enumerate() {
        owners.extend(glossary.terms.iter().flat_map(|term| &term.source).map(|source| (source.as_str(), file)));
    }
    let owned = |source: &str, file: usize| owners.get(source).is_some_and(|owner| *owner > file);
    let replaced = |term: &Term, file| term.source.iter().any(|source| owned(source, file));
    let mut entries = Vec::new();
    for (file, glossary) in glossaries.iter().enumerate() {
        let terms = glossary.terms.iter();
        entries.extend(terms.map(|term| Entry { glossary, file, term, replaced: replaced(term, file) }));
    }
    entries
}

/// Numbers by their keys, for keys that two or more have, in the order of the first numbers.
pub(super) fn groups<K: std::hash::Hash + Eq>(keyed: impl Iterator<Item = (K, usize)>) -> Vec<Vec<usize>> {
    let (mut places, mut groups): (FxHashMap<K, usize>, Vec<Vec<usize>>) = (FxHashMap::default(), Vec::new());
    for (key, number) in keyed {
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.push(number);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Whether one entry counts only where or when the other does not.
fn never_together(one: &Term, other: &Term) -> bool {
    let before =
        |one: &Term, other: &Term| one.valid_until.zip(other.valid_from).is_some_and(|(end, start)| end < start);
    let silenced =
        |one: &Term, other: &Term| !one.when.is_empty() && one.when.iter().all(|cue| other.unless.contains(cue));
    before(one, other) || before(other, one) || silenced(one, other) || silenced(other, one)
}

/// The forms that an entry states: target forms, and patterns that are plain phrases.
fn stated(entry: usize, term: &Term) -> impl Iterator<Item = Stated<'_>> {
    let forms = term.forms.iter().map(move |(status, form)| Stated {
        entry,
        text: Cow::Borrowed(form.text.as_str()),
        status: status.name(),
        right: status.is_right(),
        case: form.case,
        fixed: form.fixed,
    });
    let plain = term.wrong.iter().filter(|pattern| is_plain(pattern)).map(move |pattern| Stated {
        entry,
        text: Cow::Owned(pattern.replace('_', " ")),
        status: WRONG,
        right: false,
        case: false,
        fixed: false,
    });
    forms.chain(plain)
}

/// Whether a slot pattern has one wording only.
pub(super) fn is_plain(pattern: &str) -> bool {
    !pattern.contains(['{', '=', ','])
}
