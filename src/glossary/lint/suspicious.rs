//! `suspicious-form`: forms that look like slips: stray punctuation and spaces, mixed scripts, a
//! source that was copied into the target.

use super::house::House;
use super::script::{has_latin_targets, is_cjk, is_cyrillic, is_full_width, is_invisible, is_latin};
use super::{Finding, Level, Lint};
use crate::glossary::{Glossary, Term};
use crate::text::Included;

/// The lint.
pub(super) static SUSPICIOUS: Lint = Lint {
    name: "suspicious-form",
    summary: "a form with stray punctuation, spaces or characters of another script, or a target that is the source",
    run: suspicious,
};

/// What never begins or ends a term.
const MARKS: [char; 13] = [',', ';', ':', '、', '。', '，', '；', '：', '–', '—', '-', '·', '•'];
/// What must come in pairs.
const PAIRS: [(char, char); 8] =
    [('(', ')'), ('[', ']'), ('“', '”'), ('（', '）'), ('《', '》'), ('「', '」'), ('『', '』'), ('【', '】')];
/// From how many letters on a word before a full stop is no abbreviation.
const WORD: usize = 5;

fn suspicious(house: &House<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut latin: Option<(&Glossary, bool)> = None;
    for (number, glossary, term) in house.in_glossaries() {
        let known = latin.filter(|(other, _)| std::ptr::eq(*other, glossary)).map(|(_, latin)| latin);
        let is_latin = known.unwrap_or_else(|| has_latin_targets(&glossary.terms));
        latin = Some((glossary, is_latin));
        found.extend(
            in_term(term, is_latin).into_iter().map(|(what, help)| Finding::new(Level::Warning, number, what, help)),
        );
    }
    found
}

/// What looks odd in an entry, and what to do.
fn in_term(term: &Term, latin: bool) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    let targets = term.forms.iter().map(|(_, form)| form.text.as_str());
    for text in targets.clone().chain(term.source.iter().map(Included::as_str)) {
        found.extend(in_form(text));
    }
    if !term.do_not_translate {
        // A source that was copied is told as such below.
        let own = targets.filter(|text| !term.source.iter().any(|source| source == text));
        found.extend(own.filter_map(|text| foreign(text, latin)));
    }
    found.extend(term.source.iter().filter_map(|text| half_width(text)));
    found.extend(copied(term));
    found
}

/// What looks odd in a form, whatever its script.
fn in_form(text: &str) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    if starts_oddly(text) || ends_oddly(text) {
        found.push((
            format!("“{text}” begins or ends with punctuation"),
            "delete it; a form is what stands inside a sentence",
        ));
    }
    if text.contains("  ") || text.contains('\u{A0}') {
        found.push((format!("“{text}” has two spaces in a row, or one that does not break"), "write single spaces"));
    }
    if text.contains(is_invisible) {
        found.push((format!("“{text}” has characters that cannot be seen"), "type the form anew"));
    }
    if PAIRS.iter().any(|(open, close)| text.matches(*open).count() != text.matches(*close).count()) {
        found.push((format!("“{text}” has a bracket or quotation mark without its partner"), "complete the form"));
    }
    if text.split(|c: char| !c.is_alphabetic()).any(|word| word.contains(is_latin) && word.contains(is_cyrillic)) {
        found
            .push((format!("“{text}” mixes Latin and Cyrillic letters in a word"), "type the word anew in one script"));
    }
    found
}

/// Whether a form begins with a mark, `.NET` apart.
fn starts_oddly(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    first.is_some_and(|c| MARKS.contains(&c) || matches!(c, '!' | '?'))
        || (first == Some('.') && !chars.next().is_some_and(char::is_alphanumeric))
}

/// Whether a form ends with a mark, or with a full stop behind a word that is no abbreviation.
fn ends_oddly(text: &str) -> bool {
    let Some(before) = text.strip_suffix('.') else {
        return text.ends_with(MARKS);
    };
    let last = before.rsplit(' ').next().unwrap_or_default();
    before.contains(' ') && last.chars().count() >= WORD && last.chars().all(char::is_lowercase)
}

/// Characters of another script in a target form.
fn foreign(text: &str, latin: bool) -> Option<(String, &'static str)> {
    match (text.contains(is_cjk), text.contains(is_latin)) {
        (true, true) if latin => {
            let help = "write the form in the script of the target language";
            Some((format!("“{text}” mixes Chinese and Latin letters"), help))
        }
        (true, false) if latin => {
            let help = "write the form in the target language, or say `do-not-translate`";
            Some((format!("“{text}” is Chinese, unlike most targets of this glossary"), help))
        }
        (true, _) => half_width(text),
        (false, true) if text.contains(is_full_width) => {
            Some((format!("“{text}” has full-width characters"), "write Latin punctuation and letters"))
        }
        _ => None,
    }
}

/// Latin punctuation right behind a Chinese character.
fn half_width(text: &str) -> Option<(String, &'static str)> {
    let mut before = ' ';
    let odd = text
        .chars()
        .any(|c| is_cjk(std::mem::replace(&mut before, c)) && matches!(c, ',' | ';' | ':' | '(' | '!' | '?'));
    odd.then(|| (format!("“{text}” has Latin punctuation between Chinese characters"), "write full-width punctuation"))
}

/// A target that is the source, which is not in Latin script.
fn copied(term: &Term) -> Option<(String, &'static str)> {
    let target = term.target();
    let copied =
        !term.do_not_translate && term.source.iter().any(|source| source == target) && !target.contains(is_latin);
    let letters = target.contains(char::is_alphabetic);
    (copied && letters).then(|| {
        (format!("the target “{target}” is the source form"), "translate it, or say `do-not-translate = true`")
    })
}
