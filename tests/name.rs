//! Runs the tables of cases for names in `tests/name/`: what the source explains, and what it does not.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::Path;

use mtlint::document::Document;
use mtlint::engine::{Linter, Selection, Selector, load};
use mtlint::language::Annotated;
use mtlint::read::{by_name, read_as};
use serde::Deserialize;

/// The rules that compare names with their source.
const RULES: [&str; 10] = [
    "half-romanised-name",
    "misread-name",
    "misread-surname",
    "name-spelt-two-ways",
    "overseas-name-in-pinyin",
    "pinyin-for-known-name",
    "surname-last",
    "unexplained-name",
    "word-left-in-pinyin",
    "words-cut-in-pinyin",
];

/// A file of cases on one topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What the cases show.
    #[allow(dead_code)]
    about: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The source, line for line.
    source: String,
    /// The translation; what is to be found stands in `[[ ]]`, perhaps behind a rule's id and a colon.
    target: String,
}

/// What is marked: the rule, if it is named, and the place.
type Mark<'m> = (Option<&'m str>, usize, usize);

/// The text without marks, and these.
fn unmark(marked: &str) -> (String, Vec<Mark<'_>>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once("[[") {
        let (inside, following) = after.split_once("]]").expect("a mark is closed");
        text.push_str(before);
        let (rule, inside) = inside.split_once(':').map_or((None, inside), |(rule, inside)| (Some(rule), inside));
        marks.push((rule, text.len(), text.len() + inside.len()));
        text.push_str(inside);
        rest = following;
    }
    text.push_str(rest);
    (text, marks)
}

fn document(case: &Case, target: &str) -> Document {
    let read = |text: &str| read_as(by_name("text").unwrap(), "case", text.as_bytes().to_vec()).unwrap();
    mtlint::align::join(read(target), read(&case.source))
}

/// What is wrong with a case, if anything.
fn fault(linter: &Linter, case: &Case) -> Option<String> {
    let (text, marks) = unmark(&case.target);
    let document = document(case, &text);
    let findings = linter.run(&Annotated::new(&document), &[]).findings;
    let alike = marks.len() == findings.len()
        && marks.iter().zip(&findings).all(|((rule, start, end), finding)| {
            let span = document.in_file(finding.span);
            rule.is_none_or(|rule| rule == finding.rule.id) && (*start, *end) == (span.start(), span.end())
        });
    let shown = || findings.iter().map(|f| format!("{}:{}", f.rule.id, document.in_file(f.span).of(&text)));
    (!alike).then(|| format!("{} | {}: found {:?}", case.source, case.target, shown().collect::<Vec<_>>()))
}

#[test]
fn cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/name");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let only = RULES.iter().map(|id| Selector::parse(id).unwrap()).collect();
    let selection = Selection { only, ..Selection::default() };
    let linter = Linter::new(load(&["zh-en".to_owned()]).unwrap(), &selection).unwrap();
    let (mut count, mut silent, mut faults) = (0, 0, Vec::new());
    for path in files {
        let table: Table =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        count += table.cases.len();
        silent += table.cases.iter().filter(|case| !case.target.contains("[[")).count();
        let name = path.file_stem().unwrap().to_string_lossy();
        let wrong = table.cases.iter().filter_map(|case| fault(&linter, case));
        faults.extend(wrong.map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} of {count} cases:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 200 && silent >= 90, "{count} cases, {silent} silent");
}
