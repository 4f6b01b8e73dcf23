//! English text → words and digits, with what stands between them.

use std::borrow::Cow;

use crate::text::Span;

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing at all.
    None,
    /// White space.
    Space,
    /// A hyphen, or a dash without spaces.
    Hyphen,
    /// A comma and perhaps white space.
    Comma,
    /// A colon, perhaps with a space behind it.
    Colon,
    /// A slash without spaces.
    Slash,
    /// A full stop without spaces.
    Stop,
    /// White space and a currency sign.
    Sign,
    /// Anything else, or the start of the text.
    Other,
}

/// A word, a run of digits or a percent sign.
#[derive(Clone, Debug)]
pub(super) struct Item<'t> {
    pub(super) span: Span,
    pub(super) gap: Gap,
    /// As it is written.
    pub(super) raw: &'t str,
    /// In lower case.
    pub(super) lower: Cow<'t, str>,
    /// The currency sign right before it.
    pub(super) sign: Option<char>,
    /// The value of its digits, with what was grouped by commas taken together.
    pub(super) number: Option<f64>,
}

impl Item<'_> {
    /// Whether it is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of these words.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    /// Whether it is a number of digits without commas or decimals.
    pub(super) fn is_plain(&self, digits: usize) -> bool {
        self.raw.len() == digits && self.raw.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it goes on from the item before it: a space or a hyphen.
    pub(super) fn is_close(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Hyphen)
    }
}

/// The items of a text.
pub(super) fn lex(text: &str) -> Vec<Item<'_>> {
    let (mut items, mut end) = (Vec::new(), 0);
    while let Some(start) = text.get(end..).and_then(|rest| rest.find(starts)).map(|skipped| end + skipped) {
        let rest = text.get(start..).unwrap_or_default();
        let length = length(rest);
        let raw = rest.get(..length).unwrap_or_default();
        let gap = if items.is_empty() { first_gap(text.get(..start)) } else { gap(text.get(end..start)) };
        let mut item = item(raw, start, gap);
        item.sign = text.get(..start).and_then(|before| before.chars().next_back()).filter(|c| is_sign(*c));
        items.push(item);
        end = start + length;
    }
    items
}

fn item(raw: &str, start: usize, gap: Gap) -> Item<'_> {
    let number = if raw.starts_with(|c: char| c.is_ascii_digit()) { raw.replace(',', "").parse().ok() } else { None };
    let upper = raw.chars().any(char::is_uppercase);
    let lower = if upper { Cow::Owned(raw.to_lowercase()) } else { Cow::Borrowed(raw) };
    Item { span: Span::new(start, start + raw.len()), gap, raw, lower, sign: None, number }
}

fn starts(c: char) -> bool {
    c.is_alphanumeric() || c == '%' || c == '％'
}

fn length(rest: &str) -> usize {
    match rest.chars().next() {
        Some('0'..='9') => digits(rest),
        Some(c @ ('%' | '％')) => c.len_utf8(),
        Some(first) => letters(rest).max(first.len_utf8()),
        None => 1,
    }
}

/// The length of digits with commas between groups of three, and decimals.
fn digits(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = run(0);
    let groups = end <= 3;
    while groups && bytes.get(end) == Some(&b',') && run_of(bytes, end + 1) == 3 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
        // 4.176,000 is a blunder, but one number.
        while bytes.get(end) == Some(&b',') && run_of(bytes, end + 1) == 3 {
            end += 4;
        }
    }
    end
}

/// The number of digits at a position, as far as four.
fn run_of(bytes: &[u8], from: usize) -> usize {
    bytes.iter().skip(from).take(4).take_while(|byte| byte.is_ascii_digit()).count()
}

/// The length of a word: letters, and the full stops of `a.m.`.
fn letters(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut initials = 0;
    while bytes.get(initials).is_some_and(u8::is_ascii_alphabetic) && bytes.get(initials + 1) == Some(&b'.') {
        initials += 2;
    }
    if initials >= 4 {
        return initials;
    }
    let end = word(rest);
    // The apostrophe of Chang'e and Xi'an.
    let joined = rest.get(end..).and_then(|rest| rest.strip_prefix(['\'', '’']));
    match joined.filter(|joined| joined.starts_with(['a', 'e', 'o'])) {
        Some(joined) => rest.len() - joined.len() + word(joined),
        None => end,
    }
}

fn word(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
}

fn first_gap(before: Option<&str>) -> Gap {
    if before.is_some_and(|before| before.ends_with(is_sign)) { Gap::Sign } else { Gap::Other }
}

fn gap(between: Option<&str>) -> Gap {
    let between = between.unwrap_or_default();
    match between {
        "" => return Gap::None,
        "-" | "‐" | "‑" | "–" | "—" | "~" => return Gap::Hyphen,
        ":" | "：" | ": " => return Gap::Colon,
        "/" => return Gap::Slash,
        "." => return Gap::Stop,
        _ => {}
    }
    let mut rest = between.trim();
    if rest.is_empty() {
        return Gap::Space;
    }
    if rest.ends_with(is_sign) {
        return Gap::Sign;
    }
    rest = rest.trim_matches(',');
    if rest.is_empty() { Gap::Comma } else { Gap::Other }
}

fn is_sign(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '￥' | '₹' | '₩')
}
