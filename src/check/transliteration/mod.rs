//! `transliteration`: names in the translation, held against the characters of the source: read in a way in
//! which nothing there is read, spelt half in Pinyin, spelt in two ways, or in Pinyin where they have
//! a form of their own.

mod address;
mod candidate;
mod english;
mod foreign;
mod gazetteer;
mod glosses;
mod judge;
mod knowledge;
mod known;
mod overseas;
mod passage;
mod people;
mod peoples;
mod reading;
mod setting;
mod sound;
mod survey;
mod twice;

use std::sync::Arc;

use serde::Deserialize;

use super::kept::Kept;
use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::text::Span;

pub use knowledge::Knowledge;
pub(super) use survey::mainlanders;

/// The kind.
pub(super) static TRANSLITERATION: Transliteration = Transliteration;

/// See [`TRANSLITERATION`].
#[derive(Debug)]
pub(super) struct Transliteration;

/// Parameters of a `transliteration` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What to report.
    report: Report,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// Words like Pinyin, where no characters are read so.
    Unread,
    /// The same, where characters are read nearly so.
    Misread,
    /// Foreign names that are spelt nearly as their characters are read.
    HalfRead,
    /// Words that are no names, in Pinyin.
    Common,
    /// Parts of different words, joined in Pinyin.
    Cut,
    /// Names in Pinyin for which the dictionary has another form.
    Read,
    /// Surnames that are read in another way when they are surnames.
    Surname,
    /// Chinese names with the surname at the end.
    Reversed,
    /// Chinese names of people from elsewhere in Pinyin.
    Overseas,
    /// A name with two spellings.
    Twice,
}

impl Kind for Transliteration {
    fn name(&self) -> &'static str {
        "transliteration"
    }

    fn summary(&self) -> &'static str {
        "names that no reading, transcription or gloss of the source explains, or that it explains otherwise"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["source", "other"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        Ok(Compiled::comparison(Names { rule, report: config.report, knowledge: params.transliteration()? }))
    }
}

/// Something about a name.
#[derive(Clone, Debug)]
struct Found {
    report: Report,
    /// Its place in the translation.
    target: Span,
    /// The characters in the source.
    source: Option<Span>,
    /// What else could stand there.
    other: String,
    fix: Option<String>,
}

/// What is found about the names of a document, under the address of the tables that it is found by.
#[derive(Debug, Default)]
pub(super) struct Survey(Kept<usize, [Found]>);

struct Names {
    rule: RuleRef,
    report: Report,
    knowledge: Arc<Knowledge>,
}

impl Check for Names {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let survey = || survey::survey(context.document, &self.knowledge);
        let all = context.memo.names.0.get(Arc::as_ptr(&self.knowledge).addr(), survey);
        hits.extend(all.iter().filter(|found| found.report == self.report).map(|found| self.hit(context, found)));
    }
}

impl Names {
    fn hit(&self, context: &Context<'_>, found: &Found) -> Hit {
        let source = context.document.source.as_ref();
        let characters = found.source.and_then(|span| Some(source?.slice(span))).unwrap_or_default();
        let mut hit = Hit::new(self.rule, found.target).with_value("source", characters);
        hit = hit.with_value("other", found.other.as_str());
        if let Some(span) = found.source {
            hit = hit.with_source(span, "the name in the source");
        }
        match &found.fix {
            Some(fix) => hit.with_fix(fix.as_str(), false),
            None => hit,
        }
    }
}
