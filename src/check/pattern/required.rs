//! What every match of a regular expression contains: literals by which a text is searched before
//! any expression is compiled.

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

/// The most alternatives that are worth searching for.
const MOST: usize = 64;
/// The shortest literal that is worth searching for, in bytes.
const SHORTEST: usize = 2;

/// Strings in lower case of which a match contains at least one.
pub(in crate::check) type AnyOf = Vec<String>;

/// The most sets that are worth looking for.
const SETS: usize = 3;

/// What every match contains: one string of each of these sets; no set where nothing is known.
pub(in crate::check) fn literals(parsed: &Hir) -> Vec<AnyOf> {
    let mut sets = required(parsed);
    sets.sort_by_key(|set| std::cmp::Reverse(quality(set)));
    sets.dedup();
    sets.truncate(SETS);
    sets
}

/// The sets of strings that an expression requires.
fn required(hir: &Hir) -> Vec<AnyOf> {
    match hir.kind() {
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok().and_then(word).into_iter().collect(),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(required).collect(),
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

/// Long literals are rare; few of them are cheap.
fn quality(set: &AnyOf) -> (usize, usize) {
    (set.iter().map(String::len).min().unwrap_or(0), MOST - set.len().min(MOST))
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
