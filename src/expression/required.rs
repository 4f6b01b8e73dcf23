//! What every match of a regular expression contains: literals by which a text is searched before
//! any expression is compiled.

use regex_syntax::hir::{Class, Hir, HirKind};

/// The most alternatives that are worth searching for.
const MOST: usize = 64;
/// The shortest literal that is worth searching for, in bytes.
const SHORTEST: usize = 2;

/// Strings in lower case of which a match contains at least one.
pub type AnyOf = Vec<String>;

/// The most strings that a part of an expression may stand for.
const FEW: usize = 24;
/// The most sets that are worth looking for.
const SETS: usize = 3;
/// The length from which on a word is not one of the small words that are everywhere.
const LONG: usize = 4;
/// The fewest letters of longer words that make a further set worth looking for.
const TELLING: usize = 4;

/// What every match contains: one string of each of these sets, in lower case; no set where nothing is known.
#[must_use]
pub fn literals(parsed: &Hir) -> Vec<AnyOf> {
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
        let few = few(part);
        if let Some(joined) = few.as_deref().and_then(|few| joined(&texts, few)) {
            texts = joined;
        } else {
            sets.extend(words(&texts));
            sets.extend(few.is_none().then(|| required(part)).into_iter().flatten());
            texts = few.unwrap_or_else(|| vec![String::new()]);
        }
    }
    sets.extend(words(&texts));
    sets
}

/// The strings for which an expression stands, case aside, if they are few.
fn few(hir: &Hir) -> Option<AnyOf> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![std::str::from_utf8(&literal.0).ok()?.to_lowercase()]),
        HirKind::Class(Class::Unicode(class)) => {
            let members = class.ranges().iter().flat_map(|range| range.start()..=range.end()).take(FEW + 1);
            not_many(members.map(|c| plain(c).to_string()).collect())
        }
        HirKind::Capture(capture) => few(&capture.sub),
        HirKind::Repetition(repetition) if (repetition.min, repetition.max) == (0, Some(1)) => {
            not_many([few(&repetition.sub)?, vec![String::new()]].concat())
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Repetition(_) => None,
        HirKind::Concat(parts) => parts.iter().try_fold(vec![String::new()], |texts, part| joined(&texts, &few(part)?)),
        HirKind::Alternation(parts) => not_many(parts.iter().map(few).collect::<Option<Vec<_>>>()?.concat()),
    }
}

/// Every text with each of the strings behind it, if these are few.
fn joined(texts: &[String], behind: &[String]) -> Option<AnyOf> {
    let all = texts.iter().flat_map(|text| behind.iter().map(move |more| [text.as_str(), more].concat()));
    if texts.len() * behind.len() <= FEW { not_many(all.collect()) } else { None }
}

/// The strings, each once, if they are few.
fn not_many(mut strings: AnyOf) -> Option<AnyOf> {
    strings.sort_unstable();
    strings.dedup();
    (strings.len() <= FEW).then_some(strings)
}

/// The letter in lower case; what folds to an ASCII letter as that letter.
fn plain(c: char) -> char {
    match c {
        'ſ' => 's',
        '\u{212A}' => 'k', // the Kelvin sign
        other => other.to_ascii_lowercase(),
    }
}

/// The parts of these strings that are worth looking for, if each has one; what has another one in it
/// need not be looked for.
fn words(texts: &[String]) -> Option<AnyOf> {
    let mut words = texts.iter().map(|text| word(text)).collect::<Option<AnyOf>>()?;
    words.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let mut least: AnyOf = Vec::new();
    for word in words {
        if !least.iter().any(|known| word.contains(known.as_str())) {
            least.push(word);
        }
    }
    least.sort_unstable();
    Some(least)
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

/// The length of the longer words of a string, which tell more than the others.
fn content(string: &str) -> usize {
    string.split(' ').map(str::len).filter(|length| *length >= LONG).sum()
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

    #[test]
    fn what_stands_for_a_few_strings_joins_its_neighbours() {
        let literals = |pattern: &str| super::literals(&Parser::new().parse(pattern).unwrap());
        let shown = |pattern: &str| literals(pattern).iter().map(|set| set.join("|")).collect::<Vec<_>>();
        assert_eq!(shown(r"^We (?:should|must)\b"), ["we must|we should"]);
        assert_eq!(shown(r"(?:the )?(?P<m>General Assembl(?:y|ies))"), ["general assemblies|general assembly"]);
        assert_eq!(shown(r"(?:a |the )?collective talks?"), ["collective talk"]);
        assert_eq!(shown(r"\w+ (?:a|b|c)(?:d|e|f)(?:g|h|i) committee"), ["g committee|h committee|i committee"]);
    }
}
