//! Chinese characters → the pinyin spellings that a translation engine may give a name.

use pinyin::{ToPinyin, ToPinyinMulti};

use crate::glossary::TermKind;

/// Characters that are read in another way when they are surnames.
const SURNAME_READINGS: [(char, &str); 16] = [
    ('单', "shan"), ('曾', "zeng"), ('仇', "qiu"), ('区', "ou"), ('解', "xie"), ('查', "zha"), ('朴', "piao"), ('任', "ren"),
    ('盖', "ge"), ('华', "hua"), ('尹', "yin"), ('乐', "yue"), ('缪', "miao"), ('折', "she"), ('翟', "zhai"), ('葛', "ge"),
];
/// Surnames of two characters, Chinese, Korean and the Japanese ones of the news.
const COMPOUND: [&str; 40] = [
    "欧阳", "司马", "诸葛", "上官", "皇甫", "司徒", "东方", "独孤", "南宫", "夏侯", "慕容", "公孙", "长孙", "尉迟", "令狐", "端木",
    "安倍", "岸田", "高市", "石破", "小泉", "福田", "麻生", "野田", "鸠山", "河野", "林芳", "茂木", "加藤", "佐藤", "铃木", "高桥",
    "田中", "伊藤", "渡边", "山本", "中村", "小林", "羽生", "大谷",
];
/// The most readings of one name that are tried.
const MOST: usize = 4;

/// The pinyin spellings of a name, each as words with capitals; none where a character has no pinyin.
pub(super) fn forms(source: &str, kind: TermKind) -> Vec<String> {
    if source.contains(['·', '・']) {
        return transcription(source);
    }
    let characters: Vec<char> = source.chars().collect();
    match kind {
        TermKind::Person if (2..=5).contains(&characters.len()) => person(source, &characters),
        TermKind::Person | TermKind::Place | TermKind::Organization if (2..=5).contains(&characters.len()) => {
            readings(&characters, false).iter().map(|syllables| joined(syllables)).collect()
        }
        _ => Vec::new(),
    }
}

/// A transcribed foreign name: each of its parts is one word.
fn transcription(source: &str) -> Vec<String> {
    let part = |part: &str| readings(&part.chars().collect::<Vec<_>>(), false).first().map(|syllables| joined(syllables));
    let parts: Option<Vec<String>> = source.split(['·', '・']).map(part).collect();
    parts.map(|parts| parts.join(" ")).into_iter().collect()
}

/// Surname and given name, in both orders; the given name joined, split or hyphenated; and, for
/// transcribed names, everything in one word.
fn person(source: &str, characters: &[char]) -> Vec<String> {
    let compound = COMPOUND.iter().any(|surname| source.starts_with(surname)) && characters.len() > 2;
    let cut = if compound { 2 } else { 1 };
    let mut forms = Vec::new();
    for syllables in readings(characters, true) {
        let (surname, given) = syllables.split_at(cut.min(syllables.len()));
        let (surname, joined_given) = (joined(surname), joined(given));
        forms.push(format!("{surname} {joined_given}"));
        forms.push(format!("{joined_given} {surname}"));
        if let [first, second] = given {
            forms.push(format!("{surname} {}-{}", capital(first), second));
            forms.push(format!("{surname} {}-{}", capital(first), capital(second)));
            forms.push(format!("{surname} {} {}", capital(first), capital(second)));
        }
        if characters.len() > 2 {
            forms.push(joined(&syllables));
        }
    }
    forms.sort_unstable();
    forms.dedup();
    forms
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
    readings.retain(|reading| !seen.contains(reading) && { seen.push(reading); true });
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

fn joined(syllables: &[&str]) -> String {
    capital(&syllables.concat())
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_places_and_transcriptions() {
        let person = forms("范明政", TermKind::Person);
        for form in ["Fan Mingzheng", "Mingzheng Fan", "Fan Ming-zheng", "Fan Ming Zheng"] {
            assert!(person.iter().any(|f| f == form), "{form}: {person:?}");
        }
        assert_eq!(forms("釜山", TermKind::Place), ["Fushan"]);
        assert_eq!(forms("尼古拉斯·马杜罗", TermKind::Person), ["Nigulasi Maduluo"]);
        assert!(forms("安倍晋三", TermKind::Person).contains(&"Anbei Jinsan".to_owned()));
        assert!(forms("曾荫权", TermKind::Person).contains(&"Zeng Yinquan".to_owned()));
    }
}
