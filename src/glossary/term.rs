//! `Term`: one concept with its source forms, its right renderings and its wrong ones.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::mqm::Severity;
use crate::text::Included;

/// What kind of thing a term names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TermKind {
    /// A concept.
    #[default]
    Term,
    /// A set political formula.
    Formula,
    /// A person.
    Person,
    /// A place.
    Place,
    /// A company, institution or medium.
    Organization,
}

impl TermKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Term, Self::Formula, Self::Person, Self::Place, Self::Organization];

    /// The kind's name in glossary files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Formula => "formula",
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The part of speech of a term: the values that TBX-Basic has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartOfSpeech {
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// Anything else.
    Other,
}

impl PartOfSpeech {
    /// All parts of speech.
    pub const ALL: [Self; 5] = [Self::Noun, Self::Verb, Self::Adjective, Self::Adverb, Self::Other];

    /// The name in glossary files, which is that of TBX-Basic.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adjective => "adjective",
            Self::Adverb => "adverb",
            Self::Other => "other",
        }
    }

    /// The part of speech of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// What a target form is to the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// The form to use.
    Preferred,
    /// Right once the preferred form has been mentioned: an abbreviation, say.
    Short,
    /// Right as well.
    Admitted,
    /// No longer to be used.
    Deprecated,
    /// Not to be used.
    Forbidden,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 5] = [Self::Preferred, Self::Short, Self::Admitted, Self::Deprecated, Self::Forbidden];

    /// The name, which is the key or column of such forms in glossary files but for `target`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Short => "short",
            Self::Admitted => "admitted",
            Self::Deprecated => "deprecated",
            Self::Forbidden => "forbidden",
        }
    }

    /// Whether such a form may stand in a text.
    #[must_use]
    pub fn is_right(self) -> bool {
        self <= Self::Admitted
    }
}

/// A glossary entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Term {
    /// Its id, if it has one; unique in its file.
    pub id: Option<String>,
    /// The source term and its variants; the first one names the entry.
    pub source: Vec<Included>,
    /// The target forms with their statuses, by status: exactly one, the first, is preferred.
    pub forms: Vec<(Status, Form)>,
    /// Slot patterns of wrong renderings; [`Pattern::parse`](super::Pattern::parse) reads them.
    pub wrong: Vec<Included>,
    /// What the term names.
    pub kind: TermKind,
    /// Its part of speech.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The subject field.
    pub domain: Included,
    /// What it means.
    pub definition: Included,
    /// Whether the source form stays as it is in the target.
    pub do_not_translate: bool,
    /// How grave a wrong rendering is; the rule's severity where empty.
    pub severity: Option<Severity>,
    /// Cues of which the document must have one for wrong forms to count; `@name` is a cue set.
    pub when: Vec<Included>,
    /// Cues any of which silences the entry.
    pub unless: Vec<Included>,
    /// Slot patterns of phrases inside which wrong forms do not count.
    pub outside: Vec<Included>,
    /// The first day on which the entry holds.
    pub valid_from: Option<Date>,
    /// The last day on which the entry holds.
    pub valid_until: Option<Date>,
    /// Where the target form is attested.
    pub attested: Included,
    /// Why the wrong rendering misleads, for the reader of the finding.
    pub note: Included,
    /// The line of the entry in its file, from 1.
    pub line: usize,
}

impl Term {
    /// The first source form, by which reports name the entry; the target where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.source.first().map_or_else(|| self.target(), Included::as_str)
    }

    /// The preferred target form.
    #[must_use]
    pub fn target(&self) -> &str {
        self.of(Status::Preferred).next().map_or("", |form| form.text.as_str())
    }

    /// The target forms of a status.
    pub fn of(&self, status: Status) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(move |(own, _)| *own == status).map(|(_, form)| form)
    }

    /// The right target forms, the preferred one first.
    pub fn right(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(|(status, _)| status.is_right()).map(|(_, form)| form)
    }

    /// Its right forms with their statuses.
    #[must_use]
    pub fn right_forms(&self) -> Vec<(Status, Form)> {
        self.forms.iter().filter(|(status, _)| status.is_right()).cloned().collect()
    }

    /// Whether the entry holds on a day.
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Adds a target form behind those of its status.
    pub fn add(&mut self, status: Status, form: Form) {
        let behind = self.forms.partition_point(|(other, _)| *other <= status);
        self.forms.insert(behind, (status, form));
    }
}
