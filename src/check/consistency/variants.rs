//! Sets of forms that a rule lists: a document should have one form of each set.

use serde::Deserialize;

use super::group::{self, Form};
use crate::check::lexicon::{Builder, adapt_at};
use crate::check::{Check, CheckError, Context, Hit, Params, RuleRef};
use crate::language::{capitalised, is_function_word};
use crate::text::{Fix, Span};

/// A set as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSet {
    /// Slot patterns; of forms that are used equally often the first is the right one.
    forms: Vec<String>,
    /// Whether the first form is the right one however often it is used.
    #[serde(default)]
    prefer_first: bool,
    /// How often the right form must be used.
    #[serde(default = "one")]
    at_least: usize,
    /// Report only the first place of each form.
    #[serde(default)]
    once: bool,
    /// The word that is marked in the other forms; the whole form where there is none.
    #[serde(default)]
    mark: Option<String>,
    /// What the right form is called in messages, and put in place of the others; the first form where it has no slots.
    #[serde(default)]
    right: Option<String>,
    /// Cues of which the document must have one.
    #[serde(default)]
    when: Vec<String>,
    /// Cues of which it must have none.
    #[serde(default)]
    unless: Vec<String>,
}

fn one() -> usize {
    1
}

/// The check.
pub(super) struct Variants {
    rule: RuleRef,
    sets: Vec<Set>,
}

struct Set {
    raw: RawSet,
    /// The numbers of the forms in the lexicon.
    forms: Vec<u32>,
    when: Vec<u32>,
    unless: Vec<u32>,
}

impl Variants {
    pub(super) fn new(
        rule: RuleRef,
        sets: Vec<RawSet>,
        params: &Params<'_>,
        lexicon: &mut Builder,
    ) -> Result<Self, CheckError> {
        let mut compiled = Vec::new();
        for raw in sets {
            if raw.forms.len() < 2 {
                return Err(CheckError::Params(format!("a set has two forms or more, not {:?}", raw.forms)));
            }
            let forms = raw.forms.iter().map(|form| lexicon.form(form.as_str().into())).collect::<Result<_, _>>()?;
            let (when, unless) = (params.cues(&raw.when, lexicon)?, params.cues(&raw.unless, lexicon)?);
            compiled.push(Set { raw, forms, when, unless });
        }
        Ok(Self { rule, sets: compiled })
    }
}

impl Check for Variants {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let occurs = |form: &u32| !context.lexicon.forms(*form).is_empty();
        for set in self.sets.iter().filter(|set| set.forms.iter().any(occurs)) {
            if context.lexicon.meets(&set.when, &set.unless) {
                set.run(self.rule, context, hits);
            }
        }
    }
}

impl Set {
    fn run(&self, rule: RuleRef, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let forms = self.found(context);
        let majority = if self.raw.prefer_first { Some(0) } else { group::majority(&forms) };
        let Some((number, right)) = majority.and_then(|at| Some((at, forms.get(at)?))) else { return };
        if right.places.len() < self.raw.at_least {
            return;
        }
        for form in forms.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, form)| form) {
            let most = if self.raw.once { 1 } else { usize::MAX };
            for place in form.places.iter().take(most) {
                let marked = self.marked(context, *place);
                let mut hit = group::hit(rule, marked, form, right);
                hit.fix = self.fix(context, marked, number);
                hits.push(hit);
            }
        }
    }

    /// The forms with their places; a place inside that of another form does not count.
    fn found(&self, context: &Context<'_>) -> Vec<Form> {
        let mut places: Vec<(Span, usize)> = Vec::new();
        for (number, form) in self.forms.iter().enumerate() {
            places.extend(context.lexicon.forms(*form).iter().map(|occurrence| (occurrence.span, number)));
        }
        places.sort_unstable_by_key(|(span, number)| (span.start(), std::cmp::Reverse(span.end()), *number));
        let shown = |at: usize| if at == 0 { self.raw.right.as_ref() } else { None };
        let named = |(at, form): (usize, &String)| shown(at).unwrap_or(form).clone();
        let texts = self.raw.forms.iter().enumerate().map(named);
        let mut forms: Vec<Form> = texts.map(|text| Form { text, places: Vec::new() }).collect();
        let mut end = 0;
        for (span, number) in places.into_iter().filter(|(span, _)| !span.is_empty()) {
            if span.start() >= end {
                end = span.end();
                forms.get_mut(number).into_iter().for_each(|form| form.places.push(span));
            }
        }
        for form in forms.iter_mut().filter(|form| form.text.contains(['{', '='])) {
            form.text =
                form.places.first().map_or_else(String::new, |place| context.document.target.slice(*place).to_owned());
        }
        forms
    }

    /// The word of a place that is marked.
    fn marked(&self, context: &Context<'_>, place: Span) -> Span {
        let text = &context.document.target;
        let Some(word) = &self.raw.mark else { return place };
        let tokens = text.tokens_in(place);
        tokens.iter().find(|token| text.word(token).eq_ignore_ascii_case(word)).map_or(place, |token| token.span)
    }

    /// The right form in place of what is marked, if it is known literally.
    fn fix(&self, context: &Context<'_>, marked: Span, majority: usize) -> Option<Fix> {
        let given = self.raw.right.as_ref().filter(|_| majority == 0);
        let right = given.or_else(|| self.raw.forms.get(majority).filter(|form| !form.contains(['{', '=', '_'])))?;
        let text = &context.document.target;
        let headline = text.slice(marked).split(' ').all(|word| word.starts_with(char::is_uppercase));
        let right = if headline && right.contains(' ') { capitals(right) } else { right.clone() };
        Some(Fix::replace(marked, adapt_at(text, marked, true, &right), false))
    }
}

/// Every word with a capital.
fn capitals(text: &str) -> String {
    let words = text.split(' ').map(|word| if is_function_word(word) { word.to_owned() } else { capitalised(word) });
    words.collect::<Vec<_>>().join(" ")
}
