//! Bodies as facts: names, organs, and the years of their terms.

use crate::language::{Analysis, Gap};

/// An institution, its organs, and what is attached to it wrongly.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) id: String,
    pub(super) names: Vec<String>,
    /// Chinese forms that mean this body alone.
    pub(super) source: Vec<String>,
    /// Chinese words that may mean it: short names that it shares with others, offices that it has.
    pub(super) source_short: Vec<String>,
    /// Whether a translation names it only where the source has one of these words.
    pub(super) exclusive: bool,
    /// Chinese forms with `{n}` for the number of the term; what several bodies have is a short name.
    pub(super) numbered_forms: Vec<String>,
    /// Short forms that several bodies share; they count behind an ordinal only.
    pub(super) short: Vec<String>,
    pub(super) kind: BodyKind,
    /// Whether its terms, sessions or editions are numbered.
    pub(super) numbered: bool,
    pub(super) organs: Vec<Phrase>,
    pub(super) lacks: Vec<Phrase>,
    pub(super) sessions: Vec<Session>,
    /// The highest number of plenary sessions that a term has had.
    pub(super) max_plenums: Option<u32>,
    /// The right English title of its head.
    pub(super) head: Option<String>,
}

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    Congress,
    Committee,
    Assembly,
    Conference,
    Commission,
    Court,
    Union,
    Council,
    Organisation,
    Event,
    Plan,
}

/// A numbered term, session or edition.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) n: u32,
    /// The first and the last year that may stand beside the number; no last one: it still goes on.
    pub(super) from: u16,
    pub(super) until: Option<u16>,
    /// Whether its term is over, so that its list of meetings is complete.
    pub(super) ended: bool,
    /// The years of its numbered meetings, in order.
    pub(super) meetings: Vec<u16>,
}

/// The words of an organ, an office or a meeting, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As written in the table.
    pub(super) text: String,
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

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    pub(super) fn names() -> String {
        Self::ALL.map(|(name, _)| name).join(", ")
    }

    /// Whether it meets and ends, so that only the years in which it met are its own.
    pub(super) fn is_event(self) -> bool {
        matches!(self, Self::Congress | Self::Conference | Self::Event)
    }

    /// Whether "NAME President" names its head; elsewhere a title may just follow the name.
    pub(super) fn takes_title(self) -> bool {
        matches!(self, Self::Court | Self::Organisation | Self::Union | Self::Commission)
    }
}

impl Body {
    /// The session of that number.
    pub(super) fn session(&self, n: u32) -> Option<&Session> {
        self.sessions.iter().find(|session| session.n == n)
    }

    /// The name to use in messages.
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or(self.id.as_str(), String::as_str)
    }
}

impl Session {
    /// Whether a year beside the number is right.
    pub(super) fn admits(&self, year: u16) -> bool {
        self.from <= year && self.until.is_none_or(|until| year <= until)
    }

    /// Its years, for messages.
    pub(super) fn years(&self) -> String {
        match self.until {
            Some(until) if until == self.from => self.from.to_string(),
            Some(until) => format!("{}–{until}", self.from),
            None => format!("{} until now", self.from),
        }
    }
}

impl Phrase {
    pub(super) fn new(text: &str) -> Self {
        let words = text.split([' ', '-']).map(str::to_lowercase).collect();
        Self { text: text.to_owned(), words }
    }

    /// The number of its words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Its last word, in lower case.
    pub(super) fn head(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether its last word is this one, or this in the singular.
    pub(super) fn ends_with(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        [word, singular].iter().any(|form| form.eq_ignore_ascii_case(self.head()))
    }

    /// Whether it stands at token `first`; the last word may be in the plural.
    pub(super) fn stands_at(&self, text: &Analysis<'_>, first: usize) -> bool {
        self.words.iter().enumerate().all(|(offset, word)| {
            let Some(token) = text.tokens().get(first + offset) else { return false };
            let joined = offset == 0 || matches!(token.gap, Gap::Space | Gap::Hyphen);
            let found = text.word(token);
            let singular = found.strip_suffix('s').filter(|_| offset + 1 == self.words.len());
            joined && (found.eq_ignore_ascii_case(word) || singular.is_some_and(|form| form.eq_ignore_ascii_case(word)))
        })
    }
}
