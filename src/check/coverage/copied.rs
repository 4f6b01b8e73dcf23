//! Segments that were not translated: their target is the source, or as Chinese as it, or there is none.

use super::{Check, Context, Furniture, Hit, RuleRef};
use crate::document::{Segment, Side};
use crate::language::{Kind, is_chinese, is_cjk};
use crate::text::Span;

/// Finds segments whose target is the source, or Chinese.
pub(super) struct Copied {
    pub(super) rule: RuleRef,
}

/// Finds segments without a target.
pub(super) struct Gaps {
    pub(super) rule: RuleRef,
    /// The fewest Chinese characters of the source.
    pub(super) characters: usize,
    pub(super) furniture: Furniture,
}

impl Check for Copied {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let target = &context.document.target;
        for segment in context.document.segments() {
            let text = target.slice(segment.target);
            if source.slice(segment.source) == text || is_chinese(text) {
                let first = target.tokens_in(segment.target).iter().find(|token| token.kind == Kind::Cjk);
                hits.extend(first.map(|token| self.hit(token.span, segment)));
            }
        }
    }
}

impl Copied {
    fn hit(&self, span: Span, segment: &Segment) -> Hit {
        let hit = Hit::new(self.rule, span);
        if segment.source.is_empty() { hit } else { hit.with_source(segment.source, "the source") }
    }
}

impl Check for Gaps {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let Some(source) = &context.document.source else { return };
        let is_open = |text: &str| text.chars().filter(|c| is_cjk(*c)).count() >= self.characters;
        for segment in context.document.segments().iter().filter(|segment| !segment.doubtful) {
            let text = source.slice(segment.source);
            if segment.target.is_empty() && is_open(text) && !self.furniture.holds(text) {
                let mut hit = Hit::new(self.rule, segment.source);
                hit.side = Side::Source;
                hits.push(hit);
            }
        }
    }
}
