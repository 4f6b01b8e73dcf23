//! Abbreviations that are explained after they have been used.

use rustc_hash::FxHashMap;

use crate::check::{Check, Context, Hit, RuleRef};
use crate::language::{Case, Gap, Kind, Token};
use crate::text::Span;

/// How often the abbreviation must have been used before.
const USED: usize = 3;

/// The check.
pub(super) struct Late {
    pub(super) rule: RuleRef,
}

/// Whether a word may be an abbreviation: three to eight capitals.
fn is_abbreviation(word: &Token) -> bool {
    word.kind == Kind::Word && word.case == Case::Upper && (3..=8).contains(&word.span.len())
}

impl Check for Late {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut used: FxHashMap<&str, (usize, Span)> = FxHashMap::default();
        for at in text.distinct().places(is_abbreviation) {
            let Some(token) = text.tokens().get(at) else { continue };
            let word = text.word(token);
            let before = at.checked_sub(1).and_then(|at| text.tokens().get(at));
            let named = before.filter(|before| token.gap == Gap::Break && before.case == Case::Title);
            let opened =
                named.is_some_and(|before| text.slice(Span::new(before.span.end(), token.span.start())) == " (");
            let closed = text.slice(Span::new(token.span.end(), token.span.end() + 1)) == ")";
            match used.get_mut(word) {
                None if opened && closed => _ = used.insert(word, (usize::MAX, token.span)),
                None => _ = used.insert(word, (1, token.span)),
                Some((count, first)) if opened && closed && (USED..usize::MAX).contains(count) => {
                    let place = Span::new(token.span.start() - 1, token.span.end() + 1);
                    let hit =
                        Hit::new(self.rule, place).with_value("right", word).with_value("count", count.to_string());
                    hits.push(hit.with_related(*first, "used here for the first time"));
                    *count = usize::MAX;
                }
                Some((count, _)) => *count = count.saturating_add(1),
            }
        }
    }
}
