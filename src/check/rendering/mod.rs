//! `rendering`: terms of glossaries that stand in the source, and none of whose right forms stands in
//! the translation of the same segment. Where a form of another term stands there in its place, as if
//! both were one, that is marked.

mod sources;

use std::cell::LazyCell;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::lexicon::{Builder, RightForm, adapt_at};
use super::{About, Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::{Segment, Side};
use crate::glossary::{Glossary, Term};
use crate::text::{Included, Span};
use sources::{Group, Sources};

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
        let (mut wanted, mut numbers) = (Vec::new(), FxHashMap::default());
        for glossary in params.glossaries(&config.glossaries)? {
            for (number, term) in glossary.terms.iter().enumerate().filter(|(_, term)| is_comparable(term)) {
                let at = lexicon.term(glossary, number);
                numbers.insert(at, wanted.len());
                wanted.push(Wanted {
                    number: at,
                    when: params.cues(&term.when, lexicon)?,
                    unless: params.cues(&term.unless, lexicon)?,
                    glossary: Arc::clone(glossary),
                    at: number,
                });
            }
        }
        if wanted.is_empty() {
            return Ok(Compiled::Entries);
        }
        Ok(Compiled::comparison(Missing { rule, count: config.count, wanted, numbers, sources: OnceLock::new() }))
    }
}

/// Whether a term says both what is to be translated and how.
fn is_comparable(term: &Term) -> bool {
    !term.source.is_empty() && term.right().next().is_some()
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

    /// Its first form in the source.
    fn source(&self) -> &str {
        self.term().and_then(|term| term.source.first()).map_or("", Included::as_str)
    }

    /// Whether the entry holds in a document.
    fn holds(&self, context: &Context<'_>) -> bool {
        let valid = || self.term().is_some_and(|term| context.day.is_none_or(|day| term.is_valid_on(day)));
        context.lexicon.meets(&self.when, &self.unless) && valid()
    }
}

struct Missing {
    rule: RuleRef,
    count: Count,
    wanted: Vec<Wanted>,
    /// The place of a term among the wanted ones, by the number that the lexicon gave it.
    numbers: FxHashMap<u32, usize>,
    /// Made for the first document with a source.
    sources: OnceLock<Sources>,
}

impl Check for Missing {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let sources = self.sources.get_or_init(|| Sources::new(self.wanted.iter().map(Wanted::term)));
        let segments = context.document.segments().iter().filter(|segment| segment.is_comparable());
        let found = |segment: &Segment| sources.found(source.slice(segment.source), segment.source.start());
        let segments: Vec<(&Segment, Vec<Group>)> = segments.map(|segment| (segment, found(segment))).collect();
        let named: FxHashSet<usize> = segments.iter().flat_map(|(_, groups)| terms(groups)).collect();
        for (segment, groups) in &segments {
            let bounds = LazyCell::new(|| bounds(context, segment));
            let missing = groups.iter().filter_map(|group| self.missing(context, segment, group));
            let missing: Vec<Gap<'_>> =
                missing.filter(|gap| bounds.as_ref().is_none_or(|bounds| is_word(bounds, gap.place))).collect();
            let others = if missing.is_empty() { Vec::new() } else { self.others(context, segment, groups, &named) };
            hits.extend(missing.iter().map(|gap| {
                let mut others = others.iter().filter(|(_, other)| are_alike(gap.wanted.source(), other.source()));
                let hit = match others.next() {
                    Some((form, other)) => self.mistaken(context, form.span, gap, other),
                    None => self.untranslated(segment, gap),
                };
                gap.tell(hit)
            }));
        }
    }
}

/// A term that a segment has in its source and not often enough in its target.
struct Gap<'a> {
    wanted: &'a Wanted,
    /// How many of its places are rendered.
    found: usize,
    group: &'a Group,
    /// The first place that is not rendered.
    place: Span,
}

impl Gap<'_> {
    /// Tells a hit what is missing.
    fn tell(&self, mut hit: Hit) -> Hit {
        let right = self.wanted.term().into_iter().flat_map(Term::right).map(|form| format!("“{}”", form.text));
        hit.about = About::term(&self.wanted.glossary, self.wanted.at);
        hit.with_value("expected", right.collect::<Vec<_>>().join(", "))
            .with_value("found", format!("{} of {}", self.found, self.group.places.len()))
    }
}

/// The numbers of the terms that have a place.
fn terms(groups: &[Group]) -> impl Iterator<Item = usize> {
    groups.iter().flat_map(|group| group.terms.iter().copied())
}

impl Missing {
    /// What is missing of a term in a segment.
    fn missing<'a>(&'a self, context: &Context<'_>, segment: &Segment, group: &'a Group) -> Option<Gap<'a>> {
        let candidates: Vec<&Wanted> = group.terms.iter().filter_map(|at| self.wanted.get(*at)).collect();
        let wanted = *candidates.first()?;
        if !candidates.iter().all(|wanted| wanted.holds(context)) {
            return None;
        }
        let needed = if self.count == Count::Each { group.places.len() } else { 1 };
        let found = right_forms(context, segment.target).filter(|form| self.renders(form, &candidates)).count();
        let told = || candidates.iter().any(|wanted| is_reported(context, segment.target, wanted));
        let place = *group.places.get(found).filter(|_| found < needed && !told())?;
        Some(Gap { wanted, found, group, place })
    }

    /// Whether a form renders one of these terms: it is theirs, or that of a term with the same form.
    fn renders(&self, form: &RightForm, terms: &[&Wanted]) -> bool {
        let text = || {
            let owner = self.wanted.get(*self.numbers.get(&form.term)?)?.term()?;
            owner.forms.get(form.form as usize).map(|(_, form)| form.text.as_str())
        };
        let has = |wanted: &&Wanted| {
            wanted.term().is_some_and(|term| term.right().any(|own| Some(own.text.as_str()) == text()))
        };
        terms.iter().any(|wanted| wanted.number == form.term) || terms.iter().any(has)
    }

    /// The forms in the target of terms that the source has elsewhere, but not in this segment.
    fn others<'a>(
        &'a self,
        context: &'a Context<'_>,
        segment: &Segment,
        groups: &[Group],
        named: &FxHashSet<usize>,
    ) -> Vec<(&'a RightForm, &'a Wanted)> {
        let own: FxHashSet<usize> = terms(groups).collect();
        let other = |form: &'a RightForm| {
            let number =
                self.numbers.get(&form.term).filter(|number| named.contains(number) && !own.contains(number))?;
            Some((form, self.wanted.get(*number)?))
        };
        right_forms(context, segment.target).filter_map(other).collect()
    }

    /// The hit where the form of another term stands in place of the missing one.
    fn mistaken(&self, context: &Context<'_>, form: Span, gap: &Gap<'_>, other: &Wanted) -> Hit {
        let target = &context.document.target;
        let note = format!("“{}” renders {}", target.slice(form), other.source());
        let fix = adapt_at(target, form, true, gap.wanted.term().map_or("", Term::target));
        Hit::new(self.rule, form).with_fix(fix, false).with_related(form, note).with_source(gap.place, "the term")
    }

    /// The hit where nothing in the target can be marked.
    fn untranslated(&self, segment: &Segment, gap: &Gap<'_>) -> Hit {
        let start = Span::new(segment.target.start(), segment.target.start());
        Hit { side: Side::Source, ..Hit::new(self.rule, gap.place).with_related(start, "the translation") }
    }
}

/// Whether two source terms have at least half of the characters of the shorter one in common.
fn are_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let common = short.chars().filter(|c| long.contains(*c)).count();
    2 * common >= short.chars().count()
}

/// The right forms of terms in a part of the target.
fn right_forms<'a>(context: &'a Context<'_>, target: Span) -> impl Iterator<Item = &'a RightForm> {
    let right = &context.lexicon.right;
    let from = right.partition_point(|form| form.span.start() < target.start());
    right.iter().skip(from).take_while(move |form| form.span.end() <= target.end())
}

/// Where words of a segment's source begin and end, in order, if that is known.
fn bounds(context: &Context<'_>, segment: &Segment) -> Option<Vec<usize>> {
    let (source, lexis) = (context.document.source.as_ref()?, context.lexis?);
    let bounds = lexis.bounds(source.slice(segment.source));
    Some(bounds.into_iter().map(|at| at + segment.source.start()).collect())
}

/// Whether a place in the source begins and ends where words do: 工人 is no word in 务工人员.
fn is_word(bounds: &[usize], place: Span) -> bool {
    [place.start(), place.end()].iter().all(|at| bounds.binary_search(at).is_ok())
}

/// Whether a wrong rendering of the term is reported there already.
fn is_reported(context: &Context<'_>, target: Span, wanted: &Wanted) -> bool {
    let same = |term: &Term| wanted.term().is_some_and(|own| std::ptr::eq(term, own));
    let from = context.reported.partition_point(|(span, _)| span.start() < target.start());
    let inside = context.reported.iter().skip(from).take_while(|(span, _)| span.start() <= target.end());
    inside.filter(|(span, _)| target.contains(*span)).any(|(_, about)| about.entry().is_some_and(same))
}
