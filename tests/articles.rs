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
use mtlint::{Document, Report, Scoring};

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

/// What the command prints about an article.
fn printed(article: &Path, format: &str) -> String {
    let path = article.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", "--color", "never", "--format", format]);
    String::from_utf8(command.arg(path).output().unwrap().stdout).unwrap()
}

#[test]
fn the_committed_reports_are_true() {
    let update = std::env::var_os("UPDATE_REPORTS").is_some();
    let mut stale = Vec::new();
    for article in articles() {
        let name = article.file_stem().unwrap().to_string_lossy().into_owned();
        for (format, extension) in [("text", "txt"), ("json", "json")] {
            let (path, now) = (folder("reports").join(format!("{name}.{extension}")), printed(&article, format));
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

/// Lines and texts of the findings in an article.
fn findings(linter: &Linter, article: &Path) -> Vec<(usize, String)> {
    let path = article.display().to_string();
    let document: Document = mtlint::read(&path, fs::read(article).unwrap()).unwrap();
    let report = Report::new(linter, document, Scoring::default());
    let document = &report.checked.document;
    let place = |span| document.file.locate(document.in_file(span)).0.line;
    let findings = report.checked.findings.iter();
    findings.map(|finding| (place(finding.span), finding.span.of(document.target.text()).to_owned())).collect()
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
        let found = findings(&linter, &article);
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [line, wrong, ..] = cells.as_slice() else { panic!("{}: {row}", article.display()) };
            let line: usize = line.parse().unwrap();
            let overlaps =
                |(at, text): &(usize, String)| *at == line && (text.contains(wrong) || wrong.contains(text.as_str()));
            planted += 1;
            if !found.iter().any(overlaps) {
                missed.push(format!("{}:{line}: {wrong}", article.display()));
            }
        }
    }
    let share = (planted - missed.len()) * 100 / planted.max(1);
    assert!(planted > 150, "only {planted} planted faults");
    assert!(share >= 70, "{share} % of {planted} planted faults are found; missed:\n{}", missed.join("\n"));
}

#[test]
fn good_articles_are_left_alone() {
    let linter = linter();
    for article in articles().iter().filter(|path| path.to_string_lossy().contains("-good")) {
        let found = findings(&linter, article);
        assert!(found.is_empty(), "{}: {found:?}", article.display());
    }
}
