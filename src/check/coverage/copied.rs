//! Segments that were not translated: their target is the source, or there is none.

use super::{Check, Context, Hit, RuleRef};
use crate::document::Side;
use crate::language::{Kind, is_cjk};

/// Finds segments whose target is the source.
pub(super) struct Copied {
    pub(super) rule: RuleRef,
}

/// Finds segments without a target.
pub(super) struct Gaps {
    pub(super) rule: RuleRef,
    /// The fewest Chinese characters of the source.
    pub(super) characters: usize,
}

impl Check for Copied {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let target = &context.document.target;
        for segment in context.document.segments() {
            if source.slice(segment.source) == target.slice(segment.target) {
                let first = target.tokens_in(segment.target).iter().find(|token| token.kind == Kind::Cjk);
                hits.extend(
                    first.map(|token| Hit::new(self.rule, token.span).with_source(segment.source, "the source")),
                );
            }
        }
    }
}

impl Check for Gaps {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let is_open = |text: &str| text.chars().filter(|c| is_cjk(*c)).count() >= self.characters;
        for segment in context.document.segments().iter().filter(|segment| !segment.doubtful) {
            if segment.target.is_empty() && is_open(source.slice(segment.source)) {
                let mut hit = Hit::new(self.rule, segment.source);
                hit.side = Side::Source;
                hits.push(hit);
            }
        }
    }
}
