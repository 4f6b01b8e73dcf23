//! Entries of a glossary in several of their right spellings. Full names beside abbreviations are no
//! fault, so only forms of one kind are compared: spelt alike, or joined and split.

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::group::{self, Form};
use crate::check::lexicon::Builder;
use crate::check::{About, Check, CheckError, Context, Hit, RuleRef};
use crate::glossary::{Glossary, Term, TermKind};

/// How alike the letters of two forms must be (normalised Damerau–Levenshtein similarity, 0 to 1).
const ALIKE: f64 = 0.6;

/// The check.
pub(super) struct Spellings {
    rule: RuleRef,
    entries: Vec<Entry>,
}

struct Entry {
    about: About,
    forms: Vec<(String, u32)>,
}

impl Spellings {
    pub(super) fn new(rule: RuleRef, glossaries: &[&Arc<Glossary>], lexicon: &mut Builder) -> Result<Self, CheckError> {
        let mut entries = Vec::new();
        for glossary in glossaries {
            let all: Vec<Vec<&str>> = glossary.terms.par_iter().map(comparable).collect();
            for (number, forms) in all.into_iter().enumerate() {
                if forms.len() > 1 {
                    let forms = forms.into_iter().map(|form| Ok((form.to_owned(), lexicon.form(exact(form).into())?)));
                    let forms = forms.collect::<Result<_, CheckError>>()?;
                    entries.push(Entry { about: About::term(glossary, number), forms });
                }
            }
        }
        Ok(Self { rule, entries })
    }
}

impl Check for Spellings {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let occurs = |form: &u32| !context.lexicon.forms(*form).is_empty();
        let mixed = |entry: &&Entry| entry.forms.iter().filter(|(_, form)| occurs(form)).nth(1).is_some();
        for entry in self.entries.iter().filter(mixed) {
            let places = |form: u32| context.lexicon.forms(form).iter().map(|occurrence| occurrence.span).collect();
            let forms: Vec<Form> =
                entry.forms.iter().map(|(text, form)| Form { text: text.clone(), places: places(*form) }).collect();
            let Some(at) = group::majority(&forms) else { continue };
            let Some(right) = forms.get(at) else { continue };
            for form in forms.iter().enumerate().filter(|(number, _)| *number != at).map(|(_, form)| form) {
                hits.extend(form.places.iter().map(|place| {
                    let mut hit = group::hit(self.rule, *place, form, right).with_fix(right.text.clone(), false);
                    hit.about = entry.about.clone();
                    hit
                }));
            }
        }
    }
}

/// The right forms of a term that are spellings of its preferred form, that form first; none where it has
/// no other spelling.
fn comparable(term: &Term) -> Vec<&str> {
    let plain = |form: &str| {
        let letters = form.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’'));
        letters && form.len() > 4 && !form.contains("- ")
    };
    let first = term.target();
    let name = matches!(term.kind, TermKind::Person | TermKind::Place);
    let others = term.right().skip(1).map(|form| form.text.as_str());
    let mut forms: Vec<&str> = others.filter(|form| spelt_alike(first, form, name) && plain(form)).collect();
    if forms.is_empty() || !plain(first) {
        return Vec::new();
    }
    forms.insert(0, first);
    forms
}

/// Whether two forms are spellings of one name: the same letters, or words that are alike one by
/// one. A hyphen for a space counts in names only: elsewhere grammar may ask for it ("year-on-year growth").
fn spelt_alike(one: &str, other: &str, name: bool) -> bool {
    if one.chars().next() != other.chars().next() || one.eq_ignore_ascii_case(other) {
        return false;
    }
    let same_number = words(one).count() == words(other).count();
    if letters(one).eq(letters(other)) {
        return name || !same_number;
    }
    let pair = |(a, b): (&str, &str)| a == b || (named(a) && named(b) && alike(a, b));
    same_number && words(one).zip(words(other)).all(pair)
}

fn letters(form: &str) -> impl Iterator<Item = char> {
    form.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase())
}

fn words(form: &str) -> impl Iterator<Item = &str> {
    form.split([' ', '-'])
}

fn named(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
}

fn alike(one: &str, other: &str) -> bool {
    let longer = one.starts_with(other) || other.starts_with(one);
    one.chars().next() == other.chars().next() && !longer && strsim::normalized_damerau_levenshtein(one, other) >= ALIKE
}

/// The pattern of a form in exactly these words, with spaces and hyphens as they are.
fn exact(form: &str) -> String {
    let mut pattern = String::from("=");
    for c in form.chars() {
        match c {
            ' ' => pattern.push_str("_="),
            '-' => pattern.push_str("-="),
            other => pattern.push(other),
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_alike_and_other_names_are_not() {
        assert!(spelt_alike("Yoon Suk-yeol", "Yoon Suk Yeol", true));
        assert!(spelt_alike("Macao", "Macau", true) && spelt_alike("grass-roots", "grassroots", false));
        assert!(!spelt_alike("Xinhua", "Xinhuanet", false) && !spelt_alike("COVID", "COVID-19", false));
        assert!(!spelt_alike("trade union", "trade unions", false));
        assert!(!spelt_alike("Taipei", "Taipei City", true) && !spelt_alike("year-on-year", "year on year", false));
    }

    #[test]
    fn patterns_keep_spaces_and_hyphens() {
        assert_eq!(exact("Yoon Suk-yeol"), "=Yoon_=Suk-=yeol");
    }
}
