//! What stands between the words of a text: punctuation and white space.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

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
    /// Whether the passage ends behind it.
    pub(super) last: bool,
}

/// All stretches between words that are more than a single space or hyphen; most have one of a few texts.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// Each text where it stands first.
    texts: Vec<Span>,
    /// Where the stretches are, in order.
    places: Vec<Place>,
}

/// The gaps of a document, found once for all rules.
#[derive(Debug, Default)]
pub(super) struct KnownGaps(OnceLock<Gaps>);

#[derive(Clone, Copy, Debug)]
struct Place {
    span: Span,
    /// The number of its text, and that of the token before it.
    text: usize,
    before: usize,
    last: bool,
}

impl KnownGaps {
    /// The stretches whose text is one that is asked for, in order.
    pub(super) fn of<'t>(
        &'t self,
        text: &'t Analysis<'_>,
        admits: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = Between<'t>> {
        let gaps = self.0.get_or_init(|| Gaps::new(text));
        let admitted: Vec<bool> = gaps.texts.iter().map(|span| admits(text.slice(*span))).collect();
        let places = gaps.places.iter().filter(move |place| admitted.get(place.text) == Some(&true));
        places.filter_map(|place| {
            let (span, before) = (place.span, text.tokens().get(place.before)?);
            Some(Between { span, text: text.slice(span), before, last: place.last })
        })
    }
}

impl Gaps {
    fn new(text: &Analysis<'_>) -> Self {
        let (mut gaps, mut numbers, mut first) = (Self::default(), FxHashMap::default(), 0);
        let mut note = |span: Span, before: usize, last: bool| {
            let number = *numbers.entry(text.slice(span)).or_insert(gaps.texts.len());
            if number == gaps.texts.len() {
                gaps.texts.push(span);
            }
            gaps.places.push(Place { span, text: number, before, last });
        };
        for (passage, tokens) in text.passages() {
            for (at, pair) in tokens.windows(2).enumerate() {
                if let [before, after] = pair
                    && after.span.start() > before.span.end() + 1
                {
                    note(Span::new(before.span.end(), after.span.start()), first + at, false);
                }
            }
            first += tokens.len();
            if let Some(last) = tokens.last().filter(|last| passage.span.end() > last.span.end() + 1) {
                note(Span::new(last.span.end(), passage.span.end()), first - 1, true);
            }
        }
        gaps
    }
}
