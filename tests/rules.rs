//! Runs the examples in every rule file, and lints the catalogue of rules, terms and names.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::{BTreeMap, BTreeSet};

use mtlint::builtin;
use mtlint::check::Gate;
use mtlint::document::Side;
use mtlint::engine::{Linter, Selection, Selector, load, with_glossaries};
use mtlint::glossary::{Glossary, Pattern};
use mtlint::language::Annotated;
use mtlint::read::{by_name, read_as};
use mtlint::rule::{Example, Pack, Rule};
use mtlint::text::{Span, apply};

fn packs() -> Vec<Pack> {
    load(&["zh-en".to_owned()]).unwrap()
}

/// All glossaries with their paths inside the pack.
fn glossaries(packs: &[Pack]) -> impl Iterator<Item = (&str, &Glossary)> {
    packs.iter().flat_map(|pack| &pack.glossaries).map(|(path, glossary)| (path.as_str(), glossary.as_ref()))
}

/// The spans that are found in the text and in its source.
type Found = (Vec<Span>, Vec<Span>);

/// The spans that a rule alone finds in an example, and the text with its fixes.
fn run(linter: &Linter, example: &Example) -> (Found, String) {
    let reader = by_name(&example.format).unwrap();
    let mut document = read_as(reader, "example", example.text.clone().into_bytes()).unwrap();
    if let Some(source) = &example.source {
        let source = read_as(by_name("text").unwrap(), "source", source.clone().into_bytes()).unwrap();
        document = mtlint::align::join(document, source);
    }
    let findings = linter.run(&Annotated::new(&document), &[]).findings;
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let edits: Vec<_> = fixes.flat_map(|fix| fix.edits.clone()).collect();
    let on = |side| findings.iter().filter(move |finding| finding.side == side);
    let spans = |side| on(side).map(|finding| document.place(side, finding.span).1).collect();
    ((spans(Side::Target), spans(Side::Source)), apply(&example.text, &edits).text)
}

/// The linter of a rule alone, with a house glossary.
fn linter(packs: &[Pack], rule: &Rule, glossary: Option<&str>) -> Result<Linter, String> {
    let only = vec![Selector::parse(&rule.id).unwrap()];
    let format = mtlint::glossary::by_name("toml").unwrap();
    let glossary = glossary.map(|text| Glossary::read("example.toml", text, format)).transpose();
    let packs = with_glossaries(packs.to_vec(), glossary.map_err(|error| error.to_string())?.into_iter().collect());
    let linter = Linter::new(packs.unwrap(), &Selection { only, ..Selection::default() });
    linter.map(|linter| linter.today(DAY)).map_err(|error| error.to_string())
}

/// The day of the run, where an example has no date.
const DAY: jiff::civil::Date = jiff::civil::date(2024, 5, 1);

fn faults(packs: &[Pack], rule: &Rule) -> Vec<String> {
    let plain = match linter(packs, rule, None) {
        Ok(linter) => linter,
        Err(error) => return vec![error],
    };
    let mut faults = Vec::new();
    for example in &rule.examples {
        let own = example.glossary.as_deref().map(|glossary| linter(packs, rule, Some(glossary)).unwrap());
        let ((spans, sources), fixed) = run(own.as_ref().unwrap_or(&plain), example);
        let source = example.source.as_deref().unwrap_or_default();
        let shown = |spans: &[Span], sources: &[Span]| {
            let on = |text: &str, spans: &[Span]| spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
            [on(&example.text, spans), on(source, sources)].concat()
        };
        if spans != example.flags || sources != example.source_flags {
            let (expected, found) = (shown(&example.flags, &example.source_flags), shown(&spans, &sources));
            faults.push(format!("{}:{}: expected {expected:?}, found {found:?}", rule.path, example.line));
        } else if example.fix.as_ref().is_some_and(|fix| *fix != fixed) {
            faults.push(format!("{}:{}: the fixes give {fixed:?}", rule.path, example.line));
        }
    }
    faults
}

#[test]
fn examples_hold() {
    let packs = packs();
    let rules = packs.iter().flat_map(|pack| &pack.rules);
    let faults: Vec<String> = rules.flat_map(|rule| faults(&packs, rule)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_pattern_of_the_glossaries_parses() {
    for (path, glossary) in glossaries(&packs()) {
        for term in &glossary.terms {
            for pattern in &term.wrong {
                assert!(Pattern::parse(pattern).is_ok(), "{path}:{}: {pattern}", term.line);
            }
        }
    }
}

#[test]
fn the_glossaries_lint_clean() {
    let packs = packs();
    let own: Vec<Glossary> = glossaries(&packs).map(|(_, glossary)| glossary.clone()).collect();
    let problems = mtlint::glossary::lint::lint(&own, DAY);
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_term_is_attested_and_no_source_stands_twice() {
    let (mut seen, mut faults) = (BTreeMap::new(), Vec::new());
    for (path, glossary) in glossaries(&packs()) {
        for term in &glossary.terms {
            if term.attested.trim().is_empty() || term.attested.contains("recalled") {
                faults.push(format!("{path}:{}: {} is not attested", term.line, term.name()));
            }
            for source in &term.source {
                let place = format!("{path}:{}", term.line);
                if let Some(first) = seen.insert(source.clone(), place.clone()) {
                    faults.push(format!("{place}: {source} stands at {first} already"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_catalogue_is_as_large_as_promised() {
    let packs = packs();
    let rules = packs.iter().map(|pack| pack.rules.len()).sum::<usize>();
    let count = |folder: &str| {
        let inside = glossaries(&packs).filter(|(path, _)| path.starts_with(folder));
        inside.map(|(_, glossary)| glossary.terms.len()).sum::<usize>()
    };
    assert!(rules >= 120, "{rules} rules");
    assert!(count("terms/") >= 1200, "{} terms", count("terms/"));
    assert!(count("names/") >= 800, "{} names", count("names/"));
}

#[test]
fn all_packs_load_and_every_table_is_used() {
    let names: BTreeSet<&str> = builtin::names().collect();
    assert_eq!(names, BTreeSet::from(["any", "en", "house", "zh-en"]));
    for name in names {
        let pack = builtin::pack(name).unwrap();
        let rules = pack.rules.iter().map(|rule| rule.params.to_string());
        let used: String = rules.chain(Gate::TABLES.into_iter().map(str::to_owned)).collect();
        let used = used + &sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        let data = pack.tables.keys().filter(|path| *path != "cues.tsv" && !path.contains("LICENSE"));
        for path in data {
            assert!(used.contains(path.as_str()), "{name}: no rule uses {path}");
        }
    }
}

/// The text of all source files, which name the tables that several rules share.
fn sources(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { sources(&path) } else { std::fs::read_to_string(path).unwrap() }).collect()
}
