//! Right forms that are spelt otherwise: in other capitals, or split and joined at other places.

use std::sync::Arc;

use crate::check::lexicon::{Builder, Letters, Written};
use crate::glossary::{Form, PartOfSpeech, Status, Term, TermKind};

/// Shorter forms in capitals may be words in lower case ("who", "aids").
const ACRONYM: usize = 5;
/// The shortest closed compound, in bytes, of which two words may be the parts.
const COMPOUND: usize = 8;

/// Adds the other spellings of a term's right forms.
pub(super) fn add(entry: u32, term: &Term, lexicon: &mut Builder) {
    for form in term.right() {
        let fix: Arc<str> = Arc::from(form.text.as_str());
        let written = Written { letters: Letters::Any, ..Written::of(term, Status::Preferred, form) };
        if has_own_case(term, form) {
            lexicon.wrong_form(entry, form.text.clone(), written, Some(&fix));
        }
        if let Some(split) = at_capitals(&form.text) {
            lexicon.wrong_form(entry, split.into(), Written { letters: Letters::Capitals, ..written }, Some(&fix));
        }
        for other in otherwise(term, &form.text) {
            lexicon.wrong_form(entry, other.into(), written, Some(&fix));
        }
        if is_compound(&form.text) {
            lexicon.compound(entry, &form.text, &fix);
        }
    }
}

/// Whether a form in other capitals is the same form, and not another word.
fn has_own_case(term: &Term, form: &Form) -> bool {
    let text = &form.text;
    let (mut letters, words) = (text.chars().filter(|c| c.is_alphabetic()), text.split([' ', '-']).count());
    let inner = text.split([' ', '-']).any(|word| word.chars().skip(1).any(char::is_uppercase));
    let acronym = letters.clone().all(char::is_uppercase);
    match words {
        // In another case it is another word.
        _ if form.case => false,
        _ if !letters.any(char::is_uppercase) => false,
        _ if acronym => text.len() >= ACRONYM,
        1 => inner || matches!(term.kind, TermKind::Person | TermKind::Place | TermKind::Organization),
        _ => true,
    }
}

/// The form with its hyphens as spaces, and with its parts joined. A compound at the end of a form is
/// hyphenated before a noun only ("year on year"), so it may be split unless it is a noun or a name.
fn otherwise(term: &Term, text: &str) -> Vec<String> {
    let Some((before, behind)) = text.split_once('-') else { return Vec::new() };
    let last = before.rsplit(' ').next().unwrap_or_default();
    if before.ends_with(' ') || behind.starts_with(' ') || last.is_empty() {
        return Vec::new();
    }
    let letter = last.chars().count() == 1;
    let name = term.kind != TermKind::Term || text.contains(char::is_uppercase);
    let noun = term.part_of_speech == Some(PartOfSpeech::Noun) || name;
    let apart = letter || noun || behind.contains(' ');
    let split = apart.then(|| text.replace('-', " "));
    split.into_iter().chain([text.replace('-', "")]).collect()
}

/// A word such as `WeChat`, split at its inner capital.
fn at_capitals(text: &str) -> Option<String> {
    const SHORTEST: usize = 2;
    let at = text.char_indices().skip(SHORTEST).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at)?;
    let (before, behind) = text.split_at_checked(at)?;
    let word = |part: &str| part.chars().all(char::is_alphabetic) && part.chars().skip(1).all(char::is_lowercase);
    (behind.len() > SHORTEST && word(before) && word(behind)).then(|| format!("{before} {behind}"))
}

/// Whether a form is one word that may be written as two.
fn is_compound(text: &str) -> bool {
    text.len() >= COMPOUND && text.bytes().all(|byte| byte.is_ascii_lowercase())
}
