//! `country`: countries and provinces that the translation names instead of those of the source, whose names
//! are like theirs.

mod table;

use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::Segment;
use crate::language::{Analysis, Annotated};
use table::{Mention, Role, Table};

/// The kind.
pub(super) static COUNTRY: Country = Country;

/// See [`COUNTRY`].
#[derive(Debug)]
pub(super) struct Country;

/// Parameters of a `country` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// The path of the table of places in the pack.
    table: String,
}

impl Kind for Country {
    fn name(&self) -> &'static str {
        "country"
    }

    fn summary(&self) -> &'static str {
        "countries and provinces named instead of those of the source, whose names are like theirs"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["source", "other"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        let config: Config = params.read()?;
        let text = params.table(&config.table)?.to_owned();
        Ok(Compiled::comparison(Places { rule, table: LazyLock::new(Box::new(move || Table::new(&text))) }))
    }
}

/// The check; its table is read when the first document with a source comes.
struct Places {
    rule: RuleRef,
    table: LazyLock<Table, Box<dyn FnOnce() -> Table + Send + Sync>>,
}

impl Check for Places {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let document = context.document;
        let Some(source) = &document.source else { return };
        for (at, segment) in document.segments().iter().enumerate().filter(|(_, segment)| segment.is_comparable()) {
            self.segment(at, segment, document, source, hits);
        }
    }
}

impl Places {
    fn segment(
        &self,
        at: usize,
        segment: &Segment,
        document: &Annotated<'_>,
        source: &Analysis<'_>,
        hits: &mut Vec<Hit>,
    ) {
        let target = document.target.slice(segment.target);
        let named: Vec<Mention> = self.table.english.found(target, segment.target.start()).collect();
        if named.is_empty() {
            return;
        }
        let original = source.slice(segment.source);
        let meant = self.table.chinese.found(original, segment.source.start());
        let lost: Vec<Mention> = meant.filter(|meant| meant.role != Role::Hint && !has(&named, meant)).collect();
        for mention in &named {
            let Role::Form(form) = mention.role else { continue };
            let Some(right) = lost.iter().find(|lost| self.table.are_like(lost.place, mention.place)) else { continue };
            if !self.is_meant(mention, at, document.segments(), source) {
                hits.extend(self.hit(mention, right, form, source));
            }
        }
    }

    /// Whether the source names a place in a segment or one next to it.
    fn is_meant(&self, mention: &Mention, at: usize, segments: &[Segment], source: &Analysis<'_>) -> bool {
        let around = segments.get(at.saturating_sub(1)..(at + 2).min(segments.len())).unwrap_or_default();
        let mut texts = around.iter().map(|segment| source.slice(segment.source));
        texts.any(|text| self.table.chinese.found(text, 0).any(|meant| meant.place == mention.place))
    }

    fn hit(&self, mention: &Mention, right: &Mention, form: usize, source: &Analysis<'_>) -> Option<Hit> {
        let other = self.table.form(right.place, form).or_else(|| self.table.form(right.place, 0))?;
        let hit = Hit::new(self.rule, mention.span).with_source(right.span, "the place in the source");
        let hit = hit.with_value("source", source.slice(right.span)).with_value("other", other);
        Some(hit.with_fix(other, false))
    }
}

/// Whether a place is among those that are named.
fn has(named: &[Mention], place: &Mention) -> bool {
    named.iter().any(|mention| mention.place == place.place)
}
