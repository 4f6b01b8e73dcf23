//! `rendering`: terms of glossaries that stand in the source, and none of whose right forms stands in
//! the translation of the same segment.

mod sources;

use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::lexicon::{Builder, Cue};
use super::{About, Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::{Segment, Side};
use crate::glossary::{Glossary, Term};
use crate::text::Span;
use sources::Sources;

/// The kind.
pub(super) static RENDERING: Rendering = Rendering;

/// See [`RENDERING`].
#[derive(Debug)]
pub(super) struct Rendering;

/// Parameters of a `rendering` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Paths of glossaries in the pack, or how they start.
    glossaries: Vec<String>,
    /// How often a right form must stand in a segment.
    #[serde(default)]
    count: Count,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Count {
    /// Once, however often the source has the term: pronouns may stand for it.
    #[default]
    Once,
    /// As often as in the source.
    Each,
}

impl Kind for Rendering {
    fn name(&self) -> &'static str {
        "rendering"
    }

    fn summary(&self) -> &'static str {
        "glossary terms of the source that the translation does not render as the glossary says"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["found", "expected", "entry.source", "entry.target", "entry.note"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let mut wanted = Vec::new();
        for glossary in params.glossaries(&config.glossaries)? {
            for (number, term) in glossary.terms.iter().enumerate().filter(|(_, term)| is_comparable(term)) {
                wanted.push(Wanted {
                    number: lexicon.term(glossary, number),
                    when: guards(&params.cues(&term.when)?, lexicon),
                    unless: guards(&params.cues(&term.unless)?, lexicon),
                    glossary: Arc::clone(glossary),
                    at: number,
                });
            }
        }
        Ok(Compiled::comparison(Missing { rule, count: config.count, wanted, sources: OnceLock::new() }))
    }
}

/// Whether a term says both what is to be translated and how.
fn is_comparable(term: &Term) -> bool {
    !term.source.is_empty() && term.right().next().is_some()
}

fn guards(cues: &[Cue], lexicon: &mut Builder) -> Vec<u32> {
    cues.iter().map(|cue| lexicon.cue_number(cue)).collect()
}

/// A term that must be rendered.
struct Wanted {
    /// The number that the lexicon gave it.
    number: u32,
    when: Vec<u32>,
    unless: Vec<u32>,
    glossary: Arc<Glossary>,
    /// Its number in the glossary.
    at: usize,
}

impl Wanted {
    fn term(&self) -> Option<&Term> {
        self.glossary.terms.get(self.at)
    }

    /// Whether the entry holds in a document.
    fn holds(&self, context: &Context<'_>) -> bool {
        let any = |cues: &[u32]| cues.iter().any(|cue| context.lexicon.has_cue(*cue));
        let valid = || self.term().is_some_and(|term| context.day.is_none_or(|day| term.is_valid_on(day)));
        (self.when.is_empty() || any(&self.when)) && !any(&self.unless) && valid()
    }
}

struct Missing {
    rule: RuleRef,
    count: Count,
    wanted: Vec<Wanted>,
    /// Made for the first document with a source.
    sources: OnceLock<Sources>,
}

impl Check for Missing {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = context.document.source.as_ref().filter(|_| !self.wanted.is_empty()) else { return };
        let sources = self.sources.get_or_init(|| Sources::new(self.wanted.iter().map(Wanted::term)));
        for segment in context.document.segments().iter().filter(|segment| segment.is_comparable()) {
            for group in sources.found(source.slice(segment.source), segment.source.start()) {
                if let Some(hit) = self.missing(context, segment, &group) {
                    hits.push(hit);
                }
            }
        }
    }
}

impl Missing {
    /// The hit for a term that a segment has in its source, at these places, and not in its target.
    fn missing(&self, context: &Context<'_>, segment: &Segment, group: &sources::Group) -> Option<Hit> {
        let candidates: Vec<&Wanted> = group.terms.iter().filter_map(|at| self.wanted.get(*at)).collect();
        let wanted = *candidates.first()?;
        if !candidates.iter().all(|wanted| wanted.holds(context)) {
            return None;
        }
        let needed = if self.count == Count::Each { group.places.len() } else { 1 };
        let found: usize = candidates.iter().map(|wanted| uses(context, segment.target, wanted.number)).sum();
        if found >= needed || candidates.iter().any(|wanted| is_reported(context, segment.target, wanted)) {
            return None;
        }
        let place = *group.places.get(found)?;
        let expected = wanted.term()?.right().map(|form| format!("“{}”", form.text)).collect::<Vec<_>>().join(", ");
        let mut hit = Hit::new(self.rule, place)
            .with_value("expected", expected)
            .with_value("found", format!("{found} of {}", group.places.len()))
            .with_related(Span::new(segment.target.start(), segment.target.start()), "the translation");
        hit.side = Side::Source;
        hit.about = About::term(&wanted.glossary, wanted.at);
        Some(hit)
    }
}

/// How many right forms of a term stand in a part of the target.
fn uses(context: &Context<'_>, target: Span, number: u32) -> usize {
    let right = &context.lexicon.right;
    let from = right.partition_point(|form| form.span.start() < target.start());
    let inside = right.iter().skip(from).take_while(|form| form.span.end() <= target.end());
    inside.filter(|form| form.term == number).count()
}

/// Whether a wrong rendering of the term is reported there already.
fn is_reported(context: &Context<'_>, target: Span, wanted: &Wanted) -> bool {
    let same = |term: &Term| wanted.term().is_some_and(|own| std::ptr::eq(term, own));
    let from = context.reported.partition_point(|(span, _)| span.start() < target.start());
    let inside = context.reported.iter().skip(from).take_while(|(span, _)| span.start() <= target.end());
    inside.filter(|(span, _)| target.contains(*span)).any(|(_, about)| about.entry().is_some_and(same))
}
