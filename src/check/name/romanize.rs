//! Chinese characters → the pinyin spellings that a translation engine may give a name.

use pinyin::{ToPinyin, ToPinyinMulti};

use crate::glossary::TermKind;

/// Characters that are read in another way when they are surnames.
const SURNAME_READINGS: [(char, &str); 16] = [
    ('单', "shan"),
    ('曾', "zeng"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('解', "xie"),
    ('查', "zha"),
    ('朴', "piao"),
    ('任', "ren"),
    ('盖', "ge"),
    ('华', "hua"),
    ('尹', "yin"),
    ('乐', "yue"),
    ('缪', "miao"),
    ('折', "she"),
    ('翟', "zhai"),
    ('葛', "ge"),
];
/// Surnames of two characters, Chinese, Korean and the Japanese ones of the news.
const COMPOUND: [&str; 40] = [
    "欧阳", "司马", "诸葛", "上官", "皇甫", "司徒", "东方", "独孤", "南宫", "夏侯", "慕容", "公孙", "长孙", "尉迟",
    "令狐", "端木", "安倍", "岸田", "高市", "石破", "小泉", "福田", "麻生", "野田", "鸠山", "河野", "林芳", "茂木",
    "加藤", "佐藤", "铃木", "高桥", "田中", "伊藤", "渡边", "山本", "中村", "小林", "羽生", "大谷",
];
/// The most readings of one name that are tried.
const MOST: usize = 4;

/// The pinyin spellings of a name, in lower-case letters without spaces and hyphens; none where a
/// character has no pinyin.
pub(super) fn spellings(source: &str, kind: TermKind) -> Vec<String> {
    let characters: Vec<char> = source.chars().filter(|c| !matches!(c, '·' | '・')).collect();
    let transcribed = characters.len() < source.chars().count();
    let person = kind == TermKind::Person && !transcribed;
    let named = matches!(kind, TermKind::Person | TermKind::Place | TermKind::Organization);
    if !named || characters.len() < 2 || (characters.len() > 5 && !transcribed) {
        return Vec::new();
    }
    let mut spellings = Vec::new();
    for syllables in readings(&characters, person) {
        spellings.push(syllables.concat());
        if person {
            let compound = characters.len() > 2 && COMPOUND.iter().any(|surname| source.starts_with(surname));
            let (surname, given) = syllables.split_at(if compound { 2 } else { 1 });
            spellings.push([given.concat(), surname.concat()].concat());
        }
    }
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

/// The syllables of the characters; several lists where a character has several readings.
fn readings(characters: &[char], person: bool) -> Vec<Vec<&'static str>> {
    let mut lists: Vec<Vec<&'static str>> = vec![Vec::new()];
    for (at, c) in characters.iter().enumerate() {
        let syllables = syllables(*c, person && at == 0);
        let mut next = Vec::new();
        for list in &lists {
            next.extend(syllables.iter().map(|syllable| [list.as_slice(), &[*syllable]].concat()));
        }
        next.truncate(MOST);
        lists = next;
    }
    lists
}

/// The readings of a character, the usual one first; none where it is no Chinese character.
fn syllables(c: char, surname: bool) -> Vec<&'static str> {
    if let Some((_, reading)) = SURNAME_READINGS.iter().find(|(character, _)| surname && *character == c) {
        return vec![reading];
    }
    let Some(usual) = c.to_pinyin() else { return Vec::new() };
    let mut readings = vec![ascii(usual.plain())];
    if let Some(all) = c.to_pinyin_multi() {
        readings.extend(all.into_iter().map(|reading| ascii(reading.plain())));
    }
    let mut seen = Vec::new();
    readings.retain(|reading| {
        !seen.contains(reading) && {
            seen.push(reading);
            true
        }
    });
    readings.truncate(2);
    readings
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
