//! What every match of a regular expression contains: literals by which a text is searched before
//! any expression is compiled.

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

use crate::language::is_function_word;

/// The most alternatives that are worth searching for.
const MOST: usize = 64;
/// The shortest literal that is worth searching for, in bytes.
const SHORTEST: usize = 2;

/// Strings in lower case of which a match contains at least one.
pub(in crate::check) type AnyOf = Vec<String>;

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
        HirKind::Literal(_) => verbatim(hir).and_then(|text| word(&text)).into_iter().collect(),
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
        HirKind::Class(Class::Unicode(class)) => foreign(class).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The sets that parts in a row require; letters that stand in any case join what is around them.
fn in_a_row(parts: &[Hir]) -> Vec<AnyOf> {
    let (mut sets, mut text) = (Vec::new(), String::new());
    for part in parts {
        if let Some(more) = verbatim(part) {
            text.push_str(&more);
        } else {
            sets.extend(word(&std::mem::take(&mut text)));
            sets.extend(required(part));
        }
    }
    sets.extend(word(&text));
    sets
}

/// What an expression stands for, case aside, if that is one string.
fn verbatim(hir: &Hir) -> Option<String> {
    match hir.kind() {
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok().map(str::to_owned),
        HirKind::Class(Class::Unicode(class)) => {
            let letter = class.ranges().first()?.start().to_ascii_lowercase();
            let folds = |c: char| c.to_lowercase().eq([letter]) || c.to_uppercase().eq([letter.to_ascii_uppercase()]);
            let mut members = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            (letter.is_ascii_lowercase() && members.all(folds)).then(|| letter.to_string())
        }
        _ => None,
    }
}

/// The members of a small class of characters that English text hardly has.
fn foreign(class: &ClassUnicode) -> Option<AnyOf> {
    let ranges = class.ranges().iter();
    let members: Vec<char> = ranges.flat_map(|range| range.start()..=range.end()).take(9).collect();
    let rare = members.len() < 9 && members.iter().all(|c| !c.is_ascii() && !"’‘“”–—".contains(*c));
    rare.then(|| members.into_iter().map(String::from).collect())
}

/// The part of a literal that is worth looking for.
fn word(literal: &str) -> Option<AnyOf> {
    let text = literal.to_lowercase();
    let longest = text.split(|c: char| !c.is_alphanumeric() && c != ' ').max_by_key(|part| part.len());
    let part = longest.filter(|part| part.len() >= SHORTEST).map_or(text.as_str(), str::trim);
    let rare = matches!(text.trim(), "+" | "|" | "~" | ">" | "@" | "©");
    (part.len() >= SHORTEST || rare || !text.is_ascii()).then(|| vec![part.to_owned()])
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
