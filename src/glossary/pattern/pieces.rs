//! Cutting a pattern into words, slots and separators, without parsing them.

use super::Join;

/// Cuts a pattern into words, slots in braces, and separators; a brace without partner ends it.
pub(super) struct Pieces<'t> {
    rest: &'t str,
    after_comma: bool,
}

impl<'t> Pieces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text.trim(), after_comma: false }
    }

    /// The next piece; an error where braces do not match.
    fn piece(&mut self) -> Option<Result<&'t str, ()>> {
        loop {
            let length = match self.rest.chars().next()? {
                '{' => match slot_length(self.rest) {
                    Some(length) => length,
                    None => return Some(Err(())),
                },
                '}' => return Some(Err(())),
                ' ' | '-' | '_' | ',' => 1,
                _ => {
                    self.rest.bytes().position(|b| is_separator(b) || b == b'{' || b == b'}').unwrap_or(self.rest.len())
                }
            };
            let (piece, after) = self.rest.split_at_checked(length)?;
            let around_comma = piece == " " && (self.after_comma || after.trim_start().starts_with(','));
            self.rest = after;
            self.after_comma = piece == "," || (self.after_comma && around_comma);
            if !around_comma {
                return Some(Ok(piece));
            }
        }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Result<&'t str, ()>;

    fn next(&mut self) -> Option<Self::Item> {
        self.piece()
    }
}

pub(super) fn separator(piece: &str) -> Option<Join> {
    match piece {
        " " => Some(Join::Any),
        "-" => Some(Join::Hyphen),
        "_" => Some(Join::Space),
        "," => Some(Join::Comma),
        _ => None,
    }
}

pub(super) fn alternatives(piece: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(piece.trim_start_matches('{').trim_end_matches('?').trim_end_matches('}'));
    // They are a few letters each, which a plain loop cuts fastest.
    std::iter::from_fn(move || {
        let body = rest?;
        let end = body.bytes().position(|byte| byte == b'|').unwrap_or(body.len());
        rest = body.get(end + 1..);
        body.get(..end)
    })
    .map(trimmed)
}

/// The text without space around it; there hardly ever is any.
fn trimmed(text: &str) -> &str {
    let open = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if open(text.as_bytes().first()) && open(text.as_bytes().last()) { text } else { text.trim() }
}

pub(super) fn first_word(alternative: &str) -> &str {
    let end = alternative.bytes().position(is_separator).unwrap_or(alternative.len());
    alternative.get(..end).unwrap_or_default().trim_start_matches('=')
}

pub(super) fn last_word(alternative: &str) -> &str {
    let start = alternative.bytes().rposition(is_separator).map_or(0, |at| at + 1);
    alternative.get(start..).unwrap_or_default().trim_start_matches('=')
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'_' | b',')
}

/// The length of the slot at the start of `rest`, with its `?`.
fn slot_length(rest: &str) -> Option<usize> {
    let inner = rest.as_bytes().get(1..)?;
    let close = 1 + inner.iter().position(|byte| matches!(byte, b'{' | b'}'))?;
    let optional = rest.as_bytes().get(close + 1) == Some(&b'?');
    (rest.as_bytes().get(close) == Some(&b'}')).then_some(close + 1 + usize::from(optional))
}
