//! Chinese text → words.
//!
//! Of all ways to cut a run of characters into words of the dictionary, numerals and single
//! characters, the one with the fewest words is taken; of those, the one whose words are of the most
//! even length (as MMSEG does: Tsai 1996), then the one whose last word is the longest.

use super::Dictionary;
use crate::language::is_cjk;
use crate::text::Span;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub class: Class,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A word of the dictionary.
    Known,
    /// A character that is no word by itself.
    Unknown,
    /// A number in digits or in Chinese numerals.
    Number,
    /// Letters of another script.
    Latin,
}

/// The characters of which numbers are written.
const NUMERALS: &str = "〇零一二两三四五六七八九十百千万亿几";
/// The longest word that is looked for, in characters.
const LONGEST: usize = 24;

/// The words of a text, in order.
pub(super) fn words(dictionary: &Dictionary, text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut run = Vec::new();
    while let Some((at, c)) = rest.next() {
        let Some(class) = class(c) else { continue };
        run.clear();
        run.push((at, dictionary.characters.one(c)));
        while let Some((at, c)) = rest.next_if(|(_, c)| continues(class, *c)) {
            run.push((at, dictionary.characters.one(c)));
        }
        let end = rest.peek().map_or(text.len(), |(next, _)| *next);
        if class == Class::Known {
            cut(dictionary, &run, end, &mut words);
        } else {
            words.push(Word { span: Span::new(at, end), class });
        }
    }
    words
}

/// The class of the run that a character starts.
fn class(c: char) -> Option<Class> {
    if is_cjk(c) {
        Some(Class::Known)
    } else if c.is_numeric() {
        Some(Class::Number)
    } else {
        c.is_alphabetic().then_some(Class::Latin)
    }
}

fn continues(run: Class, c: char) -> bool {
    class(c) == Some(run) || matches!((run, c), (Class::Number, '.' | ',' | '，' | '．'))
}

/// The best way to cut what stands before a character.
#[derive(Clone, Copy)]
struct Step {
    /// The number of words, and the sum of the squares of their lengths.
    cost: (u32, u32),
    /// The length of the last word.
    length: usize,
    class: Class,
}

/// Cuts a run of characters, which ends at byte `end`.
fn cut(dictionary: &Dictionary, run: &[(usize, char)], end: usize, words: &mut Vec<Word>) {
    let characters: Vec<char> = run.iter().map(|(_, c)| *c).collect();
    let mut steps: Vec<Option<Step>> = vec![None; run.len() + 1];
    for at in 0..run.len() {
        let cost = steps.get(at).copied().flatten().map_or((0, 0), |step| step.cost);
        let ahead = characters.get(at..(at + LONGEST).min(run.len())).unwrap_or_default();
        reach(&mut steps, at, cost, 1, Class::Unknown);
        dictionary.index.prefixes(ahead, &mut |length, _| reach(&mut steps, at, cost, length, Class::Known));
        let numerals = ahead.iter().take_while(|c| NUMERALS.contains(**c)).count();
        if numerals > 0 {
            reach(&mut steps, at, cost, numerals, Class::Number);
        }
    }
    collect(run, end, &steps, words);
}

/// Enters a word that starts at `at`.
fn reach(steps: &mut [Option<Step>], at: usize, cost: (u32, u32), length: usize, class: Class) {
    let square = u32::try_from(length * length).unwrap_or(u32::MAX);
    let cost = (cost.0 + 1, cost.1.saturating_add(square));
    let Some(step) = steps.get_mut(at + length) else { return };
    let worse = |known: &Step| (cost, usize::MAX - length) <= (known.cost, usize::MAX - known.length);
    if step.as_ref().is_none_or(worse) {
        *step = Some(Step { cost, length, class });
    }
}

/// Follows the steps back from the end.
fn collect(run: &[(usize, char)], end: usize, steps: &[Option<Step>], words: &mut Vec<Word>) {
    let (first, mut at, mut stop) = (words.len(), run.len(), end);
    while let Some(step) = steps.get(at).copied().flatten() {
        at -= step.length.min(at);
        let start = run.get(at).map_or(stop, |(start, _)| *start);
        words.push(Word { span: Span::new(start, stop), class: step.class });
        stop = start;
    }
    if let Some(fresh) = words.get_mut(first..) {
        fresh.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::dictionary;
    use super::*;

    fn cut(dictionary: &Dictionary, text: &str) -> String {
        let words: Vec<_> = dictionary.segment(text).iter().map(|word| word.span.of(text)).collect();
        words.join("|")
    }

    #[test]
    fn text_is_cut_into_words() {
        let dictionary = dictionary();
        let table = [
            ("全国总工会召开会议。", "全国|总|工会|召开|会议"),
            ("研究生命起源", "研究|生命|起源"),
            ("中華人民共和國", "中華人民共和國"),
            ("二十三名工人，3.5万人", "二十三|名|工人|3.5|万人"),
            ("GDP增长5%", "GDP|增长|5"),
            ("", ""),
            ("，。！", ""),
        ];
        for (text, words) in table {
            assert_eq!(cut(&dictionary, text), words);
        }
    }

    #[test]
    fn words_know_what_they_are() {
        let dictionary = dictionary();
        let classes = |text: &str| dictionary.segment(text).iter().map(|word| word.class).collect::<Vec<_>>();
        assert_eq!(classes("工会三百20AI"), [Class::Known, Class::Number, Class::Number, Class::Latin]);
        assert_eq!(dictionary.segment("𠮷").len(), 1);
    }

    #[test]
    fn a_long_run_is_cut_in_linear_time() {
        let text = "中华人民共和国全国总工会".repeat(5_000);
        assert_eq!(dictionary().segment(&text).len(), 20_000);
    }
}
