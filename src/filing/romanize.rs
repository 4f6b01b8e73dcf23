//! Chinese characters → the pinyin spellings that a translation engine may give a name.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Spelling;
use super::spelling::letters;
use crate::glossary::{Term, TermKind};

/// Characters that are read in another way when they are surnames.
const SURNAME_READINGS: &str = include_str!("data/surname-readings.txt");
/// Surnames of two characters, Chinese, Korean and the Japanese ones of the news.
const COMPOUND: &str = include_str!("data/compound-surnames.txt");

/// Whether terms of a kind are names, which engines spell in pinyin.
pub(super) fn is_name(kind: TermKind) -> bool {
    matches!(kind, TermKind::Person | TermKind::Place | TermKind::Organization)
}

/// The pinyin of a name's source forms, where it is not itself a right form. Some may come twice.
pub(super) fn spellings(term: &Term) -> Vec<Spelling> {
    let right: Vec<String> = term.right().map(|form| letters(&form.text)).collect();
    let mut spellings = Vec::new();
    for source in &term.source {
        spell(source, term.kind, |letters| {
            if right.iter().all(|right| right != letters) {
                spellings.push(Spelling::new(letters));
            }
        });
    }
    spellings
}

/// Calls `visit` with the pinyin spellings of a name, in lower-case letters without spaces and hyphens; there
/// are none where a character has no pinyin. Some may come twice.
fn spell(source: &str, kind: TermKind, mut visit: impl FnMut(&str)) {
    let characters: Vec<char> = source.chars().filter(|c| !matches!(c, '·' | '・')).collect();
    let transcribed = characters.len() < source.chars().count();
    let person = kind == TermKind::Person && !transcribed;
    if characters.len() < 2 || (characters.len() > 5 && !transcribed) {
        return;
    }
    let Some(read) = read(&characters, person) else { return };
    let (surname, given) = read.split_at_checked(if is_compound(&characters) { 2 } else { 1 }).unwrap_or_default();
    let mut letters = String::new();
    for choice in choices(&read) {
        let mut spell = |parts: [&[Syllable]; 2]| {
            letters.clear();
            letters.extend(parts.into_iter().flatten().map(|syllable| syllable.chosen(choice)));
            visit(&letters);
        };
        spell([surname, given]);
        if person {
            spell([given, surname]);
        }
    }
}

/// How a character is read.
struct Syllable {
    usual: &'static str,
    /// Another reading.
    other: Option<&'static str>,
    /// The bit of the choices that take it; none where it is not tried.
    bit: Choice,
}

/// Which characters of a name are read in the other way, by their bits.
type Choice = u8;

/// The bits of the characters that are tried in both readings: the last of those that have two.
const BITS: [Choice; 2] = [0b01, 0b10];

impl Syllable {
    fn chosen(&self, choice: Choice) -> &'static str {
        self.other.filter(|_| choice & self.bit != 0).unwrap_or(self.usual)
    }
}

/// How the characters of a name are read; nothing where one has no pinyin.
fn read(characters: &[char], person: bool) -> Option<Vec<Syllable>> {
    let syllable = |(at, c): (usize, &char)| {
        let mut syllables = syllables(*c, person && at == 0);
        Some(Syllable { usual: syllables.next()?, other: syllables.next(), bit: 0 })
    };
    let mut read: Vec<Syllable> = characters.iter().enumerate().map(syllable).collect::<Option<_>>()?;
    let several = read.iter_mut().rev().filter(|syllable| syllable.other.is_some());
    several.zip(BITS).for_each(|(syllable, bit)| syllable.bit = bit);
    Some(read)
}

/// The choices that there are.
fn choices(read: &[Syllable]) -> RangeInclusive<Choice> {
    0..=read.iter().fold(0, |all, syllable| all | syllable.bit)
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
pub fn surname_readings(c: char) -> &'static [&'static str] {
    static READINGS: LazyLock<FxHashMap<char, Vec<&str>>> = LazyLock::new(|| {
        let lines = SURNAME_READINGS.lines().filter_map(|line| line.split_once(' '));
        lines.filter_map(|(c, readings)| Some((c.chars().next()?, readings.split(' ').collect()))).collect()
    });
    READINGS.get(&c).map(Vec::as_slice).unwrap_or_default()
}

/// The first two readings of a character, the usual one first; none where it is no Chinese character.
pub fn syllables(c: char, surname: bool) -> impl Iterator<Item = &'static str> + Clone {
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

    fn all(source: &str, kind: TermKind) -> Vec<String> {
        let mut all = Vec::new();
        spell(source, kind, |letters| all.push(letters.to_owned()));
        all
    }

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
            let spellings = all(source, kind);
            assert!(spellings.iter().any(|known| known == spelling), "{source} → {spelling}: {spellings:?}");
        }
        assert!(all("全国人民代表大会", TermKind::Organization).is_empty());
    }
}
