//! `mtlint glossary check`.

use super::{Desk, GOOD, HOUSE, refuses};

const ROUND: &str = "[[term]]\nsource = \"甲\"\ntarget = \"alpha\"\nforbidden = \"beta\"\n\n[[term]]\nsource = \"乙\"\ntarget = \"beta\"\nforbidden = \"alpha\"\n";
const ODD: &str = "source\ttarget\n报告\treport\n工会\ttrade  union\n";

#[test]
fn a_clean_house_is_clean() {
    let desk = Desk::new(&[("house.toml", HOUSE), ("good.tsv", GOOD)]);
    let (code, out, error) = desk.glossary(&["check", "house.toml", "--strict", "--date", "2026-01-01"]);
    assert_eq!((code, out.as_str(), error.as_str()), (0, "0 errors, 0 warnings in 12 entries of 1 glossary\n", ""));
    assert_eq!(desk.glossary(&["check", "good.tsv", "--strict"]).0, 0);
    let (code, out, _) = desk.glossary(&["check", "house.toml", "--date", "2100-01-01"]);
    assert!(code == 0 && out.contains("valid until 2099-12-31 (asked for 2100-01-01) [expired]"), "{out}");
}

#[test]
fn problems_are_told_with_place_and_help() {
    let desk = Desk::new(&[("round.toml", ROUND), ("odd.tsv", ODD)]);
    let (code, out, error) = desk.glossary(&["check", "round.toml", "odd.tsv"]);
    assert_eq!((code, error.as_str()), (1, ""));
    insta::assert_snapshot!(out, @r"
    round.toml:1: error: every fix is forbidden in turn: “alpha” → “beta” → “alpha” [circular]
      entry: 甲
      see: round.toml:6: 乙
      help: decide for one of these forms, and make it `target` or `admitted` in all of the entries
    odd.tsv:3: warning: “trade  union” has two spaces in a row, or one that does not break [suspicious-form]
      entry: 工会
      help: write single spaces

    1 error, 1 warning in 4 entries of 2 glossaries
    ");
}

#[test]
fn files_together_are_one_house() {
    let override_desk = Desk::new(&[("good.tsv", GOOD), ("desk.tsv", "source\ttarget\n工会\tunion\n")]);
    assert_eq!(override_desk.glossary(&["check", "good.tsv", "desk.tsv", "--strict"]).0, 0, "a later file overrides");
    let desk =
        Desk::new(&[("good.tsv", GOOD), ("more.csv", "source,target,forbidden\n联合会,federation,trade union\n")]);
    assert_eq!(desk.glossary(&["check", "good.tsv"]).0, 0);
    assert_eq!(desk.glossary(&["check", "more.csv"]).0, 0);
    let (code, out, _) = desk.glossary(&["check", "good.tsv", "more.csv"]);
    assert!(
        code == 1
            && out.contains("more.csv:2: error: “trade union” is forbidden here, but preferred in the entry 工会"),
        "{out}"
    );
    assert!(out.contains("see: good.tsv:2: 工会"), "{out}");
}

#[test]
fn warnings_fail_on_demand() {
    let desk = Desk::new(&[("odd.tsv", ODD), ("good.tsv", GOOD)]);
    assert_eq!(desk.glossary(&["check", "odd.tsv"]).0, 0);
    assert_eq!(desk.glossary(&["check", "odd.tsv", "--strict"]).0, 1);
    assert_eq!(desk.glossary(&["check", "odd.tsv", "--date", "soon"]).0, 2);
    assert_eq!(desk.glossary(&["check"]).0, 2);
    assert_eq!(desk.glossary(&["check", "odd.tsv", "--from", "xlsx"]).0, 2);
}

#[test]
fn files_that_cannot_be_read() {
    refuses("check", &["good.tsv"]);
    let desk = Desk::new(&[
        ("good.tsv", GOOD),
        ("round.toml", ROUND),
        ("bad.tsv", "source\ttarge\n工会\ttrade union\n\na\tb\tc\n"),
    ]);
    let (code, out, error) = desk.glossary(&["check", "bad.tsv", "good.tsv", "round.toml"]);
    assert!(
        code == 3 && out.contains("[circular]") && out.ends_with("1 error, 0 warnings in 4 entries of 2 glossaries\n"),
        "{out}"
    );
    assert!(
        error.contains("bad.tsv:1:8: unknown column `targe`") && error.contains("bad.tsv:4:5: more cells"),
        "{error}"
    );
    assert!(error.contains("1 | source\ttarge"), "{error}");
    assert_eq!(error.matches("error: ").count(), 3, "each fault is one: {error}");
    assert_eq!(desk.glossary(&["check", "good.tsv", "./good.tsv", "--strict"]).0, 0, "a file counts once");
}

#[test]
fn every_encoding_and_standard_input_are_read() {
    let desk = Desk::new(&[]);
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(GOOD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    desk.write("utf16.tsv", &utf16);
    // 工会 and 集体合同 in GB18030.
    let gbk =
        b"source\ttarget\n\xB9\xA4\xBB\xE1\ttrade union\n\xBC\xAF\xCC\xE5\xBA\xCF\xCD\xAC\tcollective agreement\n";
    desk.write("gbk.tsv", gbk);
    desk.write("mark.tsv", format!("\u{FEFF}{GOOD}").as_bytes());
    for name in ["utf16.tsv", "gbk.tsv", "mark.tsv"] {
        let (code, out, error) = desk.glossary(&["check", name, "--strict"]);
        assert!(code == 0 && out.contains("in 2 entries"), "{name}: {out} {error}");
    }
    let mut command = desk.command(&["glossary", "check", "-", "--from", "tsv"]);
    assert_eq!(super::run(command.write_stdin(GOOD)).0, 0);
    let (code, _, error) = super::run(desk.command(&["glossary", "check", "-"]).write_stdin(GOOD));
    assert!(code == 3 && error.contains("<stdin>: its name tells no glossary format"), "{error}");
    desk.write("terms.dat", GOOD.as_bytes());
    assert_eq!(desk.glossary(&["check", "terms.dat", "--from", "tsv"]).0, 0);
}

#[test]
fn json_has_the_same() {
    let desk = Desk::new(&[("round.toml", ROUND), ("odd.tsv", ODD), ("bad.tsv", "x\n")]);
    let (code, out, _) = desk.glossary(&["check", "round.toml", "odd.tsv", "bad.tsv", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &report["schema"]), (3, &"mtlint-glossary-check/1".into()));
    let circular = &report["problems"][0];
    assert_eq!(
        (&circular["lint"], &circular["severity"], &circular["line"]),
        (&"circular".into(), &"error".into(), &1.into())
    );
    assert_eq!(circular["related"][0], serde_json::json!({"path": "round.toml", "line": 6, "entry": "乙"}));
    assert_eq!(report["summary"], serde_json::json!({"entries": 4, "errors": 1, "warnings": 1}));
    assert_eq!(report["glossaries"][1], serde_json::json!({"path": "odd.tsv", "entries": 2}));
    let fault = &report["errors"][0];
    assert_eq!((&fault["path"], &fault["line"], &fault["column"]), (&"bad.tsv".into(), &1.into(), &1.into()));
    assert!(fault["message"].as_str().unwrap().starts_with("unknown column `x`"));
}

/// Any bytes: no panic, no escape sequence, and an exit code of ours.
#[test]
fn odd_bytes_do_no_harm() {
    let desk = Desk::new(&[]);
    let odd: [&[u8]; 6] = [
        b"\xFF\xFE",
        b"\xEF\xBB\xBF",
        b"\r\r\r",
        b"\xFE\xFF\xD8\x00",
        b"source\ttarget\na\x1b[31m\tb\x1b[0m,\n",
        b"\"\n\x80\xA1,",
    ];
    for (number, bytes) in odd.iter().enumerate() {
        for extension in ["toml", "tsv", "csv", "txt"] {
            let name = format!("{number}.{extension}");
            desk.write(&name, bytes);
            let (code, out, error) = desk.glossary(&["check", &name]);
            assert!([0, 1, 3].contains(&code), "{name}: {code} {error}");
            assert!(!out.contains('\u{1b}') && !error.contains("panicked"), "{name}: {out} {error}");
        }
    }
}
