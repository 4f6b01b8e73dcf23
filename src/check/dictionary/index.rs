//! The lines of a dictionary, found by their word.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Lines in the order of their words.
#[derive(Debug)]
pub(super) struct Index {
    text: Box<str>,
    /// Where each line starts.
    starts: Vec<u32>,
    /// The lines whose word starts with a character.
    first: FxHashMap<char, Range<u32>>,
}

impl Index {
    /// Indexes lines of a word, a tab and the rest.
    pub(super) fn new(text: String) -> Self {
        let mut index = Self { text: text.into(), starts: Vec::new(), first: FxHashMap::default() };
        let ends = memchr::memchr_iter(b'\n', index.text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|end| end + 1)).filter(|start| *start < index.text.len());
        index.starts = starts.filter_map(|start| u32::try_from(start).ok()).collect();
        for (line, start) in (0_u32..).zip(&index.starts) {
            let Some(first) = index.text.get(*start as usize..).and_then(|rest| rest.chars().next()) else { break };
            index.first.entry(first).or_insert(line..line).end = line + 1;
        }
        index
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The lines of a word.
    pub(super) fn lines(&self, word: &str) -> impl Iterator<Item = &str> + use<'_> {
        let near = word.chars().next().map_or(0..0, |first| self.starting_with(first));
        let all = self.narrowed(&near, |line| line < word.as_bytes());
        let end = self.narrowed(&(all..near.end), |line| is_of(line, word));
        (all..end).map(|line| self.line(line))
    }

    /// The lines whose word starts with a character.
    fn starting_with(&self, first: char) -> Range<usize> {
        self.first.get(&first).map_or(0..0, |range| range.start as usize..range.end as usize)
    }

    /// The first line of a range, whose lines are in order, for which `before` does not hold. What
    /// follows a word, a tab, comes before all that words are written with.
    fn narrowed(&self, range: &Range<usize>, before: impl Fn(&[u8]) -> bool) -> usize {
        let starts = self.starts.get(range.clone()).unwrap_or_default();
        range.start + starts.partition_point(|start| before(self.from(*start)))
    }

    /// Calls `visit` with the length in characters of each word with which these characters begin, from
    /// the shortest on, and the number of its first line.
    pub(super) fn prefixes(&self, characters: &[char], visit: &mut impl FnMut(usize, usize)) {
        let Some((first, _)) = characters.split_first() else { return };
        let mut range = self.starting_with(*first);
        let mut word = String::new();
        for (length, character) in (1..).zip(characters) {
            word.push(*character);
            if length > 1 {
                range.start = self.narrowed(&range, |line| line < word.as_bytes());
                range.end = self.narrowed(&range, |line| line.starts_with(word.as_bytes()));
            }
            if range.is_empty() {
                return;
            }
            if self.starts.get(range.start).is_some_and(|start| is_of(self.from(*start), &word)) {
                visit(length, range.start);
            }
        }
    }

    fn from(&self, start: u32) -> &[u8] {
        self.text.as_bytes().get(start as usize..).unwrap_or_default()
    }

    /// A line by its number.
    pub(super) fn line(&self, line: usize) -> &str {
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let start = self.starts.get(line).map_or(end, |start| *start as usize);
        self.text.get(start..end).unwrap_or_default().trim_end_matches('\n')
    }
}

/// Whether the line with which a text begins is one of a word.
fn is_of(text: &[u8], word: &str) -> bool {
    text.strip_prefix(word.as_bytes()).is_some_and(|rest| matches!(rest.first(), None | Some(b'\t' | b'\n')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index::new("中\ta\n中\tb\n中国\tc\n中国人\td\n国\te\n".to_owned())
    }

    #[test]
    fn lines_are_found_by_their_word() {
        let index = index();
        assert_eq!(index.lines("中").collect::<Vec<_>>(), ["中\ta", "中\tb"]);
        assert_eq!(index.lines("国").collect::<Vec<_>>(), ["国\te"]);
        assert_eq!(index.lines("国人").count() + index.lines("").count() + index.lines("人").count(), 0);
    }

    #[test]
    fn prefixes_are_the_words_at_a_place() {
        let mut lengths = Vec::new();
        let text: Vec<char> = "中国人民".chars().collect();
        index().prefixes(&text, &mut |length, line| lengths.push((length, line)));
        assert_eq!(lengths, [(1, 0), (2, 2), (3, 3)]);
    }
}
