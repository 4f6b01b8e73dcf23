//! Checks machine-translated news: says where the translation went wrong and why, and scores it.
//!
//! ```
//! let packs = mtlint::engine::load(&["zh-en".to_owned()])?;
//! let linter = mtlint::Linter::new(packs, &mtlint::Selection::default())?;
//! let document: mtlint::Document = mtlint::read("article.txt", "The meeting closed on Friday.\n".into())?;
//! let report = mtlint::Report::new(&linter, document, mtlint::Scoring::default());
//! println!("{}", report.render(mtlint::report::by_name("json").ok_or("no such format")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The data runs one way, and a module imports only from floors below its own:
//!
//! | floor | module | holds |
//! |---|---|---|
//! | 0 | [`text`] | spans, files with their lines and bytes, edits |
//! | 0 | [`mqm`] | severities and error categories |
//! | 0 | [`expression`] | regular expressions of rules, and what their matches contain |
//! | 1 | [`xml`] | XML as a stream of tags and texts with their places |
//! | 1 | [`document`] | a document: decoded passages that know where they came from |
//! | 1 | [`body`] | facts about institutions |
//! | 2 | [`glossary`] | terms, and the formats of their files |
//! | 2 | [`mod@read`] | document formats: bytes become a document |
//! | 2 | [`language`] | sentences, words, names, numbers, languages, found once |
//! | 3 | [`align`] | pairs a translation with its source |
//! | 3 | [`filing`] | words as numbers, and under which of them patterns, forms and names are filed |
//! | 3 | [`rule`] | rule files and packs |
//! | 4 | [`check`] | algorithms: they yield hits |
//! | 4 | [`builtin`] | the built-in packs, stored by the build script |
//! | 4 | [`finding`] | a hit under a rule, told to a person |
//! | 5 | [`mine`] | proposes glossary terms from documents and from parallel text |
//! | 5 | [`engine`] | links rules to checks, runs them, applies suppressions |
//! | 6 | [`score`] | MQM profiles, penalties, scorecards |
//! | 7 | [`report`] | outputs |
//! | 7 | [`config`] | `mtlint.toml` |
//! | 8 | this file | the façade: read → lint → score → render |
//! | 9 | [`cli`] | the command line |

pub mod align;
pub mod body;
pub mod builtin;
pub mod check;
pub mod cli;
pub mod config;
pub mod document;
pub mod engine;
pub mod expression;
pub mod filing;
pub mod finding;
pub mod glossary;
pub mod language;
pub mod mine;
pub mod mqm;
pub mod read;
pub mod report;
pub mod rule;
pub mod score;
pub mod text;
pub mod xml;

use engine::{Outcome, Scope};
use language::{Analysis, Annotated, Language};
use report::{Checked, Format, Stream, View};
use score::{Estimate, Scorecard};

pub use document::Document;
pub use engine::{Linter, Selection};
pub use finding::Finding;
pub use read::read;
pub use score::Scoring;

/// What is to be said about one document.
#[derive(Debug)]
pub struct Report {
    /// The document with its findings and its score.
    pub checked: Checked,
    /// For each suppression from outside of the document, whether it suppressed anything.
    pub used: Vec<bool>,
}

impl Report {
    /// Checks and scores a document, whatever its language.
    #[must_use]
    pub fn new(linter: &Linter, document: Document, scoring: Scoring) -> Self {
        let seen = Seen::of(linter, &Annotated::new(&document), &Scope::default());
        seen.report(linter, document, scoring)
    }

    /// Checks and scores a document to which not everything applies.
    ///
    /// # Errors
    ///
    /// If it cannot be what the packs are for, see [`misplaced`].
    pub fn in_scope(linter: &Linter, document: Document, scoring: Scoring, scope: &Scope<'_>) -> Result<Self, String> {
        let annotated = Annotated::new(&document);
        if let Some(fault) = misplaced(linter, &annotated) {
            return Err(fault);
        }
        let seen = Seen::of(linter, &annotated, scope);
        drop(annotated);
        Ok(seen.report(linter, document, scoring))
    }

    /// The report in a format, without colours.
    #[must_use]
    pub fn render(&self, format: &'static dyn Format) -> String {
        let mut bytes = Vec::new();
        let scoring = self.checked.scorecard.scoring;
        let written = Stream::begin(&mut bytes, format, View::default(), scoring).and_then(|mut stream| {
            stream.document(&self.checked)?;
            stream.end()
        });
        // Writing to memory cannot fail.
        drop(written);
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// What was seen in a document.
struct Seen {
    outcome: Outcome,
    words: usize,
    language: Option<Language>,
}

impl Seen {
    fn of(linter: &Linter, annotated: &Annotated<'_>, scope: &Scope<'_>) -> Self {
        let outcome = linter.run_in(annotated, scope);
        Self { outcome, words: annotated.target.words(), language: annotated.target.language() }
    }

    fn report(self, linter: &Linter, document: Document, scoring: Scoring) -> Report {
        let Self { outcome, words, language } = self;
        let idle = linter.idle(&document).cloned().collect();
        let mut scorecard = Scorecard::new(scoring, words, &outcome.findings);
        let findings = scorecard.per_thousand();
        let estimate = |seen: check::Measure| Estimate::new(findings, seen.coverage, seen.length, seen.repetition);
        scorecard.estimate = outcome.measure.map(estimate);
        let (findings, suppressed) = (outcome.findings, outcome.suppressed);
        Report { checked: Checked { document, findings, suppressed, idle, scorecard, language }, used: outcome.used }
    }
}

/// Why a document cannot be what the packs are for, if one of its texts is certainly in another language.
#[must_use]
pub fn misplaced(linter: &Linter, annotated: &Annotated<'_>) -> Option<String> {
    let (from, to) = (linter.source_language(), linter.target_language());
    let foreign = |found: Option<Language>, wanted: &str| {
        found.filter(|language| !wanted.is_empty() && language.reliable && language.code != wanted)
    };
    let target = foreign(annotated.target.language(), to);
    let original = annotated.source.as_ref();
    let detected = original.and_then(Analysis::language);
    let source = foreign(detected, from);
    // Too short a text may be detected wrongly, but the script of another one hardly is.
    let other = detected.filter(|language| language.code != from);
    match (target, source) {
        (Some(target), _) if target.code == from && other.is_some() => {
            let name = other.map_or("", |language| language.name);
            Some(format!(
                "source and target are swapped: the target is {}, the source {name}; exchange them",
                target.name
            ))
        }
        (Some(target), None) if target.code == from && original.is_some() => {
            Some(format!("the target is not translated: it is written in {}, as is its source", target.name))
        }
        (Some(target), _) => Some(format!("written in {}, but the packs are for `{to}`", target.name)),
        (None, Some(source)) => {
            Some(format!("its source is written in {}, but the packs are for `{from}`", source.name))
        }
        (None, None) => None,
    }
}
