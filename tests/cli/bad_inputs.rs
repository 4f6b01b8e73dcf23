//! Inputs that cannot be checked: a clear message each, the others still checked, exit code 3.

use super::{Desk, GOOD};

/// The message for a file of these bytes, which stands between two good ones.
fn message(name: &str, bytes: &[u8]) -> String {
    let desk = Desk::new(&[("a.md", GOOD), ("z.md", GOOD)]);
    desk.write(name, bytes);
    let (code, out, error) = desk.check(&["a.md", name, "z.md", "--quiet"]);
    assert_eq!(code, 3, "{error}");
    assert!(out.contains("a.md: ") && out.contains("z.md: ") && out.contains("1 input could not be checked"), "{out}");
    error
}

#[test]
fn bytes_that_are_no_text() {
    insta::assert_snapshot!(message("b.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), @"error: b.md: a binary file (byte 6 is a control character); export it as plain text, Markdown or HTML");
    let damaged = ["工会\n工".as_bytes(), b"\xFF", "会工会工会工会".as_bytes()].concat();
    insta::assert_snapshot!(message("b.md", &damaged), @"error: b.md:2: byte 10 is not valid UTF-8; re-save the file as UTF-8");
    insta::assert_snapshot!(message("b.md", b""), @"error: b.md: no text in it");
    insta::assert_snapshot!(message("b.html", b"<script>1</script>"), @"error: b.html: no text in it");
}

#[test]
fn a_text_in_another_language() {
    let german = "Die Delegierten trafen sich am Nachmittag in der Stadt und fuhren am Abend mit dem Zug nach Hause zu ihren Familien.";
    insta::assert_snapshot!(message("b.md", german.as_bytes()), @"error: b.md: written in German, but the packs are for `en`");
    insta::assert_snapshot!(message("b.md", "全国总工会今天在北京召开会议，传达学习了有关精神。".as_bytes()), @"error: b.md: written in Mandarin, but the packs are for `en`");
}

#[test]
fn paths_that_lead_nowhere() {
    let desk = Desk::new(&[("a.md", GOOD), ("code/x.rs", GOOD)]);
    let (code, out, error) = desk.check(&["missing.md", "code", "*.html", "a.md", "--quiet"]);
    assert!(code == 3 && out.contains("a.md: 18 words"), "{out}");
    insta::assert_snapshot!(error, @r"
    error: missing.md: cannot read: No such file or directory (os error 2)
    error: code: no file to check in it (known: .txt, .text, .md, .markdown, .html, .htm, .xhtml, .xlf, .xliff, .tmx, .po, .tsv, .tab, .csv, .jsonl, .ndjson); name a file of another kind explicitly
    error: *.html: no file to check in it (known: .txt, .text, .md, .markdown, .html, .htm, .xhtml, .xlf, .xliff, .tmx, .po, .tsv, .tab, .csv, .jsonl, .ndjson); name a file of another kind explicitly
    ");
}

#[test]
fn failures_are_part_of_the_machine_readable_outputs() {
    let desk = Desk::new(&[("a.md", GOOD)]);
    let report = desk.json(&["missing.md", "a.md"]);
    assert_eq!((&report["errors"][0]["path"], &report["summary"]["errors"]), (&"missing.md".into(), &1.into()));
    let (_, out, _) = desk.check(&["missing.md", "a.md", "--format", "jsonl"]);
    assert!(out.starts_with("{\"schema\":\"mtlint/1\",\"error\":{\"path\":\"missing.md\""), "{out}");
}

/// Any bytes: no panic, and an exit code of ours.
#[test]
fn odd_bytes_do_no_harm() {
    let desk = Desk::new(&[]);
    let odd: [&[u8]; 6] = [
        b"\xFF\xFE",
        b"\xEF\xBB\xBF",
        b"\r\r\r<!--",
        b"\xFE\xFF\xD8\x00",
        "\u{202e}\u{feff}a\u{300}\u{1b}[31m".as_bytes(),
        b"a\n\x80\x81\xA1\xFD",
    ];
    for (number, bytes) in odd.iter().enumerate() {
        for extension in ["txt", "md", "html", "xlf", "tmx", "po", "tsv", "csv", "jsonl"] {
            let name = format!("{number}.{extension}");
            desk.write(&name, bytes);
            let (code, out, error) = desk.check(&[&name]);
            assert!([0, 1, 3].contains(&code), "{name}: {code} {error}");
            assert!(!out.contains('\u{1b}') && !error.contains("panicked"), "{name}: {error}");
        }
    }
}
