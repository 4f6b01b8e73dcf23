//! All pattern rules of a run, behind one automaton over what they require.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rayon::iter::{IntoParallelRefIterator, IntoParallelRefMutIterator, ParallelIterator};

use super::guard::Match;
use super::{PatternRule, Scope, literals};
use crate::check::lexicon::Lexicon;
use crate::check::{Context, Hit};
use crate::language::Sentence;
use crate::text::{Fix, Span};

/// The pattern rules of a run.
#[derive(Debug, Default)]
pub struct Patterns {
    rules: Vec<PatternRule>,
    /// Finds what rules require; the number of a literal leads to its rule and its set there.
    literals: Option<AhoCorasick>,
    owners: Vec<(usize, usize)>,
    /// Rules that require nothing in particular: they look at every sentence.
    always: Vec<usize>,
}

impl Patterns {
    /// The set of these rules.
    #[must_use]
    pub fn new(mut rules: Vec<PatternRule>) -> Self {
        rules.par_iter_mut().for_each(PatternRule::find_required);
        let (mut needles, mut owners, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (number, rule) in rules.iter().enumerate() {
            if rule.required.is_empty() {
                always.push(number);
            }
            for (set, strings) in rule.required.iter().enumerate() {
                owners.extend(strings.iter().map(|_| (number, set)));
                needles.extend(strings.iter().cloned());
            }
        }
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let literals = AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(&needles).ok();
        Self { rules, literals, owners, always }
    }

    /// Appends the hits of all rules.
    pub fn run(&self, context: &Context<'_>, lexicon: &Lexicon, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut places = self.places(context);
        let everywhere =
            |rule: &usize| (0..text.sentences().len()).map(|sentence| (*rule, sentence)).collect::<Vec<_>>();
        places.extend(self.always.iter().flat_map(everywhere));
        places.sort_unstable();
        places.dedup();
        let groups: Vec<&[(usize, usize)]> = places.chunk_by(|a, b| a.0 == b.0).collect();
        let found = groups.par_iter().map(|group| {
            let mut found = Vec::new();
            if let Some(rule) = group.first().and_then(|(rule, _)| self.rules.get(*rule)) {
                let sentences = group.iter().filter_map(|(_, sentence)| text.sentences().get(*sentence));
                rule.run(context, lexicon, sentences, &mut found);
            }
            found
        });
        hits.extend(found.collect::<Vec<_>>().into_iter().flatten());
    }

    /// Rules and the sentences that have all that the rule requires.
    fn places(&self, context: &Context<'_>) -> Vec<(usize, usize)> {
        let text = &context.document.target;
        let (Some(literals), sentences) = (&self.literals, text.sentences()) else { return Vec::new() };
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for literal in literals.find_overlapping_iter(text.text()) {
            let after = sentences.partition_point(|sentence| sentence.span.start() <= literal.start());
            let owner = self.owners.get(literal.pattern().as_usize()).zip(after.checked_sub(1));
            let place = owner.map(|((rule, set), sentence)| (*rule, sentence, *set));
            found.extend(place.filter(|place| found.last() != Some(place)));
        }
        found.sort_unstable();
        found.dedup();
        let complete = found.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter_map(|group| {
            let (rule, sentence, _) = *group.first()?;
            (self.rules.get(rule)?.sets() == group.len()).then_some((rule, sentence))
        });
        complete.collect()
    }
}

impl PatternRule {
    /// Finds what every match contains.
    fn find_required(&mut self) {
        self.required = self.regex.parse().map_or_else(|_| Vec::new(), literals);
        if self.scope == Scope::Passage {
            self.required.truncate(1); // the others may stand in another sentence of the passage
        }
    }

    /// How many sets of strings must be met.
    fn sets(&self) -> usize {
        self.required.len()
    }

    fn run<'s>(
        &self,
        context: &Context<'_>,
        lexicon: &Lexicon,
        sentences: impl Iterator<Item = &'s Sentence>,
        hits: &mut Vec<Hit>,
    ) {
        let before = hits.len();
        let mut searched = None;
        for sentence in sentences {
            let Some((passage, _)) = context.document.target.passage(sentence.passage) else { continue };
            if self.scope == Scope::Passage {
                if searched != Some(sentence.passage) {
                    searched = Some(sentence.passage);
                    self.search(context, lexicon, passage.span, passage.span, hits);
                }
            } else {
                self.search(context, lexicon, sentence.span, passage.span, hits);
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
    fn search(&self, context: &Context<'_>, lexicon: &Lexicon, scope: Span, passage: Span, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        self.regex.each(text.slice(scope), text.text().len(), |captures| {
            let marked =
                self.mark.as_ref().map_or_else(|| captures.get_group(0), |mark| captures.get_group_by_name(mark));
            let Some(span) = marked.map(|marked| Span::from(marked.range()).shift(scope.start())) else { return };
            let Some(sentence) = text.sentence_at(span.start()) else { return };
            let found = Match { context, lexicon, sentence, passage, span };
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
