//! Anchors: what stands alike in a text and its translation: figures, words in Latin letters, and
//! names in pinyin.

use pinyin::ToPinyin;

use super::key::{self, Key};
use crate::language::{Analysis, Kind, Token};

/// The shortest romanisation of characters that is taken for a name.
const SHORTEST: usize = 4;
/// The most characters of a name that are romanised together.
const LONGEST: usize = 3;

/// The keys of what may be an anchor among the words of a sentence or passage, each once.
pub(super) fn anchors(analysis: &Analysis<'_>, tokens: &[Token]) -> Vec<Key> {
    let mut found = Vec::new();
    for token in tokens {
        let word = analysis.word(token);
        match token.kind {
            Kind::Cjk => romanised(word, &mut found),
            Kind::Number => found.push(key::of(&figures(word))),
            Kind::Word if token.case.is_capital() => found.push(key::of(&word.to_lowercase())),
            Kind::Word => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The leading figures of a number, without separators of thousands: `1,200km` and `1200` are alike.
fn figures(word: &str) -> String {
    word.chars().filter(|c| *c != ',').take_while(|c| c.is_ascii_digit() || *c == '.').collect()
}

/// The romanisations of all short runs of characters.
fn romanised(run: &str, found: &mut Vec<Key>) {
    let syllables: Vec<&str> = run.to_pinyin().map(|reading| reading.map_or("", |reading| reading.plain())).collect();
    for start in 0..syllables.len() {
        let mut name = String::new();
        for syllable in syllables.iter().skip(start).take(LONGEST) {
            name.push_str(syllable);
            if name.len() >= SHORTEST {
                found.push(key::of(&name));
            }
        }
    }
}
