//! The fields of a term, under the names they have as columns and keys in glossary files.

use std::str::FromStr;

use super::form::{FLAGS, Form};
use super::term::{PartOfSpeech, Status, Term, TermKind};
use crate::mqm::Severity;
use crate::text::Included;

/// A field of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Source,
    Forms(Status),
    Wrong,
    Kind,
    PartOfSpeech,
    Domain,
    Definition,
    DoNotTranslate,
    Severity,
    When,
    Unless,
    Outside,
    ValidFrom,
    ValidUntil,
    Attested,
    Note,
}

impl Field {
    /// All fields, in the order in which they are written.
    pub(super) const ALL: [Self; 21] = [
        Self::Id,
        Self::Source,
        Self::Forms(Status::Preferred),
        Self::Forms(Status::Short),
        Self::Forms(Status::Admitted),
        Self::Forms(Status::Deprecated),
        Self::Forms(Status::Forbidden),
        Self::Wrong,
        Self::Kind,
        Self::PartOfSpeech,
        Self::Domain,
        Self::Definition,
        Self::DoNotTranslate,
        Self::Severity,
        Self::When,
        Self::Unless,
        Self::Outside,
        Self::ValidFrom,
        Self::ValidUntil,
        Self::Attested,
        Self::Note,
    ];

    /// The column or key.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Source => "source",
            Self::Forms(Status::Preferred) => "target",
            Self::Forms(status) => status.name(),
            Self::Wrong => "wrong",
            Self::Kind => "kind",
            Self::PartOfSpeech => "part-of-speech",
            Self::Domain => "domain",
            Self::Definition => "definition",
            Self::DoNotTranslate => "do-not-translate",
            Self::Severity => "severity",
            Self::When => "when",
            Self::Unless => "unless",
            Self::Outside => "outside",
            Self::ValidFrom => "valid-from",
            Self::ValidUntil => "valid-until",
            Self::Attested => "attested",
            Self::Note => "note",
        }
    }

    /// The field of that name; the error lists the names there are.
    pub(super) fn from_name(name: &str) -> Result<Self, String> {
        let known = || Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|field| field.name() == name).ok_or_else(known)
    }

    /// Whether it takes several values.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Source | Self::Forms(_) | Self::Wrong | Self::When | Self::Unless | Self::Outside)
    }

    /// Sets it to values that are not empty; the error says what is wrong with one.
    pub(super) fn set(self, term: &mut Term, values: Vec<String>) -> Result<(), String> {
        match self {
            Self::Source => term.source = texts(values),
            Self::Wrong => term.wrong = texts(values),
            Self::When => term.when = texts(values),
            Self::Unless => term.unless = texts(values),
            Self::Outside => term.outside = texts(values),
            Self::Forms(status) => {
                for value in values {
                    term.add(status, Form::parse(&value).map_err(|flag| unknown("flag", &flag, &FLAGS))?);
                }
            }
            _ => return values.into_iter().try_for_each(|value| self.set_one(term, value)),
        }
        Ok(())
    }

    fn set_one(self, term: &mut Term, value: String) -> Result<(), String> {
        match self {
            Self::Id => term.id = Some(value),
            Self::Kind => term.kind = named("kind", &value, TermKind::from_name, &TermKind::ALL.map(TermKind::name))?,
            Self::PartOfSpeech => {
                let known = PartOfSpeech::ALL.map(PartOfSpeech::name);
                term.part_of_speech = Some(named("part of speech", &value, PartOfSpeech::from_name, &known)?);
            }
            Self::Severity => {
                term.severity =
                    Some(named("severity", &value, Severity::from_name, &Severity::ALL.map(Severity::name))?);
            }
            Self::DoNotTranslate => term.do_not_translate = named("value", &value, truth, &["yes", "no"])?,
            Self::ValidFrom => term.valid_from = Some(day(&value)?),
            Self::ValidUntil => term.valid_until = Some(day(&value)?),
            Self::Domain => term.domain = value.into(),
            Self::Definition => term.definition = value.into(),
            Self::Attested => term.attested = value.into(),
            _ => term.note = value.into(),
        }
        Ok(())
    }

    /// Its values; none where it is not set.
    pub(super) fn get(self, term: &Term) -> Vec<String> {
        let all = |texts: &[Included]| texts.iter().map(ToString::to_string).collect();
        let text = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        match self {
            Self::Id => term.id.iter().cloned().collect(),
            Self::Source => all(&term.source),
            Self::Forms(status) => term.of(status).map(Form::notation).collect(),
            Self::Wrong => all(&term.wrong),
            Self::Kind => text(Some(term.kind).filter(|kind| *kind != TermKind::Term).map_or("", TermKind::name)),
            Self::PartOfSpeech => text(term.part_of_speech.map_or("", PartOfSpeech::name)),
            Self::Domain => text(&term.domain),
            Self::Definition => text(&term.definition),
            Self::DoNotTranslate => text(if term.do_not_translate { "yes" } else { "" }),
            Self::Severity => text(term.severity.map_or("", Severity::name)),
            Self::When => all(&term.when),
            Self::Unless => all(&term.unless),
            Self::Outside => all(&term.outside),
            Self::ValidFrom => term.valid_from.iter().map(ToString::to_string).collect(),
            Self::ValidUntil => term.valid_until.iter().map(ToString::to_string).collect(),
            Self::Attested => text(&term.attested),
            Self::Note => text(&term.note),
        }
    }
}

fn texts(values: Vec<String>) -> Vec<Included> {
    values.into_iter().map(Included::from).collect()
}

/// A value of a closed list, or what is wrong with it.
fn named<T>(what: &str, value: &str, from_name: impl Fn(&str) -> Option<T>, known: &[&str]) -> Result<T, String> {
    from_name(value).ok_or_else(|| unknown(what, value, known))
}

fn unknown(what: &str, value: &str, known: &[&str]) -> String {
    format!("unknown {what} `{value}`; known: {}", known.join(", "))
}

fn truth(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "yes" | "true" | "1" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn day<T: FromStr>(value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("`{value}` is no day; write it as 2024-01-31"))
}
