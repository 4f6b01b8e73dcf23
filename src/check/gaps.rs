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
        let end = passage.span.end();
        tokens.iter().enumerate().filter_map(move |(at, before)| {
            let after = tokens.get(at + 1);
            let span = Span::new(before.span.end(), after.map_or(end, |after| after.span.start()));
            (span.len() > 1).then(|| Between { span, text: text.slice(span), before, after })
        })
    })
}
