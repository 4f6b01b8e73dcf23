//! `body`: facts about institutions: which body has which organ, which number belongs to which
//! years, who holds plenary sessions.

mod compare;
mod fact;
mod headline;
mod index;
mod organ;
mod original;
mod plenum;
mod raw;
mod year;

use std::sync::{Arc, Mutex, OnceLock};

use serde::Deserialize;

use super::ahead::ahead;
use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::Analysis;
use index::{Index, Mention};

/// The kind.
pub(super) static BODY: BodyCheck = BodyCheck { last: Mutex::new(None) };

/// See [`BODY`].
#[derive(Debug)]
pub(super) struct BodyCheck {
    /// The table that was read last, as several rules use the same.
    last: Mutex<Option<Arc<Facts>>>,
}

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

/// A table of bodies, read when the first document is checked.
#[derive(Debug)]
struct Facts {
    path: String,
    text: String,
    index: OnceLock<Index>,
}

/// The bodies that a document names, found once for all rules of one table, whose address tells it
/// from others.
#[derive(Debug, Default)]
pub(super) struct Mentions(OnceLock<(usize, Vec<Mention>)>);

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

    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let facts = self.facts(&config.facts, params.table(&config.facts)?);
        if lexicon.validates() {
            raw::parse(&facts.path, &facts.text)?;
        }
        let bodies = Bodies { rule, facts, report: config.report, heads: config.heads };
        Ok(if config.report == Report::Source { Compiled::comparison(bodies) } else { Compiled::check(bodies) })
    }
}

impl BodyCheck {
    /// The table, shared with the rule before if that has the same.
    fn facts(&self, path: &str, text: &str) -> Arc<Facts> {
        let fresh = || {
            let facts = Arc::new(Facts { path: path.to_owned(), text: text.to_owned(), index: OnceLock::new() });
            ahead(&facts, |facts| _ = facts.index());
            facts
        };
        let Ok(mut last) = self.last.lock() else { return fresh() };
        let known = last.take().filter(|known| known.path == path && known.text == text).unwrap_or_else(fresh);
        *last = Some(Arc::clone(&known));
        known
    }
}

impl Facts {
    /// The index; it is empty where the table is not valid, which tests rule out for built-in packs.
    fn index(&self) -> &Index {
        self.index.get_or_init(|| raw::parse(&self.path, &self.text).map(Index::new).unwrap_or_default())
    }
}

impl Check for Bodies {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let index = self.facts.index();
        let own = Arc::as_ptr(&self.facts) as usize;
        let (of, first) = context.memo.bodies.0.get_or_init(|| (own, index.mentions(text)));
        let fresh = if *of == own { None } else { Some(index.mentions(text)) };
        let mentions = fresh.as_ref().unwrap_or(first);
        let view = View { rule: self.rule, text, index, mentions, heads: &self.heads };
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

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "[[body]]\nid = \"a\"\nsource = [\"甲\"]\nnames = [\"Grand Congress of A\"]\nkind = \"congress\"\nterm = \"ordinal\"\nsessions = [{ n = 1, from = 2001-02-03 }]\nattested = \"here\"\n";

    fn fault(from: &str, to: &str) -> String {
        assert!(TABLE.contains(from));
        raw::parse("facts/a.toml", &TABLE.replace(from, to)).unwrap_err().to_string()
    }

    #[test]
    fn faults_of_a_table_are_told_with_their_line() {
        assert!(raw::parse("facts/a.toml", TABLE).is_ok());
        assert!(
            fault("\"congress\"", "\"party\"")
                .starts_with("facts/a.toml:5: `a`: unknown kind `party`; known: congress")
        );
        assert!(fault("\"ordinal\"", "\"none\"").contains("a body with sessions has term"));
        assert!(fault("2001-02-03", "2001-02-03, to = 2000-01-01").contains("it ends before it begins"));
        assert!(fault("2001-02-03", "\"2001\"").starts_with("facts/a.toml:7: "));
        assert!(fault("\"here\"", "\"here\"\nplanet = 1").contains("unknown field `planet`"));
    }

    #[test]
    fn the_built_in_table_is_valid() {
        let pack = crate::builtin::pack("zh-en").unwrap();
        let bodies = raw::parse("facts/bodies.toml", &pack.tables["facts/bodies.toml"]).unwrap();
        assert!(bodies.len() >= 40, "{}", bodies.len());
    }
}
