//! `rules`, `explain`, `completions`, `man`, `--help`.

use super::{Desk, PACK, run};

#[test]
fn rules_lists_every_rule_of_the_packs() {
    let desk = Desk::new(&[("mtlint.toml", "[rules.severity]\nwrong-body = \"minor\"\n")]);
    let (code, out, _) = run(&mut desk.command(&["rules", "--pack", PACK]));
    assert!(code == 0 && out.contains("blunt-phrase") && out.contains("unused-suppression"), "{out}");
    let (_, out, _) = run(&mut desk.command(&["rules", "--pack", PACK, "--format", "json"]));
    let rules: serde_json::Value = serde_json::from_str(&out).unwrap();
    let find = |id: &str| rules.as_array().unwrap().iter().find(|rule| rule["rule"] == id).unwrap();
    assert_eq!((&find("house-comma")["enabled"], &find("wrong-body")["severity"]), (&false.into(), &"minor".into()));
}

#[test]
fn explain_tells_a_rule_or_suggests_one() {
    let desk = Desk::new(&[]);
    insta::assert_snapshot!(run(&mut desk.command(&["explain", "blunt-phrase", "--pack", PACK])).1, @r"
    blunt-phrase
      category  accuracy/mistranslation
      ITS type  mistranslation
      severity  major
      pack      demo
      check     phrase
      state     on

    The phrase is a word-for-word rendering. A reader takes it for something else.

    Flagged:
      - Many [[big country craftsmen]] came.
        → Many master craftsmen came.

    Not flagged:
      - The country has craftsmen.
    ");
    let (code, _, error) = run(&mut desk.command(&["explain", "blunt-frase", "--pack", PACK]));
    insta::assert_snapshot!(format!("{code} {error}"), @r"
    2 error: no rule `blunt-frase`, did you mean `blunt-phrase`?
    help: `mtlint rules` lists them
    ");
}

#[test]
fn completions_man_and_help_are_generated() {
    let desk = Desk::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = run(&mut desk.command(&["completions", shell]));
        assert!(code == 0 && out.contains("min-score"), "{shell}");
    }
    assert!(run(&mut desk.command(&["man"])).1.contains(".TH mtlint 1"));
    let (_, out, _) = run(&mut desk.command(&["man", "check"]));
    assert!(out.contains(".TH mtlint-check 1") && out.contains("fail\\-on"), "{out}");
    assert_eq!(run(&mut desk.command(&["man", "chek"])).0, 2);
    let (code, out, _) = run(&mut desk.command(&["check", "--help"]));
    assert!(code == 0 && out.contains("jsonl") && out.contains("Exit codes"), "{out}");
    assert_eq!(run(&mut desk.command(&[])).0, 2);
}

/// A reader that goes away early is no failure.
#[cfg(unix)]
#[test]
fn a_broken_pipe_ends_quietly() {
    let desk = Desk::new(&[]);
    let script =
        format!("'{}' completions bash | head -c 1; echo \"${{PIPESTATUS[0]}}\"", env!("CARGO_BIN_EXE_mtlint"));
    let output = std::process::Command::new("bash").arg("-c").arg(script).current_dir(desk.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("0\n"));
}
