//! The language of a text, by whatlang's trigrams.

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

/// The language of a text, judged by three samples of it.
#[must_use]
pub fn detect(text: &str) -> Option<Language> {
    let info = whatlang::detect(&sample(text))?;
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

/// The text itself where it is short, else pieces from its start, middle and end.
fn sample(text: &str) -> String {
    if text.len() <= 3 * SAMPLE {
        return text.to_owned();
    }
    let piece = |from: usize| {
        let start = (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        text.get(start..).unwrap_or_default().chars().take(SAMPLE).collect::<String>()
    };
    [0, text.len() / 2, text.len() - SAMPLE].map(piece).join("\n")
}
