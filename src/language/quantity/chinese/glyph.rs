//! The characters that numerals are written with, full-width and traditional forms folded.

/// The character at a position, folded, and the position behind it.
pub(super) fn glyph(text: &str, at: usize) -> Option<(char, usize)> {
    let c = text.get(at..)?.chars().next()?;
    Some((fold(c), at + c.len_utf8()))
}

/// Whether a text goes on with this one.
pub(super) fn goes_on(text: &str, at: usize, with: &str) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(with))
}

/// What stands before a position.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

fn fold(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '％' | '﹪' => '%',
        '：' | '∶' => ':',
        '．' => '.',
        '萬' => '万',
        '億' => '亿',
        '兩' => '两',
        '幾' => '几',
        '餘' => '余',
        '數' => '数',
        '點' => '点',
        '來' => '来',
        _ => c,
    }
}

/// The value of a digit written as a character.
pub(super) fn digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' | '俩' => 2,
        '三' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a unit inside a section of four digits.
pub(super) fn unit(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        _ => return None,
    })
}

/// The value of a unit that multiplies a whole section.
pub(super) fn scale(c: char) -> Option<f64> {
    Some(match c {
        '万' => 1e4,
        '亿' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}

/// Whether the character opens or goes on in a numeral in characters.
pub(super) fn is_unit(c: char) -> bool {
    unit(c).is_some() || scale(c).is_some()
}

/// Whether the unit at a position is a part of a unit of measure, as in 千米.
pub(super) fn is_prefix(text: &str, at: usize) -> bool {
    let Some((c, end)) = glyph(text, at) else { return false };
    let Some((next, _)) = glyph(text, end) else { return false };
    match c {
        '千' => "米克瓦卡伏帕赫焦字".contains(next),
        '兆' => "瓦赫帕比字欧焦".contains(next),
        '百' => "分帕姓".contains(next),
        _ => false,
    }
}

/// Whether the character says that there is more: 三十多, 百余.
pub(super) fn is_vague(c: char) -> bool {
    matches!(c, '余' | '多' | '来' | '几')
}
