//! `body`: facts about institutions: which body has which organ, which number belongs to which
//! years, who holds plenary sessions.

mod compare;
mod headline;
mod index;
mod organ;
mod original;
mod plenum;
mod year;

use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::kept::Kept;
use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::body::{Body, Phrase};
use crate::language::{Analysis, Gap};
use index::{Index, Mention};

/// The kind.
pub(super) static BODY: BodyCheck = BodyCheck;

/// See [`BODY`].
#[derive(Debug)]
pub(super) struct BodyCheck;

/// Parameters of a `body` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// The table of bodies.
    facts: String,
    /// What to report.
    report: Report,
    /// For organs and offices: the last words of those that are reported.
    #[serde(default)]
    heads: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// A body to which an organ is attached that it does not have; the body is marked.
    Organ,
    /// An office that a body does not have; the office is marked.
    Office,
    /// The numbered meeting of an organ that is attached to the wrong body; the meeting is marked.
    Meeting,
    /// A year that contradicts the number of a congress or a term.
    Year,
    /// A number that no congress or term has.
    Unknown,
    /// A plenary session with a number that no term has reached.
    Plenum,
    /// A numbered plenary session without the number of the term.
    PlenumWithoutTerm,
    /// A body where the source names another one, or gives its number to another one.
    Source,
    /// A body in the headline that in the text is another one of the same number.
    Headline,
}

/// A table of bodies, and the index that is made of it when the first document is checked.
#[derive(Debug)]
pub(super) struct Facts {
    bodies: Arc<Vec<Body>>,
    index: OnceLock<Index>,
}

/// The bodies that a document names, under the address of the facts about them.
#[derive(Debug, Default)]
pub(super) struct Mentions(Kept<usize, [Mention]>);

struct Bodies {
    rule: RuleRef,
    facts: Arc<Facts>,
    report: Report,
    heads: Vec<String>,
}

/// What the reports look at.
struct View<'a> {
    rule: RuleRef,
    text: &'a Analysis<'a>,
    index: &'a Index,
    mentions: &'a [Mention],
    heads: &'a [String],
}

impl Kind for BodyCheck {
    fn name(&self) -> &'static str {
        "body"
    }

    fn summary(&self) -> &'static str {
        "facts about institutions: their organs, numbers and years"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["body", "organ", "right", "years", "number"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let facts = params.facts(&config.facts)?;
        let bodies = Bodies { rule, facts, report: config.report, heads: config.heads };
        Ok(if config.report == Report::Source { Compiled::comparison(bodies) } else { Compiled::check(bodies) })
    }
}

impl Facts {
    /// The facts about these bodies; another thread makes the index while rules are linked.
    pub(super) fn new(bodies: &Arc<Vec<Body>>) -> Arc<Self> {
        let facts = Arc::new(Self { bodies: Arc::clone(bodies), index: OnceLock::new() });
        let shared = Arc::clone(&facts);
        rayon::spawn(move || _ = shared.index());
        facts
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(Arc::clone(&self.bodies)))
    }
}

impl Check for Bodies {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let index = self.facts.index();
        let mentions = context.memo.bodies.0.get(Arc::as_ptr(&self.facts).addr(), || index.mentions(text));
        let view = View { rule: self.rule, text, index, mentions: &mentions, heads: &self.heads };
        match self.report {
            Report::Organ | Report::Office | Report::Meeting => organ::report(&view, self.report, hits),
            Report::Year => year::contradictions(&view, hits),
            Report::Unknown => year::unknown(&view, hits),
            Report::Plenum => plenum::numbers(&view, hits),
            Report::PlenumWithoutTerm => plenum::without_term(&view, hits),
            Report::Headline => headline::report(&view, hits),
            Report::Source => compare::report(&view, context.document, hits),
        }
    }
}

/// Whether a phrase stands at token `first`; the last word may be in the plural.
pub(super) fn stands_at(phrase: &Phrase, text: &Analysis<'_>, first: usize) -> bool {
    phrase.words().iter().enumerate().all(|(offset, word)| {
        let Some(token) = text.tokens().get(first + offset) else { return false };
        let joined = offset == 0 || matches!(token.gap, Gap::Space | Gap::Hyphen);
        let found = text.word(token);
        let singular = found.strip_suffix('s').filter(|_| offset + 1 == phrase.words().len());
        joined && (found.eq_ignore_ascii_case(word) || singular.is_some_and(|form| form.eq_ignore_ascii_case(word)))
    })
}
