//! An entry of a TBX file in all its languages, and the term that it is in two of them.

use super::languages::{self, Side};
use crate::glossary::{Entries, Faults, Form, Languages, PartOfSpeech, Status, Term};
use crate::text::Span;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The language of the document.
    pub(super) language: String,
    /// The languages of its entries, in the order in which they come.
    pub(super) tags: Vec<String>,
    pub(super) concepts: Vec<Concept>,
}

impl Body {
    /// The number of a language.
    pub(super) fn tag(&mut self, language: String) -> usize {
        self.tags.iter().position(|tag| *tag == language).unwrap_or_else(|| {
            self.tags.push(language);
            self.tags.len() - 1
        })
    }
}

/// An entry.
#[derive(Debug)]
pub(super) struct Concept {
    pub(super) span: Span,
    pub(super) id: Option<String>,
    pub(super) domain: String,
    pub(super) about: About,
    pub(super) sections: Vec<Section>,
}

/// What is said about an entry or about its terms in one language.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) definition: String,
    pub(super) notes: Vec<String>,
}

/// The terms of an entry in one language.
#[derive(Debug)]
pub(super) struct Section {
    /// The number of its language.
    pub(super) tag: usize,
    pub(super) about: About,
    pub(super) terms: Vec<Designation>,
}

/// A term in one language.
#[derive(Debug)]
pub(super) struct Designation {
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) has_term: bool,
    pub(super) status: Option<Status>,
    pub(super) is_short: bool,
    pub(super) part_of_speech: Option<PartOfSpeech>,
    pub(super) source: String,
}

impl Concept {
    pub(super) fn new(span: Span, id: Option<String>) -> Self {
        Self { span, id, domain: String::new(), about: About::default(), sections: Vec::new() }
    }
}

impl Section {
    pub(super) fn new(tag: usize) -> Self {
        Self { tag, about: About::default(), terms: Vec::new() }
    }
}

impl Designation {
    pub(super) fn new(span: Span) -> Self {
        let (text, source) = (String::new(), String::new());
        Self { span, text, has_term: false, status: None, is_short: false, part_of_speech: None, source }
    }
}

/// The terms of a file in two languages.
pub(super) fn entries(body: Body, languages: &Languages, faults: &mut Faults<'_>) -> Entries {
    let sides: Vec<Option<Side>> = body.tags.iter().map(|tag| languages::side(languages, tag)).collect();
    let exact = body.tags.iter().position(|tag| tag.eq_ignore_ascii_case(&languages.target));
    let mut entries = Entries { languages: languages::known(languages), terms: Vec::new() };
    for (index, concept) in body.concepts.into_iter().enumerate() {
        let span = concept.span;
        let term = concept.term(&sides, exact, index + 1);
        if term.forms.is_empty() {
            let target = if languages.target.is_empty() { "the target language" } else { &languages.target };
            faults.add(span, format!("the entry has no term in {target}; add one, or remove the entry"));
        } else {
            entries.terms.push((term, span));
        }
    }
    entries
}

/// The id that an entry without one is written with, as version 3 asks for one; read, it is none.
pub(super) fn counted(number: usize) -> String {
    format!("_{number}")
}

impl Concept {
    /// The term that the entry is, given the side of each language and the target language proper.
    fn term(self, sides: &[Option<Side>], exact: Option<usize>, number: usize) -> Term {
        let on = |side: Side| move |section: &Section| sides.get(section.tag).copied().flatten() == Some(side);
        let (sources, others): (Vec<_>, Vec<_>) = self.sections.into_iter().partition(on(Side::Source));
        let mut targets: Vec<Section> = others.into_iter().filter(on(Side::Target)).collect();
        // Forms of another region stand behind those of the target language itself.
        targets.sort_by_key(|section| Some(section.tag) != exact);
        let mut term =
            Term { id: self.id.filter(|id| *id != counted(number)), domain: self.domain.into(), ..Term::default() };
        term.definition = definition(&self.about, targets.iter().chain(&sources)).into();
        term.note = notes(self.about, sources.iter().chain(&targets)).into();
        let (sources, targets) = (designations(sources), ranked(designations(targets)));
        term.part_of_speech = targets.iter().chain(&sources).find_map(|one| one.part_of_speech);
        for one in &sources {
            source(&mut term, one);
        }
        for one in targets {
            target(&mut term, one);
        }
        term
    }
}

/// The definition of an entry, or that in a language.
fn definition<'a>(about: &About, sections: impl Iterator<Item = &'a Section>) -> String {
    let all = std::iter::once(about).chain(sections.map(|section| &section.about));
    all.map(|about| &about.definition).find(|definition| !definition.is_empty()).cloned().unwrap_or_default()
}

/// The notes, a line each.
fn notes<'a>(about: About, sections: impl Iterator<Item = &'a Section>) -> String {
    let mut notes = about.notes;
    notes.extend(sections.flat_map(|section| section.about.notes.iter().cloned()));
    notes.join("\n")
}

/// The terms of sections. In the sections of further regions none is preferred.
fn designations(sections: Vec<Section>) -> Vec<Designation> {
    let Some(own) = sections.first().map(|section| section.tag) else { return Vec::new() };
    let mut all = Vec::new();
    for mut section in sections {
        for one in section.terms.iter_mut().filter(|_| section.tag != own) {
            one.status = one.status.map(|status| if status == Status::Preferred { Status::Admitted } else { status });
        }
        all.append(&mut section.terms);
    }
    all
}

/// Target terms with their statuses: where none is said to be preferred, the first one is that has no
/// status (a short form only if there is no other), or the first that is admitted.
fn ranked(mut terms: Vec<Designation>) -> Vec<Designation> {
    let free = |short: bool| move |one: &Designation| one.status.is_none() && one.is_short == short;
    if !terms.iter().any(|one| one.status == Some(Status::Preferred)) {
        let first = terms.iter().position(free(false)).or_else(|| terms.iter().position(free(true)));
        let first = first.or_else(|| terms.iter().position(|one| one.status == Some(Status::Admitted)));
        if let Some(one) = first.and_then(|first| terms.get_mut(first)) {
            one.status = Some(Status::Preferred);
        }
    }
    for one in terms.iter_mut().filter(|one| one.status.is_none()) {
        one.status = Some(if one.is_short { Status::Short } else { Status::Admitted });
    }
    terms
}

/// Adds a source form, a preferred one in front; variants may be written alike.
fn source(term: &mut Term, one: &Designation) {
    if term.source.iter().all(|known| **known != *one.text) {
        let at = if one.status == Some(Status::Preferred) { 0 } else { term.source.len() };
        term.source.insert(at, one.text.as_str().into());
    }
}

/// Adds a target form; what is right twice is right once.
fn target(term: &mut Term, one: Designation) {
    let status = one.status.unwrap_or(Status::Admitted);
    if status == Status::Preferred || term.attested.is_empty() {
        term.attested = if one.source.is_empty() { std::mem::take(&mut term.attested) } else { one.source.into() };
    }
    let again = term.forms.iter().any(|(other, form)| *form.text == *one.text && other.is_right() == status.is_right());
    if !again || status == Status::Preferred {
        term.add(status, Form::new(one.text));
    }
}
