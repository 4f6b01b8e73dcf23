//! Every example in the README is executed, and prints what the README shows.
//!
//! After a change that is meant to alter it: `TRYCMD=overwrite cargo test --test readme`.

#[test]
fn examples_in_the_readme_are_real() {
    trycmd::TestCases::new()
        .case("README.md")
        .register_bin("mtlint", std::path::PathBuf::from(env!("CARGO_BIN_EXE_mtlint")));
}
