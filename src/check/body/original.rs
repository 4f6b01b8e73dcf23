//! A numbered body against the source: the same number, another body. Chinese short names that several
//! bodies share (十八大) are resolved by what the source names in full.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::View;
use super::fact::Body;
use super::index::Mention;
use crate::check::Hit;
use crate::language::{Analysis, Annotated};
use crate::text::Span;

/// The highest number of a term or congress that is looked for.
const HIGHEST: u32 = 40;
/// Stands for the number in a form.
const NUMBER: &str = "{n}";
const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The numbered Chinese names of all bodies.
#[derive(Debug, Default)]
pub(super) struct Originals {
    automaton: Option<AhoCorasick>,
    forms: Vec<Form>,
}

/// What a Chinese name means.
#[derive(Debug, Default)]
struct Form {
    number: u32,
    /// The bodies; several share a short name.
    bodies: Vec<usize>,
}

/// A numbered body in the source.
#[derive(Clone, Copy, Debug)]
struct Named {
    body: usize,
    number: u32,
    span: Span,
}

impl Originals {
    pub(super) fn new(bodies: &[Body]) -> Self {
        let (mut at, mut texts, mut forms): (FxHashMap<String, usize>, Vec<String>, Vec<Form>) = Default::default();
        for (body, templates) in bodies.iter().enumerate().map(|(at, body)| (at, &body.numbered_forms)) {
            for (template, number) in templates.iter().flat_map(|form| (1..=HIGHEST).map(move |n| (form, n))) {
                for text in [template.replace(NUMBER, &chinese(number)), template.replace(NUMBER, &number.to_string())]
                {
                    let form = *at.entry(text.clone()).or_insert_with(|| {
                        texts.push(text);
                        forms.push(Form { number, bodies: Vec::new() });
                        forms.len() - 1
                    });
                    if let Some(form) = forms.get_mut(form) {
                        form.bodies.push(body);
                    }
                }
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&texts);
        // It fails only on more than 2³¹ states; without it nothing is found.
        Self { automaton: automaton.ok(), forms }
    }

    /// The numbered bodies of a source text, in order. A shared name means the one body of that number
    /// that the text names in full; where there is none, or several, nothing is known.
    fn named(&self, source: &Analysis<'_>) -> Vec<Named> {
        let matches = self.automaton.iter().flat_map(|automaton| automaton.find_iter(source.text()));
        let found: Vec<(&Form, Span)> = matches
            .filter_map(|found| {
                let form = self.forms.get(found.pattern().as_usize())?;
                Some((form, Span::new(found.start(), found.end())))
            })
            .collect();
        let mut full: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (form, _) in &found {
            if let [body] = form.bodies.as_slice() {
                full.entry(form.number).or_default().push(*body);
            }
        }
        let meant = |form: &Form| {
            let known = full.get(&form.number).map_or(&[][..], Vec::as_slice);
            let mut bodies = form.bodies.iter().filter(|body| form.bodies.len() == 1 || known.contains(body));
            bodies.next().filter(|_| bodies.next().is_none()).copied()
        };
        let named = |(form, span): &(&Form, Span)| Some(Named { body: meant(form)?, number: form.number, span: *span });
        found.iter().filter_map(named).collect()
    }
}

/// Reports mentions whose number the source gives to another body.
pub(super) fn report(view: &View<'_>, document: &Annotated<'_>, hits: &mut Vec<Hit>) {
    let Some(source) = &document.source else { return };
    let named = view.index.originals().named(source);
    if named.is_empty() {
        return;
    }
    for mention in view.mentions.iter().filter(|mention| is_comparable(view, mention)) {
        let segment = document.segment_at(mention.span.start()).filter(|segment| !segment.doubtful);
        let Some(segment) = segment else { continue };
        let from = named.partition_point(|named| named.span.start() < segment.source.start());
        let inside = named.iter().skip(from).take_while(|named| named.span.end() <= segment.source.end());
        let mut same = inside.filter(|named| Some(named.number) == mention.ordinal).peekable();
        let Some(first) = same.peek().copied() else { continue };
        if !same.any(|named| named.body == mention.body) {
            hits.extend(hit(view, mention, first));
        }
    }
}

/// Whether a mention has a number, and is of a body whose Chinese names are known.
fn is_comparable(view: &View<'_>, mention: &Mention) -> bool {
    mention.ordinal.is_some() && view.index.body(mention).is_some_and(|body| !body.numbered_forms.is_empty())
}

fn hit(view: &View<'_>, mention: &Mention, named: &Named) -> Option<Hit> {
    let body = view.index.bodies.get(named.body)?;
    let right = format!("{}{} {}", named.number, suffix(named.number), body.names.first()?);
    let hit = Hit::new(view.rule, mention.span).with_value("right", &right).with_fix(&right, false);
    Some(hit.with_source(named.span, "the body that the source names"))
}

/// The letters behind the figures of an ordinal.
fn suffix(number: u32) -> &'static str {
    match (number % 10, number / 10 % 10) {
        (1, tens) if tens != 1 => "st",
        (2, tens) if tens != 1 => "nd",
        (3, tens) if tens != 1 => "rd",
        _ => "th",
    }
}

/// A number up to 99 in Chinese.
fn chinese(number: u32) -> String {
    let digit = |digit: u32| DIGITS.get(digit as usize).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}
