//! `Scene`: for whom, in a segment, a pronoun of the other gender than the source's may stand.

use rustc_hash::FxHashSet;

use super::Knowledge;
use super::names::{Name, names};
use super::people::{Gender, Mention, strangers};
use crate::check::words::Words;
use crate::language::{Analysis, Token, without_possessive};
use crate::text::Span;

/// The people of a translated segment besides the one for whom the source's pronoun stands.
#[derive(Debug)]
pub(super) struct Scene {
    /// Where nouns for a person start, of the gender that is asked for.
    nouns: Vec<usize>,
    /// Where names start.
    names: Vec<usize>,
}

/// Words for one person that stand side by side: 护士长王敏, 工程师、教授李强.
#[derive(Debug)]
struct Person<'p> {
    span: Span,
    mentions: Vec<Mention<'p>>,
    /// Whether the source says that somebody is one: 她是护士.
    predicate: bool,
}

/// What is looked for.
#[derive(Clone, Copy)]
pub(super) struct Question<'q> {
    /// Where the source has its first pronoun.
    pub(super) first: usize,
    /// The gender that the translation gives.
    pub(super) gender: Gender,
    pub(super) copulas: &'q Words,
}

impl Scene {
    /// The people of a segment, whose source is `text`; nothing where some cannot be found in the target.
    pub(super) fn new(
        target: &Analysis<'_>,
        tokens: &[Token],
        text: &str,
        knowledge: &Knowledge,
        question: Question<'_>,
    ) -> Option<Self> {
        let cut = knowledge.dictionary.segment(text);
        let words: FxHashSet<String> = tokens.iter().map(|token| noun(target, token)).collect();
        let mut mentions: Vec<Mention<'_>> = knowledge.people.mentions(text, &cut).collect();
        if mentions.iter().any(|mention| question.is_hidden(mention, &words)) {
            return None;
        }
        let found = names(target, tokens, text, knowledge);
        let named = |span: Span| found.iter().filter_map(|name| name.source).any(|name| name.overlaps(span));
        let strange = strangers(text, &cut, &knowledge.dictionary).filter(|span| !named(*span));
        let strange: Vec<Span> = strange.collect();
        if strange.iter().any(|span| span.start() > question.first) {
            return None;
        }
        let spans = found.iter().filter_map(|name| name.source).chain(strange);
        mentions.extend(spans.map(|span| Mention { span, entry: None }));
        let people = people(mentions, text, question.copulas, &|span| knowledge.is_name(text, span, &cut));
        let own = question.antecedent(&people);
        Some(Self {
            nouns: others(target, tokens, knowledge, question.gender, &explained(&people, own)),
            names: found.iter().filter(|name| !is_of(name, own)).map(|name| name.start).collect(),
        })
    }

    /// Whether a pronoun may stand for one of them: who is named before it, or by name in its sentence,
    /// but not who speaks of somebody in a quotation.
    pub(super) fn has_owner(&self, target: &Analysis<'_>, pronoun: &Token) -> bool {
        let at = pronoun.span.start();
        let quoted = target.is_quoted(pronoun.span);
        let near = |name: usize| {
            let end = target.sentence_at(at).map_or(at, |sentence| sentence.span.end());
            name < end && (!quoted || target.is_quoted(Span::new(name, name + 1)))
        };
        self.nouns.iter().any(|noun| *noun < at) || self.names.iter().any(|name| *name < at || near(*name))
    }
}

impl Question<'_> {
    /// Whether a mention is of the gender in question, and no known rendering of it is in the target.
    fn is_hidden(&self, mention: &Mention<'_>, words: &FxHashSet<String>) -> bool {
        mention.entry.is_some_and(|entry| {
            let either = entry.gender == Gender::Either;
            let plain = |noun: &str| words.contains(noun) || words.contains(&format!("{noun}s"));
            !either && self.gender.takes(entry.gender) && !entry.nouns.iter().any(|noun| plain(noun))
        })
    }

    /// The only person before the first pronoun who may be meant by it.
    fn antecedent<'s>(&self, people: &'s [Person<'s>]) -> Option<&'s Person<'s>> {
        let before = people.iter().filter(|person| !person.predicate && person.span.end() <= self.first);
        let right = |gender: Gender| gender != Gender::Either && gender != Gender::Thing && gender != self.gender;
        let gendered = |person: &Person<'_>, wanted: &dyn Fn(Gender) -> bool| {
            person.mentions.iter().filter_map(|mention| mention.entry).any(|entry| wanted(entry.gender))
        };
        let fitting: Vec<_> =
            before.filter(|person| !gendered(person, &|g| g == self.gender || g == Gender::Thing)).collect();
        let sure: Vec<_> = fitting.iter().filter(|person| gendered(person, &right)).copied().collect();
        match (sure.as_slice(), fitting.as_slice()) {
            ([one], _) | ([], [one]) => Some(one),
            _ => None,
        }
    }
}

/// The mentions that belong together, in order: with nothing but a name between, or in a list.
fn people<'p>(
    mut mentions: Vec<Mention<'p>>,
    text: &str,
    copulas: &Words,
    is_name: &dyn Fn(Span) -> bool,
) -> Vec<Person<'p>> {
    mentions.sort_unstable_by_key(|mention| (mention.span.start(), mention.span.end()));
    let mut people: Vec<Person<'_>> = Vec::new();
    for mention in mentions {
        let last = people.last_mut();
        let goes_on = last.as_ref().is_some_and(|person| person.predicate);
        let from = last.as_ref().map_or(0, |person| person.span.end().min(mention.span.start()));
        let between = text.get(from..mention.span.start()).unwrap_or_default();
        let clause = between.rsplit(CLAUSE_MARKS).next().unwrap_or_default();
        let listed = between.starts_with('、') && clause.len() == between.len();
        let gap = Span::new(from, mention.span.start());
        let joined = gap.is_empty() || listed || (last.is_some() && is_name(gap));
        match last.filter(|_| joined) {
            Some(person) => {
                person.span = person.span.cover(mention.span);
                person.mentions.push(mention);
            }
            None => people.push(Person {
                span: mention.span,
                mentions: vec![mention],
                predicate: copulas.found(clause).next().is_some() || (goes_on && clause.len() == between.len()),
            }),
        }
    }
    people
}

const CLAUSE_MARKS: [char; 7] = ['，', '。', '；', '：', '！', '？', '\n'];

/// The nouns that stand for the person of the source's pronoun.
fn explained<'p>(people: &'p [Person<'p>], own: Option<&Person<'_>>) -> FxHashSet<&'p str> {
    let is_own = |person: &&Person<'_>| person.predicate || own.is_some_and(|own| own.span == person.span);
    let mentions = people.iter().filter(is_own).flat_map(|person| &person.mentions);
    mentions.filter_map(|mention| mention.entry).flat_map(|entry| entry.nouns.iter().map(AsRef::as_ref)).collect()
}

/// Where nouns stand for which the pronoun may stand.
fn others(
    target: &Analysis<'_>,
    tokens: &[Token],
    knowledge: &Knowledge,
    gender: Gender,
    explained: &FxHashSet<&str>,
) -> Vec<usize> {
    let is_other = |at: &usize| {
        let noun = tokens.get(*at).map(|token| noun(target, token)).unwrap_or_default();
        knowledge.people.may_own(&noun, gender)
            && !explained.contains(noun.as_str())
            && !knowledge.is_predicate(target, tokens.get(..*at).unwrap_or_default())
    };
    (0..tokens.len()).filter(is_other).filter_map(|at| Some(tokens.get(at)?.span.start())).collect()
}

fn is_of(name: &Name, own: Option<&Person<'_>>) -> bool {
    name.source.zip(own).is_some_and(|(name, own)| own.span.overlaps(name))
}

fn noun(target: &Analysis<'_>, token: &Token) -> String {
    without_possessive(target.word(token)).to_lowercase()
}
