//! People from Hong Kong, Macao, Taiwan or abroad with a Chinese name that the translation gives in
//! Pinyin: the source says where they are from, right before the name.

use rustc_hash::FxHashSet;

use super::Found;
use super::knowledge::Knowledge;
use super::passage::{Passage, Scheme};
use super::reading::pairs;
use crate::check::{CheckError, Params};
use crate::document::Segment;
use crate::language::{Analysis, without_possessive};
use crate::text::Span;

/// How far before a name the source says where the person is from, in characters.
const BEFORE: usize = 16;
/// What ends a clause.
const CLAUSE: &str = "，。；、！？“”：\n,;";

/// What the source shows of such a person.
#[derive(Debug, Default)]
pub(super) struct Signs {
    from: Vec<Box<str>>,
    title: Vec<Box<str>>,
    not: Vec<Box<str>>,
    surnames: FxHashSet<char>,
}

impl Signs {
    /// Reads the pack's tables.
    pub(super) fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let mut signs = Self::default();
        for (kind, words) in pairs(params, "lists/overseas-source.tsv")? {
            let list = match kind {
                "from" => &mut signs.from,
                "title" => &mut signs.title,
                "not" => &mut signs.not,
                other => return Err(CheckError::Table(format!("lists/overseas-source.tsv: unknown kind `{other}`"))),
            };
            list.extend(words.split(' ').map(Into::into));
        }
        signs.surnames = params.lines("lists/surname-characters.txt")?.flat_map(str::chars).collect();
        Ok(signs)
    }

    /// Whether a character is a Chinese surname.
    pub(super) fn is_surname(&self, c: char) -> bool {
        self.surnames.contains(&c)
    }

    /// Whether what stands before a name says that the person is from elsewhere.
    fn say_so(&self, before: &str) -> bool {
        let clause = before.rsplit(|c| CLAUSE.contains(c)).next().unwrap_or_default();
        let any = |words: &[Box<str>]| words.iter().any(|word| clause.contains(&**word));
        self.title.iter().any(|title| clause.ends_with(&**title)) && any(&self.from) && !any(&self.not)
    }
}

/// A name in Pinyin, and the characters that it renders.
pub(super) struct Pair {
    /// Where it stands in the translation and in the source.
    target: Span,
    source: Span,
    name: String,
    overseas: bool,
}

/// The names in Pinyin of a segment.
pub(super) fn pairs_of(segment: &Segment, target: &Analysis<'_>, passage: &Passage, knowledge: &Knowledge) -> Vec<Pair> {
    let first = target.tokens().partition_point(|token| token.span.start() < segment.target.start());
    let count = target.tokens_in(segment.target).len();
    let names = (first..first + count).filter_map(|at| knowledge.mandarin.full_name(target, at));
    names.filter_map(|span| pair(span, target, passage, knowledge)).collect()
}

fn pair(span: Span, target: &Analysis<'_>, passage: &Passage, knowledge: &Knowledge) -> Option<Pair> {
    let word = without_possessive(target.slice(span));
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let all = passage.spelt(&letters, Scheme::Pinyin, &knowledge.readings);
    let named = |c: Option<&char>| c.is_some_and(|c| knowledge.signs.is_surname(*c));
    let range = all.into_iter().find(|range| matches!(range.len(), 2 | 3) && named(passage.slice(range).first()))?;
    let before = passage.string(&(range.start.saturating_sub(BEFORE)..range.start));
    Some(Pair {
        target: span,
        source: passage.span(&range)?,
        name: passage.string(&range),
        overseas: knowledge.signs.say_so(&before),
    })
}

/// The names of people who are said to be from elsewhere at least once.
pub(super) fn report(pairs: &[Pair], found: &mut Vec<Found>) {
    let overseas: FxHashSet<&str> = pairs.iter().filter(|pair| pair.overseas).map(|pair| pair.name.as_str()).collect();
    let concerned = pairs.iter().filter(|pair| overseas.contains(pair.name.as_str()));
    found.extend(concerned.map(|pair| Found {
        report: super::Report::Overseas,
        target: pair.target,
        source: Some(pair.source),
        other: String::new(),
        fix: None,
    }));
}
