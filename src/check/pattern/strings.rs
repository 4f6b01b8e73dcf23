//! Strings that are searched for all at once, in any case: each distinct word of a text is searched once,
//! and its occurrences have what was found in it.

use std::borrow::Cow;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, BuildError, PatternID};
use memchr::memmem;

use crate::language::{Analysis, ByWord, Familiar, Sentence, Token};

/// The strings, in lower case.
#[derive(Debug)]
pub(in crate::check) struct Strings {
    all: Vec<String>,
    /// Finds in a word the longest word of each string that is made of words.
    words: NFA,
    /// Where it starts.
    start: StateID,
    /// For each of these, the number of its string, and where it stands in it.
    places: Vec<(usize, usize)>,
    /// The numbers of the other strings, which are few.
    others: Vec<usize>,
    /// What was found in words of earlier texts.
    known: ByWord<Box<[Part]>>,
}

/// A string of which a word has the longest word.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// The number of the string.
    string: usize,
    /// Where the rest of it must stand if that is not in the word: where it begins, counted from the start of
    /// the word plus `LEAD`.
    at: Option<usize>,
}

impl Strings {
    pub(in crate::check) fn new(strings: Vec<String>) -> Result<Self, BuildError> {
        let (mut words, mut places, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (number, string) in strings.iter().enumerate() {
            if let Some((at, word)) = longest_word(string) {
                places.push((number, at));
                words.push(word);
            } else {
                others.push(number);
            }
        }
        let words = NFA::builder().ascii_case_insensitive(true).build(words)?;
        let start = words.start_state(Anchored::No).unwrap_or_default();
        Ok(Self { all: strings, words, start, places, others, known: ByWord::default() })
    }

    /// Calls `visit` with the number of a string and that of a sentence that has it: in the order of the
    /// text for all strings that are made of words, then for each of the others.
    pub(in crate::check) fn each(&self, text: &Analysis<'_>, mut visit: impl FnMut(usize, usize)) {
        self.each_of_words(text, &mut visit);
        for number in &self.others {
            let Some(string) = self.all.get(*number) else { continue };
            let (mut sentence, mut next) = (0, text.sentences().iter().skip(1).peekable());
            for start in memmem::find_iter(text.lower().as_bytes(), string) {
                while next.next_if(|next| next.span.start() <= start).is_some() {
                    sentence += 1;
                }
                visit(*number, sentence);
            }
        }
    }

    fn each_of_words(&self, text: &Analysis<'_>, mut visit: impl FnMut(usize, usize)) {
        let mut sentences = text.sentences().iter().map(Sentence::tokens).enumerate();
        let words = text.distinct().words().iter().zip(text.familiar());
        let found: Vec<_> = words.map(|(token, word)| self.parts(text, token, *word)).collect();
        let mut has = found.iter().map(|parts| !parts.is_empty());
        let places = text.distinct().places(|_| has.next().unwrap_or_default());
        let mut sentence = sentences.next();
        for at in places {
            while sentence.as_ref().is_some_and(|(_, tokens)| tokens.end <= at) {
                sentence = sentences.next();
            }
            let (Some((sentence, _)), Some(token)) = (&sentence, text.tokens().get(at)) else { continue };
            let parts = text.distinct().of(at).and_then(|word| found.get(word));
            for part in parts.into_iter().flat_map(|parts| parts.iter()) {
                if part.at.is_none_or(|at| self.stands(text, token, part.string, at)) {
                    visit(part.string, *sentence);
                }
            }
        }
    }

    /// What a word has, which is kept for other texts if it is familiar.
    fn parts(&self, text: &Analysis<'_>, token: &Token, word: Option<Familiar>) -> Cow<'_, [Part]> {
        let find = || self.find(text.word(token));
        let kept = word.and_then(|word| self.known.get(word, || find().into()));
        kept.map_or_else(|| Cow::Owned(find()), |parts| Cow::Borrowed(parts.as_ref()))
    }

    /// Finds what a word has.
    fn find(&self, word: &str) -> Vec<Part> {
        // A search of its own for each short word costs several times what these steps do.
        let (mut found, mut state) = (Vec::new(), self.start);
        for (byte, end) in word.bytes().zip(1..) {
            state = self.words.next_state(Anchored::No, state, byte);
            if self.words.is_special(state) && self.words.is_match(state) {
                let parts = (0..self.words.match_len(state)).map(|part| self.words.match_pattern(state, part));
                found.extend(parts.filter_map(|part| self.part(part, end)));
            }
        }
        found
    }

    /// The string whose longest word ends at a place in a word.
    fn part(&self, part: PatternID, end: usize) -> Option<Part> {
        let (string, at) = *self.places.get(part.as_usize())?;
        let length = self.words.pattern_len(part);
        let whole = self.all.get(string).is_some_and(|string| string.len() == length);
        Some(Part { string, at: (!whole).then_some(LEAD + end - length - at) })
    }

    /// Whether a string begins at a place that is counted from a token.
    fn stands(&self, text: &Analysis<'_>, token: &Token, string: usize, place: usize) -> bool {
        let start = (token.span.start() + place).checked_sub(LEAD);
        let rest = start.and_then(|start| text.lower().get(start..));
        rest.zip(self.all.get(string)).is_some_and(|(rest, string)| rest.starts_with(string.as_str()))
    }
}

/// What is added to places that may be before the start of a word; longer than any string.
const LEAD: usize = 1 << 16;

/// The longest word of a string of words with single spaces between them, and where it first stands.
fn longest_word(string: &str) -> Option<(usize, &str)> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let longest = string.split(' ').max_by_key(|word| word.len())?;
    let of_words = string.len() < LEAD && string.split(' ').all(is_word);
    string.find(longest).filter(|_| of_words).map(|at| (at, longest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Annotated;
    use crate::read::read;

    #[test]
    fn strings_are_found_in_the_sentences_that_have_them() {
        let text = "The END of it. It depends on the end of it, “A + B”: the\u{A0}end of. Trade unions (the end of).";
        let document = read("a.txt", text.into()).unwrap();
        let strings = ["end", "the end of", "+", "de unions", "trade union", ", "].map(str::to_owned).to_vec();
        let mut found = Vec::new();
        let strings = Strings::new(strings).unwrap();
        strings.each(&Annotated::new(&document).target, |string, sentence| found.push((string, sentence)));
        found.dedup();
        let words = [(0, 0), (1, 0), (0, 1), (0, 1), (1, 1), (0, 1), (4, 2), (3, 2), (0, 2), (1, 2)];
        found.sort_unstable();
        let mut all = [words.as_slice(), &[(2, 1), (5, 1)]].concat();
        all.sort_unstable();
        found.dedup();
        all.dedup();
        assert_eq!(found, all);
    }
}
