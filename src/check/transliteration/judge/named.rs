//! Where words of Chinese that are read so are names: the marks and words around them, and lists.

use std::ops::Range;

use super::super::candidate::Candidate;
use super::super::setting::{is_quoted, is_titled};
use super::Judge;

impl Judge<'_> {
    /// Whether characters are a name that stands in Pinyin wherever it stands, or in a title.
    pub(super) fn is_name(&self, range: &Range<usize>) -> bool {
        let listed = || range.len() > 1 && self.knowledge.settings.is_named(&self.passage.string(range));
        is_titled(self.passage.slice(&(0..range.start))) || listed()
    }

    /// Whether a word is used as a name: the head of one stands next to it, and the translation goes on
    /// with a capital, or quotation marks divide them.
    pub(super) fn is_used_as_name(&self, candidate: &Candidate, range: &Range<usize>) -> bool {
        let head = self.knowledge.settings.head(self.after(range.end));
        let headed = || head.is_some_and(|length| self.is_free(range, length)) || self.is_place(range);
        (candidate.followed && headed()) || self.is_marked_off(range, head.unwrap_or_default())
    }

    /// Whether characters are the name of a place: they begin as a word does, and what follows says so.
    pub(super) fn is_place(&self, range: &Range<usize>) -> bool {
        let suffix = self.knowledge.settings.place(self.after(range.end));
        let begins = !self.is_inside(range.start) && !self.transcribe(range);
        begins && suffix.is_some_and(|length| self.is_free(range, length))
    }

    /// Whether what follows a word is no part of another one, and does not make a common word with it.
    fn is_free(&self, range: &Range<usize>, length: usize) -> bool {
        let whole = self.passage.string(&(range.start..range.end + length));
        let common = self.knowledge.dictionary.entries(&whole).any(|entry| !entry.is_name());
        !common && !self.is_inside(range.end + length)
    }

    /// Whether a word stands in quotation marks, next to the head of a name or with it.
    fn is_marked_off(&self, range: &Range<usize>, head: usize) -> bool {
        let Some(open) = range.start.checked_sub(1) else { return false };
        let at = |at: usize| self.passage.characters.get(at);
        let settings = &self.knowledge.settings;
        let outside =
            || settings.head(self.after(range.end + 1)).is_some() || settings.is_headed(self.passage.slice(&(0..open)));
        let inside = head > 0 && is_quoted(at(open), at(range.end + head));
        inside || (is_quoted(at(open), at(range.end)) && outside())
    }

    /// The characters behind a place.
    pub(super) fn after(&self, end: usize) -> &[char] {
        self.passage.characters.get(end..).unwrap_or_default()
    }
}
