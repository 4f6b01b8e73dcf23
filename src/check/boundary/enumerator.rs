//! Chinese list numbers: a number with an enumeration comma at the start of a paragraph.

use super::{Check, Context, Hit, RuleRef};
use crate::text::Span;

/// Finds them.
#[derive(Debug)]
pub(super) struct Enumerator {
    pub(super) rule: RuleRef,
}

/// The Chinese enumeration comma.
const MARK: char = '、';
/// Chinese numerals, which may number a list.
const NUMERALS: &str = "一二三四五六七八九十";

impl Check for Enumerator {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for (passage, _) in text.passages() {
            let body = text.slice(passage.span);
            let number = body.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
            let length = body.len() - number.len();
            let Some(number) = body.get(..length).filter(|_| length > 0 && number.starts_with(MARK)) else { continue };
            let hit = Hit::new(self.rule, Span::new(0, length + MARK.len_utf8()).shift(passage.span.start()));
            let spaced = body.get(length + MARK.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
            hits.push(match number.parse::<u32>() {
                Ok(number) => hit.with_fix(format!("{number}.{}", if spaced { "" } else { " " }), true),
                Err(_) => hit,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::boundary::BOUNDARY;
    use crate::check::trial::found;

    #[test]
    fn numbers_of_chinese_lists() {
        assert_eq!(
            found(&BOUNDARY, "en", "find = \"enumerator\"", "1、Work\nWork 1、2\n2. Rest\n十二、 End"),
            ["1、", "十二、"]
        );
    }
}
