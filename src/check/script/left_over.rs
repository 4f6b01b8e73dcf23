//! Characters and marks of Chinese texts inside a translation.

use std::cell::LazyCell;

use memchr::memchr2;

use super::{Check, Context, Hit, RuleRef, is_translated};
use crate::language::{Kind, Token, is_chinese, is_cjk};
use crate::text::Span;

/// Finds runs of Chinese, Japanese or Korean characters.
#[derive(Debug)]
pub(super) struct Characters {
    pub(super) rule: RuleRef,
}

/// Finds runs of Chinese punctuation and full-width forms.
#[derive(Debug)]
pub(super) struct Marks {
    pub(super) rule: RuleRef,
}

impl Check for Characters {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let (translated, mut wholes) = (LazyCell::new(|| is_translated(context)), Wholes::default());
        let has_characters = |tokens: &[Token]| tokens.iter().any(|token| token.kind == Kind::Cjk);
        for (passage, tokens) in text.passages().filter(|(_, tokens)| has_characters(tokens)) {
            let body = text.slice(passage.span);
            if is_chinese(body) {
                let whole = *translated && wholes.holds(context, passage.span);
                hits.extend(self.untranslated(tokens, body).filter(|_| *translated && !whole));
                continue;
            }
            let is_run = |a: &Token, b: &Token| {
                a.kind == Kind::Cjk && b.kind == Kind::Cjk && b.span.start() - a.span.end() <= '，'.len_utf8()
            };
            for run in tokens.chunk_by(is_run).filter(|run| run.first().is_some_and(|first| first.kind == Kind::Cjk)) {
                let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                let span = first.span.cover(last.span);
                let at = span.start() - passage.span.start();
                if !is_gloss(body.get(..at).unwrap_or_default(), body.get(at + span.len()..).unwrap_or_default()) {
                    hits.push(Hit::new(self.rule, span));
                }
            }
        }
    }
}

impl Characters {
    /// The first run of a passage that is not translated at all.
    fn untranslated(&self, tokens: &[Token], body: &str) -> Option<Hit> {
        let first = tokens.iter().find(|token| token.kind == Kind::Cjk)?.span;
        let (before, rest) = body.split_at_checked(body.find(is_cjk)?)?;
        let gloss = is_gloss(before, rest.get(first.len()..).unwrap_or_default());
        (!gloss).then(|| Hit::new(self.rule, first))
    }
}

/// Whether a whole segment is not translated, which is a fault of its own; the last one that was asked for.
#[derive(Debug, Default)]
struct Wholes(Option<(Span, bool)>);

impl Wholes {
    fn holds(&mut self, context: &Context<'_>, passage: Span) -> bool {
        let Some(segment) = context.document.segment_at(passage.start()) else { return false };
        match self.0 {
            Some((asked, whole)) if asked == segment.target => whole,
            _ => self.0.insert((segment.target, is_chinese(context.document.target.slice(segment.target)))).1,
        }
    }
}

/// Whether characters stand in brackets, as the original of what precedes them, or number a list.
fn is_gloss(before: &str, after: &str) -> bool {
    const NEAR: usize = 40;
    let open = before.char_indices().rev().take(NEAR).find(|(_, c)| matches!(c, '(' | '（' | ')' | '）' | '['));
    let bracketed = open.is_some_and(|(_, c)| matches!(c, '(' | '（' | '['));
    bracketed || (before.is_empty() && after.starts_with('、'))
}

impl Check for Marks {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for (passage, tokens) in text.passages() {
            let body = text.slice(passage.span);
            let (cjk, full) = WIDE;
            let may_be_wide = memchr2(cjk, full, body.as_bytes()).is_some();
            if !may_be_wide || !tokens.iter().any(|token| token.kind == Kind::Word) {
                continue;
            }
            let mut run: Option<Span> = None;
            let mut before = None;
            for (at, c) in body.char_indices() {
                if is_wide(c) && !(c == '、' && is_number(body.get(..at).unwrap_or_default())) && !is_ideograph(before)
                {
                    let span = Span::new(at, at + c.len_utf8());
                    run = Some(run.filter(|run| run.end() == at).map_or_else(
                        || {
                            flush(self.rule, passage.span.start(), run, body, hits);
                            span
                        },
                        |run| run.cover(span),
                    ));
                }
                before = Some(c);
            }
            flush(self.rule, passage.span.start(), run, body, hits);
        }
    }
}

fn flush(rule: RuleRef, start: usize, run: Option<Span>, body: &str, hits: &mut Vec<Hit>) {
    let Some(run) = run else { return };
    let hit = Hit::new(rule, run.shift(start));
    let follows = body.get(run.end()..).and_then(|rest| rest.chars().next());
    let narrow: Option<String> = run.of(body).chars().map(|c| narrow(c, follows)).collect();
    hits.push(match narrow {
        Some(narrow) => hit.with_fix(narrow, true),
        None => hit,
    });
}

/// Whether what stands before an enumeration comma is a list number, which is a fault of its own.
fn is_number(before: &str) -> bool {
    !before.is_empty() && before.chars().all(|c| c.is_ascii_digit())
}

/// Punctuation inside characters that were left over belongs to them.
fn is_ideograph(before: Option<char>) -> bool {
    before.is_some_and(|c| matches!(c, '\u{3400}'..='\u{9FFF}'))
}

/// The first bytes of wide characters in UTF-8.
const WIDE: (u8, u8) = (0xE3, 0xEF);

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF5E}' | '￥')
}

/// What a mark is in English, where that is the same everywhere.
fn narrow(wide: char, follows: Option<char>) -> Option<String> {
    let ascii = match wide {
        '。' => '.',
        '、' => ',',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(wide) - 0xFEE0)?,
        _ => return None,
    };
    let spaced = matches!(ascii, ',' | '.' | ';' | ':' | '!' | '?') && follows.is_some_and(char::is_alphanumeric);
    Some(if spaced { format!("{ascii} ") } else { ascii.to_string() })
}

#[cfg(test)]
mod tests {
    use crate::check::script::SCRIPT;
    use crate::check::trial::found;

    #[test]
    fn characters_that_were_not_translated() {
        let find = |text| found(&SCRIPT, "any", "find = \"characters\"", text);
        assert_eq!(find("The 十八大，精神 was held."), ["十八大，精神"]);
        assert!(find("The firm (Huawei, 华为) grew.\n（华为公司）\n一、Work").is_empty());
    }

    #[test]
    fn paragraphs_that_were_not_translated() {
        let find = |text| found(&SCRIPT, "any", "find = \"characters\"", text);
        assert_eq!(find("The port is open.\n港口全年开放，GDP增长。\nShips come daily."), ["港口全年开放"]);
        assert!(find("The port is open.\n港口全年开放。\nShips come daily.\n船每天都来。").is_empty());
        assert!(find("港口全年开放。").is_empty());
    }

    #[test]
    fn marks_of_chinese_texts() {
        let find = |text| found(&SCRIPT, "any", "find = \"marks\"", text);
        assert_eq!(find("The port，the 《bay》 and ＡＢ。"), ["，", "《", "》", "ＡＢ。"]);
        assert!(find("1、Work “and” rest… – 5 °C").is_empty());
    }
}
