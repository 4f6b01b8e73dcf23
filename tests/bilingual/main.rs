//! Bilingual formats: what they say on each side, where it stands in the file, what is wrong with bad
//! ones, and large ones piece by piece.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod faults;
mod pieces;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use mtlint::document::{Document, Side};
use mtlint::read::{Columns, Options, by_extension, read_with};
use mtlint::text::{Location, Span};

/// Each fixture with what it is to say, and the columns to name.
const FIXTURES: [(&str, &str, &str); 7] = [
    ("v12.xlf", "v12.pairs", ""),
    ("v20.xlf", "v20.pairs", ""),
    ("memory.tmx", "memory.pairs", ""),
    ("strings.po", "strings.pairs", ""),
    ("table.tsv", "table.pairs", "2,4"),
    ("commas.csv", "commas.pairs", ""),
    ("lines.jsonl", "lines.pairs", ""),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bilingual")
}

fn options(columns: &str) -> Options {
    let columns: Option<Columns> = (!columns.is_empty()).then(|| columns.parse().unwrap());
    Options { columns, source: "zh".into(), target: "en".into() }
}

fn document(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Document, String> {
    let reader = by_extension(Path::new(name)).unwrap();
    read_with(reader, name, bytes, options).map_err(|error| error.to_string())
}

/// A line a segment, with visible white space.
fn shown(document: &Document) -> String {
    let bitext = document.bitext.as_ref().unwrap();
    let mut shown = String::new();
    for segment in &bitext.segments {
        let (source, target) =
            (document.slice(Side::Source, segment.source), document.slice(Side::Target, segment.target));
        let visible = |text: &str| text.replace('\n', "⏎").replace('\t', "→");
        writeln!(shown, "{} | {}", visible(source), visible(target)).unwrap();
    }
    shown
}

#[test]
fn fixtures_say_what_they_are_to_say() {
    for (name, expected, columns) in FIXTURES {
        let bytes = std::fs::read(folder().join(name)).unwrap();
        let document = document(name, bytes, &options(columns)).unwrap();
        assert_eq!(shown(&document), std::fs::read_to_string(folder().join(expected)).unwrap(), "{name}");
    }
}

/// Whether the raw text of a file may mean this character.
fn may_mean(raw: &str, c: char) -> bool {
    let escaped = raw.starts_with(['&', '\\', '<']) || raw == "\"\"";
    raw == c.to_string() || escaped || (c == ' ' && !raw.is_empty() && raw.trim().is_empty())
}

/// Every character of both texts leads to a place in the file that means it, in order; what stands
/// between passages leads to no text.
fn round_trip(name: &str, document: &Document) {
    let sides = [(Side::Source, document.bitext.as_ref().unwrap().text.text()), (Side::Target, document.target.text())];
    for (side, text) in sides {
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let (file, outer) = document.place(side, Span::new(at, at + c.len_utf8()));
            let raw = file.text().get(outer.range()).unwrap_or_else(|| panic!("{name}: {outer:?} cuts a character"));
            assert!(may_mean(raw, c) || (c == '\n' && raw.is_empty()), "{name}: {c:?} from {raw:?}");
            if c != '\n' {
                assert!(outer.start() >= end, "{name}: {c:?} goes back to {outer:?}");
                end = outer.end();
            }
        }
    }
}

#[test]
fn every_character_leads_back_to_the_file() {
    for (name, _, columns) in FIXTURES {
        let bytes = std::fs::read(folder().join(name)).unwrap();
        round_trip(name, &document(name, bytes, &options(columns)).unwrap());
    }
}

#[test]
fn spans_are_bytes_of_the_file_in_any_encoding() {
    let text = std::fs::read_to_string(folder().join("memory.tmx")).unwrap();
    let gbk = gb18030(&text.replace("UTF-8", "GB18030"));
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, width) in [(gbk, 2), (utf16, 2), ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), 3)] {
        let document = document("memory.tmx", bytes.clone(), &options("")).unwrap();
        let bitext = document.bitext.as_ref().unwrap();
        let at = bitext.text.text().find("桥梁").unwrap();
        let (file, outer) = document.place(Side::Source, Span::new(at, at + "桥梁".len()));
        let place = file.bytes(outer);
        let raw = bytes[place.range()].to_vec();
        assert_eq!(raw.len(), 2 * width, "{}", file.encoding());
        assert!(["桥梁".as_bytes().to_vec(), gb18030("桥梁"), vec![0x65, 0x68, 0x81, 0x68]].contains(&raw));
    }
}

/// The text in GB18030; of its characters, those of the fixtures.
fn gb18030(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

#[test]
fn the_languages_of_a_memory_are_chosen() {
    let bytes = std::fs::read(folder().join("memory.tmx")).unwrap();
    let options = |source: &str, target: &str| Options { columns: None, source: source.into(), target: target.into() };
    let german = document("a.tmx", bytes.clone(), &options("de", "zh-CN")).unwrap();
    assert_eq!(shown(&german), "Der Fluss steigt. | 河水正在上涨。\nDie Schulen schließen. | 学校放假。\n");
    let none = document("a.tmx", bytes, &options("fr", "en")).unwrap_err();
    assert!(
        none.contains("a.tmx:9:5: no unit is in both `fr` and `en`; the languages there are: de, en-US, zh-CN"),
        "{none}"
    );
    let header = br#"<tmx><header srclang="en"/><body><tu><tuv xml:lang="zh"><seg>Z</seg></tuv><tuv xml:lang="en"><seg>E</seg></tuv></tu></body></tmx>"#;
    let told = document("a.tmx", header.to_vec(), &Options::default()).unwrap();
    assert_eq!(shown(&told), "E | Z\n");
}

#[test]
fn columns_are_named_or_numbered() {
    for (name, text, columns) in [
        ("a.csv", "1,Rain fell.,下雨了。\n", "3,2"),
        ("a.csv", "id,en,zh\n1,Rain fell.,下雨了。\n", "3,2"),
        ("a.csv", "x,out,in\n1,Rain fell.,下雨了。\n", "in,out"),
        ("a.csv", "x,Translation,Source\n1,Rain fell.,下雨了。\n", ""),
        ("a.tsv", "zh-Hans\ten\n下雨了。\tRain fell.\n", ""),
        ("a.jsonl", "{\"in\":\"下雨了。\",\"out\":\"Rain fell.\"}", "in,out"),
        ("a.jsonl", "{\"translation\":{\"a\":\"下雨了。\",\"b\":\"Rain fell.\"}}", "a,b"),
        ("a.ndjson", "{\"source\":\"下雨了。\",\"mt\":\"Rain fell.\"}\r\n", ""),
    ] {
        let document = document(name, text.into(), &options(columns)).unwrap();
        assert_eq!(shown(&document), "下雨了。 | Rain fell.\n", "{text}");
    }
}

/// Where the segments of a document stand in the file, and what they say.
fn places(document: &Document) -> Vec<(Location, Location, String)> {
    let bitext = document.bitext.as_ref().unwrap();
    let mut places = Vec::new();
    for segment in &bitext.segments {
        for (side, span) in [(Side::Source, segment.source), (Side::Target, segment.target)] {
            let (file, outer) = document.place(side, span);
            let (start, end) = file.locate(outer);
            places.push((start, end, document.slice(side, span).to_owned()));
        }
    }
    places
}
