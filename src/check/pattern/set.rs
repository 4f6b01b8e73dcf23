//! All pattern rules of a run, behind one search for what they require.

use super::digits::{digits, longest_runs};
use super::guard::Match;
use super::strings::Strings;
use super::{PatternRule, Scope};
use crate::check::{Context, Hit, Sharing};
use crate::language::{Analysis, Sentence};
use crate::text::{Fix, Span};

/// The pattern rules of a run.
#[derive(Debug, Default)]
pub struct Patterns {
    rules: Vec<PatternRule>,
    /// How many digits in a row a sentence must have for each rule.
    digits: Vec<u32>,
    /// Finds what rules require; the number of a literal leads to its rule and its set there.
    literals: Option<Strings>,
    owners: Vec<(usize, usize)>,
}

impl Patterns {
    /// The set of these rules.
    #[must_use]
    pub fn new(rules: Vec<PatternRule>) -> Self {
        let (mut needles, mut owners) = (Vec::new(), Vec::new());
        for (number, rule) in rules.iter().enumerate() {
            for (set, strings) in rule.required.iter().enumerate() {
                owners.extend(strings.iter().map(|_| (number, set)));
                needles.extend(strings.iter().cloned());
            }
        }
        let digits = rules.iter().map(PatternRule::digits).collect();
        Self { rules, digits, literals: Strings::new(needles).ok(), owners }
    }

    /// The hits of all rules, which are at these places if anywhere.
    pub fn run(&self, context: &Context<'_>, places: &Places, sharing: Sharing) -> Vec<Vec<Hit>> {
        sharing.each(self.rules.len(), |number| self.hits(number, context, places).unwrap_or_default())
    }

    /// The hits of the rule of that number.
    fn hits(&self, number: usize, context: &Context<'_>, places: &Places) -> Option<Vec<Hit>> {
        let (rule, digits, met) = (self.rules.get(number)?, self.digits.get(number)?, places.met.get(number)?);
        let (sentences, mut found) = (context.document.target.sentences(), Vec::new());
        if rule.required.is_empty() {
            let sentences = sentences.iter().zip(&places.digits).filter(|(_, longest)| *longest >= digits);
            rule.run(context, sentences.map(|(sentence, _)| sentence), &mut found);
        } else {
            let places = rule.complete(met).filter_map(|place| sentences.get(place.sentence));
            rule.run(context, places, &mut found);
        }
        Some(found)
    }

    /// Finds where rules may match, and compiles the expressions of these rules.
    #[must_use]
    pub fn places(&self, text: &Analysis<'_>, sharing: Sharing) -> Places {
        let met = self.met(text);
        let complete = |(rule, places): &(&PatternRule, &Vec<Place>)| rule.complete(places).next().is_some();
        let asked: Vec<_> = self.rules.iter().zip(&met).filter(complete).map(|(rule, _)| rule).collect();
        sharing.each(asked.len(), |number| asked.get(number).into_iter().for_each(|rule| rule.regex.prepare()));
        Places { met, digits: longest_runs(text) }
    }

    /// For each rule, the sentences that have something that it requires, in order.
    fn met(&self, text: &Analysis<'_>) -> Vec<Vec<Place>> {
        let mut places: Vec<Vec<Place>> = vec![Vec::new(); self.rules.len()];
        let mut note = |literal: usize, sentence: usize| {
            let Some((rule, set)) = self.owners.get(literal) else { return };
            let Some(places) = places.get_mut(*rule) else { return };
            match places.last_mut() {
                Some(last) if last.sentence == sentence => last.met |= 1 << set,
                _ => places.push(Place { sentence, met: 1 << set }),
            }
        };
        self.literals.iter().for_each(|literals| literals.each(text, &mut note));
        places.iter_mut().for_each(in_order);
        places
    }
}

/// Puts places in the order of the text, where they are those of several strings, each in order.
fn in_order(places: &mut Vec<Place>) {
    if !places.is_sorted_by_key(|place| place.sentence) {
        places.sort_by_key(|place| place.sentence);
        places.dedup_by(|later, earlier| {
            let same = later.sentence == earlier.sentence;
            if same {
                earlier.met |= later.met;
            }
            same
        });
    }
}

/// The sentences in which each rule may match.
#[derive(Debug)]
pub struct Places {
    /// For each rule, the sentences that have something that it requires.
    met: Vec<Vec<Place>>,
    /// For each sentence, how many digits in a row it has at most.
    digits: Vec<u32>,
}

/// A sentence that has something that a rule requires.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The number of the sentence.
    sentence: usize,
    /// The sets of strings that are met, as bits.
    met: u8,
}

impl PatternRule {
    /// How many digits in a row a sentence must have for it to match there, if it requires nothing else.
    fn digits(&self) -> u32 {
        let asked = self.scope == Scope::Sentence && self.required.is_empty();
        let parsed = if asked { self.regex.parse().ok() } else { None };
        parsed.map_or(0, digits)
    }

    /// The sets of strings that must be met, as bits.
    fn all(&self) -> u8 {
        self.required.iter().fold(0, |bits, _| bits << 1 | 1)
    }

    /// The places that have all that must be met.
    fn complete<'p>(&self, places: &'p [Place]) -> impl Iterator<Item = &'p Place> {
        let all = self.all();
        places.iter().filter(move |place| place.met == all)
    }

    fn run<'s>(&self, context: &Context<'_>, sentences: impl IntoIterator<Item = &'s Sentence>, hits: &mut Vec<Hit>) {
        let before = hits.len();
        let mut searched = None;
        for sentence in sentences {
            let Some((passage, _)) = context.document.target.passage(sentence.passage) else { continue };
            if self.scope == Scope::Passage {
                if searched != Some(sentence.passage) {
                    searched = Some(sentence.passage);
                    self.search(context, passage.span, passage.span, hits);
                }
            } else {
                self.search(context, sentence.span, passage.span, hits);
            }
        }
        let keep = match hits.len() - before {
            found if found < self.at_least => 0,
            found if self.once => found.min(1),
            found => found,
        };
        hits.truncate(before + keep);
    }

    /// Appends the matches in `scope` that the guards admit.
    fn search(&self, context: &Context<'_>, scope: Span, passage: Span, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        self.regex.each(text, scope, |captures| {
            let marked =
                self.mark.as_ref().map_or_else(|| captures.get_group(0), |mark| captures.get_group_by_name(mark));
            let Some(span) = marked.map(|marked| Span::from(marked.range()).shift(scope.start())) else { return };
            let Some(sentence) = text.sentence_at(span.start()) else { return };
            let found = Match { context, sentence, passage, span };
            if self.requires.all(&found) && !self.unless.any(&found) {
                let mut hit = Hit::new(self.rule, span);
                hit.fix = self.fix.as_ref().map(|fix| {
                    let mut replacement = String::new();
                    captures.interpolate_string_into(text.slice(scope), fix, &mut replacement);
                    Fix::replace(span, replacement, self.safe)
                });
                hits.push(hit);
            }
        });
    }
}
