//! `pronoun`: a pronoun of one gender in the translation where the source has only the other one.
//!
//! It may stand for somebody else who is named nearer; so it is reported only where nobody else is.

mod names;
mod people;
mod scene;

use std::sync::{Arc, LazyLock, OnceLock};

use serde::Deserialize;

use super::dictionary::{LazyDictionary, Word};
use super::lexicon::Builder;
use super::words::{Words, lines};
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Lexis, Mandarin, Params, RuleRef};
use crate::document::Segment;
use crate::language::{Analysis, Case, Gap, Token, is_function_word};
use crate::text::Span;
use people::{Gender, People};
use scene::{Question, Scene};

/// The kind.
pub(super) static PRONOUN: Pronoun = Pronoun;

/// See [`PRONOUN`].
#[derive(Debug)]
pub(super) struct Pronoun;

/// The characters with which surnames begin.
const SURNAMES: &str = "lists/surname-characters.txt";
/// The longest source of a segment that is looked at, in bytes: who is who in a longer one cannot be told.
const LONGEST: usize = 3_000;

/// How many characters a transcribed name has at most.
const NAME: usize = 6;

/// How many words before a noun say that it is a predicate.
const NEAR: usize = 6;

/// Parameters of a `pronoun` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Whether the translation's pronouns are male; they are female otherwise.
    male: bool,
    /// Those pronouns.
    mark: Vec<String>,
    /// Those that the source calls for: with one of them in the segment, nothing is reported.
    right: Vec<String>,
    /// The source's pronouns, and those that would be right; both written as for `presence`.
    own: Vec<String>,
    other: Vec<String>,
    /// What says that somebody is something: 她是护士.
    copulas: Vec<String>,
    /// The same in English, and the function words that may stand between it and a noun.
    links: Vec<String>,
    articles: Vec<String>,
    /// What only a person of the right gender has: “husband” behind “his” is wrong whoever else is named.
    spouses: Vec<String>,
    /// The table of words for people.
    people: String,
}

impl Kind for Pronoun {
    fn name(&self) -> &'static str {
        "pronoun"
    }

    fn summary(&self) -> &'static str {
        "pronouns of another gender than the source's"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &[]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let table = params.table(&config.people)?.to_owned();
        let knowledge = Knowledge {
            people: LazyLock::new(Box::new(move || People::new(&table))),
            surnames: params.lines(SURNAMES)?.flat_map(str::chars).collect(),
            mandarin: params.mandarin()?,
            dictionary: params.dictionary()?,
            lexis: params.lexis()?,
            pronouns: [config.mark.as_slice(), &config.right].concat(),
            links: config.links.clone(),
            articles: config.articles.clone(),
        };
        let list = |words: &[String]| lines(params, words);
        let lists = [list(&config.own)?, list(&config.other)?, list(&config.copulas)?];
        Ok(Compiled::comparison(Gendered { rule, config, knowledge, lists, sets: OnceLock::new() }))
    }
}

/// What tells who is who.
pub(super) struct Knowledge {
    /// Made for the first pronoun that is looked at.
    people: LazyLock<People, Box<dyn FnOnce() -> People + Send + Sync>>,
    surnames: Vec<char>,
    mandarin: Arc<Mandarin>,
    dictionary: Arc<LazyDictionary>,
    lexis: Arc<Lexis>,
    pronouns: Vec<String>,
    links: Vec<String>,
    articles: Vec<String>,
}

impl Knowledge {
    fn is_surname(&self, c: char) -> bool {
        self.surnames.contains(&c)
    }

    /// Whether a place of a source has nothing but characters that may transcribe a name.
    fn is_name(&self, text: &str, span: Span, cut: &[Word]) -> bool {
        let inside: Vec<&Word> = cut.iter().filter(|word| span.contains(word.span)).collect();
        let single = |word: &&Word| word.span.of(text).chars().nth(1).is_none();
        let whole = inside.iter().map(|word| word.span.len()).sum::<usize>() == span.len();
        let plain = |word: &&Word| !self.lexis.is_function_word(word.span.of(text));
        whole && (2..=NAME).contains(&inside.len()) && inside.iter().all(|word| single(word) && plain(word))
    }

    /// Whether a noun behind these words says what somebody is: “has been a nurse”, “became the first pilot”.
    fn is_predicate(&self, target: &Analysis<'_>, before: &[Token]) -> bool {
        let near = before.iter().rev().take(NEAR).map(|token| target.word(token).to_lowercase());
        let is_link = |word: &String| self.links.iter().any(|link| link == word);
        let plain = |word: &String| self.articles.iter().any(|article| article == word) || !is_function_word(word);
        near.into_iter().find(|word| is_link(word) || !plain(word)).is_some_and(|word| is_link(&word))
    }

    fn is_pronoun(&self, lower: &str) -> bool {
        self.pronouns.iter().any(|pronoun| pronoun == lower)
    }

    fn is_common(&self, lower: &str) -> bool {
        self.dictionary.is_common_english(lower)
    }
}

struct Gendered {
    rule: RuleRef,
    config: Config,
    knowledge: Knowledge,
    /// The words of `own`, `other` and `copulas`.
    lists: [Vec<String>; 3],
    /// The same, made for the first document with a source.
    sets: OnceLock<[Words; 3]>,
}

impl Check for Gendered {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        for segment in context.document.segments().iter().filter(|segment| segment.is_comparable()) {
            self.check(source.slice(segment.source), &context.document.target, segment, hits);
        }
    }
}

impl Gendered {
    fn check(&self, text: &str, target: &Analysis<'_>, segment: &Segment, hits: &mut Vec<Hit>) {
        let tokens = target.tokens_in(segment.target);
        let marked: Vec<usize> = (0..tokens.len()).filter(|at| self.is_marked(target, tokens, *at)).collect();
        if marked.is_empty() || text.len() > LONGEST {
            return;
        }
        let [own, other, copulas] = self.sets.get_or_init(|| self.lists.each_ref().map(|list| Words::new(list)));
        let Some(first) = own.found(text).next().filter(|_| other.found(text).next().is_none()) else { return };
        let gender = if self.config.male { Gender::Male } else { Gender::Female };
        let right = tokens.iter().any(|token| is_one(&self.config.right, target.word(token)));
        let question = Question { first: first.start(), gender, copulas };
        let scene = (!right).then(|| Scene::new(target, tokens, text, &self.knowledge, question)).flatten();
        for at in marked {
            let Some(token) = tokens.get(at) else { continue };
            let married = tokens.get(at + 1).is_some_and(|next| is_one(&self.config.spouses, target.word(next)));
            if married || scene.as_ref().is_some_and(|scene| !scene.has_owner(target, token)) {
                hits.push(Hit::new(self.rule, token.span).with_source(segment.source, "the source"));
            }
        }
    }

    /// Whether a word is one of the pronouns, and not the surname He.
    fn is_marked(&self, target: &Analysis<'_>, tokens: &[Token], at: usize) -> bool {
        let Some(token) = tokens.get(at).filter(|token| is_one(&self.config.mark, target.word(token))) else {
            return false;
        };
        let next = tokens.get(at + 1).is_some_and(|next| next.case == Case::Title && next.gap == Gap::Space);
        token.case == Case::Lower || (token.case == Case::Title && token.gap != Gap::Space && !next)
    }
}

fn is_one(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
