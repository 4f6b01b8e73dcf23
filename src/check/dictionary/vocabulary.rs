//! The common words of English: those that glosses write in lower case.

use rustc_hash::FxHashSet;

use crate::language::bases;

/// The words in lower case of the third column. Readings in brackets and abbreviations are none.
pub(super) fn words(text: &str) -> FxHashSet<Box<str>> {
    let mut words = FxHashSet::default();
    for glosses in text.lines().filter_map(|line| line.rsplit('\t').next()) {
        for word in glosses.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !words.contains(word) {
                words.insert(word.into());
            }
        }
    }
    words
}

/// Whether a word, in whatever case, is one of these or an inflection of one.
pub(super) fn holds(words: &FxHashSet<Box<str>>, word: &str) -> bool {
    let lower = word.to_lowercase();
    let mut held = words.contains(lower.as_str());
    if !held {
        bases(&lower, &mut |base| held |= words.contains(base));
    }
    held
}
