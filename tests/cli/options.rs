//! The options of `mtlint check`.

use super::{BAD, Desk, GOOD, PACK, run};

#[test]
fn the_exit_code_says_what_was_found() {
    let desk = Desk::new(&[
        ("bad.md", BAD),
        ("good.md", GOOD),
        ("clumsy.md", "They carry out the development of the region and of its towns.\n"),
    ]);
    assert_eq!(desk.check(&["good.md"]).0, 0);
    assert_eq!(desk.check(&["clumsy.md"]).0, 0);
    assert_eq!(desk.check(&["bad.md"]).0, 1);
    assert_eq!(desk.check(&["bad.md", "--no-such-option"]).0, 2);
    assert_eq!(desk.check(&["bad.md", "missing.md"]).0, 3);
}

#[test]
fn fail_on_and_min_score_set_the_bar() {
    let desk = Desk::new(&[
        ("bad.md", BAD),
        ("clumsy.md", "They carry out the development of the region and of its towns.\n"),
    ]);
    assert_eq!(desk.check(&["clumsy.md", "--fail-on", "minor"]).0, 1);
    assert_eq!(desk.check(&["bad.md", "--fail-on", "never"]).0, 0);
    assert_eq!(desk.check(&["clumsy.md", "--min-score", "99"]).0, 1);
    assert_eq!(desk.check(&["clumsy.md", "--min-score", "0"]).0, 0);
    assert_eq!(desk.check(&["bad.md", "--fail-on", "never", "--min-score", "0"]).0, 1, "a critical finding fails");
    assert_eq!(desk.check(&["bad.md", "--min-score", "101"]).0, 2);
    assert_eq!(desk.check(&["bad.md", "--fail-on", "grave"]).0, 2);
}

#[test]
fn rules_are_selected_by_id_category_and_glob() {
    let desk = Desk::new(&[("bad.md", BAD)]);
    assert_eq!(desk.rules(&["bad.md"]), ["blunt-phrase", "wrong-body", "clumsy-wording"]);
    assert_eq!(desk.rules(&["bad.md", "--rule", "wrong-body"]), ["wrong-body"]);
    assert_eq!(desk.rules(&["bad.md", "--rule", "style"]), ["clumsy-wording"]);
    assert_eq!(desk.rules(&["bad.md", "--rule", "*phrase", "--rule", "style/*"]), ["blunt-phrase", "clumsy-wording"]);
    assert_eq!(desk.rules(&["bad.md", "--ignore", "blunt-*", "--ignore", "terminology"]), ["clumsy-wording"]);
    let (code, _, error) = desk.check(&["bad.md", "--rule", "wrong-bdy"]);
    assert_eq!(code, 2);
    assert!(error.contains("no rule or category `wrong-bdy`, did you mean `wrong-body`?"), "{error}");
}

#[test]
fn a_rule_that_is_off_runs_when_it_is_named() {
    let desk = Desk::new(&[("a.md", "Pears, apples, and plums were sold in the market on the first day.\n")]);
    assert!(desk.rules(&["a.md"]).is_empty());
    assert_eq!(desk.rules(&["a.md", "--rule", "house-comma"]), ["house-comma"]);
}

#[test]
fn severity_hides_findings_but_counts_them() {
    let desk = Desk::new(&[("bad.md", BAD)]);
    assert_eq!(desk.rules(&["bad.md", "--severity", "critical"]), ["wrong-body"]);
    let report = desk.json(&["bad.md", "--severity", "critical"]);
    assert_eq!(report["documents"][0]["score"]["severities"]["minor"], 1);
    let (_, out, _) = desk.check(&["bad.md", "--severity", "critical", "--quiet"]);
    assert!(out.contains("2 not shown"), "{out}");
}

#[test]
fn the_profile_sets_the_penalties() {
    let desk = Desk::new(&[("bad.md", BAD)]);
    let penalty = |args: &[&str]| desk.json(&[&["bad.md"], args].concat())["summary"]["score"]["penalty"].to_string();
    assert_eq!(penalty(&[]), "31.0");
    assert_eq!(penalty(&["--no-style-score"]), "30.0");
    assert_eq!(penalty(&["--profile", "mqm"]), "31.0");
    assert_eq!(penalty(&["--profile", "j2450"]), "11.0");
    assert_eq!(desk.check(&["bad.md", "--profile", "wnt"]).0, 2);
}

#[test]
fn folders_globs_and_repetitions() {
    let desk = Desk::new(&[
        ("wire/b.md", GOOD),
        ("wire/a.html", "<p>The delegates met in the town hall in the afternoon.</p>"),
        ("wire/deep/c.txt", GOOD),
        ("wire/skip.rs", GOOD),
        ("wire/old/d.md", GOOD),
        ("wire/.gitignore", "old/\n"),
        ("e.md", GOOD),
    ]);
    let paths = |args: &[&str]| {
        let report = desk.json(args);
        let path = |document: &serde_json::Value| document["path"].as_str().unwrap().to_owned();
        report["documents"].as_array().unwrap().iter().map(path).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["wire"]), ["wire/a.html", "wire/b.md", "wire/deep/c.txt"]);
    assert_eq!(paths(&["wire/*.md"]), ["wire/b.md"]);
    assert_eq!(paths(&["**/*.{md,txt}"]), ["e.md", "wire/b.md", "wire/deep/c.txt"]);
    assert_eq!(
        paths(&["e.md", "wire/b.md", "wire", "./e.md"]),
        ["e.md", "wire/b.md", "wire/a.html", "wire/deep/c.txt"]
    );
    assert_eq!(paths(&["wire/skip.rs"]), ["wire/skip.rs"], "a file that is named is checked");
}

#[test]
fn standard_input_has_a_name() {
    let desk = Desk::new(&[]);
    let (code, out, _) = run(desk.command(&["check", "--pack", PACK, "--format", "json", "-"]).write_stdin(BAD));
    assert!(code == 1 && out.contains("\"path\":\"<stdin>\"") && out.contains("\"format\":\"text\""), "{out}");
    let html = "<p>The delegates met the <b>national labour federation</b> in the afternoon &amp; left.</p>";
    let args = ["check", "--pack", PACK, "--format", "json", "--stdin-filename", "a.html"];
    let (code, out, _) = run(desk.command(&args).write_stdin(html));
    assert!(code == 1 && out.contains("\"path\":\"a.html\"") && out.contains("\"format\":\"html\""), "{out}");
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let texts: Vec<(String, &str)> =
        (0..60).map(|n| (format!("d/{n}.md"), if n % 3 == 0 { BAD } else { GOOD })).collect();
    let desk = Desk::new(&texts.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>());
    desk.write("d/x.md", b"PNG\0\0\0");
    for format in ["text", "json", "jsonl"] {
        let one = desk.check(&["d", "--format", format, "--jobs", "1"]);
        assert_eq!(one, desk.check(&["d", "--format", format, "--jobs", "8"]));
        assert_eq!(one.0, 3);
    }
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let desk = Desk::new(&[("bad.md", BAD)]);
    assert!(!desk.check(&["bad.md"]).1.contains('\u{1b}'));
    assert!(!desk.check(&["bad.md", "--color", "never"]).1.contains('\u{1b}'));
    assert!(desk.check(&["bad.md", "--color", "always"]).1.contains("\u{1b}["));
}

#[test]
fn quiet_prints_the_summaries_and_progress_goes_to_standard_error() {
    let desk = Desk::new(&[("bad.md", BAD)]);
    let (_, out, error) = desk.check(&["bad.md", "--quiet", "--progress", "always"]);
    assert!(out.starts_with("bad.md: 26 words, 3 findings (1 critical, 1 major, 1 minor)"), "{out}");
    assert!(!out.contains("documents, ") && error.is_empty(), "{error}");
}
