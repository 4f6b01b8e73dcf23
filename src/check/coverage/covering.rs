//! `Covering`: which words of a source segment something in its translation answers.

use super::lexis::Lexis;
use super::stems::{Stems, near, origins};
use crate::check::dictionary::{Class, Word};
use crate::document::Segment;
use crate::language::{Analysis, Kind, is_cjk, stem};
use crate::text::Span;

/// How many English words a Chinese character becomes, on average: measured on the 13 systems of the
/// news task of WMT 2021.
pub(super) const WORDS_A_CHARACTER: f64 = 0.75;
/// What a single character counts, where a word of two counts 1.
const SINGLE: f64 = 0.3;

/// A word of the source that a translation should render.
#[derive(Debug)]
pub(super) struct SourceWord {
    pub(super) span: Span,
    /// Half its length.
    pub(super) weight: f64,
    /// 1 where a gloss of it stands in the target, ½ where one of its parts does.
    pub(super) value: f64,
    /// Whether the base of an irregular form or of a derivation answers it.
    pub(super) derived: bool,
    /// The number of the target word that answers it.
    pub(super) at: Option<usize>,
    /// Whether it is more than one character.
    pub(super) long: bool,
}

/// A segment with the answers to its words.
#[derive(Debug)]
pub(super) struct Covering {
    pub(super) segment: Segment,
    pub(super) words: Vec<SourceWord>,
    pub(super) stems: Stems,
    /// The number of Chinese characters in the source.
    pub(super) characters: usize,
    /// The number of its numbers and words in letters.
    others: usize,
    /// The number of words in the target.
    pub(super) length: usize,
}

impl Covering {
    pub(super) fn new(lexis: &Lexis, source: &Analysis<'_>, target: &Analysis<'_>, segment: Segment) -> Self {
        let text = source.slice(segment.source);
        let stems = Stems::new(lexis, target, segment.target);
        let words = judged(lexis, text);
        let words = words.filter_map(|word| answer(lexis, &stems, text, word)).map(|mut word| {
            word.span = word.span.shift(segment.source.start());
            word
        });
        Self {
            segment,
            words: words.collect(),
            characters: text.chars().filter(|c| is_cjk(*c)).count(),
            others: source.tokens_in(segment.source).iter().filter(|token| token.kind != Kind::Cjk).count(),
            length: target.words_in(segment.target),
            stems,
        }
    }

    /// The share of the source that is answered, 1 for all, and the weight of its words.
    pub(super) fn covered(&self) -> (f64, f64) {
        share(&self.words)
    }

    /// The length of the target as a part of what is expected for the source.
    pub(super) fn ratio(&self) -> f64 {
        count(self.length) / (count(self.characters.max(1)) * WORDS_A_CHARACTER)
    }

    /// How many words the target has more than is expected for the source.
    pub(super) fn surplus(&self) -> f64 {
        count(self.length) - count(self.characters) * WORDS_A_CHARACTER - count(self.others)
    }

    /// Whether both sides have text, and it is certain that they belong together.
    pub(super) fn is_sure(&self) -> bool {
        !self.segment.doubtful && !self.segment.source.is_empty() && !self.segment.target.is_empty()
    }

    /// The numbers of the target words that render something and that nothing in these parts of the
    /// source explains; names are left out.
    pub(super) fn unexplained(&self, lexis: &Lexis, parts: &[&str], target: &Analysis<'_>) -> Vec<usize> {
        let explained = explained(lexis, parts);
        let is_known = |stem: &str| near(&explained, |stem| stem.as_ref(), stem).is_some();
        let is_open = |number: &usize| {
            self.stems.words.get(*number).is_some_and(|word| {
                word.content
                    && !is_known(&word.stem)
                    && !origins(target.slice(word.span)).iter().any(|stem| is_known(stem))
                    && (!word.capital || lexis.dictionary.is_common_english(target.slice(word.span)))
            })
        };
        (0..self.stems.words.len()).filter(is_open).collect()
    }
}

/// All stems that may render a word of these texts, or a part of one, in order.
fn explained(lexis: &Lexis, texts: &[&str]) -> Vec<Box<str>> {
    let cut = |text: &&'_ str| lexis.dictionary.segment(text).into_iter().map(|word| word.span).collect::<Vec<_>>();
    let mut words: Vec<&str> = Vec::new();
    for text in texts {
        words.extend(cut(text).into_iter().map(|span| span.of(text)));
    }
    words.sort_unstable();
    words.dedup();
    let mut stems = Vec::new();
    for word in words {
        let renderings = lexis.renderings(word);
        stems.extend(renderings.own.iter().chain(&renderings.parts).cloned());
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The share of words that are answered, and their weight.
pub(super) fn share(words: &[SourceWord]) -> (f64, f64) {
    let total: f64 = words.iter().map(|word| word.weight).sum();
    let covered: f64 = words.iter().map(|word| word.weight * word.value).sum();
    (if total > 0.0 { covered / total } else { 1.0 }, total)
}

/// The words of a source that are to be rendered: not function words, numbers, and rows of single
/// characters, which mostly transcribe a name.
pub(super) fn judged(lexis: &Lexis, text: &str) -> impl Iterator<Item = Word> {
    let words = lexis.dictionary.segment(text);
    let is_single = |word: &Word| {
        let part = word.span.of(text);
        matches!(word.class, Class::Known | Class::Unknown) && is_one(part) && !lexis.is_function_word(part)
    };
    let in_row = |a: &Word, b: &Word| a.span.end() == b.span.start() && is_single(a) && is_single(b);
    let kept: Vec<Word> = words.chunk_by(in_row).filter(|row| row.len() == 1).flatten().copied().collect();
    let is_judged = |word: &Word| match word.class {
        Class::Known => !lexis.is_function_word(word.span.of(text)),
        Class::Latin => true,
        Class::Number | Class::Unknown => false,
    };
    kept.into_iter().filter(is_judged).collect::<Vec<_>>().into_iter()
}

fn is_one(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

fn answer(lexis: &Lexis, stems: &Stems, text: &str, word: Word) -> Option<SourceWord> {
    let (span, part) = (word.span, word.span.of(text));
    let long = !is_one(part);
    if word.class == Class::Latin {
        let at = stems.exact(&stem(part));
        let value = f64::from(u8::from(at.is_some()));
        return long.then_some(SourceWord { span, weight: 1.0, value, derived: false, at, long });
    }
    let renderings = lexis.renderings(part);
    let own = stems.answer(&renderings.own);
    let at = own.or_else(|| renderings.parts.iter().filter_map(|stem| stems.exact(stem)).min());
    let value = if own.is_some() { 1.0 } else { f64::from(u8::from(at.is_some())) / 2.0 };
    let weight = if long { count(part.chars().count()) / 2.0 } else { SINGLE };
    let derived = own.is_none() && stems.derives(&renderings.own);
    Some(SourceWord { span, weight, value, derived, at, long })
}

/// A count as a number to reckon with.
#[allow(clippy::cast_precision_loss, reason = "no text has 2⁵³ words")]
pub(super) fn count(count: usize) -> f64 {
    count as f64
}
