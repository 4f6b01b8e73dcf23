//! What a format cannot hold, and so is lost when a glossary is written in it.

use std::collections::BTreeMap;

use super::field::Field;
use super::{Glossary, Term};

/// What was lost, with the entries that lost it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    lost: BTreeMap<String, Vec<String>>,
}

/// The most entries that are named for one loss.
const NAMED: usize = 3;

impl Losses {
    /// Notes what an entry lost, such as ``"`wrong`: slot patterns"``.
    pub fn add(&mut self, what: &str, term: &Term) {
        self.lost.entry(what.to_owned()).or_default().push(term.name().to_owned());
    }

    /// Notes the fields that entries have besides these.
    pub(super) fn fields(&mut self, glossary: &Glossary, held: &[&str]) {
        for field in Field::ALL.into_iter().filter(|field| !held.contains(&field.name())) {
            for term in glossary.terms.iter().filter(|term| !field.get(term).is_empty()) {
                self.add(&format!("`{}`", field.name()), term);
            }
        }
    }

    /// Notes how forms match, where they say so: `[case]`, `[fixed]`.
    pub(super) fn flags(&mut self, glossary: &Glossary) {
        let is_marked = |term: &&Term| term.forms.iter().any(|(_, form)| form.case || form.fixed);
        for term in glossary.terms.iter().filter(is_marked) {
            self.add("`[case]` and `[fixed]`", term);
        }
    }

    /// Notes that the languages of a glossary are lost.
    pub(super) fn languages(&mut self, glossary: &Glossary) {
        for (what, tag) in [("source", &glossary.languages.source), ("target", &glossary.languages.target)] {
            if !tag.is_empty() {
                self.lost.insert(format!("the {what} language `{tag}`"), Vec::new());
            }
        }
    }

    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lost.is_empty()
    }

    /// A line for each kind of loss: what, in how many entries, and the first of them.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.lost.iter().map(|(what, entries)| {
            let named = entries.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
            let more = if entries.len() > NAMED { ", …" } else { "" };
            if entries.is_empty() {
                return format!("lost {what}");
            }
            let count = if entries.len() == 1 { "1 entry".to_owned() } else { format!("{} entries", entries.len()) };
            format!("lost {what} of {count}: {named}{more}")
        })
    }
}
