//! Titles of works (《…》) that the translation renders word for word, in quotation marks: those that no
//! glossary knows, or those that are published under another title.

use std::sync::Arc;

use serde::Deserialize;

use super::lexis::Lexis;
use super::stems::{Stems, near};
use super::{Check, CheckError, Context, Hit, Params, RuleRef};
use crate::check::About;
use crate::check::works::{Works, is_same_title};
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
    /// Whether titles are reported that the glossaries know, where another one stands; else those that they do not.
    #[serde(default)]
    published: bool,
}

pub(super) struct Titles {
    rule: RuleRef,
    endings: Vec<String>,
    works: Works,
    lexis: Arc<Lexis>,
    words: usize,
    published: bool,
}

impl Titles {
    pub(super) fn new(rule: RuleRef, params: &Params<'_>, limits: &Limits) -> Result<Self, CheckError> {
        let endings = params.lines(&limits.translated)?.map(str::to_owned).collect();
        let works = Works::new(params.glossaries(&limits.glossaries)?);
        let Limits { words, published, .. } = *limits;
        Ok(Self { rule, endings, works, lexis: params.lexis()?, words, published })
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
            let rendered: Vec<Span> = to.iter().map(|quotation| trimmed(target, quotation.inner)).collect();
            for (title, own) in from.iter().zip(&rendered) {
                let words = target.tokens_in(*own).len();
                if self.is_title(source, title) && (1..=self.words).contains(&words) {
                    hits.extend(self.hit(source, title, target, (*own, &rendered)));
                }
            }
        }
    }
}

impl Titles {
    /// The hit, if the title is one of those that are reported, and what stands there, or in place of
    /// another title of the segment, is not right.
    fn hit(
        &self,
        source: &Analysis<'_>,
        quotation: &Quotation,
        target: &Analysis<'_>,
        (span, all): (Span, &[Span]),
    ) -> Option<Hit> {
        let title = unbracketed(source.slice(quotation.inner));
        let known = self.works.of(title);
        let hit = Hit::new(self.rule, span).with_value("source", title).with_source(quotation.span, "the title");
        match known.and_then(About::entry) {
            None => (!self.published && !self.is_published(title, target, span)).then_some(hit),
            Some(term) => {
                let stands = |title: &str| all.iter().any(|span| is_same_title(title, target.slice(*span)));
                let right = term.right().any(|form| stands(&form.text));
                let fixed = || Hit { about: known.cloned().unwrap_or_default(), ..hit.with_fix(term.target(), false) };
                (self.published && !right).then(fixed)
            }
        }
    }

    /// Whether a quotation of the source is the title of a work.
    fn is_title(&self, source: &Analysis<'_>, quotation: &Quotation) -> bool {
        let title = unbracketed(source.slice(quotation.inner));
        title.chars().any(is_cjk) && !self.endings.iter().any(|ending| title.ends_with(ending.as_str()))
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
