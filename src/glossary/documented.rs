//! Proves that every field and every lint is documented, and that the schema has every field.

use std::collections::BTreeSet;

use super::field::Field;
use super::lint::LINTS;
use super::{PartOfSpeech, TermKind};
use crate::mqm::Severity;

const README: &str = include_str!("../../rules/README.md");
const SCHEMA: &str = include_str!("../../schema/mtlint-glossary-1.schema.json");

/// The first cells of the rows of a table in a section of the README.
fn documented(section: &str) -> BTreeSet<String> {
    let (_, after) = README.split_once(section).unwrap();
    let rows =
        after.lines().skip_while(|line| !line.starts_with("|---")).skip(1).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1)).map(|cell| cell.trim().trim_matches('`').to_owned());
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn the_readme_has_every_field_and_every_lint() {
    let fields: BTreeSet<String> = Field::ALL.into_iter().map(|field| field.name().to_owned()).collect();
    assert_eq!(documented("## A glossary\n"), fields);
    let lints: BTreeSet<String> = LINTS.iter().map(|lint| lint.name.to_owned()).collect();
    assert_eq!(documented("### What `mtlint glossary check` finds\n"), lints);
}

#[test]
fn the_schema_has_every_field_and_every_value() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let properties = &schema["$defs"]["term"]["properties"];
    let known: BTreeSet<&str> = properties.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(known, Field::ALL.into_iter().map(Field::name).collect());
    let values = |key: &str| {
        properties[key]["enum"].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(values("kind"), TermKind::ALL.map(TermKind::name));
    assert_eq!(values("part-of-speech"), PartOfSpeech::ALL.map(PartOfSpeech::name));
    assert_eq!(values("severity"), Severity::ALL.map(Severity::name));
}
