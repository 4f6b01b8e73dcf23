//! The bodies that a source names. Chinese short names that several bodies share (十八大, 两会) are
//! resolved by what the source names in full.

use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use crate::body::Body;
use crate::check::longest::Longest;
use crate::text::Span;

/// The highest number of a term or congress that is looked for where those of a body are not known.
const HIGHEST: u32 = 40;
/// How far before a short name the full one may stand, in bytes: some 300 characters.
const REACH: usize = 900;
/// Stands for the number in a form.
const NUMBER: &str = "{n}";
const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The Chinese names of all bodies.
#[derive(Debug, Default)]
pub(super) struct Originals {
    texts: Longest,
    forms: Vec<Form>,
}

/// What a Chinese name means.
#[derive(Debug)]
struct Form {
    number: Option<u32>,
    /// The bodies; several share a short name.
    bodies: Vec<usize>,
    /// Whether it means its body by itself, if only one has it.
    full: bool,
}

/// A body in the source.
#[derive(Debug)]
pub(super) struct Named<'o> {
    /// The body that is meant, if that is known.
    pub(super) body: Option<usize>,
    form: &'o Form,
    pub(super) span: Span,
}

impl Originals {
    pub(super) fn new(bodies: &[Body]) -> Self {
        let mut forms = Forms::default();
        for (at, body) in bodies.iter().enumerate() {
            for (template, number) in body.numbered_forms.iter().flat_map(|form| numbers(body).map(move |n| (form, n)))
            {
                for digits in [chinese(number), number.to_string()] {
                    forms.add(&template.replace(NUMBER, &digits), Some(number), true, at);
                }
            }
        }
        for (at, body) in bodies.iter().enumerate() {
            body.source.iter().for_each(|text| forms.add(text, None, true, at));
            body.source_short.iter().for_each(|text| forms.add(text, None, false, at));
        }
        Self { texts: Longest::new(&forms.texts), forms: forms.list }
    }

    /// The bodies of a source text, in order. A shared name means the one body that the text names in
    /// full: anywhere with that number, or shortly before. Where there is none, or several, it may mean any.
    pub(super) fn named(&self, source: &str) -> Vec<Named<'_>> {
        let form = |(number, place): (usize, Span)| Some((self.forms.get(number)?, place));
        let found: Vec<(&Form, Span)> = self.texts.found(source).filter_map(form).collect();
        let mut numbered: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (number, body) in found.iter().filter_map(|(form, _)| form.number.zip(form.alone())) {
            let known = numbered.entry(number).or_default();
            if !known.contains(&body) {
                known.push(body);
            }
        }
        let shared = |at: usize, form: &Form, span: Span| match form.number {
            Some(number) => form.shared(numbered.get(&number)?),
            None => form.shared(&shortly_before(found.get(..at)?, span)),
        };
        let meant = |at: usize, form: &Form, span: Span| form.alone().or_else(|| shared(at, form, span));
        let named = found.iter().enumerate();
        named.map(|(at, (form, span))| Named { body: meant(at, form, *span), form, span: *span }).collect()
    }
}

/// The bodies that are named in full before a place and not far from it.
fn shortly_before(found: &[(&Form, Span)], place: Span) -> Vec<usize> {
    let near = found.iter().rev().take_while(|(_, span)| span.end() + REACH >= place.start());
    near.filter_map(|(form, _)| form.alone()).collect()
}

/// The numbers that a body may have: of the terms that are known and one more, as 党的三大 or 团十大 may
/// be the beginning of other words.
fn numbers(body: &Body) -> RangeInclusive<u32> {
    let known = body.sessions.first().zip(body.sessions.last());
    known.map_or(1..=HIGHEST, |(first, last)| first.n..=last.n + 1)
}

impl Form {
    /// The body that the form means wherever it stands.
    fn alone(&self) -> Option<usize> {
        self.bodies.first().filter(|_| self.full && self.bodies.len() == 1).copied()
    }

    /// The body that it means, as one that shares it, beside these, which the text names in full.
    fn shared(&self, known: &[usize]) -> Option<usize> {
        let mut bodies = self.bodies.iter().filter(|body| known.contains(body));
        bodies.next().filter(|_| self.bodies.len() > 1 && bodies.next().is_none()).copied()
    }
}

impl Named<'_> {
    pub(super) fn number(&self) -> Option<u32> {
        self.form.number
    }

    /// Whether it may mean a body: it does, or what it means is not known and the body has the name, too.
    pub(super) fn may_mean(&self, body: usize) -> bool {
        self.body.map_or_else(|| self.is_shared_by(body), |own| own == body)
    }

    /// Whether a body has this name.
    pub(super) fn is_shared_by(&self, body: usize) -> bool {
        self.form.bodies.contains(&body)
    }
}

/// The Chinese names while they are gathered.
#[derive(Default)]
struct Forms {
    numbers: FxHashMap<String, usize>,
    texts: Vec<String>,
    list: Vec<Form>,
}

impl Forms {
    /// Adds a name of a body; one that is known with a number keeps it.
    fn add(&mut self, text: &str, number: Option<u32>, full: bool, body: usize) {
        let next = self.list.len();
        let at = *self.numbers.entry(text.to_owned()).or_insert(next);
        match self.list.get_mut(at) {
            Some(form) if form.bodies.contains(&body) => {}
            Some(form) => form.bodies.push(body),
            None => {
                self.texts.push(text.to_owned());
                self.list.push(Form { number, bodies: vec![body], full });
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the bodies that the names in a text mean; `?` where that is not known.
    fn named(text: &str) -> Vec<String> {
        let pack = crate::builtin::pack("zh-en").unwrap();
        let bodies = &pack.bodies["facts/bodies.toml"];
        let id = |named: &Named<'_>| named.body.map_or_else(|| "?".to_owned(), |body| bodies[body].id.clone());
        Originals::new(bodies).named(text).iter().map(id).collect()
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(named("民革中央和党中央"), ["rcck-central-committee", "cpc-central-committee"]);
        assert_eq!(named("民进党"), named("民进"));
        assert_eq!(named("全国人大常委会"), ["npc-standing-committee"]);
    }

    #[test]
    fn a_shared_name_means_what_is_named_in_full() {
        assert_eq!(named("十八大。中国工会十八大。")[0], "national-congress-of-chinese-trade-unions");
        assert_eq!(named("十八大。中国工会十八大、党的十八大。")[0], "?");
        assert_eq!(named("海基会来访，两会签署协议"), ["arats-and-sef", "arats-and-sef"]);
        let far = format!("海基会来访。{}两会开幕", "各地开展活动。".repeat(50));
        assert_eq!(named(&far), ["arats-and-sef", "?"]);
        assert_eq!(named("两会开幕，海基会来访"), ["?", "arats-and-sef"]);
        assert_eq!(named("全国两会期间，海基会来访，两会签署协议")[2], "?");
    }

    #[test]
    fn a_word_of_one_body_is_no_name() {
        assert_eq!(named("中央财政下拨资金"), ["?"]);
        assert!(named("集团三大业务").is_empty());
        assert_eq!(named("党的三大作风"), ["?"]);
    }

    #[test]
    fn other_parties_have_central_committees_too() {
        assert_eq!(named("民革第十四届中央委员会")[1..], ["?"]);
        assert_eq!(named("中共第二十届中央委员会"), ["cpc-central-committee"]);
    }
}
