//! Words as numbers: the hash of a word in lower case, and of those it may be an inflection of.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::language::{bases, is_function_word};

/// The 64-bit hash of a word in lower case with straight apostrophes. Two of the few hundred
/// thousand words of a text and its glossaries collide with a probability below one in a million.
pub(super) type Word = u64;

/// One bit for a word: sets of words that share no bit share no word.
pub(super) fn bit(word: Word) -> u64 {
    1 << (word % 64)
}

/// The longest word that is looked up, in bytes; longer ones are in no pattern.
const LONGEST: usize = 64;

/// Whether a word of a pattern stands for its inflections too.
pub(super) fn inflects(lower: &str) -> bool {
    !is_function_word(lower) && lower.ends_with(char::is_alphabetic)
}

/// The number of a word.
pub(super) fn number(word: &str) -> Word {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return hash(word);
    }
    let mut buffer = String::new();
    lower_into(word, &mut buffer);
    hash(&buffer)
}

/// The numbers of a word of a text and of what it may be an inflection of; `buffer` saves an
/// allocation a word.
pub(super) fn look_up(word: &str, buffer: &mut String, visit: &mut impl FnMut(Word)) {
    if word.len() > LONGEST {
        return;
    }
    lower_into(word, buffer);
    visit(hash(buffer));
    bases(buffer, &mut |base| visit(hash(base)));
}

fn hash(text: &str) -> Word {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
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
