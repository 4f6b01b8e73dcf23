//! `Works`: the titles of films, books and other works, in the source and as they are published in the target.

use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::About;
use crate::glossary::{Glossary, Term};
use crate::text::Included;

/// Glossaries of works, which are looked through when a title is first looked up.
#[derive(Debug)]
pub(super) struct Works {
    glossaries: Vec<Arc<Glossary>>,
    published: OnceLock<FxHashSet<String>>,
    sources: OnceLock<FxHashMap<Box<str>, About>>,
}

impl Works {
    pub(super) fn new(glossaries: Vec<&Arc<Glossary>>) -> Self {
        let glossaries = glossaries.into_iter().cloned().collect();
        Self { glossaries, published: OnceLock::new(), sources: OnceLock::new() }
    }

    /// The work that has this title in the source.
    pub(super) fn of(&self, title: &str) -> Option<&About> {
        let sources = self.sources.get_or_init(|| {
            let mut sources = FxHashMap::default();
            for (glossary, term, number) in self.terms() {
                let titled = |title: &Included| (title.as_str().into(), About::term(glossary, number));
                sources.extend(term.source.iter().map(titled));
            }
            sources
        });
        sources.get(title)
    }

    /// Whether a work is published under this title.
    pub(super) fn has(&self, title: &str) -> bool {
        let right = || self.terms().flat_map(|(_, term, _)| term.right()).map(|form| plain(&form.text));
        self.published.get_or_init(|| right().collect()).contains(&plain(title))
    }

    fn terms(&self) -> impl Iterator<Item = (&Arc<Glossary>, &Term, usize)> {
        self.glossaries
            .iter()
            .flat_map(|glossary| (0..).zip(&glossary.terms).map(move |(at, term)| (glossary, term, at)))
    }
}

/// Whether two titles are one, whatever the case, the punctuation and an article before them.
pub(super) fn is_same_title(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let article = |word: &&str| ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article));
    let mut plain = String::with_capacity(title.len());
    for word in words.skip_while(article) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::is_same_title;

    #[test]
    fn articles_case_and_punctuation_make_no_other_title() {
        assert!(is_same_title("The Story of the Stone", "story of the Stone"));
        assert!(!is_same_title("Harry Potter and the Stone", "Harry Potter"));
        assert!(is_same_title("Crouching Tiger, Hidden Dragon", "Crouching Tiger Hidden Dragon"));
    }
}
