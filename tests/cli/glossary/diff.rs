//! `mtlint glossary diff`.

use super::{Desk, GOOD, refuses};

const BEFORE: &str = "id,source,target,admitted,forbidden,note\n\
    1,工会,trade union,labour union,labour guild; work society,old\n\
    2,集体合同,collective agreement,,,\n\
    ,报告,report,,,\n\
    ,报告,presentation,,,\n\
    ,旧词,old word,,,\n";
const AFTER: &str = "note\tforbidden\tadmitted\ttarget\tsource\tid\n\
    \t\t\tpresentation\t报告\t\n\
    \t\t\tcollective bargaining agreement\t集体合同\t2\n\
    new\twork society ; guild\tlabour union\ttrade union\t工会 ; 工會\t1\n\
    \t\t\tnew word\t新词\t\n\
    \t\t\treport\t报告\t\n";

#[test]
fn entries_are_compared_field_by_field() {
    let desk = Desk::new(&[("before.csv", BEFORE), ("after.tsv", AFTER)]);
    let (code, out, error) = desk.glossary(&["diff", "before.csv", "after.tsv"]);
    assert_eq!((code, error.as_str()), (1, ""));
    insta::assert_snapshot!(out, @r"
    - before.csv
    + after.tsv

    - 旧词 → old word (line 6)
    + 新词 → new word (line 5)
    ~ 工会 → trade union (line 2, now 4)
        source: + 工會
        forbidden: - labour guild
        forbidden: + guild
        note: - old
        note: + new
    ~ 集体合同 → collective agreement (line 3, now 3)
        target: - collective agreement
        target: + collective bargaining agreement

    1 added, 1 removed, 2 changed, 2 the same
    ");
    let (code, out, _) = desk.glossary(&["diff", "before.csv", "after.tsv", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &report["schema"], &report["same"]), (1, &"mtlint-glossary-diff/1".into(), &2.into()));
    assert_eq!(
        report["removed"][0],
        serde_json::json!({"entry": "旧词", "line": 6, "fields": {"source": ["旧词"], "target": ["old word"]}})
    );
    assert_eq!(report["added"][0]["entry"], "新词");
    let note = report["changed"][0]["fields"].as_array().unwrap().last().unwrap();
    assert_eq!(note, &serde_json::json!({"field": "note", "removed": ["old"], "added": ["new"]}));
}

#[test]
fn order_and_format_do_not_count() {
    let desk =
        Desk::new(&[("a.tsv", GOOD), ("b.csv", "target,source\ncollective agreement,集体合同\ntrade union,工会\n")]);
    let (code, out, _) = desk.glossary(&["diff", "a.tsv", "b.csv"]);
    assert_eq!((code, out.as_str()), (0, "no differences between a.tsv and b.csv (2 entries)\n"));
    assert_eq!(desk.glossary(&["diff", "a.tsv", "a.tsv"]).0, 0);
}

#[test]
fn entries_are_found_by_source_then_by_target() {
    let desk = Desk::new(&[
        ("a.tsv", "source\ttarget\n工会\ttrade union\n甲\talpha\n"),
        ("b.tsv", "source\ttarget\n工会\tlabour union\n乙\talpha\n"),
    ]);
    insta::assert_snapshot!(desk.glossary(&["diff", "a.tsv", "b.tsv"]).1, @r"
    - a.tsv
    + b.tsv

    ~ 工会 → trade union (line 2, now 2)
        target: - trade union
        target: + labour union
    ~ 甲 → alpha (line 3, now 3)
        source: - 甲
        source: + 乙

    0 added, 0 removed, 2 changed, 0 the same
    ");
}

#[test]
fn languages_are_compared_where_both_are_named() {
    let file = |language: &str| format!("{language}\n[[term]]\nsource = \"a\"\ntarget = \"b\"\n");
    let desk = Desk::new(&[
        ("a.toml", &file("source-language = \"zh\"")),
        ("b.toml", &file("source-language = \"zh-Hant\"")),
        ("c.toml", &file("")),
    ]);
    let (code, out, _) = desk.glossary(&["diff", "a.toml", "b.toml"]);
    assert!(code == 1 && out.contains("~ source-language: - zh\n~ source-language: + zh-Hant\n"), "{out}");
    assert_eq!(desk.glossary(&["diff", "a.toml", "c.toml"]).0, 0);
}

#[test]
fn files_that_cannot_be_read() {
    refuses("diff", &["good.tsv"]);
}
