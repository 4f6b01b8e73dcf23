//! `mtlint glossary convert`.

use super::{Desk, GOOD, HOUSE, refuses, run};

#[test]
fn every_format_is_written_and_read_again() {
    let desk = Desk::new(&[("house.toml", HOUSE)]);
    for name in ["house.tsv", "house.csv", "again.toml"] {
        let (code, out, _) = desk.glossary(&["convert", "house.toml", name]);
        assert_eq!((code, out.as_str()), (0, ""), "{name}");
        let (code, out, error) = desk.glossary(&["diff", "house.toml", name]);
        assert_eq!((code, error.as_str()), (0, ""), "{name}: {out}");
    }
}

#[test]
fn every_loss_is_told() {
    let desk = Desk::new(&[("house.toml", HOUSE)]);
    let (code, _, error) = desk.glossary(&["convert", "house.toml", "house.csv"]);
    assert_eq!(
        (code, error.as_str()),
        (
            0,
            "warning: lost the source language `zh`\nwarning: lost the target language `en`\nwarning: lost 1 comment\n"
        )
    );
    let (code, out, error) = desk.glossary(&["convert", "house.toml", "-", "--to", "pairs"]);
    assert!(code == 0 && out.starts_with("工会\ttrade union\n工會\ttrade union\n"), "{out}");
    assert!(error.lines().all(|line| line.starts_with("warning: lost ")), "{error}");
    for loss in
        ["`wrong` of 5 entries: 工会, 上海合作组织, 长江, …", "the whole entry (it has no source) of 1 entry: per cent"]
    {
        assert!(error.contains(loss), "{loss}: {error}");
    }
}

/// What a format takes for something else is a loss as well.
#[test]
fn no_entry_is_lost_in_silence() {
    let odd = "[[term]]\nsource = \"# hashtag\"\ntarget = \"number sign\"\n\n[[term]]\nsource = \"a\\nb\"\ntarget = \"c ; d\"\n";
    let desk = Desk::new(&[("odd.toml", odd)]);
    for name in ["odd.tsv", "odd.csv", "odd.txt"] {
        let (_, _, error) = desk.glossary(&["convert", "odd.toml", name]);
        assert!(
            error.contains("lost the whole entry (its line would be a comment) of 1 entry: # hashtag"),
            "{name}: {error}"
        );
        assert_eq!(error.contains("lost line breaks and double spaces of 1 entry: a"), name == "odd.txt", "{error}");
        let (code, out, _) = desk.glossary(&["diff", "odd.toml", name]);
        assert!(code == 1 && out.contains("- # hashtag → number sign"), "{name}: {out}");
        assert!(out.contains(if name == "odd.txt" { "1 changed" } else { "0 changed" }), "{name}: {out}");
    }
}

#[test]
fn a_file_is_overwritten_on_demand_only() {
    let desk = Desk::new(&[("good.tsv", GOOD), ("there.toml", "# mine\n")]);
    let text = || std::fs::read_to_string(desk.path().join("there.toml")).unwrap();
    let (code, _, error) = desk.glossary(&["convert", "good.tsv", "there.toml"]);
    insta::assert_snapshot!(format!("{code} {error}"), @"
    2 error: there.toml is already there
    help: write elsewhere, or overwrite it with --force
    ");
    assert_eq!(text(), "# mine\n");
    assert_eq!(desk.glossary(&["convert", "good.tsv", "there.toml", "--force"]).0, 0);
    assert!(text().contains("trade union"));
    assert_eq!(desk.glossary(&["convert", "there.toml", "there.toml", "--force"]).0, 0);
    assert!(text().contains("trade union"));
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 2, "nothing is left beside it");
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let desk = Desk::new(&[("good.tsv", GOOD), ("folder.toml/x", "x")]);
    let message = |out: &str| {
        let (code, _, error) = desk.glossary(&["convert", "good.tsv", out, "--force"]);
        assert_eq!(code, 2, "{error}");
        error
    };
    assert!(message("folder.toml").contains("folder.toml: cannot write: not a file"));
    assert!(message("no/such/a.toml").contains("no/such/a.toml: cannot write: No such file"));
    let unknown = message("terms.xlsx");
    assert!(unknown.starts_with("error: terms.xlsx: its name tells no glossary format (known: .toml, "), "{unknown}");
    assert!(unknown.ends_with("help: name the format with --to\n"), "{unknown}");
    assert!(message("-").contains("--to"));
    assert_eq!(desk.glossary(&["convert", "good.tsv", "a.toml", "--to", "nothing"]).0, 2);
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new(&[("good.tsv", GOOD), ("real/house.toml", "")]);
    let real = desk.path().join("real/house.toml");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, desk.path().join("house.toml")).unwrap();
    assert_eq!(desk.glossary(&["convert", "good.tsv", "house.toml", "--force"]).0, 0);
    assert!(std::fs::symlink_metadata(desk.path().join("house.toml")).unwrap().is_symlink());
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(std::fs::read_to_string(&real).unwrap().contains("trade union"));
}

#[test]
fn standard_input_and_output() {
    let desk = Desk::new(&[]);
    let mut command = desk.command(&["glossary", "convert", "-", "-", "--from", "tsv", "--to", "csv"]);
    assert_eq!(
        run(command.write_stdin(GOOD)),
        (0, "source,target\n工会,trade union\n集体合同,collective agreement\n".to_owned(), String::new())
    );
}

#[test]
fn files_that_cannot_be_read() {
    refuses("convert", &["out.csv"]);
    let desk = Desk::new(&[("bad.tsv", "source\ttarget\n工会\n")]);
    assert_eq!(desk.glossary(&["convert", "bad.tsv", "out.csv"]).0, 3);
    assert!(!desk.path().join("out.csv").exists());
}
