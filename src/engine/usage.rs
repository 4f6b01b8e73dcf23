//! Which entries of glossaries documents use.

use crate::check::lexicon::{Builder, Lexicon, Written};
use crate::glossary::Glossary;
use crate::language::Annotated;

/// Which entries of glossaries are used in documents: their forms stand there, right or wrong.
#[derive(Debug)]
pub struct Usage {
    lexicon: Lexicon,
    /// For each counted form, the number of its entry among all.
    owners: Vec<usize>,
    used: Vec<bool>,
}

impl Usage {
    /// Counts the forms of these glossaries.
    #[must_use]
    pub fn new(glossaries: &[Glossary]) -> Self {
        let (mut builder, mut owners) = (Builder::default(), Vec::new());
        let tag = glossaries.iter().map(|glossary| glossary.languages.target.as_str()).find(|tag| !tag.is_empty());
        builder.language(tag.unwrap_or_default());
        let terms = glossaries.iter().flat_map(|glossary| &glossary.terms);
        let mut count = 0;
        for (number, term) in terms.enumerate() {
            count += 1;
            for (status, form) in &term.forms {
                builder.counted(form.text.clone(), Written::of(term, *status, form));
                owners.push(number);
            }
            for pattern in &term.wrong {
                // A glossary that was read has patterns that parse.
                let _ = builder.form(pattern.clone());
                owners.push(number);
            }
        }
        Self { lexicon: builder.finish(), owners, used: vec![false; count] }
    }

    /// Notes what a document uses.
    pub fn note(&mut self, document: &Annotated<'_>) {
        for form in self.lexicon.scan(&document.target, None).counted() {
            let owner = self.owners.get(form as usize).copied();
            if let Some(used) = owner.and_then(|owner| self.used.get_mut(owner)) {
                *used = true;
            }
        }
    }

    /// For each entry, in the order of the glossaries, whether some document used it.
    #[must_use]
    pub fn used(&self) -> &[bool] {
        &self.used
    }
}
