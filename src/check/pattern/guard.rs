//! Guards: what must or must not hold around a match.

use std::sync::Arc;

use serde::Deserialize;

use super::lazy::LazyRegex;
use super::{CheckError, Params};
use crate::check::lexicon::Builder;
use crate::check::{Context, Gate};
use crate::expression::{at_the_end, at_the_start};
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
    sentence: Option<LazyRegex>,
    before: Option<LazyRegex>,
    after: Option<LazyRegex>,
    text: Option<LazyRegex>,
    document: Vec<u32>,
    quoted: bool,
    title_case: bool,
    translated: Option<Arc<Gate>>,
}

impl RawGuards {
    /// The expressions, without what else must hold.
    #[cfg(test)]
    pub(super) fn expressions(self, params: &Params<'_>) -> Vec<LazyRegex> {
        let (alone, mut lexicon) = (Self { document: Vec::new(), translated: false, ..self }, Builder::default());
        lexicon.validate(true);
        let guards = alone.compile(params, &mut lexicon).unwrap();
        [guards.sentence, guards.before, guards.after, guards.text].into_iter().flatten().collect()
    }

    /// The guards of a rule.
    pub(super) fn compile(self, params: &Params<'_>, lexicon: &mut Builder) -> Result<Guards, CheckError> {
        let lazy = |key, source: Option<String>| -> Result<Option<LazyRegex>, CheckError> {
            let Some(regex) = source.map(|source| LazyRegex::new(&source, true, params.programs)) else {
                return Ok(None);
            };
            if lexicon.validates() {
                regex.parse().map_err(|error| CheckError::Regex { key, error })?;
            }
            Ok(Some(regex))
        };
        Ok(Guards {
            sentence: lazy("sentence", self.sentence)?,
            before: lazy("before", self.before.as_deref().map(at_the_end))?,
            after: lazy("after", self.after.as_deref().map(at_the_start))?,
            text: lazy("text", self.text)?,
            document: params.cues(&self.document, lexicon)?,
            quoted: self.quoted,
            title_case: self.title_case,
            translated: self.translated.then(|| params.gate()).transpose()?,
        })
    }
}

/// A match that is to be judged.
pub(super) struct Match<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) sentence: &'a Sentence,
    /// The passage's text, and where it starts.
    pub(super) passage: Span,
    /// What is marked.
    pub(super) span: Span,
}

impl Guards {
    /// Whether all guards that are set hold.
    pub(super) fn all(&self, found: &Match<'_>) -> bool {
        GUARDS.iter().filter_map(|guard| guard(self, found)).all(|holds| holds)
    }

    /// Whether any guard that is set holds.
    pub(super) fn any(&self, found: &Match<'_>) -> bool {
        GUARDS.iter().filter_map(|guard| guard(self, found)).any(|holds| holds)
    }

    fn document(&self, found: &Match<'_>) -> Option<bool> {
        (!self.document.is_empty()).then(|| found.context.lexicon.has_any(&self.document))
    }

    fn translated(&self, found: &Match<'_>) -> Option<bool> {
        let gate = self.translated.as_ref()?;
        Some(gate.is_open(&found.context.document.target, &found.context.memo.provenance))
    }

    fn text(&self, found: &Match<'_>) -> Option<bool> {
        Some(self.text.as_ref()?.is_match(found.slice(found.span)))
    }

    fn before(&self, found: &Match<'_>) -> Option<bool> {
        let span = Span::new(found.passage.start(), found.span.start());
        Some(self.before.as_ref()?.is_match(found.slice(found.near(span))))
    }

    fn after(&self, found: &Match<'_>) -> Option<bool> {
        let span = Span::new(found.span.end(), found.passage.end());
        Some(self.after.as_ref()?.is_match(found.slice(found.near(span))))
    }

    fn sentence(&self, found: &Match<'_>) -> Option<bool> {
        Some(self.sentence.as_ref()?.is_match(found.slice(found.near(found.sentence.span))))
    }

    fn quoted(&self, found: &Match<'_>) -> Option<bool> {
        self.quoted.then(|| found.context.document.target.is_quoted(found.span))
    }

    fn title_case(&self, found: &Match<'_>) -> Option<bool> {
        self.title_case.then(|| found.context.document.target.is_title_case(found.sentence))
    }
}

/// What each guard says of a match, the cheap ones first; nothing where it is not set.
const GUARDS: [fn(&Guards, &Match<'_>) -> Option<bool>; 8] = [
    Guards::document,
    Guards::translated,
    Guards::text,
    Guards::before,
    Guards::after,
    Guards::quoted,
    Guards::title_case,
    Guards::sentence,
];

impl<'a> Match<'a> {
    fn slice(&self, span: Span) -> &'a str {
        self.context.document.target.slice(span)
    }

    /// The part of a span that lies within 2,000 bytes of the match, so that a very long line does
    /// not make every match look at all of it.
    fn near(&self, span: Span) -> Span {
        const NEAR: usize = 2000;
        let text = self.context.document.target.text();
        let start = span.start().max(self.span.start().saturating_sub(NEAR));
        let end = span.end().min(self.span.end() + NEAR).max(start);
        let boundary = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        Span::new(boundary(start), boundary(end))
    }
}
