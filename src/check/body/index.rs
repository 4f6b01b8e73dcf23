//! The names of all bodies, filed under their first word, and their mentions in a document.

use std::collections::BTreeSet;
use std::hash::Hasher;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::organ::Attached;
use super::original::Originals;
use crate::body::Body;
use crate::language::{Analysis, Case, Filter, Gap, Kind, Token, capitalised, ordinal_word, without_possessive};
use crate::text::Span;

/// All bodies and the index over their names.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) bodies: Arc<Vec<Body>>,
    by_first: FxHashMap<u64, Vec<Name>>,
    /// The first words as they stand with a capital, with and without `'s`.
    capitalised: Filter,
    originals: OnceLock<Originals>,
}

/// A name of a body, or the short name of several.
#[derive(Debug)]
struct Name {
    words: Vec<Box<str>>,
    /// The key of the second word, by which most names are told to be others.
    second: Option<u64>,
    body: usize,
    short: bool,
}

/// A body in a text.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The number of the body; of a short name, the first body that has it.
    pub(super) body: usize,
    pub(super) short: bool,
    /// The numbers of the first token, an ordinal before the name included, and of the one behind the last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Without `'s`.
    pub(super) span: Span,
    /// The name without the ordinal before it.
    pub(super) name: Span,
    pub(super) ordinal: Option<u32>,
    /// Whether `'s` stands behind it.
    pub(super) possessive: bool,
    /// What it lacks and has beside it, looked for once for all rules.
    pub(super) attached: OnceLock<Option<Attached>>,
}

/// A name that was found: the token behind it, and an ordinal inside.
struct Found<'i> {
    name: &'i Name,
    end: usize,
    ordinal: Option<u32>,
}

impl Index {
    pub(super) fn new(bodies: Arc<Vec<Body>>) -> Self {
        let mut index = Self::default();
        for (number, body) in bodies.iter().enumerate() {
            let full = body.names.iter().map(|name| (name, false));
            for (name, short) in full.chain(body.short.iter().map(|name| (name, true))) {
                index.add(name, number, short);
            }
        }
        index.bodies = bodies;
        index
    }

    fn add(&mut self, name: &str, body: usize, short: bool) {
        let words: Vec<Box<str>> = words(name).map(Into::into).collect();
        let Some(first) = words.first() else { return };
        let stem = capitalised(&without_possessive(first).to_ascii_lowercase());
        for end in ["", "'s", "’s"] {
            self.capitalised.add(&[stem.as_str(), end].concat());
        }
        let second = words.get(1).map(|word| key(word));
        let filed = self.by_first.entry(key(first)).or_default();
        if !short || !filed.iter().any(|known| known.words == words) {
            filed.push(Name { words, second, body, short });
        }
    }

    /// The numbered Chinese names of the bodies, made at first use.
    pub(super) fn originals(&self) -> &Originals {
        self.originals.get_or_init(|| Originals::new(&self.bodies))
    }

    /// The body that a mention means.
    pub(super) fn body(&self, mention: &Mention) -> Option<&Body> {
        self.bodies.get(mention.body)
    }

    /// The mentions in a text that begin with a capital letter, in order; short names are resolved by the full ones.
    pub(super) fn mentions(&self, text: &Analysis<'_>) -> Vec<Mention> {
        self.mentions_where(text, |token| token.case != Case::Lower)
    }

    /// All mentions in a text, also of names that are not capitalised ("the two sessions").
    pub(super) fn mentions_in_any_case(&self, text: &Analysis<'_>) -> Vec<Mention> {
        self.mentions_where(text, |_| true)
    }

    fn mentions_where(&self, text: &Analysis<'_>, admits: impl Fn(&Token) -> bool) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let (mut at, tokens) = (0, text.tokens());
        while let Some(token) = tokens.get(at) {
            let known = token.case != Case::Title || self.capitalised.admits(token);
            let candidate = known && token.kind == Kind::Word && admits(token);
            if candidate && let Some(found) = self.longest(text, at) {
                mentions.extend(mention(text, &found, at));
                at = found.end;
            } else {
                at += 1;
            }
        }
        self.resolve(&mut mentions);
        mentions
    }

    /// The longest name that starts at a token.
    fn longest(&self, text: &Analysis<'_>, first: usize) -> Option<Found<'_>> {
        let names = self.by_first.get(&key(text.word(text.tokens().get(first)?)))?;
        let second = second(text, first);
        let possible = names.iter().filter(|name| name.second.is_none() || name.second == second);
        let found = possible.filter_map(|name| found(text, name, first));
        found.min_by_key(|found| (std::cmp::Reverse(found.end), found.name.short, found.name.body))
    }

    /// Makes short names mean the body that the document names in full, and drops those that may mean several.
    fn resolve(&self, mentions: &mut Vec<Mention>) {
        let full = mentions.iter().filter(|mention| !mention.short);
        let full: FxHashSet<_> = full.map(|mention| (mention.body, mention.ordinal)).collect();
        let named: BTreeSet<usize> = full.iter().map(|(body, _)| *body).collect();
        let meant = |mention: &Mention, sharing: &[usize]| match sharing {
            [] => Some(mention.body),
            [one] => Some(*one),
            several => several.iter().copied().find(|body| full.contains(&(*body, mention.ordinal))),
        };
        let mut sharing = FxHashMap::default();
        mentions.retain_mut(|mention| {
            if !mention.short {
                return true;
            }
            let sharing = sharing.entry(mention.body).or_insert_with(|| self.sharing(mention.body, &named));
            meant(mention, sharing).map(|body| mention.body = body).is_some()
        });
    }

    /// Those of some bodies that share a short name with a body.
    fn sharing(&self, body: usize, named: &BTreeSet<usize>) -> Vec<usize> {
        let short = |body: usize| self.bodies.get(body).map_or(&[][..], |body| &body.short);
        let shares = |other: &usize| short(*other).iter().any(|name| short(body).contains(name));
        named.iter().copied().filter(shares).collect()
    }
}

/// The words of a name; articles are left out, as they are in the text.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let parts =
        name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '.'))).map(|word| word.trim_matches('\''));
    parts.filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("the"))
}

/// The hash of the letters of a word in lower case, without `'s`.
fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let letters = without_possessive(word).bytes().filter(u8::is_ascii_alphanumeric);
    letters.for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
    hasher.finish()
}

/// The key of the word with which a name goes on that begins at a token.
fn second(text: &Analysis<'_>, first: usize) -> Option<u64> {
    let at = first + 1 + usize::from(is_at(text, first + 1, "the"));
    let at = at + usize::from(ordinal_at(text, at).is_some());
    text.tokens().get(at).map(|token| key(text.word(token)))
}

/// Walks over a name from its first token: articles are passed over, one ordinal is noted.
fn found<'i>(text: &Analysis<'_>, name: &'i Name, first: usize) -> Option<Found<'i>> {
    let (mut at, mut ordinal) = (first, None);
    for (number, word) in name.words.iter().enumerate() {
        if number > 0 {
            at += usize::from(is_at(text, at, "the"));
            if ordinal.is_none()
                && let Some(value) = ordinal_at(text, at)
            {
                (ordinal, at) = (Some(value), at + 1);
            }
            joined(text, at).then_some(())?;
        }
        let last = number + 1 == name.words.len();
        same(text.word(text.tokens().get(at)?), word, last).then_some(())?;
        at += 1;
    }
    Some(Found { name, end: at, ordinal })
}

fn same(found: &str, word: &str, last: bool) -> bool {
    let equal = |found: &str| {
        found.eq_ignore_ascii_case(word) || (found.contains('’') && found.replace('’', "'").eq_ignore_ascii_case(word))
    };
    equal(found) || (last && equal(without_possessive(found)))
}

/// Whether a token goes on with a name: behind a space, a hyphen or a bracket.
fn joined(text: &Analysis<'_>, at: usize) -> bool {
    let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|at| text.tokens().get(at)), text.tokens().get(at))
    else {
        return false;
    };
    let bracket = || matches!(text.slice(Span::new(before.span.end(), token.span.start())), " (" | ") ");
    match token.gap {
        Gap::Space | Gap::Hyphen => true,
        Gap::Break => bracket(),
        _ => false,
    }
}

/// Whether a token is that word, in any case.
pub(super) fn is_at(text: &Analysis<'_>, at: usize, word: &str) -> bool {
    let same = |token: &Token| token.span.len() == word.len() && text.word(token).eq_ignore_ascii_case(word);
    text.tokens().get(at).is_some_and(same)
}

/// The value of a token that is an ordinal.
pub(super) fn ordinal_at(text: &Analysis<'_>, at: usize) -> Option<u32> {
    ordinal_word(text.word(text.tokens().get(at)?))
}

/// The mention that a name is which was found from a token on, with the ordinal before it.
fn mention(text: &Analysis<'_>, found: &Found<'_>, first_of_name: usize) -> Option<Mention> {
    let tokens = text.tokens();
    let start = tokens.get(first_of_name)?;
    let before = first_of_name.checked_sub(1).filter(|_| start.gap == Gap::Space);
    let outer = before.and_then(|at| Some((at, ordinal_at(text, at)?)));
    if found.name.short && outer.is_none() {
        return None;
    }
    let last = tokens.get(found.end.checked_sub(1)?)?;
    let stem = without_possessive(text.word(last)).len();
    let named = found.name.words.last().is_some_and(|word| word.len() == text.word(last).len());
    let end = if named { last.span.end() } else { last.span.start() + stem };
    let name = Span::new(start.span.start(), end);
    let (first, ordinal) = outer.map_or((first_of_name, found.ordinal), |(at, value)| (at, Some(value)));
    let span = tokens.get(first)?.span.cover(name);
    Some(Mention {
        body: found.name.body,
        short: found.name.short,
        first,
        end: found.end,
        span,
        name,
        ordinal,
        possessive: !named,
        attached: OnceLock::new(),
    })
}
