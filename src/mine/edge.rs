//! What no term begins or ends with.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{is_function_word, is_number_word, stem};

/// English words, a line each, beside the function words that do not inflect.
const WORDS: &str = include_str!("data/edge-words.txt");

/// Chinese characters that end a term, and that begin one.
const FIRST: &str = include_str!("data/first-characters.txt");
const LAST: &str = include_str!("data/last-characters.txt");

/// Whether an English word in lower case, or a stem, is at home in grammar, not in terms.
pub(super) fn is_edge_word(lower: &str) -> bool {
    static LIST: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
        WORDS
            .lines()
            .flat_map(|word| [word.to_owned(), if word.ends_with('y') { stem(word) } else { word.to_owned() }])
            .collect()
    });
    is_function_word(lower) || LIST.contains(lower)
}

/// Whether a term of a script without spaces may begin with this symbol.
pub(super) fn may_begin(symbol: &str) -> bool {
    !is_number(symbol) && !FIRST.contains(symbol)
}

/// Whether a term of a script without spaces may end with this symbol.
pub(super) fn may_end(symbol: &str) -> bool {
    !is_number(symbol) && !LAST.contains(symbol)
}

/// Whether a symbol is a number in digits, or an English number word.
pub(super) fn is_number(symbol: &str) -> bool {
    is_number_word(symbol)
}
