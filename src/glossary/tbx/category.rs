//! The data categories of TBX-Basic that glossaries hold, and their values.

use crate::glossary::{PartOfSpeech, Status};
use crate::xml::Tag;

/// A data category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Term,
    Status,
    /// The status under its older name; it has other values too.
    Authorization,
    PartOfSpeech,
    TermType,
    Domain,
    Definition,
    Note,
    Source,
}

/// The elements whose category is the attribute `type`.
const CARRIERS: [&str; 3] = ["termNote", "descrip", "admin"];

impl Category {
    /// The category of an element, in any style; nothing where it is one that glossaries do not hold.
    pub(super) fn of(tag: &Tag<'_>) -> Option<Self> {
        let local = tag.local();
        if CARRIERS.contains(&local)
            && let Some(category) = tag.attribute("type")
        {
            return Self::from_name(&category);
        }
        Self::from_name(local)
    }

    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "term" => Self::Term,
            "administrativeStatus" => Self::Status,
            "normativeAuthorization" => Self::Authorization,
            "partOfSpeech" => Self::PartOfSpeech,
            "termType" => Self::TermType,
            "subjectField" => Self::Domain,
            "definition" => Self::Definition,
            "note" => Self::Note,
            "source" => Self::Source,
            _ => return None,
        })
    }
}

/// The values of the status, without their ending, and what they are to a house.
const STATUSES: [(&str, Status); 7] = [
    ("preferredTerm", Status::Preferred),
    ("admittedTerm", Status::Admitted),
    ("deprecatedTerm", Status::Deprecated),
    ("supersededTerm", Status::Deprecated),
    // TBX 2 has these besides; they say that a term is right, not that it is the one to use.
    ("standardizedTerm", Status::Admitted),
    ("legalTerm", Status::Admitted),
    ("regulatedTerm", Status::Admitted),
];
/// The ending of the values of the status, which files of version 2 may leave out.
const ENDING: &str = "-admn-sts";

/// Reads a status; the error lists those there are.
pub(super) fn status(value: &str) -> Result<Status, String> {
    let name = value.strip_suffix(ENDING).unwrap_or(value);
    let found = STATUSES.iter().find(|(known, _)| known.strip_suffix("Term") == Some(name) || *known == name);
    let known = || STATUSES.map(|(name, _)| format!("{name}{ENDING}")).join(", ");
    found
        .map(|(_, status)| *status)
        .ok_or_else(|| format!("unknown administrativeStatus `{value}`; known: {}", known()))
}

/// The value of a status. A short form is told by its type, and there is nothing worse than deprecated.
pub(super) fn status_value(status: Status) -> Option<String> {
    let name = match status {
        Status::Preferred => "preferredTerm",
        Status::Admitted => "admittedTerm",
        Status::Deprecated | Status::Forbidden => "deprecatedTerm",
        Status::Short => return None,
    };
    Some(format!("{name}{ENDING}"))
}

/// Reads a part of speech. What TBX-Basic does not have is `other`, but proper nouns are nouns: what
/// kind of name a term is, a glossary says elsewhere.
pub(super) fn part_of_speech(value: &str) -> PartOfSpeech {
    match value.to_ascii_lowercase().replace([' ', '-', '_'], "").as_str() {
        "propernoun" | "commonnoun" => PartOfSpeech::Noun,
        name => PartOfSpeech::from_name(name).unwrap_or(PartOfSpeech::Other),
    }
}

/// The type of term that short forms are written with.
pub(super) const SHORT_FORM: &str = "shortForm";

/// Whether a type of term is one that stands for a longer form.
pub(super) fn is_short(value: &str) -> bool {
    matches!(value, SHORT_FORM | "abbreviation" | "acronym" | "initialism")
}
