//! Spaces inside quotation marks.

use super::{Check, Context, Hit, RuleRef};
use crate::check::marks;
use crate::text::Span;

/// Finds them where they are a habit of the engine.
#[derive(Debug)]
pub(super) struct Spaced {
    pub(super) rule: RuleRef,
    /// The fewest quotations of a document that open with a space.
    pub(super) at_least: usize,
}

/// A quotation mark with its neighbours in the passage.
struct Mark<'t> {
    at: usize,
    sign: char,
    before: &'t str,
    after: &'t str,
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

impl Mark<'_> {
    /// `" Word`: the span of mark, space and word.
    fn opening(&self) -> Option<Span> {
        let opens = self.before.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let word = self.after.strip_prefix(' ').filter(|word| is_word(word.chars().next()))?;
        let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let end = self.at + self.sign.len_utf8() + 1 + length;
        (opens && self.sign != '”').then(|| Span::new(self.at, end))
    }

    /// `word "`: the span of the word's last letter, punctuation, space and mark.
    fn closing(&self, next_opens: bool) -> Option<Span> {
        let spaced = self.before.strip_suffix(' ')?;
        let stem = spaced.strip_suffix(['.', ',', '!', '?']).unwrap_or(spaced);
        let last = stem.chars().next_back().filter(|c| c.is_alphanumeric())?;
        let closes = self.after.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ')'));
        let start = self.at - 1 - (spaced.len() - stem.len()) - last.len_utf8();
        (closes && !next_opens && self.sign != '“').then(|| Span::new(start, self.at + self.sign.len_utf8()))
    }
}

impl Check for Spaced {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let (mut found, mut openings) = (Vec::new(), 0);
        for (passage, known) in context.memo.marks.passages(text) {
            let body = text.slice(passage.span);
            for (number, (mark, next_opens)) in marks(body, known).iter().enumerate() {
                // A mark with a space on both sides: every second one closes.
                let closing = mark.closing(*next_opens);
                let opening = mark.opening().filter(|_| number % 2 == 0 || closing.is_none());
                openings += usize::from(opening.is_some());
                let span = opening.or(closing);
                found.extend(span.map(|span| span.shift(passage.span.start())));
            }
        }
        // Closing marks alone are left where a full stop and a mark were cut apart.
        if openings >= self.at_least && openings * 4 >= found.len() {
            let unspaced = |span: Span| text.slice(span).replace(' ', "");
            hits.extend(found.into_iter().map(|span| Hit::new(self.rule, span).with_fix(unspaced(span), true)));
        }
    }
}

/// The quotation marks of a passage, each with whether the next one stands right behind a word.
fn marks<'t>(body: &'t str, known: &[marks::Mark]) -> Vec<(Mark<'t>, bool)> {
    let mut marks: Vec<(Mark<'_>, bool)> = Vec::new();
    for marks::Mark { at, sign, .. } in known.iter().copied() {
        let before = body.get(..at).unwrap_or_default();
        let after = body.get(at + sign.len_utf8()..).unwrap_or_default();
        if let Some((_, next)) = marks.last_mut() {
            *next = is_word(before.chars().next_back());
        }
        marks.push((Mark { at, sign, before, after }, false));
    }
    marks
}

#[cfg(test)]
mod tests {
    use crate::check::quotation::QUOTATION;
    use crate::check::trial::found;

    #[test]
    fn spaces_inside_the_marks() {
        let find = |text| found(&QUOTATION, "en", "find = \"spaced\"\nat_least = 2", text);
        assert_eq!(find("He said \" we go \" and \" come back. \""), ["\" we", "o \"", "\" come", "k. \""]);
        assert!(find("He said \" we go\" once. \"No.\"").is_empty());
        assert_eq!(find("The “ port” and the “ bay”."), ["“ port", "“ bay"]);
    }
}
