//! `mtlint.toml`: found, applied, and refused with place and suggestion.

use super::{BAD, Desk, PACK, run};

#[test]
fn it_is_found_upwards_and_arguments_go_before_it() {
    let toml = format!(
        "packs = [\"{PACK}\"]\nfail-on = \"never\"\nmin-score = 0\n[rules]\nignore = [\"wrong-body\"]\n[score]\nprofile = \"j2450\"\nstyle = false\n"
    );
    let desk = Desk::new(&[("mtlint.toml", &toml), ("desk/today/a.md", BAD)]);
    let check = |args: &[&str]| {
        run(desk.command(&["check", "a.md", "--format", "json"]).args(args).current_dir(desk.path().join("desk/today")))
    };
    let (code, out, error) = check(&[]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("\"profile\":\"j2450\",\"style\":false,\"penalty\":5.0"), "{out}");
    assert_eq!(check(&["--fail-on", "major"]).0, 1);
    assert!(check(&["--profile", "wmt"]).1.contains("\"profile\":\"wmt\""));
}

#[test]
fn rules_can_be_enabled_graded_and_overridden_by_path() {
    let toml = "[rules.severity]\nblunt-phrase = \"neutral\"\nwrong-body = \"minor\"\n\
        [[override]]\npaths = [\"wire/**\"]\nenable = [\"house-comma\"]\nignore = [\"style\"]\n";
    let text = format!("{BAD}\nPears, apples, and plums were sold in the market.\n");
    let desk = Desk::new(&[("mtlint.toml", toml), ("wire/a.md", &text), ("b.md", &text)]);
    assert_eq!(desk.rules(&["wire"]), ["blunt-phrase", "wrong-body", "house-comma"]);
    assert_eq!(desk.rules(&["b.md"]), ["blunt-phrase", "wrong-body", "clumsy-wording"]);
    let (code, out, _) = desk.check(&["b.md", "--quiet"]);
    assert!(code == 0 && out.contains("3 findings (2 minor, 1 neutral)"), "{out}");
}

#[test]
fn faults_are_shown_with_place_and_suggestion() {
    let desk = Desk::new(&[("a.md", BAD)]);
    let fault = |toml: &str| {
        desk.write("mtlint.toml", toml.as_bytes());
        let (code, _, error) = desk.check(&["a.md", "--config", "mtlint.toml"]);
        assert_eq!(code, 2, "{error}");
        error
    };
    insta::assert_snapshot!(fault("[rules]\nignore = [\"blunt-frase\"]\n"), @r#"
    error: mtlint.toml:2:11: no rule or category `blunt-frase`, did you mean `blunt-phrase`?; `mtlint rules` lists them
      |
    2 | ignore = ["blunt-frase"]
      |           ^^^^^^^^^^^^^
    "#);
    insta::assert_snapshot!(fault("[rules]\nignroe = []\n"), @r"
    error: mtlint.toml:2:1: unknown key `ignroe`, did you mean `ignore`?; known: ignore, enable, severity
      |
    2 | ignroe = []
      | ^^^^^^
    ");
    assert!(fault("packs = [").contains("mtlint.toml:1:"));
    assert!(fault("[[allow]]\nrule = \"blunt-phrase\"\n").contains("missing field `reason`"));
    let (code, _, error) = desk.check(&["a.md", "--config", "no.toml"]);
    assert!(code == 2 && error.contains("no.toml: cannot read"), "{error}");
    desk.write("mtlint.toml", b"");
    let (code, _, error) = run(&mut desk.command(&["check", "a.md", "--pack", "zh-eng"]));
    assert!(code == 2 && error.contains("no rule pack `zh-eng`"), "{error}");
}

#[test]
fn init_writes_a_file_that_works_and_never_overwrites() {
    let house = "[[term]]\nsource = \"工会\"\ntarget = \"trade union\"\n";
    let desk = Desk::new(&[("a.md", BAD), ("house.toml", house)]);
    assert_eq!(run(&mut desk.command(&["init"])), (0, "wrote mtlint.toml\n".to_owned(), String::new()));
    assert_eq!(desk.check(&["a.md"]).0, 1);
    let written = std::fs::read_to_string(desk.path().join("mtlint.toml")).unwrap();
    let active: String = written
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.starts_with("[[") || rest.contains(" = ") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(active.contains("\nglossaries = [\"house.toml\"]\n"), "{active}");
    desk.write("mtlint.toml", active.as_bytes());
    let (code, _, error) = desk.check(&["a.md"]);
    assert_eq!(code, 1, "every commented line is valid: {error}");
    let (code, _, error) = run(&mut desk.command(&["init"]));
    insta::assert_snapshot!(format!("{code} {error}"), @r"
    2 error: mtlint.toml is already there
    help: edit it, or remove it first
    ");
}
