//! Bilingual documents: formats, options, large files.

use std::fmt::Write;

use super::{Desk, GOOD, PACK, run};

/// A sentence with a finding, and what it translates.
const PAIR: (&str, &str) =
    ("许多大国工匠下午到了城里。", "Many big country craftsmen came to the town in the afternoon.");

/// A translation memory; a note of so many bytes in each unit makes it large.
fn tmx(units: usize, note: usize) -> String {
    let ((source, target), note) = (PAIR, " ".repeat(note));
    let mut text = "<tmx version=\"1.4\"><header srclang=\"zh\"/><body>\n".to_owned();
    for _ in 0..units {
        writeln!(
            text,
            "<tu><note>{note}</note><tuv xml:lang=\"zh\"><seg>{source}</seg></tuv><tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>"
        )
        .unwrap();
    }
    text + "</body></tmx>\n"
}

#[test]
fn tables_are_checked_by_their_columns() {
    let (source, target) = PAIR;
    let desk = Desk::new(&[("a.csv", &format!("1,{source},\"{target}\"\n"))]);
    let report = desk.json(&["a.csv", "--columns", "2,3"]);
    let document = &report["documents"][0];
    let finding = &document["findings"][0];
    assert_eq!((&document["format"], &document["part"]), (&"csv".into(), &serde_json::Value::Null));
    assert_eq!(
        (&finding["rule"], &finding["start"]["offset"]),
        (&"blunt-phrase".into(), &(2 + source.len() + 7).into())
    );
    let (code, _, error) = desk.check(&["a.csv"]);
    assert!(code == 3 && error.contains("a.csv:1:1: the first row does not name the columns"), "{error}");
    let (code, _, error) = desk.check(&["a.csv", "--columns", "2,9"]);
    assert!(code == 3 && error.contains("there is no column 9; the first row has 3"), "{error}");
    desk.write("excel.csv", format!("\u{feff}1;{source};33,000 {target}\r\n").as_bytes());
    assert_eq!(desk.rules(&["excel.csv", "--columns", "2,3"]), ["blunt-phrase"]);
    let (code, _, error) = desk.check(&["a.csv", "--columns", "2"]);
    assert!(code == 2 && error.contains("two columns"), "{error}");
}

#[test]
fn the_format_can_be_told() {
    let (source, target) = PAIR;
    let line = format!("{{\"zh\":\"{source}\",\"en\":\"{target}\"}}\n");
    let desk = Desk::new(&[("a.data", &line)]);
    assert_eq!(desk.rules(&["a.data", "--input-format", "jsonl"]), ["blunt-phrase"]);
    for (arguments, format) in [(["--input-format", "jsonl"], "jsonl"), (["--stdin-filename", "x.ndjson"], "jsonl")] {
        let mut command = desk.command(&["check", "--pack", PACK, "--format", "json", "-"]);
        let output = command.args(arguments).write_stdin(line.clone()).output().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&report["documents"][0]["format"], output.status.code()), (&format.into(), Some(1)));
    }
}

#[test]
fn swapped_and_foreign_texts_are_told() {
    let zh = "全国总工会今天在北京召开会议，传达学习了有关精神。";
    let en = "The ministry said on Thursday that exports had risen for the third month, because the price of steel fell \
        and more ships were able to leave the northern ports before the ice came.";
    let desk = Desk::new(&[("a.tsv", &format!("source\ttarget\n{en}\t{zh}\n")), ("b.md", GOOD)]);
    let (code, out, error) = run(&mut desk.command(&["check", "a.tsv", "b.md", "--quiet"]));
    assert!(code == 3 && out.contains("b.md: 18 words"), "{out}");
    assert!(
        error.contains("a.tsv: source and target are swapped: the target is Mandarin, the source English"),
        "{error}"
    );
    let (code, _, error) = desk.check(&["a.tsv", "--source", "b.md"]);
    assert!(code == 3 && error.contains("a.tsv: holds its own source; leave b.md out"), "{error}");
}

#[test]
fn the_run_goes_on_behind_a_bad_file() {
    let desk = Desk::new(&[("a.md", GOOD), ("b.xlf", "<xliff><file>"), ("c.tmx", &tmx(1, 0))]);
    let (code, out, error) = desk.check(&["a.md", "b.xlf", "c.tmx", "--quiet"]);
    assert!(code == 3 && out.contains("a.md: ") && out.contains("c.tmx: 11 words"), "{out}");
    insta::assert_snapshot!(error, @r"
    error: b.xlf:1:8: this element is not closed before the end of the file
      |
    1 | <xliff><file>
      |        ^^^^^^
    ");
}

#[test]
fn large_files_are_the_same_for_any_number_of_jobs() {
    let desk = Desk::new(&[("a.md", GOOD), ("z.md", GOOD)]);
    desk.write("large.tmx", tmx(1200, 8_000).as_bytes());
    let check = |jobs| desk.check(&["a.md", "large.tmx", "z.md", "--quiet", "--jobs", jobs]);
    let (one, four) = (check("1"), check("4"));
    assert_eq!(one, four);
    let parts: Vec<&str> = one.1.lines().filter(|line| line.starts_with("large.tmx, units ")).collect();
    assert!(parts.len() > 5 && parts[0].starts_with("large.tmx, units 1–"), "{parts:?}");
    let words = parts.iter().map(|line| line.split(": ").nth(1).unwrap().split(' ').next().unwrap());
    assert_eq!(words.map(|words| words.parse::<usize>().unwrap()).sum::<usize>(), 13_200);
}

#[test]
fn a_large_file_is_checked_up_to_its_fault() {
    let desk = Desk::new(&[("z.md", GOOD)]);
    let text = tmx(1200, 8_000).replace("</body></tmx>", "</bodice></tmx>");
    desk.write("large.tmx", text.as_bytes());
    let (code, out, error) = desk.check(&["large.tmx", "z.md", "--quiet"]);
    assert!(code == 3 && out.contains("large.tmx, units 1–") && out.contains("z.md: 18 words"), "{out}");
    assert!(error.starts_with("error: large.tmx:1202:") && error.contains("was not checked"), "{error}");
    assert_eq!(error.matches("error:").count(), 1, "{error}");
}

#[test]
fn a_glossary_in_a_folder_is_no_document() {
    let desk = Desk::new(&[("in/a.md", GOOD), ("in/terms.csv", "source,target\n工会,trade union\n")]);
    let documents = |args: &[&str]| desk.json(args)["documents"].as_array().unwrap().len();
    assert_eq!(documents(&["in"]), 2);
    assert_eq!(documents(&["in", "--glossary", "in/terms.csv"]), 1);
    assert_eq!(documents(&["in", "in/terms.csv", "--glossary", "in/terms.csv"]), 2);
}
