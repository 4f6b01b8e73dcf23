//! Every example in the README is executed, and prints what the README shows.
//!
//! After a change that is meant to alter it: `TRYCMD=overwrite cargo test --test readme`.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[test]
fn examples_in_the_readme_are_real() {
    trycmd::TestCases::new()
        .case("README.md")
        .register_bin("mtlint", std::path::PathBuf::from(env!("CARGO_BIN_EXE_mtlint")));
}

#[test]
fn the_glossary_in_the_readme_is_the_one_that_is_enforced() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let glossary = std::fs::read_to_string(root.join("tests/glossaries/ten-terms.toml")).unwrap();
    assert!(std::fs::read_to_string(root.join("README.md")).unwrap().contains(&glossary));
}
