//! Runs the tables of pairs of a Chinese and an English sentence in `tests/number/`.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::Path;

use mtlint::document::Side;
use mtlint::engine::{Linter, Selection, Selector, load};
use mtlint::language::Annotated;
use mtlint::read::{by_name, read_as};
use serde::Deserialize;

/// A file of cases on one topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What the cases show.
    #[allow(dead_code)]
    about: String,
    case: Vec<Case>,
}

/// A pair of sentences. `[[ ]]` marks exactly what must be found in them, in order: in the target, or
/// in the source where the target has nothing to point at. A mark may name its rule: `[[wrong-date:5]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    source: String,
    target: String,
}

/// The rules about numbers, those included that are off by default.
const RULES: [&str; 6] =
    ["wrong-number", "wrong-date", "missing-number", "missing-date", "added-number", "percent-for-points"];
/// The rules that only look for what most translations leave out for good reasons.
const QUIET: &str = "missing-date";

/// What is marked or found: the rule, if it is named, and the place.
type Mark = (Option<String>, usize, usize);

/// The text without marks, and what is marked.
fn unmark(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once("[[") {
        let (inside, following) = after.split_once("]]").expect("a mark is closed");
        text.push_str(before);
        let named = inside.split_once(':').filter(|(rule, _)| RULES.contains(rule));
        let (rule, inside) = named.map_or((None, inside), |(rule, inside)| (Some(rule.to_owned()), inside));
        let start = text.len();
        text.push_str(inside);
        marks.push((rule, start, text.len()));
        rest = following;
    }
    text.push_str(rest);
    (text, marks)
}

/// What is wrong with a case, if anything.
fn fault(linter: &Linter, case: &Case) -> Option<String> {
    let ((source, in_source), (target, in_target)) = (unmark(&case.source), unmark(&case.target));
    let read = |text: &str| read_as(by_name("text").unwrap(), "case", text.as_bytes().to_vec()).unwrap();
    let document = mtlint::align::join(read(&target), read(&source)).0;
    let findings = linter.run(&Annotated::new(&document), &[]).findings;
    let found = |side| findings.iter().filter(move |finding| finding.side == side);
    let alike = |side, marks: &[Mark]| {
        found(side).count() == marks.len()
            && found(side).zip(marks).all(|(finding, (rule, start, end))| {
                let span = document.place(side, finding.span).1;
                rule.as_ref().is_none_or(|rule| *rule == finding.rule.id)
                    && (span.start(), span.end()) == (*start, *end)
            })
    };
    let shown = || findings.iter().map(|f| format!("{}: {}", f.rule.id, document.slice(f.side, f.span)));
    let same = alike(Side::Source, &in_source) && alike(Side::Target, &in_target);
    (!same).then(|| format!("{} => {}\n    found {:?}", case.source, case.target, shown().collect::<Vec<_>>()))
}

/// A linter of the rules about numbers.
fn linter() -> Linter {
    let only = RULES.into_iter().filter(|rule| *rule != QUIET).map(|rule| Selector::parse(rule).unwrap()).collect();
    Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection { only, ..Selection::default() }).unwrap()
}

#[test]
fn cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/number");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (linter, mut cases, mut silent, mut faults) = (linter(), 0, 0, Vec::new());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let table: Table =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        cases += table.case.len();
        silent += table.case.iter().filter(|case| !format!("{}{}", case.source, case.target).contains("[[")).count();
        let wrong = table.case.iter().filter_map(|case| fault(&linter, case));
        faults.extend(wrong.map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} of {cases} cases:\n{}", faults.len(), faults.join("\n"));
    assert!(cases >= 200 && silent >= 80, "{cases} cases, {silent} of them silent");
}
