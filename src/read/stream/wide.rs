//! UTF-16 as it comes in, as UTF-8. How many bytes of the file a text took is told by the text itself.

use crate::text::OffsetMap;

/// Decodes UTF-16 piece by piece.
#[derive(Debug)]
pub(super) struct Wide {
    big_endian: bool,
    /// Bytes of a character that is not there as a whole yet.
    rest: Vec<u8>,
    /// Bytes decoded so far.
    offset: usize,
    /// Line breaks in them.
    breaks: usize,
}

impl Wide {
    /// For a file of which so many bytes were passed over.
    pub(super) fn new(big_endian: bool, offset: usize) -> Self {
        Self { big_endian, rest: Vec::new(), offset, breaks: 0 }
    }

    /// The name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        if self.big_endian { "UTF-16BE" } else { "UTF-16LE" }
    }

    /// Decodes what follows; `last` says whether it is all. The error is the
    /// line and the offset of what is no UTF-16.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, text: &mut Vec<u8>) -> Result<(), (usize, usize)> {
        let mut all = std::mem::take(&mut self.rest);
        all.extend_from_slice(bytes);
        let whole = all.len() - if last { 0 } else { self.open(&all) };
        self.rest = all.split_off(whole);
        let units = all.chunks(2).map(|pair| self.unit(pair));
        let (mut buffer, mut offset, mut breaks) = ([0; 4], self.offset, self.breaks);
        for decoded in char::decode_utf16(units) {
            let c = decoded.map_err(|_| (breaks + 1, offset))?;
            text.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
            offset += 2 * c.len_utf16();
            breaks += usize::from(c == '\n');
        }
        (self.offset, self.breaks) = (offset, breaks);
        Ok(())
    }

    /// How many bytes at the end are only the start of a character.
    fn open(&self, bytes: &[u8]) -> usize {
        let odd = bytes.len() % 2;
        let even = bytes.len() - odd;
        let last = even.checked_sub(2).and_then(|at| bytes.get(at..even));
        let high = last.is_some_and(|pair| (0xD800..0xDC00).contains(&self.unit(pair)));
        odd + if high { 2 } else { 0 }
    }

    fn unit(&self, pair: &[u8]) -> u16 {
        match pair {
            [a, b] if self.big_endian => u16::from_be_bytes([*a, *b]),
            [a, b] => u16::from_le_bytes([*a, *b]),
            _ => 0xD800, // half a unit at the end: undecodable, as a lone surrogate is
        }
    }
}

/// How many bytes of UTF-16 a text took.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| 2 * c.len_utf16()).sum()
}

/// From a text to the bytes of UTF-16 that it was decoded from.
pub(super) fn map(text: &str) -> OffsetMap {
    let (mut map, mut at) = (OffsetMap::default(), 0);
    for c in text.chars() {
        map.push(at, c.len_utf8(), 2 * c.len_utf16(), 1);
        at += 2 * c.len_utf16();
    }
    map
}
