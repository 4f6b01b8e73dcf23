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
            let bytes = self.rest.as_bytes();
            let first = *bytes.first()?;
            let length = match first {
                b'{' => match slot_length(bytes) {
                    Some(length) => length,
                    None => return Some(Err(())),
                },
                b'}' => return Some(Err(())),
                _ if is_separator(first) => 1,
                _ => bytes.iter().position(|byte| ends_word(*byte)).unwrap_or(bytes.len()),
            };
            let (piece, after) = self.rest.split_at_checked(length)?;
            let around_comma = first == b' ' && (self.after_comma || trimmed(after).starts_with(','));
            self.rest = after;
            self.after_comma = first == b',' || (self.after_comma && around_comma);
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
    match piece.as_bytes() {
        [b' '] => Some(Join::Any),
        [b'-'] => Some(Join::Hyphen),
        [b'_'] => Some(Join::Space),
        [b','] => Some(Join::Comma),
        _ => None,
    }
}

pub(super) fn alternatives(piece: &str) -> impl Iterator<Item = &str> {
    let slot = piece.strip_prefix('{').map(|slot| slot.strip_suffix('?').unwrap_or(slot));
    let mut rest = Some(slot.map_or(piece, |slot| slot.strip_suffix('}').unwrap_or(slot)));
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

/// Whether a byte is the first behind a word.
fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'_' | b',' | b'{' | b'}')
}

/// The length of the slot at the start of `rest`, with its `?`.
fn slot_length(rest: &[u8]) -> Option<usize> {
    let close = 1 + rest.get(1..)?.iter().position(|byte| matches!(byte, b'{' | b'}'))?;
    let optional = rest.get(close + 1) == Some(&b'?');
    (rest.get(close) == Some(&b'}')).then_some(close + 1 + usize::from(optional))
}
