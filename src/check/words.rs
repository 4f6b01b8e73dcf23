//! A set of words and phrases of either language, found in one pass; the longest that stands at a place counts.
//!
//! `word` stands alone, in any case; `stem*` is how words begin, `*end` how they end; Chinese is found
//! anywhere. `-word` is no word of the set, whatever is inside of it: with `他` and `-其他`, 其他 is not found.

use crate::check::longest::Longest;
use crate::check::{CheckError, Params};
use crate::language::is_inside_word;
use crate::text::Span;

/// A set of words.
#[derive(Debug)]
pub(super) struct Words {
    texts: Longest,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    counts: bool,
    open_start: bool,
    open_end: bool,
}

/// The words of a list, with those of the tables that it names.
pub(super) fn lines(params: &Params<'_>, list: &[String]) -> Result<Vec<String>, CheckError> {
    let mut lines = Vec::new();
    for item in list {
        match item.strip_prefix('@') {
            Some(table) => lines.extend(params.lines(table)?.map(str::to_owned)),
            None => lines.push(item.clone()),
        }
    }
    Ok(lines)
}

impl Words {
    /// The set of these words.
    pub(super) fn new(lines: &[String]) -> Self {
        let (mut entries, mut texts) = (Vec::new(), Vec::new());
        for line in lines {
            let (counts, text) = line.strip_prefix('-').map_or((true, line.as_str()), |text| (false, text));
            let (open_start, text) = text.strip_prefix('*').map_or((false, text), |text| (true, text));
            let (open_end, text) = text.strip_suffix('*').map_or((false, text), |text| (true, text));
            entries.push(Entry { counts, open_start, open_end });
            texts.push(text);
        }
        Self { texts: Longest::new(&texts), entries }
    }

    /// The places of the words of the set, in order.
    pub(super) fn found<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Span> + 't {
        self.texts.found(text).filter_map(move |(number, span)| {
            let entry = self.entries.get(number)?;
            let starts = entry.open_start || !is_inside_word(text, span.start());
            let ends = entry.open_end || !is_inside_word(text, span.end());
            (entry.counts && starts && ends).then_some(span)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &[&str], text: &str) -> Vec<String> {
        let list: Vec<String> = list.iter().map(|word| (*word).to_owned()).collect();
        Words::new(&list).found(text).map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn words_stand_alone_unless_they_are_open() {
        assert_eq!(found(&["he", "lack*", "*less"], "He lacks the helpless helm"), ["He", "lack", "less"]);
        assert_eq!(found(&["n't", "not"], "It isn't nothing, not at all"), Vec::<String>::from(["not".to_owned()]));
        assert_eq!(found(&["*n't"], "It isn't so"), ["n't"]);
    }

    #[test]
    fn what_is_excluded_hides_what_is_inside() {
        assert_eq!(found(&["他", "-其他", "-吉他"], "其他人弹吉他，他唱歌"), ["他"]);
        assert_eq!(found(&["not", "-not only"], "not only here, not there"), ["not"]);
    }
}
