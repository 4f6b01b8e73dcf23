//! The words of glossaries, found by the characters of a source.

use rustc_hash::FxHashMap;

use super::english::english;
use super::reading::columns;
use crate::glossary::Glossary;

/// The words of the right forms of glossaries, by the source forms and their parts at dots.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    forms: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// How long the longest form is that begins with a character.
    firsts: FxHashMap<char, usize>,
}

impl Gazetteer {
    /// Of glossaries, and of tables of other names in two columns.
    pub(super) fn new<'g>(glossaries: impl Iterator<Item = &'g Glossary>, others: &[Box<str>]) -> Self {
        let mut gazetteer = Self::default();
        for (form, names) in others.iter().flat_map(|table| columns(table)) {
            gazetteer.add(form, &english(names).collect::<Vec<_>>());
        }
        for term in glossaries.flat_map(|glossary| &glossary.terms) {
            let mut words = Vec::new();
            term.right().for_each(|form| words.extend(english(&form.text)));
            for source in &term.source {
                std::iter::once(source.as_str()).chain(parts(source)).for_each(|form| gazetteer.add(form, &words));
            }
        }
        gazetteer
    }

    fn add(&mut self, form: &str, words: &[Box<str>]) {
        if let Some(first) = form.chars().next() {
            let longest = self.firsts.entry(first).or_default();
            *longest = form.chars().count().max(*longest);
        }
        self.forms.entry(form.into()).or_default().extend_from_slice(words);
    }

    /// Calls `visit` with the words for each form with which these characters begin.
    pub(super) fn forms_at<'g>(&'g self, characters: &[char], visit: &mut impl FnMut(&'g [Box<str>])) {
        let Some(longest) = characters.first().and_then(|first| self.firsts.get(first)) else { return };
        let mut form = String::new();
        for c in characters.iter().take(*longest) {
            form.push(*c);
            self.forms.get(form.as_str()).into_iter().for_each(|words| visit(words));
        }
    }
}

/// The parts of a name at its dots, if it has any.
fn parts(source: &str) -> impl Iterator<Item = &str> {
    source.split(['·', '・']).filter(|part| part.len() < source.len() && part.chars().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_parts() {
        assert!(parts("尼古拉斯·马杜罗").eq(["尼古拉斯", "马杜罗"]));
        assert_eq!(parts("马杜罗").count(), 0);
    }
}
