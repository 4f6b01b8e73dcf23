//! What every match of a regular expression contains: literals by which a text is searched before
//! any expression is compiled.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::language::is_function_word;

/// The most alternatives that are worth searching for.
const MOST: usize = 64;
/// The shortest literal that is worth searching for, in bytes.
const SHORTEST: usize = 2;

/// Strings in lower case of which a match contains at least one.
pub(in crate::check) type AnyOf = Vec<String>;

/// The most strings that a part of an expression may stand for.
const FEW: usize = 8;
/// The most sets that are worth looking for.
const SETS: usize = 3;
/// The fewest letters of content words that make a further set worth looking for.
const TELLING: usize = 4;

/// What every match contains: one string of each of these sets; no set where nothing is known.
pub(in crate::check) fn literals(parsed: &Hir) -> Vec<AnyOf> {
    let mut sets = required(parsed);
    sets.sort_by_key(|set| std::cmp::Reverse(quality(set)));
    sets.dedup();
    sets.truncate(SETS);
    let telling = |set: &AnyOf| set.iter().all(|string| content(string) >= TELLING);
    let further = sets.iter().skip(1).take_while(|set| telling(set)).count();
    sets.truncate(1 + further);
    sets
}

/// The sets of strings that an expression requires.
fn required(hir: &Hir) -> Vec<AnyOf> {
    match hir.kind() {
        HirKind::Literal(_) | HirKind::Class(_) => few(hir).and_then(|few| words(&few)).into_iter().collect(),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Concat(parts) => in_a_row(parts),
        HirKind::Alternation(parts) => {
            let best = |part: &Hir| required(part).into_iter().max_by_key(quality);
            let sets: Option<Vec<_>> = parts.iter().map(best).collect();
            let mut all: AnyOf = sets.unwrap_or_default().concat();
            all.sort_unstable();
            all.dedup();
            if all.is_empty() || all.len() > MOST { Vec::new() } else { vec![all] }
        }
        _ => Vec::new(),
    }
}

/// The sets that parts in a row require; what stands for a few strings joins what is around it.
fn in_a_row(parts: &[Hir]) -> Vec<AnyOf> {
    let (mut sets, mut texts) = (Vec::new(), vec![String::new()]);
    for part in parts {
        if let Some(few) = few(part).filter(|few| few.len() * texts.len() <= FEW) {
            let joined = |text: &String| few.iter().map(|more| [text.as_str(), more].concat()).collect::<Vec<_>>();
            texts = texts.iter().flat_map(joined).collect();
        } else {
            sets.extend(words(&texts));
            sets.extend(required(part));
            texts = vec![String::new()];
        }
    }
    sets.extend(words(&texts));
    sets
}

/// The strings for which an expression stands, case aside, if it is a literal or a small class.
fn few(hir: &Hir) -> Option<AnyOf> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![std::str::from_utf8(&literal.0).ok()?.to_lowercase()]),
        HirKind::Class(Class::Unicode(class)) => {
            let members = class.ranges().iter().flat_map(|range| range.start()..=range.end()).take(FEW + 1);
            let mut members: AnyOf = members.map(|c| plain(c).to_string()).collect();
            members.sort_unstable();
            members.dedup();
            (members.len() <= FEW).then_some(members)
        }
        _ => None,
    }
}

/// The letter in lower case; what folds to an ASCII letter as that letter.
fn plain(c: char) -> char {
    match c {
        'ſ' => 's',
        '\u{212A}' => 'k', // the Kelvin sign
        other => other.to_ascii_lowercase(),
    }
}

/// The parts of these strings that are worth looking for, if each has one.
fn words(texts: &[String]) -> Option<AnyOf> {
    let mut words = texts.iter().map(|text| word(text)).collect::<Option<AnyOf>>()?;
    words.sort_unstable();
    words.dedup();
    Some(words)
}

/// The part of a literal that is worth looking for.
fn word(literal: &str) -> Option<String> {
    let text = literal.to_lowercase();
    let longest = text.split(|c: char| !c.is_alphanumeric() && c != ' ').max_by_key(|part| part.len());
    let part = longest.filter(|part| part.len() >= SHORTEST).map_or(text.as_str(), str::trim);
    let rare = matches!(text.trim(), "+" | "|" | "~" | ">" | "@" | "©" | "'");
    (part.len() >= SHORTEST || rare || !text.is_ascii()).then(|| part.to_owned())
}

/// Long literals are rare if they are more than function words; few of them are cheap.
fn quality(set: &AnyOf) -> (usize, usize, usize) {
    let least = |length: fn(&str) -> usize| set.iter().map(|string| length(string)).min().unwrap_or(0);
    (least(content), least(str::len), MOST - set.len().min(MOST))
}

/// The length of the content words of a string.
fn content(string: &str) -> usize {
    string.split(' ').filter(|word| !is_function_word(word)).map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use regex_syntax::Parser;

    #[test]
    fn the_longest_necessary_literal_is_found() {
        let literals = |pattern: &str| super::literals(&Parser::new().parse(pattern).unwrap());
        let shown = |pattern: &str| literals(pattern).iter().map(|set| set.join("|")).collect::<Vec<_>>();
        assert_eq!(shown(r"\bspirit of the (\w+ )?(congress|plenum)"), ["spirit of the", "congress|plenum"]);
        assert_eq!(shown(r"(?:deploy|arrange)(?:ed|ing)?"), ["arrange|deploy"]);
        assert!(shown(r"[A-Z]\w+ \d+").is_empty());
    }
}
