//! The vocabulary: every word that some pattern contains, with a number.

use rustc_hash::FxHashMap;

use crate::language::{bases, is_function_word};

/// The number of a word in lower case.
pub(super) type Word = u32;

/// Words in lower case, and words in a required spelling.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: FxHashMap<Box<str>, Word>,
    /// Whether the word inflects, by number.
    inflects: Vec<bool>,
    buffer: String,
}

/// The longest word that is looked up, in bytes; longer ones are in no pattern.
const LONGEST: usize = 64;

impl Vocabulary {
    /// The number of a word, which it gets at the first call.
    pub(super) fn intern(&mut self, word: &str) -> Word {
        let mut buffer = std::mem::take(&mut self.buffer);
        lower_into(word, &mut buffer);
        let number = match self.numbers.get(buffer.as_str()) {
            Some(known) => *known,
            None => {
                let next = Word::try_from(self.inflects.len()).unwrap_or(Word::MAX);
                self.inflects.push(!is_function_word(&buffer) && buffer.ends_with(char::is_alphabetic));
                self.numbers.insert(buffer.as_str().into(), next);
                next
            }
        };
        self.buffer = buffer;
        number
    }

    /// The number of words.
    pub(super) fn len(&self) -> usize {
        self.inflects.len()
    }

    /// Appends the numbers of the words that a word of a text is or may be an inflection of, the
    /// former first; `buffer` saves an allocation a word.
    pub(super) fn look_up(&self, word: &str, buffer: &mut String, found: &mut Vec<Word>) {
        if word.len() > LONGEST {
            return;
        }
        lower_into(word, buffer);
        found.extend(self.numbers.get(buffer.as_str()));
        bases(buffer, &mut |base| {
            let known = self.numbers.get(base).filter(|number| self.inflects.get(**number as usize) == Some(&true));
            found.extend(known);
        });
    }
}

/// The word in lower case, with straight apostrophes.
fn lower_into(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase));
    }
}
