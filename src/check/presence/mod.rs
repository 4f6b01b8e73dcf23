//! `presence`: words that stand on one side of a segment, and nothing that answers them on the other:
//! a pronoun of the other gender, a negation without its like.

mod words;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::{Segment, Side};
use crate::text::Span;
use words::Words;

/// The kind.
pub(super) static PRESENCE: Presence = Presence;

/// See [`PRESENCE`].
#[derive(Debug)]
pub(super) struct Presence;

/// Parameters of a `presence` rule. Each list holds words and phrases, or `@lists/x.txt` for those in
/// a table of the pack; see [`words`] for how they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// What is marked, if it stands on that side.
    #[serde(default)]
    mark_source: Vec<String>,
    #[serde(default)]
    mark_target: Vec<String>,
    /// What must stand in the segment.
    #[serde(default)]
    source_has: Vec<String>,
    /// What must not stand in the segment.
    #[serde(default)]
    source_lacks: Vec<String>,
    #[serde(default)]
    target_lacks: Vec<String>,
    /// The fewest characters of the source.
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
        &["source"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let words = |list: &[String]| Words::new(params, list);
        let (in_source, in_target) = (words(&config.mark_source)?, words(&config.mark_target)?);
        let (side, mark) = match (in_source, in_target) {
            (Some(mark), None) => (Side::Source, mark),
            (None, Some(mark)) => (Side::Target, mark),
            _ => return Err(CheckError::Params("give either `mark-source` or `mark-target`".to_owned())),
        };
        Ok(Compiled::comparison(Compared {
            rule,
            side,
            mark,
            source_has: words(&config.source_has)?,
            source_lacks: words(&config.source_lacks)?,
            target_lacks: words(&config.target_lacks)?,
            length: config.length,
        }))
    }
}

struct Compared {
    rule: RuleRef,
    side: Side,
    mark: Words,
    source_has: Option<Words>,
    source_lacks: Option<Words>,
    target_lacks: Option<Words>,
    length: usize,
}

impl Check for Compared {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let target = &context.document.target;
        for segment in context.document.segments().iter().filter(|segment| is_telling(segment)) {
            let (from, to) = (source.slice(segment.source), target.slice(segment.target));
            let (text, place) = match self.side {
                Side::Source => (from, segment.source),
                Side::Target => (to, segment.target),
            };
            let mut marked = self.mark.found(text).peekable();
            if marked.peek().is_none() || !self.admits(from, to) {
                continue;
            }
            hits.extend(marked.map(|span| self.hit(span.shift(place.start()), segment)));
        }
    }
}

/// Whether what one side of a segment lacks is not in a neighbour.
fn is_telling(segment: &Segment) -> bool {
    !segment.doubtful && !segment.source.is_empty() && !segment.target.is_empty()
}

impl Compared {
    fn admits(&self, source: &str, target: &str) -> bool {
        let stands =
            |words: &Option<Words>, text| words.as_ref().is_some_and(|words| words.found(text).next().is_some());
        (self.source_has.is_none() || stands(&self.source_has, source))
            && source.chars().nth(self.length.saturating_sub(1)).is_some()
            && !stands(&self.source_lacks, source)
            && !stands(&self.target_lacks, target)
    }

    fn hit(&self, span: Span, segment: &Segment) -> Hit {
        let mut hit = Hit::new(self.rule, span);
        hit.side = self.side;
        match self.side {
            Side::Source => hit.with_related(segment.target, "the translation"),
            Side::Target => hit.with_source(segment.source, "the source"),
        }
    }
}
