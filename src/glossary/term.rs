//! `Term`: one concept with its source forms, its right renderings and its wrong ones.

use crate::mqm::Severity;

/// What kind of thing a term names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

/// A glossary entry.
#[derive(Clone, Debug, Default)]
pub struct Term {
    /// The source term and its variants; the first one names the entry.
    pub source: Vec<String>,
    /// The preferred target form.
    pub target: String,
    /// Other right target forms.
    pub admitted: Vec<String>,
    /// Slot patterns of wrong renderings; [`Pattern::parse`](super::Pattern::parse) reads them.
    pub wrong: Vec<String>,
    /// What the term names.
    pub kind: TermKind,
    /// How grave a wrong rendering is; the rule's severity where empty.
    pub severity: Option<Severity>,
    /// Cues of which the document must have one for `wrong` to count; `@name` is a cue set.
    pub when: Vec<String>,
    /// Cues any of which silences the entry.
    pub unless: Vec<String>,
    /// Where the target form is attested.
    pub attested: String,
    /// Why the wrong rendering misleads, for the reader of the finding.
    pub note: String,
    /// The line of the entry in its file, from 1.
    pub line: usize,
}

impl Term {
    /// The first source form, by which reports name the entry.
    #[must_use]
    pub fn id(&self) -> &str {
        self.source.first().map_or(self.target.as_str(), String::as_str)
    }

    /// The right target forms, the preferred one first.
    pub fn right(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.target.as_str()).chain(self.admitted.iter().map(String::as_str))
    }
}
