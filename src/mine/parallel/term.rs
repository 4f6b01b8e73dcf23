//! From links to proposals: which forms are rival renderings of a source term, and in what order.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::associate::{Associations, Candidate, holds};
use super::corpus::Corpus;
use super::link::Link;
use super::pairs::Pairs;
use super::rank;
use crate::language::without_possessive;
use crate::mine::excerpt;
use crate::mine::grams::{Gram, Grams, ids, symbols};
use crate::mine::sequence::{Id, narrow};
use crate::mine::{Association, EXAMPLES, Example, Ground, Proposal, Rendering};
use crate::text::Span;

/// The least share of a form's common segments in which it, not another form, is the rendering:
/// what mostly stands beside another rendering is context, not a rival.
const APART: f64 = 0.6;
/// The least share of a rendering in all renderings of a term.
const SHARE: f64 = 0.03;
/// The least share of a term's segments in which one of its renderings was found.
const FOUND: f64 = 0.4;

/// Everything that proposals are made of.
pub(super) struct Context<'a> {
    pub(super) pairs: &'a Pairs,
    pub(super) corpus: &'a Corpus,
    pub(super) terms: &'a Grams,
    pub(super) forms: &'a Grams,
}

/// A form with the links of a source term to it.
struct Found {
    ids: Vec<Id>,
    candidate: Candidate,
    links: Vec<Link>,
}

impl Context<'_> {
    /// The proposals: in the order of [`rank`].
    pub(super) fn proposals(&self, associations: &Associations, links: &[Link]) -> Vec<Proposal> {
        let mut found = Vec::new();
        for own in links.chunk_by(|one, other| one.source == other.source) {
            let source = own.first().map_or(0, |link| link.source as usize);
            let candidates = associations.candidates.get(source).map_or(&[][..], Vec::as_slice);
            found.extend(self.proposal(source, candidates, own));
        }
        rank::drop_longer(&mut found);
        rank::sort(&mut found);
        found
    }

    fn proposal(&self, source: usize, candidates: &[Candidate], links: &[Link]) -> Option<Proposal> {
        let gram = self.terms.all().get(source)?;
        let forms = self.renderings(candidates, links);
        let all: usize = forms.iter().map(|form| form.links.len()).sum();
        let segments = candidates.first()?.table.source;
        let mut linked: Vec<u32> =
            forms.iter().flat_map(|form| &form.links).filter_map(|link| self.source_of(link)).collect();
        linked.sort_unstable();
        linked.dedup();
        let enough = forms.iter().filter(|form| f64::from(narrow(form.links.len())) >= SHARE * f64::from(narrow(all)));
        let mut renderings: Vec<Rendering> = enough.map(|form| self.rendering(form, all)).collect();
        rank::keep_rivals(&mut renderings);
        let found = f64::from(narrow(linked.len())) >= FOUND * f64::from(segments);
        (found && !renderings.is_empty()).then(|| Proposal {
            source: Some(self.source(gram)),
            abbreviation: None,
            ground: Ground::Source,
            count: narrow(all),
            documents: gram.count,
            renderings,
        })
    }

    /// The forms that render a term, the most frequent first.
    fn renderings(&self, candidates: &[Candidate], links: &[Link]) -> Vec<Found> {
        let mut forms: Vec<Found> = Vec::new();
        for own in links.chunk_by(|one, other| one.target == other.target) {
            let target = own.first().map_or(0, |link| link.target);
            let Some(candidate) = candidates.iter().find(|candidate| candidate.target == target) else { continue };
            let apart = f64::from(narrow(own.len())) >= APART * f64::from(candidate.pairs);
            let Some(gram) = self.forms.all().get(target as usize).filter(|_| apart && own.len() > 1) else { continue };
            forms.push(Found { ids: ids(&self.corpus.target, gram), candidate: *candidate, links: own.to_vec() });
        }
        forms.sort_by_key(|form| (Reverse(form.links.len()), Reverse(form.ids.len()), form.candidate.target));
        let mut kept: Vec<Found> = Vec::new();
        for mut form in forms {
            let same = |other: &&mut Found| holds(&other.ids, &form.ids) || holds(&form.ids, &other.ids);
            match kept.iter_mut().find(same) {
                // Of a form and a part of it, the more frequent one stands for both.
                Some(other) => other.links.append(&mut form.links),
                None => kept.push(form),
            }
        }
        kept
    }

    fn rendering(&self, form: &Found, all: usize) -> Rendering {
        let mut sources: Vec<u32> = form.links.iter().filter_map(|link| self.source_of(link)).collect();
        sources.sort_unstable();
        sources.dedup();
        let Candidate { table, g2, .. } = form.candidate;
        Rendering {
            text: self.written(&form.links),
            count: narrow(form.links.len()),
            documents: narrow(sources.len()),
            share: f64::from(narrow(form.links.len())) / f64::from(narrow(all)),
            association: Some(Association { g2, dice: table.dice() }),
            examples: self.examples(&form.links),
        }
    }

    fn source_of(&self, link: &Link) -> Option<u32> {
        self.corpus.pairs.get(link.pair as usize).map(|pair| pair.source)
    }

    /// The source term as it is written.
    fn source(&self, gram: &Gram) -> String {
        let symbols = symbols(&self.corpus.source, gram);
        let (Some(first), Some(last)) = (symbols.first(), symbols.last()) else { return String::new() };
        first.span.cover(last.span).of(self.pairs.source.text()).to_owned()
    }

    /// Where a link's form stands in the target text.
    fn span(&self, link: &Link) -> Option<Span> {
        let length = self.forms.all().get(link.target as usize)?.length;
        let at = link.at as usize;
        let symbols = self.corpus.target.get(link.pair as usize).get(at..at + length)?;
        Some(symbols.first()?.span.cover(symbols.last()?.span))
    }

    /// The form as it is written most often; of equals the first in the alphabet.
    fn written(&self, links: &[Link]) -> String {
        let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
        for span in links.iter().filter_map(|link| self.span(link)) {
            *forms.entry(without_possessive(span.of(self.pairs.target.text()))).or_default() += 1;
        }
        forms.into_iter().min_by_key(|(_, count)| Reverse(*count)).map_or_else(String::new, |(form, _)| form.to_owned())
    }

    /// Places in different source segments, as far as there are.
    fn examples(&self, links: &[Link]) -> Vec<Example> {
        let mut seen = Vec::new();
        let fresh = links.iter().filter(|link| {
            let source = self.source_of(link);
            let new = !seen.contains(&source) && seen.len() < EXAMPLES;
            if new {
                seen.push(source);
            }
            new
        });
        let fresh: Vec<&Link> = fresh.collect();
        fresh.into_iter().filter_map(|link| self.example(link)).collect()
    }

    fn example(&self, link: &Link) -> Option<Example> {
        let number = self.corpus.pairs.get(link.pair as usize)?.number as usize;
        let (path, at) = self.pairs.place(number);
        let segment = self.pairs.target.passages().get(number)?.span;
        let text = excerpt::around(self.pairs.target.text(), segment, self.span(link)?);
        Some(Example { path: path.to_owned(), line: at, text })
    }
}
