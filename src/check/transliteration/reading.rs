//! How a Chinese character is read in names: Hanyu Pinyin, Wade–Giles, and the spellings of Hong Kong and Macao.

use pinyin::{ToPinyin, ToPinyinMulti};
use rustc_hash::FxHashMap;

use super::knowledge::Later;
use crate::check::{CheckError, Params};
use crate::filing::surname_readings;
use crate::text::entries;

/// The romanisations besides Pinyin.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// Wade–Giles spellings of a syllable in Pinyin.
    wade_giles: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// The numbers of a character's syllables in Cantonese.
    cantonese: FxHashMap<char, Vec<usize>>,
    /// How these syllables are spelt.
    spellings: Vec<Vec<Box<str>>>,
}

/// The syllables of Pinyin with ü, which names write in other ways.
const UMLAUT: [(&str, [&str; 3]); 4] = [
    ("lü", ["lu", "lv", "lyu"]),
    ("nü", ["nu", "nv", "nyu"]),
    ("lüe", ["lue", "lve", "lyue"]),
    ("nüe", ["nue", "nve", "nyue"]),
];

/// The syllables in Pinyin that a character may stand for, the usual one first. Some may come twice.
pub(super) fn pinyin(c: char) -> impl Iterator<Item = &'static str> {
    let usual = c.to_pinyin().map(pinyin::Pinyin::plain);
    let all = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain);
    let other = move |reading: &&str| Some(*reading) != usual;
    let surname = surname_readings(c).iter().copied().filter(other);
    usual.into_iter().chain(all.filter(other)).flat_map(written).chain(surname)
}

/// How a syllable is written in names.
fn written(syllable: &'static str) -> impl Iterator<Item = &'static str> {
    let spelt = UMLAUT.iter().find(|(plain, _)| *plain == syllable).map(|(_, spelt)| spelt.iter().copied());
    let plain = spelt.is_none().then_some(syllable);
    plain.into_iter().chain(spelt.into_iter().flatten())
}

impl Readings {
    /// The pack's tables, read when they are first needed.
    pub(super) fn later(params: &Params<'_>) -> Result<Later<Self>, CheckError> {
        let wade_giles = params.table("lists/wade-giles.tsv")?.to_owned();
        let parts = params.table("lists/cantonese-spellings.tsv")?.to_owned();
        let cantonese = params.table("lists/cantonese.tsv")?.to_owned();
        Ok(Later::new(Box::new(move || Self::read(&wade_giles, &parts, &cantonese))))
    }

    fn read(wade_giles: &str, parts: &str, cantonese: &str) -> Self {
        let mut readings = Self::default();
        for (syllable, spellings) in columns(wade_giles) {
            readings.wade_giles.insert(syllable.into(), spellings.split(' ').map(Into::into).collect());
        }
        let parts: FxHashMap<&str, &str> = columns(parts).collect();
        for (syllable, characters) in columns(cantonese) {
            for c in characters.chars() {
                readings.cantonese.entry(c).or_default().push(readings.spellings.len());
            }
            readings.spellings.push(spellings(syllable, &parts));
        }
        readings
    }

    /// The spellings in Wade–Giles of a syllable in Pinyin.
    pub(super) fn wade_giles<'s>(&'s self, syllable: &'s str) -> impl Iterator<Item = &'s str> {
        let other = self.wade_giles.get(syllable);
        let same = other.is_none().then_some(syllable);
        same.into_iter().chain(other.into_iter().flatten().map(|spelling| &**spelling))
    }

    /// The spellings of a character in Hong Kong and Macao.
    pub(super) fn cantonese(&self, c: char) -> impl Iterator<Item = &str> {
        let numbers = self.cantonese.get(&c).into_iter().flatten();
        numbers.filter_map(|number| self.spellings.get(*number)).flatten().map(|spelling| &**spelling)
    }
}

/// The lines of a pack's table of two columns.
pub(super) fn pairs<'p>(
    params: &Params<'p>,
    path: &str,
) -> Result<impl Iterator<Item = (&'p str, &'p str)> + use<'p>, CheckError> {
    params.table(path).map(columns)
}

/// The same of a text.
pub(super) fn columns(table: &str) -> impl Iterator<Item = (&str, &str)> {
    entries(table).filter_map(|line| line.split_once('\t'))
}

/// How names spell a syllable of Jyutping: each start with each rime.
fn spellings(syllable: &str, parts: &FxHashMap<&str, &str>) -> Vec<Box<str>> {
    let vowel = syllable.find(['a', 'e', 'i', 'o', 'u']).unwrap_or(0);
    // In yu the y is a part of the vowel: jyu.
    let vowel = if syllable.get(..vowel).is_some_and(|start| start.ends_with('y')) { vowel - 1 } else { vowel };
    let (start, rime) = syllable.split_at_checked(vowel).unwrap_or_default();
    let of = |key: String| parts.get(key.as_str()).copied().unwrap_or("-");
    let (starts, rimes) = (if start.is_empty() { "-" } else { of(format!("{start}-")) }, of(format!("-{rime}")));
    let joined = |start: &str, rime: &str| [start, rime].concat().replace('-', "").into_boxed_str();
    starts.split(' ').flat_map(|start| rimes.split(' ').map(move |rime| joined(start, rime))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_hong_kong() {
        let parts = [("ch-", "ch"), ("c-", "ch ts"), ("j-", "y -"), ("-ing", "ing"), ("-au", "au"), ("-yu", "u yu")];
        let parts = parts.into_iter().collect();
        let of = |syllable: &str| spellings(syllable, &parts).join(" ");
        assert_eq!(
            (of("cing").as_str(), of("jau").as_str(), of("jyu").as_str()),
            ("ching tsing", "yau au", "yu yyu u yu")
        );
    }

    #[test]
    fn the_built_in_tables_are_valid() {
        let tables = crate::builtin::pack("zh-en").unwrap().tables;
        let text = |name: &str| &*tables[&format!("lists/{name}.tsv")];
        let all = ["wade-giles", "cantonese-spellings", "cantonese"].map(text);
        for table in all {
            assert_eq!(entries(table).count(), columns(table).count());
            assert!(columns(table).all(|(key, value)| !key.is_empty() && !value.is_empty()));
        }
        let [wade_giles, parts, cantonese] = all;
        let readings = Readings::read(wade_giles, parts, cantonese);
        assert!(readings.wade_giles("zhang").eq(["chang"]));
        assert!(readings.cantonese('郑').any(|spelling| spelling == "cheng"));
        assert!(readings.spellings.iter().all(|spellings| !spellings.is_empty()));
    }

    #[test]
    fn pinyin_writes_no_umlaut() {
        assert!(pinyin('吕').eq(["lu", "lv", "lyu"]));
        assert!(pinyin('单').any(|reading| reading == "shan"));
        assert_eq!(pinyin('a').count(), 0);
    }
}
