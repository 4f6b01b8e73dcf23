//! `People`: words for a person in a source, and the nouns that render them.

use rustc_hash::FxHashMap;

use crate::check::dictionary::{Class, Dictionary, Word};
use crate::check::longest::Longest;
use crate::text;
use crate::text::Span;

/// Whether a word is for a woman, a man or both, or for a thing that English may call “she”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
    Either,
    Thing,
}

impl Gender {
    /// Whether a pronoun of this gender may stand for a word of another one.
    pub(super) fn takes(self, other: Self) -> bool {
        other == self || other == Self::Either || (other == Self::Thing && self == Self::Female)
    }
}

/// A table of words for people.
#[derive(Debug)]
pub(super) struct People {
    words: Longest,
    entries: Vec<Option<Entry>>,
    /// The genders of what a noun, in lower case, renders.
    nouns: FxHashMap<Box<str>, Vec<Gender>>,
}

/// A word for one person.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) gender: Gender,
    /// In lower case.
    pub(super) nouns: Vec<Box<str>>,
}

/// A person in a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'p> {
    pub(super) span: Span,
    /// Nothing for a name.
    pub(super) entry: Option<&'p Entry>,
}

/// How names of places go on that begin like a word for a person.
const PLACES: &str = "河岭山村镇乡湖路街岛";

impl People {
    /// The people of a table of words, their gender and the nouns, with tabs between.
    pub(super) fn new(table: &str) -> Self {
        let (mut words, mut entries) = (Vec::new(), Vec::new());
        let mut nouns: FxHashMap<Box<str>, Vec<Gender>> = FxHashMap::default();
        for (word, entry) in text::entries(table).filter_map(parsed) {
            for (noun, gender) in entry.iter().flat_map(|entry| entry.nouns.iter().map(|noun| (noun, entry.gender))) {
                nouns.entry(noun.clone()).or_default().push(gender);
            }
            words.push(word);
            entries.push(entry);
        }
        Self { words: Longest::new(&words), entries, nouns }
    }

    /// The words for one person in a text, in order: whole words, of which `cut` has the ends.
    pub(super) fn mentions<'p>(&'p self, text: &'p str, cut: &'p [Word]) -> impl Iterator<Item = Mention<'p>> {
        let whole = |span: Span| {
            cut.iter().any(|word| word.span.start() == span.start())
                && cut.iter().any(|word| word.span.end() == span.end())
        };
        let goes_on = |span: Span| {
            let next = text.get(span.end()..).and_then(|rest| rest.chars().next());
            next.is_some_and(|c| c == '们' || PLACES.contains(c))
        };
        let found = self.words.found(text).filter(move |(_, span)| whole(*span) && !goes_on(*span));
        found.filter_map(|(number, span)| {
            let entry = self.entries.get(number)?.as_ref()?;
            Some(Mention { span, entry: Some(entry) })
        })
    }

    /// Whether a pronoun of a gender may stand for a noun in lower case.
    pub(super) fn may_own(&self, noun: &str, gender: Gender) -> bool {
        self.nouns.get(noun).is_some_and(|genders| genders.iter().any(|other| gender.takes(*other)))
    }
}

/// A line of the table: its word, and whom that is for, if it is for one person.
fn parsed(line: &str) -> Option<(&str, Option<Entry>)> {
    let mut fields = line.split('\t');
    let (word, letter, nouns) = (fields.next()?, fields.next()?, fields.next().unwrap_or_default());
    let gender = match letter {
        "f" => Gender::Female,
        "m" => Gender::Male,
        "n" => Gender::Either,
        "t" => Gender::Thing,
        "-" => return Some((word, None)),
        _ => return None,
    };
    let nouns = nouns.split_whitespace().map(|noun| noun.trim_end_matches('.').to_lowercase().into());
    Some((word, Some(Entry { gender, nouns: nouns.collect() })))
}

/// Where the dictionary has people under a name that is not Chinese, or a dot says that it is one.
pub(super) fn strangers<'t>(text: &'t str, cut: &'t [Word], dictionary: &'t Dictionary) -> impl Iterator<Item = Span> {
    let long = |word: &&Word| word.span.of(text).chars().nth(1).is_some();
    let known = cut.iter().filter(|word| word.class == Class::Known).filter(long).map(|word| word.span);
    let is_person = move |span: &Span| {
        let mut entries = dictionary.entries(span.of(text));
        entries.any(|entry| entry.is_name() && entry.glosses().any(gives_birth))
    };
    known.filter(is_person).chain(text.match_indices('·').map(|(at, dot)| Span::new(at, at + dot.len())))
}

/// Whether a gloss gives the year in which somebody was born who may be in the news: “(1946-”.
fn gives_birth(gloss: &str) -> bool {
    gloss.split('(').skip(1).any(|rest| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() - after.len() == 4 && rest.starts_with(['1', '2']) && after.starts_with(['-', '–'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::with_params;

    #[test]
    fn people_are_whole_words() {
        let found = |text: &str| {
            with_params("zh-en", "", |params| {
                let people = People::new(params.table("lists/people.tsv").unwrap());
                let cut = params.dictionary().unwrap().segment(text);
                people.mentions(text, &cut).map(|mention| mention.span.of(text).to_owned()).collect::<Vec<_>>()
            })
        };
        assert_eq!(found("她的丈夫和弟弟是矿工"), ["丈夫", "弟弟", "矿工"]);
        assert_eq!(found("兄弟单位、妇产科、子女、父子岭、孩子们、温哥华和公鸡"), Vec::<String>::new());
    }

    #[test]
    fn the_table_is_whole() {
        let table = with_params("zh-en", "", |params| params.table("lists/people.tsv").unwrap().to_owned());
        let odd: Vec<&str> = text::entries(&table).filter(|line| parsed(line).is_none()).collect();
        assert!(odd.is_empty(), "{odd:?}");
        let mut words: Vec<&str> = text::entries(&table).filter_map(|line| line.split('\t').next()).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
