//! Segments as sequences of symbols: words, or characters where a script writes no spaces.

use rustc_hash::FxHashMap;

use crate::language::{Analysis, Gap, Kind, Token, stem, without_possessive};
use crate::text::Span;

/// What stands for a symbol in sequences.
pub(super) type Id = u32;

/// A word or character of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// What it is: equal words have equal ids.
    pub(super) id: Id,
    /// Whether nothing but a space or hyphen stands before it.
    pub(super) joined: bool,
    /// Where it stands in the side's text.
    pub(super) span: Span,
}

/// What marks a character behind a number; the mark makes it a number, too.
const COUNTED: char = '0';

/// The symbols of all segments of a side.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    symbols: Vec<Symbol>,
    ends: Vec<usize>,
    names: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, Id>,
}

/// How words become symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Lower-case words and single characters of scripts without spaces.
    Written,
    /// English stems.
    Stem,
}

impl Sequences {
    /// Appends a segment.
    pub(super) fn push(&mut self, analysis: &Analysis<'_>, tokens: &[Token], unit: Unit) {
        let mut number = false;
        for token in tokens {
            let word = analysis.word(token);
            let joined = matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::None);
            if token.kind == Kind::Cjk {
                for (at, c) in word.char_indices() {
                    let span = Span::new(at, at + c.len_utf8()).shift(token.span.start());
                    let counted = at == 0 && number && token.gap == Gap::None;
                    let name = span.of(analysis.text());
                    // What is counted or dated begins no term: 3名, 25日.
                    let id = if counted { self.id(&format!("{COUNTED}{name}")) } else { self.id(name) };
                    self.symbols.push(Symbol { id, joined: at > 0 || joined, span });
                }
            } else {
                let id = self.id(&normal(word, unit));
                self.symbols.push(Symbol { id, joined, span: token.span });
            }
            number = token.kind == Kind::Number;
        }
        self.ends.push(self.symbols.len());
    }

    /// The number of segments.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The symbols of all segments, one behind the other.
    pub(super) fn all(&self) -> &[Symbol] {
        &self.symbols
    }

    /// Where the symbols of a segment stand among all.
    pub(super) fn range(&self, number: usize) -> std::ops::Range<usize> {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before));
        start.copied().unwrap_or(0)..self.ends.get(number).copied().unwrap_or(0)
    }

    /// The symbols of a segment.
    pub(super) fn get(&self, number: usize) -> &[Symbol] {
        self.symbols.get(self.range(number)).unwrap_or_default()
    }

    /// The number of different symbols.
    pub(super) fn kinds(&self) -> usize {
        self.names.len()
    }

    /// What a symbol stands for.
    pub(super) fn name(&self, id: Id) -> &str {
        self.names.get(id as usize).map_or("", AsRef::as_ref)
    }

    fn id(&mut self, name: &str) -> Id {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = narrow(self.names.len());
        self.names.push(name.into());
        self.ids.insert(name.into(), id);
        id
    }
}

/// A count as 32 bits, which positions have.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn normal(word: &str, unit: Unit) -> String {
    match unit {
        Unit::Written => word.to_lowercase(),
        Unit::Stem => stem(without_possessive(word)),
    }
}
