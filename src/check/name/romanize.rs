//! Chinese characters → the pinyin spellings that a translation engine may give a name.

use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::glossary::TermKind;

/// Characters that are read in another way when they are surnames.
const SURNAME_READINGS: &str = include_str!("data/surname-readings.txt");
/// Surnames of two characters, Chinese, Korean and the Japanese ones of the news.
const COMPOUND: &str = include_str!("data/compound-surnames.txt");
/// The most readings of one name that are tried.
const MOST: usize = 4;

/// The pinyin spellings of a name, in lower-case letters without spaces and hyphens; none where a
/// character has no pinyin. Some may come twice.
pub(super) fn spellings(source: &str, kind: TermKind) -> Vec<String> {
    let characters: Vec<char> = source.chars().filter(|c| !matches!(c, '·' | '・')).collect();
    let transcribed = characters.len() < source.chars().count();
    let person = kind == TermKind::Person && !transcribed;
    let named = matches!(kind, TermKind::Person | TermKind::Place | TermKind::Organization);
    if !named || characters.len() < 2 || (characters.len() > 5 && !transcribed) {
        return Vec::new();
    }
    let mut spellings = Vec::new();
    for Reading { letters, surname } in readings(&characters, person) {
        if person {
            let (surname, given) = letters.split_at_checked(surname).unwrap_or_default();
            spellings.push([given, surname].concat());
        }
        spellings.push(letters);
    }
    spellings
}

/// One way to read a name.
#[derive(Clone, Default)]
struct Reading {
    letters: String,
    /// Where the surname ends, if it is a name with a surname.
    surname: usize,
}

impl Reading {
    /// Adds a syllable, which may be one of the surname.
    fn push(&mut self, syllable: &str, is_surname: bool) {
        self.letters.push_str(syllable);
        if is_surname {
            self.surname = self.letters.len();
        }
    }

    fn with(mut self, syllable: &str, is_surname: bool) -> Self {
        self.push(syllable, is_surname);
        self
    }
}

/// The readings of a name; several where a character has several.
fn readings(characters: &[char], person: bool) -> Vec<Reading> {
    let surname = if is_compound(characters) { 2 } else { 1 };
    let mut readings = vec![Reading::default()];
    for (at, c) in characters.iter().enumerate() {
        let mut syllables = syllables(*c, person && at == 0);
        let Some(usual) = syllables.next() else { return Vec::new() };
        match syllables.next() {
            // Most characters have one reading.
            None => readings.iter_mut().for_each(|reading| reading.push(usual, at < surname)),
            Some(other) => {
                let both = readings.iter().flat_map(|reading| [(reading, usual), (reading, other)]).take(MOST);
                readings = both.map(|(reading, syllable)| reading.clone().with(syllable, at < surname)).collect();
            }
        }
    }
    readings
}

/// Whether a name of a person begins with a surname of two characters.
fn is_compound(characters: &[char]) -> bool {
    static SURNAMES: LazyLock<FxHashSet<[char; 2]>> = LazyLock::new(|| {
        let pair = |line: &str| <[char; 2]>::try_from(line.chars().collect::<Vec<_>>()).ok();
        COMPOUND.lines().filter_map(pair).collect()
    });
    matches!(characters, [first, second, _, ..] if SURNAMES.contains(&[*first, *second]))
}

/// The readings of a character as a surname, where they are others than elsewhere.
pub(in crate::check) fn surname_readings(c: char) -> &'static [&'static str] {
    static READINGS: LazyLock<FxHashMap<char, Vec<&str>>> = LazyLock::new(|| {
        let lines = SURNAME_READINGS.lines().filter_map(|line| line.split_once(' '));
        lines.filter_map(|(c, readings)| Some((c.chars().next()?, readings.split(' ').collect()))).collect()
    });
    READINGS.get(&c).map(Vec::as_slice).unwrap_or_default()
}

/// The first two readings of a character, the usual one first; none where it is no Chinese character.
pub(in crate::check) fn syllables(c: char, surname: bool) -> impl Iterator<Item = &'static str> + Clone {
    let special = if surname { surname_readings(c) } else { &[] };
    let usual = special.first().copied().or_else(|| Some(ascii(c.to_pinyin()?.plain())));
    let all = if special.is_empty() { c.to_pinyin_multi() } else { None };
    let other = all.into_iter().flatten().map(|reading| ascii(reading.plain())).find(|other| Some(*other) != usual);
    usual.into_iter().chain(other)
}

/// Engines write ü as u or v; u is what they write in names.
fn ascii(syllable: &'static str) -> &'static str {
    match syllable {
        "lü" => "lu",
        "nü" => "nu",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_places_and_transcriptions() {
        for (source, kind, spelling) in [
            ("范明政", TermKind::Person, "fanmingzheng"),
            ("范明政", TermKind::Person, "mingzhengfan"),
            ("釜山", TermKind::Place, "fushan"),
            ("尼古拉斯·马杜罗", TermKind::Person, "nigulasimaduluo"),
            ("安倍晋三", TermKind::Person, "jinsananbei"),
            ("曾荫权", TermKind::Person, "zengyinquan"),
        ] {
            let spellings = spellings(source, kind);
            assert!(spellings.iter().any(|known| known == spelling), "{source} → {spelling}: {spellings:?}");
        }
        assert!(spellings("全国人民代表大会", TermKind::Organization).is_empty());
    }
}
