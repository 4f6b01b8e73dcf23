//! `Forms`: written forms with the places where they stand.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::phrase::Keys;
use crate::language::Annotated;
use crate::mine::sequence::narrow;
use crate::mine::{EXAMPLES, Example, Rendering, excerpt};
use crate::text::Span;

/// A place: the number of the document, and the span of its text.
pub(super) type Place = (u32, Span);

/// A form as written, with its places.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) keys: Keys,
    pub(super) places: Vec<Place>,
}

/// Forms by what is written, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    known: FxHashMap<String, usize>,
}

impl Forms {
    /// Notes a place of a form; a place is noted once.
    pub(super) fn add(&mut self, text: &str, place: Place, keys: impl FnOnce() -> Keys) {
        let number = self.known.get(text).copied().unwrap_or_else(|| {
            self.known.insert(text.to_owned(), self.all.len());
            self.all.push(Form { text: text.to_owned(), keys: keys(), places: Vec::new() });
            self.all.len() - 1
        });
        let form = self.all.get_mut(number);
        form.filter(|form| form.places.last() != Some(&place)).into_iter().for_each(|form| form.places.push(place));
    }
}

/// One rendering: forms that count as the same, shown by the one used most.
#[derive(Clone, Debug)]
pub(super) struct Variant<'f> {
    pub(super) forms: Vec<&'f Form>,
}

impl<'f> Variant<'f> {
    /// The forms by what makes them the same, in the order of that.
    pub(super) fn by<K: Ord>(forms: &[&'f Form], same: impl Fn(&Form) -> K) -> Vec<Self> {
        let mut found: BTreeMap<K, Vec<&'f Form>> = BTreeMap::new();
        for form in forms {
            found.entry(same(form)).or_default().push(form);
        }
        found.into_values().map(|forms| Self { forms }).collect()
    }

    pub(super) fn count(&self) -> usize {
        self.forms.iter().map(|form| form.places.len()).sum()
    }

    /// The form used most, of equals the first in the alphabet.
    pub(super) fn text(&self) -> &'f str {
        let best = self.forms.iter().min_by_key(|form| (Reverse(form.places.len()), form.text.as_str()));
        best.map_or("", |form| form.text.as_str())
    }

    /// Its places, in the order of the documents.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.forms.iter().flat_map(|form| form.places.iter().copied()).collect();
        places.sort_unstable();
        places
    }

    pub(super) fn documents(&self) -> BTreeSet<u32> {
        self.forms.iter().flat_map(|form| form.places.iter().map(|(document, _)| *document)).collect()
    }

    /// What is told of it beside `all` occurrences of it and its rivals.
    pub(super) fn rendering(&self, all: usize, documents: &[Annotated<'_>]) -> Rendering {
        Rendering {
            text: self.text().to_owned(),
            count: narrow(self.count()),
            documents: narrow(self.documents().len()),
            share: f64::from(narrow(self.count())) / f64::from(narrow(all)),
            association: None,
            examples: self.places().into_iter().take(EXAMPLES).filter_map(|place| example(documents, place)).collect(),
        }
    }
}

fn example(documents: &[Annotated<'_>], (number, span): Place) -> Option<Example> {
    let annotated = documents.get(number as usize)?;
    let document = annotated.document;
    let sentence = annotated.target.sentence_at(span.start())?;
    let (from, _) = document.file.locate(document.in_file(span));
    let text = excerpt::around(annotated.target.text(), sentence.span.cover(span), span);
    Some(Example { path: document.file.path().to_owned(), line: from.line, text })
}
