//! `toml`: the native format: `[[term]]` tables with the fields as keys.

use std::fmt::Write;

use ::toml::de::{DeTable, DeValue};
use ::toml::{Spanned, Value};

use super::field::Field;
use super::{Entries, Faults, Format, Glossary, Losses, Term};
use crate::text::Span;

/// The format.
pub(super) static TOML: Toml = Toml;

/// See [`TOML`].
#[derive(Debug)]
pub(super) struct Toml;

/// The key of the entries.
const TERM: &str = "term";
/// The keys of the languages.
const LANGUAGES: [&str; 2] = ["source-language", "target-language"];

impl Format for Toml {
    fn name(&self) -> &'static str {
        "toml"
    }

    fn summary(&self) -> &'static str {
        "the native format: [[term]] tables"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["toml"]
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        let (document, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            faults.add(error.span().unwrap_or(0..0).into(), error.message());
        }
        let mut entries = Entries::default();
        // What a file with broken syntax seems to say would only make more noise.
        if errors.is_empty() {
            for (key, value) in document.get_ref() {
                top(key.get_ref(), key.span().into(), value, &mut entries, faults);
            }
        }
        entries
    }

    fn write(&self, glossary: &Glossary, _: &mut Losses) -> String {
        let mut text = String::new();
        let languages = [&glossary.languages.source, &glossary.languages.target];
        for (key, language) in LANGUAGES.iter().zip(languages).filter(|(_, language)| !language.is_empty()) {
            let _ = writeln!(text, "{key} = {}", Value::from(language.as_str()));
        }
        for term in &glossary.terms {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = write!(text, "{gap}[[{TERM}]]\n{}", table(term));
        }
        text
    }
}

/// Reads what stands at the top of the file.
fn top(key: &str, place: Span, value: &Spanned<DeValue<'_>>, entries: &mut Entries, faults: &mut Faults<'_>) {
    let [source, target] = LANGUAGES;
    match (key, value.get_ref()) {
        (TERM, DeValue::Array(tables)) => {
            for table in tables.iter() {
                match table.get_ref() {
                    DeValue::Table(fields) => {
                        entries.terms.push((term(fields, faults), header(table.span().into())));
                    }
                    _ => faults.add(table.span().into(), "a term is a table: write [[term]] above its keys"),
                }
            }
        }
        (key, DeValue::String(language)) if key == source => entries.languages.source = language.to_string(),
        (key, DeValue::String(language)) if key == target => entries.languages.target = language.to_string(),
        (TERM, _) => faults.add(place, "write [[term]] in double brackets above each entry"),
        (key, other) if LANGUAGES.contains(&key) => {
            faults.add(value.span().into(), format!("`{key}` is a language tag in quotes, not {}", other.type_str()));
        }
        _ => faults.add(place, format!("unknown key `{key}`; known: [[{TERM}]], {}", LANGUAGES.join(", "))),
    }
}

/// The first line of an entry stands for it.
fn header(table: Span) -> Span {
    Span::new(table.start(), table.start() + "[[term]]".len().min(table.len()))
}

fn term(fields: &DeTable<'_>, faults: &mut Faults<'_>) -> Term {
    let mut term = Term::default();
    for (key, value) in fields {
        let field = match Field::from_name(key.get_ref()) {
            Ok(field) => field,
            Err(known) => {
                faults.add(key.span().into(), format!("unknown key `{}`; known: {known}", key.get_ref()));
                continue;
            }
        };
        let outcome = values(field, value.get_ref()).and_then(|values| field.set(&mut term, values));
        if let Err(what) = outcome {
            faults.add(value.span().into(), what);
        }
    }
    term
}

/// The values of a key: one, or a list where the field takes one.
fn values(field: Field, value: &DeValue<'_>) -> Result<Vec<String>, String> {
    match value {
        DeValue::Array(list) if field.is_list() => list.iter().map(|value| scalar(field, value.get_ref())).collect(),
        other => Ok(vec![scalar(field, other)?]),
    }
}

fn scalar(field: Field, value: &DeValue<'_>) -> Result<String, String> {
    let text = match value {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Boolean(value) if field == Field::DoNotTranslate => value.to_string(),
        DeValue::Datetime(day) if matches!(field, Field::ValidFrom | Field::ValidUntil) => day.to_string(),
        other => return Err(format!("`{}` is a text in quotes, not {}", field.name(), other.type_str())),
    };
    if text.is_empty() {
        Err(format!("`{}` is empty; leave the key out, or say what it is", field.name()))
    } else {
        Ok(text)
    }
}

/// The keys of an entry, a line each.
fn table(term: &Term) -> String {
    let mut lines = String::new();
    for field in Field::ALL {
        let mut values = field.get(term);
        let value = match (field, values.len()) {
            (_, 0) => continue,
            (Field::DoNotTranslate, _) => Value::Boolean(true),
            (_, 1) => Value::from(values.remove(0)),
            _ => Value::from(values),
        };
        let _ = writeln!(lines, "{} = {value}", field.name());
    }
    lines
}
