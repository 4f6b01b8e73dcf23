//! The language of a text, by whatlang's trigrams.

use std::borrow::Cow;

use whatlang::{Lang, Script};

/// A language that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// The ISO 639-1 code where there is one, else the ISO 639-3 code.
    pub code: &'static str,
    /// The English name.
    pub name: &'static str,
    /// Whether whatlang calls the result reliable.
    pub reliable: bool,
}

/// How much of a text is looked at: enough for certainty, little enough to cost nothing.
const SAMPLE: usize = 2000;
/// Words that hardly any other language has. A text of which they are a tenth is English, which
/// saves most documents the comparison with the trigrams of seventy languages.
const ENGLISH: [&str; 11] = ["and", "been", "from", "have", "that", "the", "their", "this", "were", "which", "with"];
/// The fewest of them that suffice.
const LEAST: usize = 8;

/// The language of a text, judged by three samples of it.
#[must_use]
pub fn detect(text: &str) -> Option<Language> {
    let sample = sample(text);
    if is_plain_english(&sample) {
        return Some(Language { code: "en", name: Lang::Eng.eng_name(), reliable: true });
    }
    let info = whatlang::detect(&sample)?;
    let code = match (info.lang(), info.script()) {
        (Lang::Eng, _) => "en",
        (_, Script::Mandarin) => "zh",
        (Lang::Jpn, _) => "ja",
        (Lang::Kor, _) => "ko",
        (Lang::Fra, _) => "fr",
        (Lang::Deu, _) => "de",
        (Lang::Spa, _) => "es",
        (Lang::Rus, _) => "ru",
        (Lang::Ara, _) => "ar",
        (lang, _) => lang.code(),
    };
    Some(Language { code, name: info.lang().eng_name(), reliable: info.is_reliable() })
}

/// Whether a text is English beyond doubt.
fn is_plain_english(text: &str) -> bool {
    let latin = text.bytes().filter(u8::is_ascii).count() * 10 > text.len() * 9;
    let words = text.split_ascii_whitespace().count();
    let is_english = |word: &&str| (3..=5).contains(&word.len()) && ENGLISH.contains(word);
    let english = text.split_ascii_whitespace().filter(is_english).count();
    latin && english >= LEAST && english * 10 >= words
}

/// The text itself where it is short, else pieces from its start, middle and end.
fn sample(text: &str) -> Cow<'_, str> {
    if text.len() <= 3 * SAMPLE {
        return Cow::Borrowed(text);
    }
    let piece = |from: usize| {
        let start = (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        text.get(start..).unwrap_or_default().chars().take(SAMPLE).collect::<String>()
    };
    [0, text.len() / 2, text.len() - SAMPLE].map(piece).join("\n").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_english_is_what_the_trigrams_say_too() {
        let english = "The bridge that was closed with the port has opened, and the ships which wait there have moved on \
                       with the coal and the wheat from the north.";
        assert!(is_plain_english(english) && whatlang::detect(english).is_some_and(|info| info.lang() == Lang::Eng));
        assert_eq!(detect(english).map(|language| language.code), Some("en"));
        assert!(!is_plain_english(&[english, &"这座港口整个冬天都开放。".repeat(9)].concat()));
    }
}
