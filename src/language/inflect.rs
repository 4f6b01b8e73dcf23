//! Inflection of English words: of which written forms a word of a text may be an inflection, by
//! regular suffixes and by the irregular forms that news English uses.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Words that do not inflect: they are matched as they stand.
const FUNCTION_WORDS: &str = include_str!("data/function-words.txt");

/// Irregular forms, a line a word: base, then the others.
const IRREGULAR: &str = include_str!("data/irregular.txt");

/// Whether the word is a function word, which has no inflected forms here.
#[must_use]
pub fn is_function_word(lower: &str) -> bool {
    static WORDS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
        let mut words = vec![Vec::new(); 1 << u8::BITS];
        for word in FUNCTION_WORDS.lines() {
            words.get_mut(place(word)).into_iter().for_each(|words: &mut Vec<_>| words.push(word));
        }
        words
    });
    WORDS.get(place(lower)).is_some_and(|words| words.contains(&lower))
}

/// Where function words are kept that are like a word in five bits of the first byte and three of the length.
fn place(word: &str) -> usize {
    let first = word.bytes().next().unwrap_or_default();
    usize::from(first & 31) << 3 | word.len() & 7
}

/// The word without a possessive `'s`.
#[must_use]
pub fn without_possessive(word: &str) -> &str {
    let owner = word.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(['\'', '’']));
    owner.unwrap_or(word)
}

/// The word with a capital.
#[must_use]
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Calls `visit` with every form that `word` (in lower case) may be an inflection of, not with the
/// word itself: without `'s`, plural and verb endings, and with the base of an irregular form.
/// Some are no words (`th` for `thing`); they are in no vocabulary and so do no harm.
pub fn bases(word: &str, visit: &mut impl FnMut(&str)) {
    if let Some(owner) = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')) {
        visit(owner);
        return;
    }
    if let Some(line) = irregular(word) {
        visit(line);
    }
    let Some(last) = word.as_bytes().last() else { return };
    match last {
        b's' => plural_bases(word, visit),
        b'd' => suffix_bases(word, "ed", visit),
        b'g' => suffix_bases(word, "ing", visit),
        b'n' => joined(word.strip_suffix("men"), "man", visit),
        _ => {}
    }
}

fn plural_bases(word: &str, visit: &mut impl FnMut(&str)) {
    joined(word.strip_suffix("ies"), "y", visit);
    let sibilant = |stem: &&str| stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh");
    if let Some(stem) = word.strip_suffix("es").filter(sibilant) {
        visit(stem);
    }
    if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        visit(stem);
    }
}

/// The bases of a form in `-ed` or `-ing`.
fn suffix_bases(word: &str, suffix: &str, visit: &mut impl FnMut(&str)) {
    let Some(stem) = word.strip_suffix(suffix) else { return };
    visit(stem);
    joined(Some(stem), "e", visit);
    if suffix == "ed" {
        joined(stem.strip_suffix('i'), "y", visit);
    }
    let mut back = stem.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next())
        && last == before
        && "bdglmnprt".contains(last)
    {
        visit(stem.get(..stem.len() - 1).unwrap_or_default());
    }
}

/// Visits a stem with another ending.
fn joined(stem: Option<&str>, ending: &str, visit: &mut impl FnMut(&str)) {
    let Some(stem) = stem.filter(|stem| !stem.is_empty()) else { return };
    let mut base = String::with_capacity(stem.len() + ending.len());
    base.push_str(stem);
    base.push_str(ending);
    visit(&base);
}

/// The base of an irregular form.
fn irregular(word: &str) -> Option<&'static str> {
    static BASES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        let lines = IRREGULAR.lines().filter_map(|line| line.split_once(' '));
        lines.flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base))).collect()
    });
    BASES.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms_lead_to_their_base() {
        for (form, base) in [
            ("craftsmen", "craftsman"),
            ("studies", "study"),
            ("studied", "study"),
            ("planned", "plan"),
            ("planning", "plan"),
            ("made", "make"),
            ("making", "make"),
            ("deploys", "deploy"),
            ("class's", "class"),
            ("workers'", "workers"),
            ("classes", "class"),
            ("implementing", "implement"),
            ("people", "person"),
        ] {
            let mut found = false;
            bases(form, &mut |candidate| found |= candidate == base);
            assert!(found, "{form} → {base}");
        }
    }
}
