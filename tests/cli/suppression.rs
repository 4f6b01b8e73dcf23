//! Suppression by comments and by the configuration.

use super::{BAD, Desk};

const QUOTED: &str = "<!-- mtlint: allow blunt-phrase, style/*: a quotation -->\n";

#[test]
fn a_comment_suppresses_in_its_paragraph() {
    let desk = Desk::new(&[("a.md", &format!("{QUOTED}\n{BAD}\n{BAD}"))]);
    assert_eq!(desk.rules(&["a.md", "--ignore", "repeated-sentence"]), ["wrong-body", "blunt-phrase", "wrong-body", "clumsy-wording"]);
    assert_eq!(desk.json(&["a.md", "--ignore", "repeated-sentence"])["summary"]["suppressed"], 2);
    let file = QUOTED.replace("allow", "allow-file");
    let desk = Desk::new(&[("a.md", &format!("{BAD}\n{file}\n{BAD}"))]);
    assert_eq!(desk.rules(&["a.md", "--ignore", "repeated-sentence"]), ["wrong-body", "wrong-body"]);
}

#[test]
fn comments_that_suppress_nothing_or_are_not_valid_are_reported() {
    let text = "<!-- mtlint: allow blunt-phrase: left over -->\nThe delegates met in the afternoon, and then they went home.\n\n\
        <!-- mtlint: allow blunt-phrase -->\nMany big country craftsmen came to the town in the afternoon.\n\n\
        <!-- mtlint: allow blunt-frase: misspelt -->\nThe delegates went home by train.\n";
    let desk = Desk::new(&[("a.md", text)]);
    assert_eq!(
        desk.rules(&["a.md"]),
        ["unused-suppression", "invalid-suppression", "blunt-phrase", "invalid-suppression"]
    );
    assert!(desk.rules(&["a.md", "--rule", "wrong-body"]).is_empty());
    let ignored = desk.rules(&["a.md", "--ignore", "blunt-phrase"]);
    assert_eq!(ignored, ["invalid-suppression", "invalid-suppression"], "a rule that was not asked for is not missed");
}

#[test]
fn the_configuration_suppresses_with_a_reason() {
    let allow = |path: &str, text: &str| {
        format!(
            "[[allow]]\nrule = \"blunt-phrase\"\npaths = [\"{path}\"]\ntext = \"{text}\"\nreason = \"as the ministry has it\"\n"
        )
    };
    let desk = Desk::new(&[("wire/a.md", BAD), ("mtlint.toml", &allow("wire/*.md", "big country craftsmen"))]);
    let (code, _, error) = desk.check(&["wire", "--ignore", "wrong-body"]);
    assert_eq!((code, error.as_str()), (0, ""));
    desk.write("mtlint.toml", allow("wire/*.md", "great country craftsmen").as_bytes());
    let (code, _, error) = desk.check(&["wire", "--ignore", "wrong-body"]);
    assert_eq!(code, 1);
    assert!(error.contains("mtlint.toml:2: this [[allow]] of `blunt-phrase` suppressed nothing; remove it"), "{error}");
}
