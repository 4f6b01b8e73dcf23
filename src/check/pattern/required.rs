//! What every match of a regular expression contains: literals by which a text is searched before
//! any expression is compiled.

use regex_syntax::hir::{Hir, HirKind};

/// The most alternatives that are worth searching for.
const MOST: usize = 64;
/// The shortest literal that is worth searching for, in bytes.
const SHORTEST: usize = 2;

/// Strings in lower case of which every match contains one; empty where there are none.
pub(in crate::check) fn literals(parsed: &Hir) -> Vec<String> {
    required(parsed).unwrap_or_default()
}

/// The best set of literals of which each match has one.
fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?.to_lowercase();
            let longest = text.split(|c: char| !c.is_alphanumeric() && c != ' ').max_by_key(|part| part.len());
            let part = longest.filter(|part| part.len() >= SHORTEST).map_or(text.as_str(), str::trim);
            (part.len() >= SHORTEST || !text.is_ascii()).then(|| vec![part.to_owned()])
        }
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(required).max_by_key(|set| quality(set)),
        HirKind::Alternation(parts) => {
            let sets: Option<Vec<_>> = parts.iter().map(required).collect();
            let all: Vec<String> = sets?.concat();
            (all.len() <= MOST).then_some(all)
        }
        _ => None,
    }
}

/// Long literals are rare; few of them are cheap.
fn quality(set: &[String]) -> (usize, usize) {
    (set.iter().map(String::len).min().unwrap_or(0), MOST - set.len().min(MOST))
}

#[cfg(test)]
mod tests {
    use regex_syntax::Parser;

    #[test]
    fn the_longest_necessary_literal_is_found() {
        let literals = |pattern: &str| super::literals(&Parser::new().parse(pattern).unwrap());
        assert_eq!(literals(r"\bspirit of the (\w+ )?(congress|plenum)"), ["spirit of the"]);
        assert_eq!(literals(r"(?:deploy|arrange)(?:ed|s)"), ["deploy", "arrange"]);
        assert_eq!(literals(r"[A-Z]\w+ \d+"), Vec::<String>::new());
    }
}
