//! Floor 1: bodies as facts: the names of institutions, their organs, and the years of their terms, read
//! from the tables under `facts/` of a pack.

mod raw;

use serde::{Deserialize, Serialize};

pub use raw::parse;

/// An institution, its organs, and what is attached to it wrongly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The id, in kebab-case.
    pub id: String,
    /// Its English names; messages use the first.
    pub names: Vec<String>,
    /// Chinese forms that mean this body alone.
    pub source: Vec<String>,
    /// Chinese words that may mean it: short names that it shares with others, offices that it has.
    pub source_short: Vec<String>,
    /// Whether a translation names it only where the source has one of these words.
    pub exclusive: bool,
    /// Chinese forms with `{n}` for the number of the term; what several bodies have is a short name.
    pub numbered_forms: Vec<String>,
    /// Short forms that several bodies share; they count behind an ordinal only.
    pub short: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Whether its terms, sessions or editions are numbered.
    pub numbered: bool,
    /// The organs and offices that it has.
    pub organs: Vec<Phrase>,
    /// Organs, offices and meetings that it does not have, and that are attached to it.
    pub lacks: Vec<Phrase>,
    /// Its terms, sessions or editions, by number.
    pub sessions: Vec<Session>,
    /// The highest number of plenary sessions that a term has had.
    pub max_plenums: Option<u32>,
    /// The right English title of its head.
    pub head: Option<String>,
}

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyKind {
    /// A congress that meets every few years.
    Congress,
    /// A committee that a congress elects.
    Committee,
    /// A parliament or another standing assembly.
    Assembly,
    /// A conference.
    Conference,
    /// A commission.
    Commission,
    /// A court or procuratorate.
    Court,
    /// A union or federation.
    Union,
    /// A council.
    Council,
    /// Any other organisation.
    Organisation,
    /// Games, a fair, a summit.
    Event,
    /// A plan for some years.
    Plan,
}

/// A numbered term, session or edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its number.
    pub n: u32,
    /// The first and the last year that may stand beside the number; no last one: it still goes on.
    pub from: u16,
    /// See [`from`](Self::from).
    pub until: Option<u16>,
    /// Whether its term is over, so that its list of meetings is complete.
    pub ended: bool,
    /// The years of its numbered meetings, in order.
    pub meetings: Vec<u16>,
}

/// The words of an organ, an office or a meeting, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// As written in the table.
    pub text: String,
    words: Vec<String>,
}

impl BodyKind {
    const ALL: [(&str, Self); 11] = [
        ("congress", Self::Congress),
        ("committee", Self::Committee),
        ("assembly", Self::Assembly),
        ("conference", Self::Conference),
        ("commission", Self::Commission),
        ("court", Self::Court),
        ("union", Self::Union),
        ("council", Self::Council),
        ("organisation", Self::Organisation),
        ("event", Self::Event),
        ("plan", Self::Plan),
    ];

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The names of all kinds, for messages.
    #[must_use]
    pub fn names() -> String {
        Self::ALL.map(|(name, _)| name).join(", ")
    }

    /// Whether it meets and ends, so that only the years in which it met are its own.
    #[must_use]
    pub fn is_event(self) -> bool {
        matches!(self, Self::Congress | Self::Conference | Self::Event)
    }

    /// Whether "NAME President" names its head; elsewhere a title may just follow the name.
    #[must_use]
    pub fn takes_title(self) -> bool {
        matches!(self, Self::Court | Self::Organisation | Self::Union | Self::Commission)
    }
}

impl Body {
    /// The session of that number.
    #[must_use]
    pub fn session(&self, n: u32) -> Option<&Session> {
        self.sessions.iter().find(|session| session.n == n)
    }

    /// The name to use in messages.
    pub fn name(&self) -> &str {
        self.names.first().map_or(self.id.as_str(), String::as_str)
    }
}

impl Session {
    /// Whether a year beside the number is right.
    #[must_use]
    pub fn admits(&self, year: u16) -> bool {
        self.from <= year && self.until.is_none_or(|until| year <= until)
    }

    /// Its years, for messages.
    #[must_use]
    pub fn years(&self) -> String {
        match self.until {
            Some(until) if until == self.from => self.from.to_string(),
            Some(until) => format!("{}–{until}", self.from),
            None => format!("{} until now", self.from),
        }
    }
}

impl Phrase {
    /// The phrase that is written so; words may be joined by hyphens.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = text.split([' ', '-']).map(str::to_lowercase).collect();
        Self { text: text.to_owned(), words }
    }

    /// Its words, in lower case.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Its last word, in lower case.
    pub fn head(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether its last word is this one, or this in the singular.
    #[must_use]
    pub fn ends_with(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        [word, singular].iter().any(|form| form.eq_ignore_ascii_case(self.head()))
    }
}
