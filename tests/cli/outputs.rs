//! The outputs: text as a snapshot, JSON and JSON Lines against the schema.

use serde_json::Value;

use super::{BAD, Desk, GOOD};

#[test]
fn text_shows_place_reason_and_fix() {
    let desk = Desk::new(&[("bad.md", &format!("# Workers\n\n{BAD}")), ("good.md", GOOD)]);
    insta::assert_snapshot!(desk.check(&["bad.md", "good.md"]).1);
}

#[test]
fn a_finding_in_a_line_of_megabytes_is_shown_in_a_window() {
    let long = format!(
        "{}They met many big country craftsmen there. {}\n",
        GOOD.trim().repeat(10_000),
        GOOD.trim().repeat(10_000)
    );
    let desk = Desk::new(&[("a.txt", &long)]);
    let (_, out, _) = desk.check(&["a.txt", "--rule", "blunt-phrase"]);
    assert!(out.contains("a.txt:1:970015"), "{}", out.chars().take(300).collect::<String>());
    assert!(out.lines().all(|line| line.chars().count() < 160));
}

fn validator(part: &str) -> jsonschema::Validator {
    let schema = include_str!("../../schema/mtlint-1.schema.json");
    let mut schema: Value = serde_json::from_str(schema).unwrap();
    if !part.is_empty() {
        schema = serde_json::json!({ "$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": format!("#/$defs/{part}") });
    }
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn json_follows_the_schema() {
    let markdown = format!("<!-- mtlint: allow style/run-on -->\n\n{BAD}");
    let desk = Desk::new(&[("bad.md", &markdown), ("good.txt", GOOD), ("empty.md", "")]);
    let report = desk.json(&["."]);
    let validator = validator("");
    let faults: Vec<String> =
        validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "mtlint/1" })));
    let finding = &report["documents"][0]["findings"][2];
    let at = markdown.find("national labour").unwrap();
    assert_eq!(finding["start"], serde_json::json!({ "line": 3, "column": 53, "offset": at }));
    assert_eq!(finding["end"]["offset"], at + "national labour federation".len());
    assert_eq!((&finding["entry"], &finding["severity"]), (&"全国总工会".into(), &"critical".into()));
    assert_eq!(finding["fix"]["edits"][0]["replacement"], "All-China Federation of Trade Unions");
}

#[test]
fn positions_are_those_of_the_original_bytes() {
    let (bytes, ..) = encoding_rs::GB18030.encode("大国工匠会议在北京召开，代表们参加了会议。 The master craftsmen of the “national labour federation” met in the town in the afternoon and then they left.\n");
    let desk = Desk::new(&[]);
    desk.write("a.txt", &bytes);
    let report = desk.json(&["a.txt", "--rule", "wrong-body"]);
    let finding = &report["documents"][0]["findings"][0];
    let (start, end) = (finding["start"]["offset"].as_u64().unwrap(), finding["end"]["offset"].as_u64().unwrap());
    let marked = bytes.get(usize::try_from(start).unwrap()..usize::try_from(end).unwrap()).unwrap();
    assert_eq!(marked, b"national labour federation");
}

#[test]
fn json_lines_follow_the_schema() {
    let desk = Desk::new(&[("bad.md", BAD), ("empty.md", ""), ("good.md", GOOD)]);
    let (code, out, _) = desk.check(&[".", "--format", "jsonl"]);
    let (validator, mut kinds) = (validator("line"), Vec::new());
    for line in out.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert!(validator.is_valid(&line), "{line}");
        kinds.push(line.as_object().unwrap().keys().find(|key| *key != "schema").unwrap().clone());
    }
    assert_eq!((code, kinds.join(" ").as_str()), (3, "document error document summary"));
}
