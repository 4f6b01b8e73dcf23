//! The sample articles: their committed reports are what the tool says today, planted faults are
//! found, and the good articles are left alone.
//!
//! After a change that is meant to alter the reports: `UPDATE_REPORTS=1 cargo test --test articles`.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mtlint::engine::{Linter, Selection, load};
use mtlint::{Document, Finding, Report, Scoring, align};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The articles, without the tables of planted faults.
fn articles() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder("tests/articles")).unwrap().map(|entry| entry.unwrap().path());
    let mut articles: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e != "tsv")).collect();
    articles.sort();
    articles
}

/// Two translations of one source: a good one, and one with planted faults.
const BILINGUAL: [&str; 2] = ["good", "faulty"];

/// The translations under `tests/articles/bilingual`, each with the name of its report and its source.
fn translations() -> Vec<(String, PathBuf, PathBuf)> {
    let root = folder("tests/articles/bilingual");
    let entries = fs::read_dir(root.join("zh")).unwrap().map(|entry| entry.unwrap().path());
    let mut sources: Vec<_> = entries.collect();
    sources.sort();
    let pair = |source: &PathBuf, quality: &str| {
        let name = source.file_stem().unwrap().to_string_lossy().into_owned();
        let target = root.join(quality).join(source.file_name().unwrap());
        (format!("{name}-{quality}"), target, source.clone())
    };
    sources.iter().flat_map(|source| BILINGUAL.map(|quality| pair(source, quality))).collect()
}

/// What the command prints about an article.
fn printed(article: &Path, source: Option<&Path>, format: &str) -> String {
    let inside = |path: &Path| path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_owned();
    let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", "--color", "never", "--format", format]);
    if let Some(source) = source {
        command.arg("--source").arg(inside(source));
    }
    String::from_utf8(command.arg(inside(article)).output().unwrap().stdout).unwrap()
}

#[test]
fn the_committed_reports_are_true() {
    let update = std::env::var_os("UPDATE_REPORTS").is_some();
    let mut stale = Vec::new();
    let alone = articles().into_iter().map(|article| {
        let name = article.file_stem().unwrap().to_string_lossy().into_owned();
        (name, article, None)
    });
    let paired = translations().into_iter().map(|(name, target, source)| (name, target, Some(source)));
    for (name, article, source) in alone.chain(paired) {
        for (format, extension) in [("text", "txt"), ("json", "json")] {
            let now = printed(&article, source.as_deref(), format);
            let path = folder("reports").join(format!("{name}.{extension}"));
            if update {
                fs::create_dir_all(folder("reports")).unwrap();
                fs::write(&path, &now).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != now {
                stale.push(path.display().to_string());
            }
        }
    }
    assert!(stale.is_empty(), "not what the tool says: {}; see the head of tests/articles.rs", stale.join(", "));
}

fn read(path: &Path) -> Document {
    mtlint::read(&path.display().to_string(), fs::read(path).unwrap()).unwrap()
}

/// Lines and texts of the findings in an article.
fn findings(linter: &Linter, document: Document) -> Vec<(usize, String)> {
    let report = Report::new(linter, document, Scoring::default());
    let document = &report.checked.document;
    let place = |finding: &Finding| {
        let (file, span) = document.place(finding.side, finding.span);
        (file.locate(span).0.line, document.slice(finding.side, finding.span).to_owned())
    };
    report.checked.findings.iter().map(place).collect()
}

fn linter() -> Linter {
    Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection::default()).unwrap()
}

#[test]
fn planted_faults_are_found() {
    let linter = linter();
    let (mut planted, mut missed) = (0, Vec::new());
    for article in articles() {
        let Ok(table) = fs::read_to_string(article.with_extension("expected.tsv")) else { continue };
        let found = findings(&linter, read(&article));
        planted += table.lines().skip(1).count();
        missed.extend(overlooked(&table, &found).iter().map(|fault| format!("{}:{fault}", article.display())));
    }
    let share = (planted - missed.len()) * 100 / planted.max(1);
    assert!(planted > 150, "only {planted} planted faults");
    assert!(share >= 70, "{share} % of {planted} planted faults are found; missed:\n{}", missed.join("\n"));
}

/// The planted faults of a table that are not among the findings.
fn overlooked(table: &str, found: &[(usize, String)]) -> Vec<String> {
    let mut missed = Vec::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [line, wrong, ..] = cells.as_slice() else { panic!("{row}") };
        let line: usize = line.parse().unwrap();
        let overlaps =
            |(at, text): &(usize, String)| *at == line && (text.contains(wrong) || wrong.contains(text.as_str()));
        if !found.iter().any(overlaps) {
            missed.push(format!("{line}: {wrong}"));
        }
    }
    missed
}

#[test]
fn with_a_source_planted_faults_are_found_and_good_translations_left_alone() {
    let linter = linter();
    for (name, target, source) in translations() {
        let document = align::join(read(&target), read(&source));
        let found = findings(&linter, document);
        match fs::read_to_string(target.with_extension("expected.tsv")) {
            Ok(table) => assert_eq!(overlooked(&table, &found), Vec::<String>::new(), "{name}: {found:#?}"),
            Err(_) => assert!(found.is_empty(), "{name}: {found:#?}"),
        }
    }
}

#[test]
fn good_articles_are_left_alone() {
    let linter = linter();
    for article in articles().iter().filter(|path| path.to_string_lossy().contains("-good")) {
        let found = findings(&linter, read(article));
        assert!(found.is_empty(), "{}: {found:?}", article.display());
    }
}
