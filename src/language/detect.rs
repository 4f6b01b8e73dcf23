//! The language of a text, by whatlang's trigrams.

use std::borrow::Cow;

use whatlang::{Lang, Script};

use super::is_cjk;

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
    if info.script() == Script::Mandarin && has_kana(&sample) {
        return Some(Language { code: "ja", name: Lang::Jpn.eng_name(), reliable: true });
    }
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
    let words = text.as_bytes().split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let count = |(words, english), word| (words + 1, english + usize::from(is_english(word)));
    let (words, english) = words.fold((0, 0), count);
    latin && english >= LEAST && english * 10 >= words
}

fn is_english(word: &[u8]) -> bool {
    let same = |english: &&str| english.as_bytes().first() == word.first() && english.as_bytes() == word;
    (3..=5).contains(&word.len()) && ENGLISH.iter().any(same)
}

/// Whether a text in Chinese characters is Japanese: one in ten of its letters is kana. Japanese with long
/// words in Chinese characters has more of these, by which whatlang goes.
fn has_kana(text: &str) -> bool {
    let (kana, letters) = text.chars().filter(|c| is_cjk(*c)).fold((0, 0), |(kana, letters), c| {
        (kana + usize::from(matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}')), letters + 1)
    });
    kana >= 10 && kana * 10 >= letters
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
    fn japanese_in_chinese_characters_is_not_chinese() {
        let code = |text: &str| detect(text).map(|language| (language.code, language.reliable));
        let japanese =
            "労働組合幹部、港湾施設訪問。全市三十三万人の組合労働者が学習活動に参加した。主席は学習すべきだと述べた。";
        assert_eq!(code(japanese), Some(("ja", true)));
        assert_eq!(code("东京的居酒屋“わたみ”和“のり平”都开了工会。工人们说，这里的菜单是用日语写的，价格公道，环境也好，还有“おでん”等小吃可以选择，所以他们星期五下班后常来。店主是一位老人，他在这条街上住了四十年，认识附近的每一个人，也喜欢给年轻人讲过去的故事。").map(|c| c.0), Some("zh"));
    }

    #[test]
    fn plain_english_is_what_the_trigrams_say_too() {
        let english = "The bridge that was closed with the port has opened, and the ships which wait there have moved on \
                       with the coal and the wheat from the north.";
        assert!(is_plain_english(english) && whatlang::detect(english).is_some_and(|info| info.lang() == Lang::Eng));
        assert_eq!(detect(english).map(|language| language.code), Some("en"));
        assert!(!is_plain_english(&[english, &"这座港口整个冬天都开放。".repeat(9)].concat()));
    }
}
