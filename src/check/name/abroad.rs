//! Mandarin names of people who are not from the mainland: in documents about other places, and
//! behind a foreign title.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::transliteration::mainlanders;
use crate::check::{Check, CheckError, Context, Hit, Knowledge, Mandarin, Params, RuleRef};
use crate::language::{Analysis, Case, Filter, Gap, Token, without_possessive};
use crate::text::Span;

/// A document is about another place if it has this many foreign cues, and this many times as many as Chinese ones.
const LEAST: usize = 2;
const TIMES: usize = 2;
/// How far before a name its title and the country stand, in words.
const TITLE: usize = 4;
const COUNTRY: usize = 6;
/// How far before a name a byline's word stands, in words, and the bracket of a byline, in bytes.
const BYLINE: usize = 3;
const BRACKET: usize = 40;

/// The word behind the name of a place in China.
const PROVINCE: &str = "Province";

/// The check.
pub(super) struct Abroad {
    rule: RuleRef,
    /// Whether names behind a foreign title are reported, not those in documents about other places.
    titled: bool,
    mandarin: Arc<Mandarin>,
    knowledge: Arc<Knowledge>,
    foreign: Phrases,
    chinese: Phrases,
    /// What makes "Chinese" foreign: Chinese American.
    not_chinese: FxHashSet<&'static str>,
    titles: Phrases,
    bylines: Phrases,
    mainland: FxHashSet<Box<str>>,
}

/// A Mandarin name in a text.
struct Named {
    span: Span,
    /// The number of its first token, and that of its sentence.
    first: usize,
    opening: usize,
}

impl Named {
    fn new(text: &Analysis<'_>, span: Span, first: usize) -> Option<Self> {
        let opening = text.sentence_at(span.start())?.tokens().start;
        Some(Self { span, first, opening })
    }

    /// The tokens of the sentence before `at`, at most `most`.
    fn before(&self, at: usize, most: usize) -> Range<usize> {
        self.opening.max(at.saturating_sub(most))..at
    }
}

/// Words, and pairs of words by their first one.
#[derive(Default)]
struct Phrases {
    /// The words, and the first ones of pairs, with and without `'s`.
    firsts: Filter,
    seconds: FxHashMap<Box<str>, Vec<Option<Box<str>>>>,
}

impl Phrases {
    fn read(params: &Params<'_>, path: &str) -> Result<Self, CheckError> {
        let mut phrases = Self::default();
        for line in params.lines(path)? {
            let (first, second) =
                line.split_once(' ').map_or((line, None), |(first, second)| (first, Some(second.into())));
            for end in ["", "'s", "’s"] {
                phrases.firsts.add(&[first, end].concat());
            }
            phrases.seconds.entry(first.into()).or_default().push(second);
        }
        Ok(phrases)
    }

    /// Whether a token may be the first word of one of them.
    fn may_begin(&self, token: &Token) -> bool {
        self.firsts.admits(token) && token.gap != Gap::Hyphen
    }

    /// Whether one of them begins at a token, apart from hyphens.
    fn begins_at(&self, text: &Analysis<'_>, at: usize) -> bool {
        let token = text.tokens().get(at).filter(|token| self.may_begin(token));
        let Some(seconds) = token.and_then(|token| self.seconds.get(without_possessive(text.word(token)))) else {
            return false;
        };
        let next = text.tokens().get(at + 1);
        let follows = |second: &str| next.is_some_and(|next| without_possessive(text.word(next)) == second);
        let free = next.is_none_or(|next| next.gap != Gap::Hyphen);
        seconds.iter().any(|second| second.as_deref().map_or(free, follows))
    }
}

impl Abroad {
    pub(super) fn new(rule: RuleRef, titled: bool, params: &Params<'_>) -> Result<Self, CheckError> {
        Ok(Self {
            rule,
            titled,
            mandarin: params.mandarin()?,
            knowledge: params.transliteration()?,
            foreign: Phrases::read(params, "lists/foreign-cues.txt")?,
            chinese: Phrases::read(params, "lists/china-cues.txt")?,
            not_chinese: ["American", "Americans", "descent", "Filipino", "Malaysian", "Singaporean"]
                .into_iter()
                .collect(),
            titles: Phrases::read(params, "lists/title-nouns.txt")?,
            bylines: Phrases::read(params, "lists/byline-words.txt")?,
            mainland: params.lines("lists/mainland-names.txt")?.map(Into::into).collect(),
        })
    }

    /// Whether the document is about another place than the mainland.
    fn is_abroad(&self, text: &Analysis<'_>) -> bool {
        let foreign = text.distinct().places(|word| self.foreign.firsts.admits(word));
        let foreign = foreign.iter().filter(|at| self.foreign.begins_at(text, **at)).count();
        // So many Chinese cues are too many.
        let many = foreign.div_ceil(TIMES);
        let chinese = || text.distinct().places(|word| self.chinese.firsts.admits(word) || may_be_province(word));
        foreign >= LEAST && chinese().iter().filter(|at| self.is_chinese(text, **at)).take(many).count() < many
    }

    fn is_chinese(&self, text: &Analysis<'_>, at: usize) -> bool {
        let word = |at: usize| text.tokens().get(at).map(|token| text.word(token)).unwrap_or_default();
        let province = || {
            text.tokens().get(at).is_some_and(may_be_province)
                && word(at) == PROVINCE
                && at.checked_sub(1).is_some_and(|at| word(at).starts_with(char::is_uppercase))
        };
        (self.chinese.begins_at(text, at) && !self.not_chinese.contains(word(at + 1))) || province()
    }

    /// "US Trade Representative", "Hong Kong actress", right before a name.
    fn has_foreign_title(&self, text: &Analysis<'_>, name: &Named) -> bool {
        let at = name.first;
        let title = name.before(at, TITLE).rev().find(|at| self.titles.begins_at(text, *at));
        let Some(title) = title.filter(|title| *title + 1 == at || is(text, *title + 1, "of") || *title + 2 == at)
        else {
            return false;
        };
        let country = name.before(title, COUNTRY).rev().any(|at| self.foreign.begins_at(text, at));
        country && !name.before(at, TITLE + COUNTRY).any(|at| self.is_chinese(text, at))
    }

    /// Whether the name is that of a journalist or another Chinese whose work it is to be named here.
    fn is_exempt(&self, text: &Analysis<'_>, name: &Named) -> bool {
        let span = name.span;
        let byline = name.before(name.first, BYLINE).any(|at| self.bylines.begins_at(text, at));
        let from = (span.start().saturating_sub(BRACKET)..span.start()).find(|at| text.text().is_char_boundary(*at));
        let left = from.map(|from| text.slice(Span::new(from, span.start()))).unwrap_or_default();
        let bracket = left.rfind('(').is_some_and(|open| left.rfind(')').is_none_or(|close| close < open));
        // A hyphen shows the spelling of Taiwan: it is the bearer's own.
        let own = text.slice(span).contains('-');
        byline || bracket || own || self.mainland.contains(text.slice(span))
    }
}

/// Whether a token is as long as that word, and has a capital.
fn may_be_province(token: &Token) -> bool {
    token.span.len() == PROVINCE.len() && token.case == Case::Title
}

impl Check for Abroad {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let names = context.memo.provenance.names(&self.mandarin, text);
        if names.is_empty() || !(self.titled || self.is_abroad(text)) {
            return;
        }
        let names: Vec<Named> = names.iter().filter_map(|(span, first)| Named::new(text, *span, *first)).collect();
        let titled = names.iter().filter(|name| self.has_foreign_title(text, name) && !self.is_exempt(text, name));
        let titled: FxHashSet<&str> = titled.map(|name| text.slice(name.span)).collect();
        let asked = names.iter().filter(|name| titled.contains(text.slice(name.span)) == self.titled);
        let mainland = mainlanders(context.document, &self.knowledge);
        let found = asked.filter(|name| !self.is_exempt(text, name) && !mainland.contains(text.slice(name.span)));
        hits.extend(found.map(|name| Hit::new(self.rule, name.span)));
    }
}

fn is(text: &Analysis<'_>, at: usize, word: &str) -> bool {
    text.tokens().get(at).is_some_and(|token| text.word(token) == word)
}
