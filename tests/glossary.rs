//! Runs the tables of match and no-match cases for house glossaries in `tests/glossary/`.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::Path;

use mtlint::engine::{Linter, Selection, Selector, load, with_glossaries};
use mtlint::finding::Finding;
use mtlint::glossary::{self, Glossary};
use mtlint::language::Annotated;
use mtlint::read::{by_name, read_as};
use mtlint::text::{Edit, apply};
use serde::Deserialize;

/// A file of cases on one topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What the cases show.
    #[allow(dead_code)]
    about: String,
    /// Where users ask for it.
    #[serde(default)]
    #[allow(dead_code)]
    asked: Vec<String>,
    /// The glossary of the cases that have none.
    glossary: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// A glossary in TOML.
    glossary: Option<String>,
    /// The text; what is to be found stands in `[[ ]]`, perhaps behind a rule's id and a colon.
    text: String,
    /// The text after all fixes.
    fix: Option<String>,
    /// The language of the target, where it is not English.
    #[allow(dead_code)]
    language: Option<String>,
    /// The day on which terms must hold.
    date: Option<String>,
    /// The document format.
    format: Option<String>,
    /// Rules to enable.
    #[serde(default)]
    rules: Vec<String>,
    /// Why it is expected, where that is not plain.
    #[allow(dead_code)]
    why: Option<String>,
}

/// The text without marks, and what is marked: the rule, if it is named, with the words and the place.
fn unmark(marked: &str) -> (String, Vec<(Option<String>, usize, usize)>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once("[[") {
        let (inside, following) = after.split_once("]]").expect("a mark is closed");
        text.push_str(before);
        let id = |id: &str| id.contains('-') && id.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let (rule, inside) = match inside.split_once(':') {
            Some((rule, inside)) if id(rule) => (Some(rule.to_owned()), inside),
            _ => (None, inside),
        };
        let start = text.len();
        text.push_str(inside);
        marks.push((rule, start, text.len()));
        rest = following;
    }
    text.push_str(rest);
    (text, marks)
}

fn linter(case: &Case, glossary: &str) -> Result<Linter, String> {
    let glossary =
        Glossary::read("house.toml", glossary, glossary::by_name("toml").unwrap()).map_err(|e| e.to_string())?;
    let packs = with_glossaries(load(&["house".to_owned()]).unwrap(), vec![glossary]).map_err(|e| e.to_string())?;
    let also = case.rules.iter().map(|id| Selector::parse(id).unwrap()).collect();
    let linter = Linter::new(packs, &Selection { also, ..Selection::default() }).map_err(|e| e.to_string())?;
    let day = case.date.as_deref().map(|day| day.parse().expect("a day"));
    Ok(match day {
        Some(day) => linter.on(day),
        None => linter,
    })
}

/// What is wrong with a case, if anything.
fn fault(case: &Case, shared: Option<&str>) -> Option<String> {
    let glossary = case.glossary.as_deref().or(shared).expect("a case has a glossary");
    let linter = match linter(case, glossary) {
        Ok(linter) => linter,
        Err(error) => return Some(error),
    };
    let (text, marks) = unmark(&case.text);
    let reader = by_name(case.format.as_deref().unwrap_or("text")).expect("a known format");
    let document = read_as(reader, "case", text.clone().into_bytes()).unwrap();
    let findings = linter.run(&Annotated::new(&document), &[]).findings;
    let place = |finding: &Finding| document.in_file(finding.span);
    let found: Vec<_> = findings.iter().map(|f| (f.rule.id.as_str(), place(f))).collect();
    let alike = marks.len() == found.len()
        && marks.iter().zip(&found).all(|((rule, start, end), (id, span))| {
            rule.as_ref().is_none_or(|rule| rule == id) && (*start, *end) == (span.start(), span.end())
        });
    if !alike {
        let shown: Vec<_> = found.iter().map(|(id, span)| format!("{id}: {}", span.of(&text))).collect();
        return Some(format!("expected {:?}, found {shown:?}", case.text));
    }
    let edits = findings.iter().filter_map(|f| f.fix.as_ref()).flat_map(|fix| fix.edits.clone());
    let edits: Vec<_> = edits.map(|edit| Edit { span: document.in_file(edit.span), ..edit }).collect();
    let fixed = apply(&text, &edits).text;
    case.fix.as_ref().filter(|fix| **fix != fixed).map(|fix| format!("expected the fix {fix:?}, got {fixed:?}"))
}

#[test]
fn cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/glossary");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let (mut count, mut faults) = (0, Vec::new());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let table: Table =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        count += table.case.len();
        let wrong = table.case.iter().filter_map(|case| Some((case, fault(case, table.glossary.as_deref())?)));
        faults.extend(wrong.map(|(case, fault)| format!("{name}: {}: {fault}", case.name)));
    }
    assert!(faults.is_empty(), "{} of {count} cases:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 150, "{count} cases");
}

/// What a glossary with its entries in some order finds in a text.
fn found(glossary: &Glossary, text: &str) -> Vec<(String, usize, usize, Option<String>)> {
    let packs = with_glossaries(load(&["house".to_owned()]).unwrap(), vec![glossary.clone()]).unwrap();
    let linter = Linter::new(packs, &Selection::default()).unwrap();
    let document = mtlint::read("article.txt", text.as_bytes().to_vec()).unwrap();
    let findings = linter.run(&Annotated::new(&document), &[]).findings.into_iter();
    let fix = |finding: &Finding| finding.fix.as_ref().map(|fix| fix.edits[0].replacement.clone());
    findings.map(|f| (f.rule.id.clone(), f.span.start(), f.span.end(), fix(&f))).collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_entries_does_not_matter(order in proptest::strategy::Strategy::prop_shuffle(proptest::strategy::Just((0..10usize).collect::<Vec<_>>()))) {
        let toml = include_str!("glossaries/ten-terms.toml");
        let glossary = Glossary::read("house.toml", toml, glossary::by_name("toml").unwrap()).unwrap();
        let text = include_str!("glossaries/article.txt");
        let terms = order.iter().map(|at| glossary.terms[*at].clone()).collect();
        let shuffled = Glossary { terms, ..glossary.clone() };
        let expected = found(&glossary, text);
        proptest::prop_assert!(expected.len() >= 7, "{expected:?}");
        proptest::prop_assert_eq!(found(&shuffled, text), expected);
    }
}
