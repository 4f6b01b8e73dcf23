//! `Clue`: something in the source by which its translation is known.

use super::anchor::anchors;
use super::key::{self, Key};
use super::lexicon::Lexicon;
use crate::language::{Analysis, Token};
use crate::text::Span;

/// Something in a source passage or sentence, with the keys of what may render it.
#[derive(Debug)]
pub(super) struct Clue {
    /// In order, each once.
    pub(super) keys: Box<[Key]>,
    pub(super) kind: Kind,
}

/// What a clue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of two or more characters.
    Word,
    /// A word of one character.
    Character,
    /// A number.
    Number,
    /// What may stand in the translation as it is; it need not.
    Anchor,
}

impl Kind {
    /// How likely the right translation has one of the keys. That of words is measured on the human
    /// translations of the news task of WMT 2021.
    pub(super) fn chance(self) -> f64 {
        match self {
            Self::Word => 0.55,
            Self::Character => 0.4,
            Self::Number | Self::Anchor => 0.8,
        }
    }

    /// How much it counts.
    pub(super) fn weight(self) -> f64 {
        match self {
            Self::Character => 0.3,
            _ => 1.0,
        }
    }
}

/// The clues of a source passage or sentence whose keys are wanted.
pub(super) fn clues(
    lexicon: &dyn Lexicon,
    analysis: &Analysis<'_>,
    span: Span,
    tokens: &[Token],
    wanted: impl Fn(&Key) -> bool,
) -> Vec<Clue> {
    let mut clues = Vec::new();
    let mut add = |kind, keys: &mut dyn Iterator<Item = Key>| {
        let mut keys: Vec<Key> = keys.filter(|key| wanted(key)).collect();
        keys.sort_unstable();
        keys.dedup();
        if kind != Kind::Anchor || !keys.is_empty() {
            clues.push(Clue { keys: keys.into(), kind });
        }
    };
    for anchor in anchors(analysis, tokens) {
        add(Kind::Anchor, &mut [anchor].into_iter());
    }
    let text = analysis.slice(span);
    lexicon.words(text, &mut |long, stems| {
        let kind = if long { Kind::Word } else { Kind::Character };
        add(kind, &mut stems.iter().map(|stem| key::of_stem(stem)));
    });
    for number in lexicon.numbers(text) {
        add(Kind::Number, &mut number.readings.iter().chain(&number.parts).filter_map(key::of_value));
    }
    clues
}
