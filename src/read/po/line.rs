//! A line of a PO file.

use crate::read::content::{Chunk, Content};
use crate::text::Span;

/// What a line says.
#[derive(Debug)]
pub(super) enum Line {
    /// Nothing, or what is of no use here.
    Blank,
    /// A comment by a person, without its mark.
    Comment(Span),
    /// A comment that marks an entry as fuzzy.
    Fuzzy,
    /// An entry that is not used any more.
    Obsolete,
    /// The start of a field, with its first string.
    Field(Field, Text),
    /// One more string of the field.
    More(Text),
}

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Context,
    Id,
    Plural,
    Translation(u32),
}

/// The pieces of a string, in order.
pub(super) type Text = Vec<Chunk>;

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) span: Span,
    pub(super) what: String,
}

/// Reads the line that starts at `at`.
pub(super) fn line(text: &str, at: usize) -> Result<Line, Fault> {
    let body = text.trim_start();
    let at = at + (text.len() - body.len());
    let rest = match body.as_bytes() {
        [] => return Ok(Line::Blank),
        [b'#', rest @ ..] => return Ok(comment(body, rest, at)),
        [b'"', ..] => return string(body, at).map(Line::More),
        _ => body,
    };
    let word = rest.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(rest.len());
    let (keyword, after) = rest.split_at_checked(word).unwrap_or((rest, ""));
    let Some(field) = field(keyword) else {
        let what = format!("`{keyword}` is no keyword of this format; it has msgctxt, msgid, msgid_plural and msgstr");
        return Err(Fault { span: Span::new(at, at + word), what });
    };
    let value = after.trim_start();
    let start = at + word + (after.len() - value.len());
    if !value.starts_with('"') {
        return Err(Fault { span: Span::new(at, at + word), what: format!("no string in \"…\" behind `{keyword}`") });
    }
    Ok(Line::Field(field, string(value, start)?))
}

fn comment(body: &str, rest: &[u8], at: usize) -> Line {
    match rest.first() {
        Some(b'~') => Line::Obsolete,
        Some(b',') if body.split([',', '#']).any(|flag| flag.trim() == "fuzzy") => Line::Fuzzy,
        None | Some(b' ' | b'\t') => Line::Comment(Span::new(at + 1, at + body.len())),
        Some(_) => Line::Blank,
    }
}

fn field(keyword: &str) -> Option<Field> {
    match keyword {
        "msgctxt" => Some(Field::Context),
        "msgid" => Some(Field::Id),
        "msgid_plural" => Some(Field::Plural),
        "msgstr" => Some(Field::Translation(0)),
        _ => {
            let number = keyword.strip_prefix("msgstr[")?.strip_suffix(']')?;
            number.parse().ok().map(Field::Translation)
        }
    }
}

/// The string that starts with the mark at `at` and ends with the line.
fn string(text: &str, at: usize) -> Result<Text, Fault> {
    let (mut chunks, mut done) = (Vec::new(), 1);
    loop {
        let rest = text.get(done..).unwrap_or_default();
        let Some(plain) = rest.find(['"', '\\']) else {
            return Err(Fault {
                span: Span::new(at, at + text.len()),
                what: "this string is not closed on its line".into(),
            });
        };
        chunks.push(Chunk::Text(Span::new(at + done, at + done + plain)));
        done += plain;
        let rest = text.get(done..).unwrap_or_default();
        if rest.starts_with('"') {
            break;
        }
        let (c, width) = escape(rest).ok_or_else(|| unknown(rest, at + done))?;
        chunks.push(Chunk::Character(Span::new(at + done, at + done + width), c));
        done += width;
    }
    let after = text.get(done + 1..).unwrap_or_default();
    if after.trim().is_empty() {
        return Ok(chunks);
    }
    let span = Span::new(at + done + 1, at + text.len());
    Err(Fault { span, what: "text behind the string; write \\\" for a quotation mark in it".into() })
}

fn unknown(rest: &str, at: usize) -> Fault {
    let width: usize = rest.chars().take(2).map(char::len_utf8).sum();
    let what = format!("`{}` is no escape of this format", rest.chars().take(2).collect::<String>());
    Fault { span: Span::new(at, at + width), what }
}

/// The character that an escape of C stands for, and its length. A byte that is not ASCII is U+FFFD.
fn escape(text: &str) -> Option<(char, usize)> {
    let number = |digits: &str, radix: u32| {
        let code = u8::from_str_radix(digits, radix).ok().filter(u8::is_ascii);
        code.map_or(char::REPLACEMENT_CHARACTER, char::from)
    };
    let body = text.get(1..)?;
    match body.chars().next()? {
        'n' => Some(('\n', 2)),
        't' => Some(('\t', 2)),
        'r' => Some(('\r', 2)),
        'a' | 'b' | 'f' | 'v' => Some((' ', 2)),
        c @ ('"' | '\\' | '\'' | '?') => Some((c, 2)),
        'x' => {
            let digits = body.get(1..)?.chars().take_while(char::is_ascii_hexdigit).take(2).count();
            let hex = body.get(1..=digits).filter(|hex| !hex.is_empty())?;
            Some((number(hex, 16), 2 + digits))
        }
        '0'..='7' => {
            let digits = body.chars().take_while(|c| ('0'..='7').contains(c)).take(3).count();
            Some((number(body.get(..digits)?, 8), 1 + digits))
        }
        _ => None,
    }
}

/// The content that strings make, ending where the last of them does.
pub(super) fn content(text: &Text) -> Content {
    let mut content = Content::new(true);
    let mut end = 0;
    for chunk in text {
        content.push(*chunk);
        if let Chunk::Text(span) | Chunk::Character(span, _) = chunk {
            end = span.end();
        }
    }
    content.ending(end)
}
