//! `mtlint glossary mine`: the planted terms and rivals come out on top, as a glossary that can be read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use mtlint::Document;
use mtlint::glossary::{self, Glossary, Status};
use mtlint::mine::{self, Options, Parallel, Proposal};
use mtlint::text::Included;
use proptest::prelude::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mining");

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(FOLDER).join(name)).unwrap()
}

fn from_table() -> Vec<Proposal> {
    let mut pairs = Parallel::default();
    pairs.add_table("pairs.tsv", &file("pairs.tsv")).unwrap();
    mine::parallel(pairs, Options::default())
}

fn articles() -> Vec<Document> {
    let names = ["grain.html", "harbour.txt", "river.md"];
    names.map(|name| mtlint::read(name, file(&format!("articles/{name}")).into_bytes()).unwrap()).into()
}

fn from_articles() -> Vec<Proposal> {
    mine::rivals(&articles(), Options { min_count: 2, ..Options::default() })
}

/// The renderings of a proposal with their counts.
fn renderings(proposal: &Proposal) -> Vec<(&str, u32)> {
    proposal.renderings.iter().map(|rendering| (rendering.text.as_str(), rendering.count)).collect()
}

fn read(text: &str) -> Glossary {
    Glossary::read("mined.toml", text, glossary::by_name("toml").unwrap()).unwrap()
}

#[test]
fn planted_terms_come_out_with_their_rivals() {
    let found = from_table();
    let planted = [
        ("工匠学院", vec![("craft academy", 9), ("artisan college", 5)]),
        ("河长制", vec![("river chief system", 9), ("stream warden scheme", 5)]),
        ("便民服务站", vec![("convenience service station", 9), ("public help kiosk", 5)]),
        ("粮食储备库", vec![("grain reserve depot", 9), ("food storehouse", 5)]),
    ];
    let top: Vec<&str> = found.iter().take(4).filter_map(|proposal| proposal.source.as_deref()).collect();
    for (source, expected) in planted {
        assert!(top.contains(&source), "{source} is not in {top:?}");
        let own = found.iter().find(|proposal| proposal.source.as_deref() == Some(source)).unwrap();
        assert_eq!(renderings(own), expected, "{source}");
        assert!(own.renderings.iter().all(|one| (1..=3).contains(&one.examples.len())));
    }
    let single = found.iter().find(|proposal| proposal.source.as_deref() == Some("社区医院")).unwrap();
    assert_eq!(renderings(single), [("community hospital", 14)]);
}

#[test]
fn planted_rivals_come_out_of_articles() {
    let found = from_articles();
    let renderings: Vec<Vec<(&str, u32)>> = found.iter().map(renderings).collect();
    for expected in [
        vec![("Council of River Keepers", 3), ("River Keepers Council", 1)],
        vec![("Harbour Craft Academy", 3), ("Harbor Craft Academy", 1)],
        vec![("Northern Grain Reserve", 2), ("National Grain Reserve", 1)],
        vec![("12th Port Congress", 2), ("Twelfth Port Congress", 1)],
        vec![("grass-roots", 2), ("grassroots", 1)],
        vec![("Spring Work Plan", 2), ("Spring Work plan", 2)],
    ] {
        assert!(renderings.contains(&expected), "{expected:?} is not in {renderings:?}");
    }
    assert_eq!(found.len(), 6, "{renderings:?}");
}

#[test]
fn examples_have_a_path_a_line_and_the_words_around() {
    let found = from_articles();
    let council = found.iter().find(|own| own.renderings[0].text == "Council of River Keepers").unwrap();
    let example = &council.renderings[1].examples[0];
    assert_eq!((example.path.as_str(), example.line), ("river.md", 3));
    assert!(example.text.contains("River Keepers Council") && example.text.chars().count() <= 80, "{}", example.text);
}

#[test]
fn proposals_read_back_as_a_glossary_that_enforces_no_rival() {
    for (proposals, parallel) in [(from_table(), true), (from_articles(), false)] {
        let glossary = read(&mine::toml(&proposals, parallel));
        assert_eq!(glossary.terms.len(), proposals.len());
        for (term, proposal) in glossary.terms.iter().zip(&proposals) {
            assert_eq!(term.target(), proposal.renderings[0].text);
            assert_eq!(term.source.first().map(Included::as_str), proposal.source.as_deref());
            assert_eq!(term.of(Status::Admitted).count(), proposal.renderings.len() - 1);
            assert!(term.wrong.is_empty() && term.of(Status::Forbidden).next().is_none());
        }
    }
}

#[test]
fn an_accepted_proposal_is_still_a_glossary() {
    for (proposals, parallel) in [(from_table(), true), (from_articles(), false)] {
        let accepted = mine::toml(&proposals, parallel).replace("\nadmitted = ", "\nforbidden = ");
        let glossary = read(&accepted);
        let enforced = glossary.terms.iter().filter(|term| term.of(Status::Forbidden).next().is_some()).count();
        assert!(enforced >= 4, "{accepted}");
    }
}

#[test]
fn the_order_is_the_same_each_time_and_lines_are_as_good_as_a_table() {
    let mut pairs = Parallel::default();
    pairs.add_lines(("pairs.zh", &file("pairs.zh")), ("pairs.en", &file("pairs.en"))).unwrap();
    let names = |found: &[Proposal]| found.iter().map(|own| own.source.clone()).collect::<Vec<_>>();
    assert_eq!(names(&mine::parallel(pairs, Options::default())), names(&from_table()));
    assert_eq!(mine::json(&from_table(), true), mine::json(&from_table(), true));
    assert_eq!(mine::toml(&from_articles(), false), mine::toml(&from_articles(), false));
}

#[test]
fn sources_with_spaces_are_mined_by_words() {
    let line = |n: usize, word: &str, form: &str| {
        format!("frase{n} {} {word} llega{n}\tsentence{n} the {form} arrives{n}\n", ["el", "un", "del"][n / 2 % 3])
    };
    let table: String = (0..16)
        .map(|n| line(n, "puerto franco", if n % 3 == 0 { "customs haven" } else { "free port" }))
        .chain((16..70).map(|n| line(n, &format!("hombre{n}"), &format!("man{n}"))))
        .collect();
    let mut pairs = Parallel::default();
    pairs.add_table("es.tsv", &table).unwrap();
    let found = mine::parallel(pairs, Options::default());
    assert_eq!(found[0].source.as_deref(), Some("puerto franco"));
    assert_eq!(renderings(&found[0]), [("free port", 10), ("customs haven", 6)]);
}

fn command(args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_mtlint")).args(["glossary", "mine"]).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_writes_toml_and_json() {
    let (articles, table) = (format!("{FOLDER}/articles"), format!("{FOLDER}/pairs.tsv"));
    let (code, toml, _) = command(&[&articles, "--limit", "2"]);
    assert_eq!((code, read(&toml).terms.len()), (0, 2));
    let (code, json, _) = command(&["--parallel", &table, "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, value["format"].as_str(), value["mode"].as_str()), (0, Some("mtlint-mine/1"), Some("parallel")));
    assert!(value["terms"][0]["renderings"][0]["association"]["g2"].as_f64().unwrap() > 10.0);
}

#[test]
fn a_file_is_not_overwritten_unless_forced() {
    let desk = tempfile::tempdir().unwrap();
    let out = desk.path().join("mined.toml").display().to_string();
    let articles = format!("{FOLDER}/articles");
    assert_eq!(command(&[&articles, "--output", &out]).0, 0);
    let (code, _, error) = command(&[&articles, "--output", &out]);
    assert!(code == 2 && error.contains("already there"), "{error}");
    assert_eq!(command(&[&articles, "--output", &out, "--force"]).0, 0);
    assert!(!read(&fs::read_to_string(&out).unwrap()).terms.is_empty());
}

#[test]
fn bad_input_is_told_with_path_and_line() {
    let desk = tempfile::tempdir().unwrap();
    let bad = desk.path().join("bad.tsv");
    fs::write(&bad, "工会\ttrade union\n代表\n").unwrap();
    let (code, _, error) = command(&["--parallel", &bad.display().to_string()]);
    assert!(code == 3 && error.contains("bad.tsv:2: no tab"), "{error}");
    let (code, _, error) = command(&[&desk.path().join("none.txt").display().to_string()]);
    assert!(code == 3 && error.contains("cannot read"), "{error}");
    assert_eq!(command(&[]).0, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_mined_without_a_panic(lines in prop::collection::vec("[A-Ca-c中国工会第 0-9.,()'“”\"\\-’s\\[\\]\\\\]{0,40}", 0..24)) {
        let text = lines.join("\n");
        let document = mtlint::read("a.txt", text.clone().into_bytes());
        let options = Options { min_count: 1, limit: 1000 };
        let found = mine::rivals(&document.into_iter().collect::<Vec<_>>(), options);
        read(&mine::toml(&found, false));
        let mut pairs = Parallel::default();
        let target = lines.iter().rev().cloned().collect::<Vec<_>>().join("\n");
        if pairs.add_lines(("a", &text), ("b", &target)).is_ok() {
            let found = mine::parallel(pairs, options);
            read(&mine::toml(&found, true));
            let json = mine::json(&found, true);
            prop_assert!(json.contains("mtlint-mine/1"));
        }
    }
}
