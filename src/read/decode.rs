//! Bytes → `Source`: the encoding is recognised, and every character keeps its place in the file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;
use crate::text::{OffsetMap, Origin, Source};

/// The largest file: positions are 32 bits wide, and decoding may triple the length.
const LIMIT: usize = (u32::MAX / 3) as usize;

/// The mark at the start of a file in UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Decodes a file: UTF-8 (with or without byte order mark), UTF-16, or the legacy encoding that
/// chardetng recognises (GB18030/GBK, Big5, Windows-1252, …).
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<Source, ReadError> {
    declared(path, bytes, None)
}

/// Decodes a file that may declare its encoding. A byte order mark says more than the declaration, and
/// so does text that is UTF-8; else the file must be in what it declares.
pub(super) fn declared(path: &str, bytes: Vec<u8>, declared: Option<&str>) -> Result<Source, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooLarge { path: path.to_owned(), limit: LIMIT });
    }
    if let Some(big_endian) = utf16_order(&bytes) {
        return utf16(path, &bytes, big_endian);
    }
    if let Some(offset) = control_byte(&bytes) {
        return Err(ReadError::Binary { path: path.to_owned(), offset });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(utf8(path, text)),
        Err(error) => match declared {
            _ if error.as_bytes().starts_with(MARK) => {
                Err(broken(path, error.as_bytes(), error.utf8_error().valid_up_to()))
            }
            Some(name) => named(path, error.as_bytes(), error.utf8_error().valid_up_to(), name),
            None => legacy(path, error.as_bytes(), error.utf8_error().valid_up_to()),
        },
    }
}

/// Decodes a part of a file in UTF-8.
pub(super) fn part(path: &str, bytes: Vec<u8>, origin: &Origin) -> Result<String, ReadError> {
    if let Some(offset) = control_byte(&bytes) {
        return Err(ReadError::Binary { path: path.to_owned(), offset: origin.offset + offset });
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let lines = error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
        let (line, offset) = (origin.lines + lines + 1, origin.offset + valid);
        ReadError::Undecodable { path: path.to_owned(), line, offset, encoding: "UTF-8" }
    })
}

/// Decodes what is not UTF-8 by the encoding that it names.
fn named(path: &str, bytes: &[u8], valid_up_to: usize, name: &str) -> Result<Source, ReadError> {
    let fault = |fault: String| Err(ReadError::Declared { path: path.to_owned(), declared: name.to_owned(), fault });
    let Some(encoding) = Encoding::for_label_no_replacement(name.as_bytes()) else {
        return fault("which is not known here".to_owned());
    };
    if encoding == UTF_8 || encoding == UTF_16BE || encoding == UTF_16LE {
        let line = bytes.iter().take(valid_up_to).filter(|byte| **byte == b'\n').count() + 1;
        return fault(format!("but byte {valid_up_to} (line {line}) is not"));
    }
    decode_as(path, bytes, encoding).or_else(|error| match error {
        ReadError::Undecodable { line, offset, .. } => fault(format!("but byte {offset} (line {line}) is not")),
        error => Err(error),
    })
}

fn utf8(path: &str, mut text: String) -> Source {
    const MARK: char = '\u{FEFF}';
    let skipped = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    text.drain(..skipped);
    Source::utf8(path, text, skipped)
}

/// The byte order of UTF-16, by its mark, or by the zero bytes that Latin text has in it.
pub(super) fn utf16_order(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFE, 0xFF, ..] => return Some(true),
        [0xFF, 0xFE, ..] => return Some(false),
        _ => {}
    }
    let sample = bytes.get(..bytes.len().min(1024))?;
    let pairs = sample.len() / 2;
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| pairs >= 2 && many * 10 >= pairs * 6 && few == 0;
    if clear(even, odd) {
        Some(true)
    } else if clear(odd, even) {
        Some(false)
    } else {
        None
    }
}

fn utf16(path: &str, bytes: &[u8], big_endian: bool) -> Result<Source, ReadError> {
    let encoding = if big_endian { "UTF-16BE" } else { "UTF-16LE" };
    let unit = |pair: &[u8]| match pair {
        [a, b] if big_endian => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        _ => 0xD800, // half a unit at the end: undecodable, as a lone surrogate is
    };
    let (mut text, mut map, mut at) = (String::with_capacity(bytes.len()), OffsetMap::default(), 0);
    for decoded in char::decode_utf16(bytes.chunks(2).map(unit)) {
        let Ok(c) = decoded else {
            return Err(undecodable(path, &text, at, encoding));
        };
        let width = c.len_utf16() * 2;
        if !(at == 0 && c == '\u{FEFF}') {
            text.push(c);
            map.push(at, c.len_utf8(), width, 1);
        }
        at += width;
    }
    Ok(Source::decoded(path, text, encoding, map))
}

fn legacy(path: &str, bytes: &[u8], valid_up_to: usize) -> Result<Source, ReadError> {
    if mostly_utf8(bytes) {
        return Err(broken(path, bytes, valid_up_to));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decode_as(path, bytes, detector.guess(None, Utf8Detection::Deny))
}

/// UTF-8 that is valid only so far.
fn broken(path: &str, bytes: &[u8], valid_up_to: usize) -> ReadError {
    let before = String::from_utf8_lossy(bytes.get(..valid_up_to).unwrap_or_default());
    undecodable(path, &before, valid_up_to, "UTF-8")
}

/// Whether the bytes are UTF-8 that was damaged, rather than another encoding: several characters
/// of more than one byte are right for every broken one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    right > 4 * broken
}

/// Decodes byte by byte where it must, in one stretch where the bytes are ASCII.
fn decode_as(path: &str, bytes: &[u8], encoding: &'static Encoding) -> Result<Source, ReadError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut map) = (String::with_capacity(bytes.len() * 3 / 2), OffsetMap::default());
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let ascii = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        text.push_str(&String::from_utf8_lossy(rest.get(..ascii).unwrap_or_default()));
        map.push_verbatim(at, ascii);
        at += ascii;
        let unit = bytes.get(at..).unwrap_or_default();
        if unit.is_empty() {
            break;
        }
        let (width, produced) =
            one_unit(&mut decoder, unit, &mut text).ok_or_else(|| undecodable(path, &text, at, encoding.name()))?;
        map.push(at, produced, width, 1);
        at += width;
    }
    Ok(Source::decoded(path, text, encoding.name(), map))
}

/// Feeds the decoder until it yields a character: the bytes it took and the bytes it gave.
fn one_unit(decoder: &mut encoding_rs::Decoder, bytes: &[u8], text: &mut String) -> Option<(usize, usize)> {
    let before = text.len();
    text.reserve(16);
    for width in 0..bytes.len() {
        let byte = bytes.get(width..=width)?;
        let last = width + 1 == bytes.len();
        let (result, _) = decoder.decode_to_string_without_replacement(byte, text, last);
        if matches!(result, DecoderResult::Malformed(..)) {
            return None;
        }
        if text.len() > before {
            return Some((width + 1, text.len() - before));
        }
    }
    None
}

fn undecodable(path: &str, before: &str, offset: usize, encoding: &'static str) -> ReadError {
    let line = before.matches('\n').count() + 1;
    ReadError::Undecodable { path: path.to_owned(), line, offset, encoding }
}

/// The first control character that no text file has. Pieces that have none are passed without a look at
/// where, which many bytes at once allow.
pub(super) fn control_byte(bytes: &[u8]) -> Option<usize> {
    const PIECE: usize = 256;
    let foreign = |byte: &u8| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F);
    let clean = |piece: &&[u8]| !piece.iter().fold(false, |found, byte| found | foreign(byte));
    let start = bytes.chunks(PIECE).take_while(clean).map(<[u8]>::len).sum::<usize>();
    bytes.iter().skip(start).position(foreign).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    const TEXT: &str = "The congress of 中国工会 met in “Beijing”.\n全国总工会召开会议, and the delegates 代表 left. 十八大以来的工作报告。\n";

    /// Every character of the decoded text maps to bytes that decode to it alone.
    fn round_trip(bytes: &[u8], expected: &str) {
        let source = decode("a.txt", bytes.to_vec()).unwrap();
        assert_eq!(source.text(), expected);
        let mut end = source.bytes(Span::new(0, 1)).start();
        for (at, c) in expected.char_indices() {
            let span = source.bytes(Span::new(at, at + c.len_utf8()));
            assert_eq!(span.start(), end, "a gap before {c:?} in {}", source.encoding());
            end = span.end();
        }
        assert_eq!(end, bytes.len());
    }

    #[test]
    fn every_encoding_keeps_the_way_back() {
        round_trip(TEXT.as_bytes(), TEXT);
        round_trip(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), TEXT);
        for (mark, order) in [(true, true), (true, false)] {
            let units = mark.then_some(0xFEFF).into_iter().chain(TEXT.encode_utf16());
            let bytes = units.flat_map(|unit: u16| if order { unit.to_be_bytes() } else { unit.to_le_bytes() });
            round_trip(&bytes.collect::<Vec<_>>(), TEXT);
        }
        let (gbk, ..) = encoding_rs::GB18030.encode(TEXT);
        round_trip(&gbk, TEXT);
        let traditional =
            "中華全國總工會第十八屆執行委員會第二次全體會議在北京召開，the meeting was held. 會議傳達學習了有關精神。";
        let (big5, ..) = encoding_rs::BIG5.encode(traditional);
        round_trip(&big5, traditional);
        let western = "The café’s “résumé” cost €5 – naïve, déjà vu.";
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode(western);
        round_trip(&latin, western);
    }

    #[test]
    fn utf16_without_a_mark_is_recognised() {
        let bytes: Vec<u8> = "Hello, world".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode("a.txt", bytes).unwrap().text(), "Hello, world");
    }

    #[test]
    fn damaged_utf8_is_an_error_with_its_line() {
        let bytes = ["工会\n工".as_bytes(), b"\xFF", "会工会工会工会".as_bytes()].concat();
        let error = decode("a.txt", bytes).unwrap_err();
        assert!(matches!(error, ReadError::Undecodable { line: 2, offset: 10, .. }), "{error}");
    }

    #[test]
    fn binary_files_are_refused() {
        let error = decode("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()).unwrap_err();
        assert!(matches!(error, ReadError::Binary { .. }), "{error}");
    }
}
