//! What stands between the words of a text: punctuation and white space.

use crate::language::{Analysis, Token};
use crate::text::Span;

/// A stretch between two words of a passage, or after its last one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Between<'t> {
    /// Where it stands.
    pub(super) span: Span,
    /// What stands there.
    pub(super) text: &'t str,
    /// The word before it.
    pub(super) before: &'t Token,
    /// The word behind it; none at the end of the passage.
    pub(super) after: Option<&'t Token>,
}

/// All stretches between words that are more than a single space or hyphen.
pub(super) fn gaps<'t>(text: &'t Analysis<'_>) -> impl Iterator<Item = Between<'t>> {
    text.passages().flat_map(move |(passage, tokens)| {
        let wide = |pair: &&[Token]| matches!(pair, [a, b] if b.span.start() - a.span.end() > 1);
        let inner = tokens.windows(2).filter(wide).filter_map(|pair| match pair {
            [before, after] => Some((before, Some(after), after.span.start())),
            _ => None,
        });
        let last = tokens.last().map(|before| (before, None, passage.span.end()));
        inner.chain(last).filter_map(move |(before, after, end)| {
            let span = Span::new(before.span.end(), end);
            (span.len() > 1).then(|| Between { span, text: text.slice(span), before, after })
        })
    })
}
