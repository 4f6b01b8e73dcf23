//! Stems, by the Snowball English algorithm.

use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of an English word, in lower case.
#[must_use]
pub fn stem(word: &str) -> String {
    static ENGLISH: OnceLock<Stemmer> = OnceLock::new();
    let stemmer = ENGLISH.get_or_init(|| Stemmer::create(Algorithm::English));
    let lower = word.to_lowercase().replace('’', "'");
    stemmer.stem(lower.trim_end_matches("'s")).into_owned()
}
