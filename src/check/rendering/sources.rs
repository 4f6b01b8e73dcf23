//! The source forms of all terms in one automaton: the longest one counts, and of two that overlap the first.

use rustc_hash::FxHashMap;

use crate::check::longest::Longest;
use crate::glossary::Term;
use crate::language::is_inside_word;
use crate::text::Span;

/// All source forms.
pub(super) struct Sources {
    forms: Longest,
    /// For each form, the numbers of its terms: a word may have several.
    terms: Vec<Vec<usize>>,
}

/// The places of one source form in a segment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The numbers of the terms that have the form.
    pub(super) terms: Vec<usize>,
    pub(super) places: Vec<Span>,
}

impl Sources {
    /// The source forms of terms, which are numbered in their order.
    pub(super) fn new<'t>(terms: impl Iterator<Item = Option<&'t Term>>) -> Self {
        let (mut numbers, mut forms, mut owners): (FxHashMap<&str, usize>, Vec<&str>, Vec<Vec<usize>>) =
            Default::default();
        for (number, term) in terms.enumerate() {
            for form in term.map_or(&[][..], |term| &term.source) {
                let at = *numbers.entry(form).or_insert_with(|| {
                    forms.push(form);
                    owners.push(Vec::new());
                    forms.len() - 1
                });
                if let Some(owner) = owners.get_mut(at) {
                    owner.push(number);
                }
            }
        }
        Self { forms: Longest::new(&forms), terms: owners }
    }

    /// The terms in a piece of the source that starts at `offset`; the places of each, in the order of the first ones.
    pub(super) fn found(&self, text: &str, offset: usize) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut seen: FxHashMap<&[usize], usize> = FxHashMap::default();
        let whole = |at: usize| !is_inside_word(text, at);
        for (form, place) in self.forms.found(text).filter(|(_, place)| whole(place.start()) && whole(place.end())) {
            let Some(terms) = self.terms.get(form) else { continue };
            let at = *seen.entry(terms).or_insert_with(|| {
                groups.push(Group { terms: terms.clone(), places: Vec::new() });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.places.push(place.shift(offset));
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(forms: &[&str], text: &str) -> Vec<(usize, Vec<String>)> {
        let terms: Vec<Term> =
            forms.iter().map(|form| Term { source: vec![(*form).into()], ..Term::default() }).collect();
        let sources = Sources::new(terms.iter().map(Some));
        let shown = |span: &Span| span.of(text).to_owned();
        sources.found(text, 0).iter().map(|group| (group.terms[0], group.places.iter().map(shown).collect())).collect()
    }

    #[test]
    fn the_longest_form_counts() {
        let found = places(&["工会", "全国总工会"], "全国总工会和各级工会、企业工会");
        assert_eq!(found, [(1, vec!["全国总工会".to_owned()]), (0, vec!["工会".to_owned(), "工会".to_owned()])]);
    }

    #[test]
    fn words_in_letters_count_as_a_whole() {
        assert_eq!(places(&["union"], "reunion, a Union and unions"), [(0, vec!["Union".to_owned()])]);
        assert_eq!(places(&["5G"], "用5G网络"), [(0, vec!["5G".to_owned()])]);
    }
}
