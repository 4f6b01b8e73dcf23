//! Proves the floors of the design: who imports whom, a head on every file, and budgets of length.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, with what each module may import; a module may always import itself.
const FLOORS: [(&str, &[&str]); 21] = [
    ("text", &[]),
    ("mqm", &[]),
    ("expression", &[]),
    ("body", &["text"]),
    ("xml", &["text"]),
    ("document", &["text"]),
    ("glossary", &["text", "mqm", "xml"]),
    ("filing", &["text", "glossary"]),
    ("read", &["text", "document", "xml"]),
    ("language", &["text", "document"]),
    ("align", &["text", "document", "language"]),
    ("check", &["text", "expression", "body", "document", "glossary", "filing", "language"]),
    ("rule", &["text", "mqm", "expression", "body", "glossary"]),
    ("builtin", &["expression", "glossary", "filing", "rule"]),
    ("finding", &["text", "mqm", "document", "rule"]),
    ("engine", &["text", "mqm", "document", "glossary", "language", "align", "check", "rule", "builtin", "finding"]),
    ("mine", &["text", "document", "language", "glossary"]),
    ("score", &["text", "mqm", "document", "language", "rule", "finding"]),
    ("report", &["text", "mqm", "document", "language", "rule", "finding", "score"]),
    ("config", &["text", "mqm", "rule", "builtin", "engine", "score"]),
    (
        "cli",
        &[
            "read", "document", "language", "text", "mqm", "rule", "engine", "score", "report", "config", "check",
            "glossary", "mine",
        ],
    ),
];
/// The longest a source file may be, in lines.
const BUDGET: usize = 300;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The module that a file belongs to: the first part of its path.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Whether the file is compiled for tests only: its parent declares it under `#[cfg(test)]`.
fn is_test_only(path: &Path) -> bool {
    let parent = fs::read_to_string(path.with_file_name("mod.rs")).unwrap_or_default();
    let name = path.file_stem().unwrap().to_string_lossy();
    parent.contains(&format!("#[cfg(test)]\nmod {name};"))
}

/// The modules that a line names after `crate::`.
fn imports(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let after = code.split("crate::").skip(1);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    after.map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn modules_import_only_from_floors_below() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let module = module(&path);
        let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| *name == module) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        let product = if is_test_only(&path) { "" } else { text.split("#[cfg(test)]\nmod tests").next().unwrap() };
        for (number, line) in product.lines().enumerate() {
            for import in imports(line) {
                let known = FLOORS.iter().any(|(name, _)| *name == import);
                if known && import != module && !allowed.contains(&import.as_str()) {
                    wrong.push(format!("{}:{}: {module} imports {import}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_stands_on_a_floor() {
    for path in sources(&root()) {
        let module = module(&path);
        let known = matches!(module.as_str(), "lib" | "main") || FLOORS.iter().any(|(name, _)| *name == module);
        assert!(known, "{}: on no floor; add it to FLOORS", path.display());
    }
}

#[test]
fn every_file_has_a_head_and_keeps_its_budget() {
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{}: no `//!` line says what the file is for", path.display());
        let lines = text.lines().count();
        assert!(lines <= BUDGET, "{}: {lines} lines, the budget is {BUDGET}; split it", path.display());
    }
}

#[test]
fn whatlang_lives_in_language_only() {
    for path in sources(&root()).iter().filter(|path| module(path) != "language") {
        let text = fs::read_to_string(path).unwrap();
        let uses = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains("whatlang::"));
        assert!(!uses, "{} uses whatlang", path.display());
    }
}
