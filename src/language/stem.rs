//! Stems, by the Snowball algorithms (snowballstem.org).

use std::sync::OnceLock;

use snowball_stemmers_rs::{Algorithm, Stemmer as Snowball};

/// The stem of an English word, in lower case.
#[must_use]
pub fn stem(word: &str) -> String {
    static ENGLISH: OnceLock<Snowball> = OnceLock::new();
    let stemmer = ENGLISH.get_or_init(|| Snowball::create(Algorithm::English));
    let lower = word.to_lowercase().replace('’', "'");
    stemmer.stem(lower.trim_end_matches("'s")).into_owned()
}

/// Undoes inflection in a language other than English, whose inflections [`bases`](super::bases) knows.
pub struct Stemmer {
    snowball: Snowball,
}

impl Stemmer {
    /// The stemmer of a language, named by a BCP 47 tag (`fr`, `pt-BR`); nothing for English and for
    /// languages that Snowball does not know, as Chinese, which does not inflect.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Some(Self { snowball: Snowball::create(algorithm(&primary)?) })
    }

    /// The stem of a word in lower case.
    #[must_use]
    pub fn stem(&self, lower: &str) -> String {
        self.snowball.stem(lower).into_owned()
    }
}

impl std::fmt::Debug for Stemmer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Stemmer")
    }
}

/// The algorithm of an ISO 639-1 code.
fn algorithm(code: &str) -> Option<Algorithm> {
    Some(match code {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_their_own_stems() {
        let french = Stemmer::new("fr-CA").unwrap();
        assert_eq!(french.stem("ouvriers"), french.stem("ouvrier"));
        assert!(Stemmer::new("zh").is_none() && Stemmer::new("en-GB").is_none());
    }
}
