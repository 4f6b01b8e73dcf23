//! JSON Lines: a unit a line, an object with a key for the source and one for the target, or with both
//! inside of an object `translation`. `serde_json` parses the lines; where the strings stand in them is
//! told by the raw values that it hands out.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::content::{Chunk, Content};
use super::names::pick;
use super::options::Columns;
use super::pairs::Pairs;
use super::stream::{Cutter, Lines};
use super::{Options, Parts, ReadError, Reader};
use crate::text::{FileError, Source, Span};

/// JSON Lines.
pub(super) static JSONL: JsonLines = JsonLines;

/// See [`JSONL`].
#[derive(Debug)]
pub(super) struct JsonLines;

impl Reader for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn cutter(&self) -> Option<Box<dyn Cutter>> {
        Some(Box::new(Lines))
    }

    fn read(&self, file: &Source, options: &Options) -> Result<Parts, ReadError> {
        let (text, mut pairs, mut at) = (file.text(), Pairs::default(), 0);
        for line in text.split_inclusive('\n') {
            if !line.trim().is_empty() {
                let sides =
                    unit(line, options).map_err(|fault| FileError::of(file, fault.span.shift(at), fault.what))?;
                let [source, target] = sides.map(|raw| content(raw, text));
                pairs.push(text, &source, &target);
            }
            at += line.len();
        }
        Ok(pairs.finish())
    }
}

/// What is wrong with a line, and where in it.
struct Fault {
    span: Span,
    what: String,
}

/// The members of an object, with their values as they stand in the text.
struct Object<'l>(Vec<(Cow<'l, str>, &'l RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the keys of source and target")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    members.push((key, map.next_value()?));
                }
                Ok(Object(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// A key, copied only where it is written with escapes.
#[derive(Deserialize)]
struct Key<'l>(#[serde(borrow)] Cow<'l, str>);

/// The raw strings of source and target of a line.
fn unit<'l>(line: &'l str, options: &Options) -> Result<[&'l str; 2], Fault> {
    let object: Object<'l> = serde_json::from_str(line).map_err(|error| broken(line, &error))?;
    let nested = object.0.iter().find(|(key, value)| key == "translation" && value.get().starts_with('{'));
    let inner = nested.and_then(|(_, value)| serde_json::from_str(value.get()).ok()).unwrap_or(Object(Vec::new()));
    let sides = choose(&object, options).or_else(|| choose(&inner, options));
    let Some(sides) = sides else {
        return Err(Fault { span: Span::new(0, line.trim_end().len()), what: unknown(options) });
    };
    for side in sides {
        if !side.starts_with('"') && side != "null" {
            let start = offset(side, line);
            return Err(Fault { span: Span::new(start, start + side.len()), what: "this is no string".to_owned() });
        }
    }
    Ok(sides)
}

fn choose<'l>(object: &Object<'l>, options: &Options) -> Option<[&'l str; 2]> {
    let names: Vec<&str> = object.0.iter().map(|(key, _)| key.as_ref()).collect();
    let (source, target) = match &options.columns {
        Some(Columns { source, target }) => (source.find(&names)?, target.find(&names)?),
        None => pick(&names, options)?,
    };
    let value = |at: usize| object.0.get(at).map(|(_, value)| value.get());
    Some([value(source)?, value(target)?])
}

fn unknown(options: &Options) -> String {
    match &options.columns {
        Some(Columns { source, target }) => {
            format!("this object has no keys `{}` and `{}`", source.text(), target.text())
        }
        None => "this object has no keys of source and target (`source`, `target`; `zh`, `en`; …); \
            say which they are with --columns SOURCE,TARGET"
            .to_owned(),
    }
}

fn broken(line: &str, error: &serde_json::Error) -> Fault {
    let at = boundary(line, error.column().saturating_sub(1).min(line.trim_end().len()));
    let width = line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    Fault { span: Span::new(at, at + width), what: format!("the JSON is broken: {what}") }
}

/// The place of the character that the byte at `at` belongs to.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Where a part of a text begins in it.
fn offset(part: &str, text: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// The content of a raw string, which is part of the text; `null` has none.
fn content(raw: &str, text: &str) -> Content {
    let start = offset(raw, text) + 1;
    let Some(body) = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return Content::nothing(start);
    };
    let (mut content, mut at) = (Content::new(true), 0);
    while let Some(found) = body.get(at..).and_then(|rest| rest.find('\\')) {
        content.push(Chunk::Text(Span::new(start + at, start + at + found)));
        let (c, width) = escape(body.get(at + found..).unwrap_or_default());
        at += found;
        content.push(Chunk::Character(Span::new(start + at, start + at + width), c));
        at += width;
    }
    content.push(Chunk::Text(Span::new(start + at, start + body.len())));
    content.ending(start + body.len())
}

/// The character that an escape stands for, and its length. Half a surrogate pair is U+FFFD.
fn escape(text: &str) -> (char, usize) {
    match text.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b' | b'f') => (' ', 2),
        Some(b'u') => match (unit_at(text, 0), unit_at(text, 6)) {
            (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => {
                let pair = char::decode_utf16([high, low]).next().and_then(Result::ok);
                (pair.unwrap_or(char::REPLACEMENT_CHARACTER), 12)
            }
            (Some(unit), _) => (char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
            (None, _) => (char::REPLACEMENT_CHARACTER, 2),
        },
        Some(byte) => (char::from(*byte), 2),
        None => ('\\', 1),
    }
}

/// The UTF-16 unit of the escape `\uXXXX` at a place.
fn unit_at(text: &str, at: usize) -> Option<u16> {
    let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(hex, 16).ok()
}
