//! `presence`: words that stand on one side of a segment, and nothing that answers them on the other:
//! a negation without its like.

use std::sync::OnceLock;

use serde::Deserialize;

use super::lexicon::Builder;
use super::words::{Words, lines};
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::{Segment, Side};
use crate::text::Span;

/// The kind.
pub(super) static PRESENCE: Presence = Presence;

/// See [`PRESENCE`].
#[derive(Debug)]
pub(super) struct Presence;

/// Parameters of a `presence` rule. Each list holds words and phrases, or `@lists/x.txt` for those in
/// a table of the pack; see [`Words`] for how they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What is marked, if it stands on that side.
    #[serde(default)]
    mark_source: Vec<String>,
    #[serde(default)]
    mark_target: Vec<String>,
    /// What must not stand in the segment.
    #[serde(default)]
    source_lacks: Vec<String>,
    #[serde(default)]
    target_lacks: Vec<String>,
    /// The fewest characters of a source that is looked at.
    #[serde(default)]
    length: usize,
}

impl Kind for Presence {
    fn name(&self) -> &'static str {
        "presence"
    }

    fn summary(&self) -> &'static str {
        "words of one side of a segment to which nothing on the other answers"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &[]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let list = |words: &[String]| lines(params, words);
        let side = match (config.mark_source.is_empty(), config.mark_target.is_empty()) {
            (false, true) => Side::Source,
            (true, false) => Side::Target,
            _ => return Err(CheckError::Params("give either `mark_source` or `mark_target`".to_owned())),
        };
        let lists = Lists {
            mark: list(&[config.mark_source, config.mark_target].concat())?,
            source_lacks: list(&config.source_lacks)?,
            target_lacks: list(&config.target_lacks)?,
        };
        Ok(Compiled::comparison(Compared { rule, side, lists, length: config.length, sets: OnceLock::new() }))
    }
}

/// The words of a rule, as written.
struct Lists {
    mark: Vec<String>,
    source_lacks: Vec<String>,
    target_lacks: Vec<String>,
}

/// The same, ready to be found.
struct Sets {
    mark: Words,
    source_lacks: Option<Words>,
    target_lacks: Option<Words>,
}

impl Sets {
    fn new(lists: &Lists) -> Self {
        let words = |list: &[String]| (!list.is_empty()).then(|| Words::new(list));
        Self {
            mark: Words::new(&lists.mark),
            source_lacks: words(&lists.source_lacks),
            target_lacks: words(&lists.target_lacks),
        }
    }

    fn admits(&self, source: &str, target: &str) -> bool {
        let stands =
            |words: &Option<Words>, text| words.as_ref().is_some_and(|words| words.found(text).next().is_some());
        !stands(&self.source_lacks, source) && !stands(&self.target_lacks, target)
    }
}

struct Compared {
    rule: RuleRef,
    side: Side,
    lists: Lists,
    length: usize,
    /// Made for the first document with a source.
    sets: OnceLock<Sets>,
}

impl Check for Compared {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let (target, sets) = (&context.document.target, self.sets.get_or_init(|| Sets::new(&self.lists)));
        for segment in context.document.segments().iter().filter(|segment| segment.is_comparable()) {
            let (from, to) = (source.slice(segment.source), target.slice(segment.target));
            let (text, place) = match self.side {
                Side::Source => (from, segment.source),
                Side::Target => (to, segment.target),
            };
            let mut marked = sets.mark.found(text).peekable();
            let short = from.chars().nth(self.length.saturating_sub(1)).is_none();
            if marked.peek().is_some() && !short && sets.admits(from, to) {
                hits.extend(marked.map(|span| self.hit(span.shift(place.start()), segment)));
            }
        }
    }
}

impl Compared {
    fn hit(&self, span: Span, segment: &Segment) -> Hit {
        let mut hit = Hit::new(self.rule, span);
        hit.side = self.side;
        match self.side {
            Side::Source => hit.with_related(segment.target, "the translation"),
            Side::Target => hit.with_source(segment.source, "the source"),
        }
    }
}
