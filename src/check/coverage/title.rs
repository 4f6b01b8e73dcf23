//! Titles of works (《…》) that the translation renders word for word, in quotation marks.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::lexis::Lexis;
use super::stems::{Stems, near};
use super::{Check, CheckError, Context, Hit, Params, RuleRef};
use crate::glossary::Glossary;
use crate::language::{Analysis, Quotation, is_cjk};
use crate::text::Span;

/// Which titles are left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The table of how titles end that are translated: laws, plans, papers.
    translated: String,
    /// The glossaries that know titles in English.
    glossaries: Vec<String>,
    /// The most words of a title.
    words: usize,
}

pub(super) struct Titles {
    rule: RuleRef,
    endings: Vec<String>,
    glossaries: Vec<Arc<Glossary>>,
    /// The source forms of the glossaries, once there is a title.
    known: OnceLock<FxHashSet<Box<str>>>,
    lexis: Arc<Lexis>,
    words: usize,
}

impl Titles {
    pub(super) fn new(rule: RuleRef, params: &Params<'_>, limits: &Limits) -> Result<Self, CheckError> {
        let endings = params.lines(&limits.translated)?.map(str::to_owned).collect();
        let glossaries = params.glossaries(&limits.glossaries)?.into_iter().cloned().collect();
        Ok(Self { rule, endings, glossaries, known: OnceLock::new(), lexis: params.lexis()?, words: limits.words })
    }

    /// Whether a glossary has the title.
    fn is_known(&self, title: &str) -> bool {
        let known = self.known.get_or_init(|| {
            let terms = self.glossaries.iter().flat_map(|glossary| &glossary.terms);
            terms.flat_map(|term| &term.source).map(|source| source.as_str().into()).collect()
        });
        known.contains(title)
    }
}

impl Check for Titles {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let target = &context.document.target;
        for segment in context.document.segments().iter().filter(|segment| !segment.doubtful) {
            let (from, to) = (outer(source, segment.source), outer(target, segment.target));
            // Quotations change places in translation: only where all are titles, each is one.
            let titles = from.iter().all(|quotation| source.slice(quotation.span).starts_with('《'));
            if !titles || from.len() != to.len() {
                continue;
            }
            for (title, rendered) in from.iter().zip(to) {
                let words = target.tokens_in(rendered.inner).len();
                let span = trimmed(target, rendered.inner);
                if self.is_title(source, title)
                    && (1..=self.words).contains(&words)
                    && !self.is_published(source.slice(title.inner), target, span)
                {
                    hits.push(
                        Hit::new(self.rule, span)
                            .with_value("source", source.slice(title.inner))
                            .with_source(title.span, "the title"),
                    );
                }
            }
        }
    }
}

impl Titles {
    /// Whether a quotation of the source is the title of a work whose English name is not known here.
    fn is_title(&self, source: &Analysis<'_>, quotation: &Quotation) -> bool {
        let title = unbracketed(source.slice(quotation.inner));
        title.chars().any(is_cjk)
            && !self.endings.iter().any(|ending| title.ends_with(ending.as_str()))
            && !self.is_known(title)
    }

    /// Whether the dictionary has the title, and the words under a span are its own.
    fn is_published(&self, title: &str, target: &Analysis<'_>, span: Span) -> bool {
        let renderings = self.lexis.renderings(title);
        let words = Stems::new(&self.lexis, target, span).words;
        let mut content = words.iter().filter(|word| word.content).peekable();
        content.peek().is_some()
            && content.all(|word| near(&renderings.own, |stem| stem.as_ref(), &word.stem).is_some())
    }
}

/// A title without what follows it in brackets (`（草案）`) and without white space around it.
fn unbracketed(title: &str) -> &str {
    let title = title.trim();
    title.find(['（', '(']).filter(|at| *at > 0).and_then(|at| title.get(..at)).unwrap_or(title).trim_end()
}

/// The quotations in a span that are in no other one.
fn outer(text: &Analysis<'_>, span: Span) -> Vec<Quotation> {
    let all = text.quotations();
    let first = all.partition_point(|quotation| quotation.span.start() < span.start());
    let inside = all.get(first..).unwrap_or_default().iter().take_while(|quotation| quotation.span.end() <= span.end());
    let mut outer: Vec<Quotation> = Vec::new();
    for quotation in inside {
        if outer.last().is_none_or(|last| last.span.end() <= quotation.span.start()) {
            outer.push(*quotation);
        }
    }
    outer
}

/// A span without white space and a comma or full stop at its ends.
fn trimmed(text: &Analysis<'_>, span: Span) -> Span {
    let span = span.trimmed(text.text());
    Span::new(span.start(), span.start() + text.slice(span).trim_end_matches([',', '.']).len())
}
