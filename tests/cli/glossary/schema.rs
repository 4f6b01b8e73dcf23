//! The JSON Schema of the native glossary format: what it accepts, mtlint accepts, and the reverse.

use serde_json::Value;

use super::{Desk, HOUSE};

fn schema() -> jsonschema::Validator {
    let schema = include_str!("../../../schema/mtlint-glossary-1.schema.json");
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

/// TOML as JSON, with dates as strings.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn parse(text: &str) -> Value {
    json(toml::Value::Table(text.parse().unwrap()))
}

#[test]
fn the_sample_is_valid_and_uses_every_field() {
    let house = parse(HOUSE);
    let faults: Vec<String> =
        schema().iter_errors(&house).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let terms = house["term"].as_array().unwrap();
    assert!(terms.len() >= 10);
    let used = |key: &str| terms.iter().any(|term| term.get(key).is_some());
    let schema: Value = serde_json::from_str(include_str!("../../../schema/mtlint-glossary-1.schema.json")).unwrap();
    let unused = schema["$defs"]["term"]["properties"].as_object().unwrap().keys().filter(|key| !used(key));
    assert_eq!(unused.count(), 0);
}

/// Glossaries that neither the schema nor mtlint accepts.
const BAD: [&str; 22] = [
    "terms = []",
    "term = 'a'",
    "source-language = 3",
    "[[term]]\nsource = 'a'",
    "[[term]]\ntarget = 'a'",
    "[[term]]\nsource = ''\ntarget = 'b'",
    "[[term]]\nsource = 'a'\ntarget = ' '",
    "[[term]]\nsource = 'a'\ntarget = ['b', 'c']",
    "[[term]]\nsource = 'a'\ntarget = 'b [caps]'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nadmitted = ['c [case, bold]']",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nstatus = 'preferred'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nkind = 'city'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\npart-of-speech = 'Noun'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nseverity = 'grave'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nvalid-from = 'soon'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nvalid-until = '2024-13-01'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nwrong = '{c|d'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nwrong = 'c} d'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\ndo-not-translate = 'perhaps'",
    "[[term]]\nsource = 'a'\ndo-not-translate = false",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nnote = ['c', 'd']",
    "[[term]]\nsource = 'a'\ntarget = 3",
];
/// Glossaries that both accept.
const GOOD: [&str; 8] = [
    "",
    "term = []",
    "[[term]]\nsource = 'a'\ntarget = 'b \\[c]'",
    "[[term]]\nsource = ['a', 'c']\ntarget = ['b [ fixed , case ]']",
    "[[term]]\nsource = 'a'\ndo-not-translate = 'Yes'",
    "[[term]]\ntarget = 'a'\nforbidden = 'b'",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nvalid-from = 2024-01-31",
    "[[term]]\nsource = 'a'\ntarget = 'b'\nwrong = ['{c|d e|}? f', 'g']",
];

#[test]
fn schema_and_reader_agree() {
    let (schema, desk) = (schema(), Desk::new(&[]));
    let accepted = |text: &str| {
        desk.write("t.toml", format!("# a comment\n{text}\n").as_bytes());
        desk.glossary(&["check", "t.toml"]).0 != 3
    };
    for text in BAD {
        assert_eq!((schema.is_valid(&parse(text)), accepted(text)), (false, false), "{text}");
    }
    for text in GOOD {
        assert_eq!((schema.is_valid(&parse(text)), accepted(text)), (true, true), "{text}");
    }
}
