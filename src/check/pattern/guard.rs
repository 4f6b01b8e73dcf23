//! Guards: what must or must not hold around a match.

use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckError, Params};
use crate::check::lexicon::{Cue, Lexicon};
use crate::check::{Context, Gate};
use crate::language::Sentence;
use crate::text::Span;

/// Guards as written in a rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGuards {
    /// A regular expression that matches somewhere in the sentence.
    #[serde(default)]
    sentence: Option<String>,
    /// One that matches right before the match, in the same passage.
    #[serde(default)]
    before: Option<String>,
    /// One that matches right behind it.
    #[serde(default)]
    after: Option<String>,
    /// One that matches the marked text.
    #[serde(default)]
    text: Option<String>,
    /// Cues that the document has.
    #[serde(default)]
    document: Vec<String>,
    /// Whether the match stands between quotation marks.
    #[serde(default)]
    quoted: bool,
    /// Whether the sentence is set in title case or capitals.
    #[serde(default)]
    title_case: bool,
    /// Whether the document was translated from Chinese.
    #[serde(default)]
    translated: bool,
}

/// Compiled guards.
#[derive(Debug, Default)]
pub(super) struct Guards {
    sentence: Option<Lazy>,
    before: Option<Lazy>,
    after: Option<Lazy>,
    text: Option<Lazy>,
    document: Vec<Cue>,
    quoted: bool,
    title_case: bool,
    translated: Option<Gate>,
}

/// A regular expression that is compiled at first use; its syntax is checked before.
#[derive(Debug)]
struct Lazy {
    source: String,
    regex: OnceLock<Option<Regex>>,
}

impl Lazy {
    fn new(key: &'static str, source: String) -> Result<Self, CheckError> {
        let syntax = regex_syntax::Parser::new().parse(&source);
        syntax.map_err(|error| CheckError::Regex { key, error: error.to_string() })?;
        Ok(Self { source, regex: OnceLock::new() })
    }

    fn is_match(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| Regex::new(&self.source).ok());
        regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

impl RawGuards {
    pub(super) fn compile(self, params: &Params<'_>) -> Result<Guards, CheckError> {
        let lazy = |key, source: Option<String>| source.map(|source| Lazy::new(key, source)).transpose();
        Ok(Guards {
            sentence: lazy("sentence", self.sentence)?,
            before: lazy("before", self.before.map(|source| format!("(?:{source})$")))?,
            after: lazy("after", self.after.map(|source| format!("^(?:{source})")))?,
            text: lazy("text", self.text)?,
            document: params.cues(&self.document)?,
            quoted: self.quoted,
            title_case: self.title_case,
            translated: self.translated.then(|| Gate::new(params)).transpose()?,
        })
    }
}

/// A match that is to be judged.
pub(super) struct Match<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: &'a Sentence,
    /// The passage's text, and where it starts.
    pub(super) passage: Span,
    /// What is marked.
    pub(super) span: Span,
}

impl Guards {
    /// The cues that the guards ask for.
    pub(super) fn cues(&self) -> impl Iterator<Item = &Cue> {
        self.document.iter()
    }

    /// Whether all guards that are set hold.
    pub(super) fn all(&self, found: &Match<'_>) -> bool {
        self.verdicts(found).into_iter().flatten().all(|holds| holds)
    }

    /// Whether any guard that is set holds.
    pub(super) fn any(&self, found: &Match<'_>) -> bool {
        self.verdicts(found).into_iter().flatten().any(|holds| holds)
    }

    /// What each guard says; nothing where it is not set.
    fn verdicts(&self, found: &Match<'_>) -> [Option<bool>; 8] {
        let text = &found.context.document.target;
        let slice = |span: Span| text.slice(span);
        let before = Span::new(found.passage.start(), found.span.start());
        let after = Span::new(found.span.end(), found.passage.end());
        let says = |guard: &Option<Lazy>, span: Span| guard.as_ref().map(|guard| guard.is_match(slice(span)));
        [
            says(&self.sentence, found.sentence.span),
            says(&self.before, before),
            says(&self.after, after),
            says(&self.text, found.span),
            (!self.document.is_empty()).then(|| found.lexicon.has_any(found.context.lexicon, &self.document)),
            self.quoted.then(|| text.is_quoted(found.span)),
            self.title_case.then(|| text.is_title_case(found.sentence)),
            self.translated.as_ref().map(|gate| gate.is_open(text, &found.context.provenance)),
        ]
    }
}
