//! Words as numbers: the hash of a word in lower case.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use unicode_normalization::UnicodeNormalization;

/// The 64-bit hash of a word in lower case with straight apostrophes. Two of the few hundred
/// thousand words of a text and its glossaries collide with a probability below one in a million.
pub type Word = u64;

/// An odd constant with well-mixed bits (2^64 divided by the golden ratio).
pub(super) const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// How long a word may be, in bytes, to be written in lower case without an allocation.
const SHORT: usize = 64;

/// The number of a word.
#[must_use]
pub fn number(word: &str) -> Word {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return number_of_lower(word);
    }
    let mut short = [0; SHORT];
    if let Some(lower) = short.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return hash(lower);
    }
    let mut buffer = String::new();
    lower_into(word, &mut buffer);
    number_of_lower(&buffer)
}

/// The number of a word that is in lower case; see [`lower_into`].
#[must_use]
pub fn number_of_lower(word: &str) -> Word {
    hash(word.as_bytes())
}

fn hash(text: &[u8]) -> Word {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    hasher.finish()
}

/// Writes the word in lower case, composed (NFC), with straight apostrophes.
pub fn lower_into(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
        return;
    }
    let straight = |c| if c == '’' { '\'' } else { c };
    if has_marks(word) {
        buffer.extend(word.nfc().map(straight).flat_map(char::to_lowercase));
    } else {
        buffer.extend(word.chars().map(straight).flat_map(char::to_lowercase));
    }
}

/// Whether letters and their accents are written apart.
#[must_use]
pub fn has_marks(word: &str) -> bool {
    word.chars().any(|c| ('\u{300}'..='\u{36F}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_word_have_one_number() {
        let long = "word".repeat(SHORT);
        for (one, other) in
            [("Union", "union"), ("CAFÉ", "cafe\u{301}"), ("union’s", "Union's"), (&long.to_uppercase(), &long)]
        {
            assert_eq!(number(one), number(other), "{one} {other}");
        }
        assert_ne!(number("union"), number("unions"));
    }
}
