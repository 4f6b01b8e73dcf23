//! Bilingual formats: what they say on each side, where it stands in the file, what is wrong with bad
//! ones, and large ones piece by piece.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use mtlint::document::{Document, Side};
use mtlint::engine::{Linter, Selection, Selector, load};
use mtlint::language::Annotated;
use mtlint::read::stream::{Sizes, Stream};
use mtlint::read::{Columns, Options, by_extension, by_name, read_with};
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
    let gbk = encoding_rs_gbk(&text.replace("UTF-8", "GB18030"));
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, width) in [(gbk, 2), (utf16, 2), ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), 3)] {
        let document = document("memory.tmx", bytes.clone(), &options("")).unwrap();
        let bitext = document.bitext.as_ref().unwrap();
        let at = bitext.text.text().find("桥梁").unwrap();
        let (file, outer) = document.place(Side::Source, Span::new(at, at + "桥梁".len()));
        let place = file.bytes(outer);
        let raw = bytes[place.range()].to_vec();
        assert_eq!(raw.len(), 2 * width, "{}", file.encoding());
        assert!(["桥梁".as_bytes().to_vec(), encoding_rs_gbk("桥梁"), vec![0x65, 0x68, 0x81, 0x68]].contains(&raw));
    }
}

/// The text in GB18030; of its characters, those of the fixtures.
fn encoding_rs_gbk(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

#[test]
fn the_languages_of_a_memory_are_chosen() {
    let bytes = std::fs::read(folder().join("memory.tmx")).unwrap();
    let options = |source: &str, target: &str| Options { columns: None, source: source.into(), target: target.into() };
    let german = document("a.tmx", bytes.clone(), &options("de", "zh-CN")).unwrap();
    assert_eq!(
        shown(&german),
        "Der Fluss steigt. | 河水正在上涨。\nDie Schulen schließen. | 学校放假。\nNur hier. | \n"
    );
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

/// A file, and what is said about it; its path, `f`, is left out.
const BAD: [(&str, &str, &str); 48] = [
    ("xlf", "", "no element: this is not an XML document"),
    ("xlf", "hello", "text outside of the root element"),
    ("xlf", "<html><body/></html>", "1:1: the root element is <html>, but that of this format is <xliff>"),
    ("xlf", "<xliff>\n <file>\n  <body>\n", "3:3: this element is not closed before the end of the file"),
    ("xlf", "<xliff><file></body></xliff>", "1:14: the XML is broken"),
    ("xlf", "<xliff><file a='1' a='2'/></xliff>", "1:8: a tag that is not well-formed"),
    ("xlf", "<xliff><file a=1/></xliff>", "1:8: a tag that is not well-formed"),
    ("xlf", "<xliff>&nbsp;</xliff>", "1:8: unknown entity `&nbsp;`"),
    ("xlf", "<xliff>&#x0;</xliff>", "1:8: `&#x0;` is no character"),
    ("xlf", "<!DOCTYPE x [<!ENTITY a \"b\">]><xliff>&a;</xliff>", "1:1: remove the DOCTYPE"),
    ("xlf", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><xliff>&a;</xliff>", "1:1: remove the DOCTYPE"),
    ("xlf", "<xliff/><xliff/>", "1:9: a second root element"),
    ("xlf", "<xliff><file/></xliff>", "no text in it"),
    (
        "xlf",
        "<xliff><file><body><trans-unit><source>一</source></trans-unit></body></file></xliff>",
        "1:20: no unit has a <target>",
    ),
    (
        "xlf",
        "<xliff><file><body><trans-unit><source>一</source><target state='new'/></trans-unit></body></file></xliff>",
        "no translation in it",
    ),
    (
        "xlf",
        "<xliff><file><body><trans-unit><target>One</target></trans-unit></body></file></xliff>",
        "1:20: no unit has a <source>",
    ),
    (
        "xlf",
        "<xliff><file><body><trans-unit><source>a < b</source></trans-unit></body></file></xliff>",
        "1:42: `<` begins a tag here",
    ),
    ("xlf", "<xliff><!-- open", "1:8: the XML is broken"),
    ("xlf", "<xliff><![CDATA[ open", "1:8: the XML is broken"),
    ("tmx", "<tmx><body><tu><tuv><seg>x</seg></tuv></tu></body></tmx>", "1:16: this <tuv> does not say its language"),
    (
        "tmx",
        "<tmx><body><tu><tuv xml:lang='zh'><seg>一</seg></tuv></tu></body></tmx>",
        "1:12: no unit is in both `zh` and `en`; the languages there are: zh",
    ),
    ("tmx", "<tmx><body><tu><tuv xml:lang='zh'><seg>一</seg></tuv>", "1:12: this element is not closed"),
    ("tmx", "<tmx><body><tu><tuv xml:lang='zh'><seg>一</se", "the XML is broken"),
    ("tmx", "<tmx><body/></tmx>", "no text in it"),
    ("tmx", "<?xml version='1.0' encoding='UTF-32-odd'?><tmx>é</tmx>", "text"),
    ("po", "msgid \"a\"\nmsgstr \"b\nmsgid \"c\"", "2:8: this string is not closed on its line"),
    ("po", "msgid \"a\" b\nmsgstr \"b\"", "1:10: text behind the string"),
    ("po", "msgid \"a\\q\"\nmsgstr \"b\"", "1:9: `\\q` is no escape"),
    ("po", "msgid a\nmsgstr \"b\"", "1:1: no string in \"…\" behind `msgid`"),
    ("po", "msgstr \"b\"", "1:1: msgstr without a msgid before it"),
    ("po", "msgid \"a\"\n\nmsgctxt \"x\"\n", "1:1: this entry has no msgstr"),
    ("po", "msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", "2:1: this stands in the entry already"),
    ("po", "\"a\"\n", "1:1: a string outside of an entry"),
    ("po", "hello world\n", "1:1: `hello` is no keyword of this format"),
    ("po", "msgctxt \"a\"\nmsgid_plural \"x\"\n", "2:1: msgid_plural without a msgid"),
    ("po", "msgid \"\"\nmsgstr \"Language: en\"\n", "no text in it"),
    ("po", "msgid \"一\"\nmsgstr \"\"\n", "no translation in it"),
    ("tsv", "a\tb\n1\t2\n", "1:1: the first row does not name the columns"),
    ("tsv", "source\ttarget\n一\tOne\n二\tTwo\tToo\n", "3:1: this row has 3 cells, but the first one has 2 cells"),
    ("tsv", "source\ttarget\n一\n", "2:1: this row has 1 cell, but the first one has 2 cells"),
    ("csv", "source,target\n一,\"One\n", "2:3: this quotation mark is not closed"),
    ("csv", "source,target\n一,\"One\" two\n", "2:3: text behind a closing quotation mark"),
    ("csv", "source,target\n", "no text in it"),
    ("csv", "source,target\n一,\n", "no translation in it"),
    (
        "jsonl",
        "{\"source\":\"一\",\"target\":\"One\"}\n{\"source\":\"二\" \"target\"}\n",
        "2:15: the JSON is broken: expected `,` or `}`",
    ),
    ("jsonl", "[1,2]\n", "1:1: the JSON is broken: invalid type: sequence, expected an object"),
    ("jsonl", "{\"source\":\"一\",\"target\":5}\n", "1:24: this is no string"),
    ("jsonl", "{\"a\":\"一\"}\n", "1:1: this object has no keys of source and target"),
];

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (extension, text, expected) in BAD {
        let said = document(&format!("f.{extension}"), text.into(), &options("")).map(|d| shown(&d)).unwrap_err();
        assert!(said.starts_with(&format!("f.{extension}:")) && said.contains(expected), "{text}\n{said}");
    }
}

#[test]
fn bytes_that_are_not_what_they_are_declared_as() {
    let zh = "<xliff><file><body><trans-unit><source>桥梁</source><target>Bridge</target></trans-unit></body></file></xliff>";
    let declared = |name: &str| format!("<?xml version='1.0' encoding='{name}'?>\n{zh}");
    let gbk = |text: &str| encoding_rs_gbk(text);
    for (bytes, expected) in [
        (gbk(&declared("UTF-8")), "f.xlf: it declares its encoding as `UTF-8`, but byte"),
        (gbk(&declared("UTF-16")), "f.xlf: it declares its encoding as `UTF-16`, but byte"),
        (gbk(&declared("klingon")), "f.xlf: it declares its encoding as `klingon`, which is not known here"),
        (
            [gbk(&declared("GBK")).as_slice(), b"<!-- \xFF\xFF -->"].concat(),
            "f.xlf: it declares its encoding as `GBK`, but byte",
        ),
        ([zh.as_bytes(), b"\0"].concat(), "f.xlf: a binary file (byte 1"),
        ([b"\xEF\xBB\xBF".as_slice(), &gbk(zh)].concat(), "f.xlf:"),
    ] {
        let said = document("f.xlf", bytes, &options("")).map(|document| shown(&document));
        assert!(said.as_ref().is_err_and(|said| said.starts_with(expected)), "{expected}: {said:?}");
    }
    for bytes in [gbk(&declared("GB2312")), declared("GBK").into_bytes()] {
        assert_eq!(shown(&document("f.xlf", bytes, &options("")).unwrap()), "桥梁 | Bridge\n");
    }
}

#[test]
fn depth_and_width_are_harmless() {
    let (open, close) = ("<group>".repeat(100_000), "</group>".repeat(100_000));
    let unit = "<trans-unit><source>一</source><target>One</target></trans-unit>";
    let deep = format!("<xliff><file><body>{open}{unit}{close}</body></file></xliff>");
    assert_eq!(shown(&document("a.xlf", deep.into(), &options("")).unwrap()), "一 | One\n");
    let inline = format!("{}One{}", "<g>".repeat(100_000), "</g>".repeat(100_000));
    let deep = format!("<xliff><file><body>{}</body></file></xliff>", unit.replace("One", &inline));
    assert_eq!(shown(&document("a.xlf", deep.into(), &options("")).unwrap()), "一 | One\n");
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let line = format!("{{\"source\":\"一\",\"target\":\"One\",\"x\":{nested}}}");
    assert_eq!(shown(&document("a.jsonl", line.into(), &options("")).unwrap()), "一 | One\n");
}

/// A file of many units in a format.
fn large(name: &str, units: usize) -> String {
    let body = |unit: &dyn Fn(usize) -> String| (0..units).map(unit).collect::<String>();
    let target = |n: usize| format!("The ferry “No. {n}” met &amp; big country craftsmen {n}é.");
    let plain = |n: usize| target(n).replace("&amp;", "&");
    match name {
        "tmx" => format!(
            "<?xml version='1.0'?>\n<tmx><header srclang='zh'/><body>{}</body></tmx>\n",
            body(&|n| format!(
                "<tu><tuv xml:lang='zh'><seg>第{n}号渡轮</seg></tuv>{}<tuv xml:lang='en'><seg>{}</seg></tuv></tu>{}",
                if n % 7 == 0 { "\n" } else { "" },
                target(n),
                if n % 3 == 0 { "\n  " } else { "" },
            ))
        ),
        "xlf" => format!(
            "<xliff><file><body><group>{}</group></body></file></xliff>",
            body(&|n| format!("<trans-unit><source>第{n}号</source><target>{}</target></trans-unit>\n", target(n)))
        ),
        "tsv" => format!("zh\ten\n{}", body(&|n| format!("第{n}号\t\"{}\"\n", plain(n)))),
        "csv" => format!("zh,en\r\n{}", body(&|n| format!("第{n}号,\"One,\n{}\"\r\n", plain(n)))),
        _ => body(&|n| format!("{{\"zh\":\"第{n}号\",\"en\":\"{}\"}}\n", plain(n))),
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

fn pieces(name: &str, text: &str, piece: usize) -> Vec<Document> {
    let sizes = Sizes { whole: 1000, piece };
    let stream = Stream::new(by_name(name).unwrap(), "large", text.as_bytes(), sizes);
    stream.filter_map(|piece| piece.unwrap().read(&options("")).unwrap()).collect()
}

#[test]
fn pieces_stand_where_they_stand_in_the_whole() {
    for (name, extension, units, piece) in [
        ("tmx", "tmx", 60_000, 500_000),
        ("xliff", "xlf", 6000, 50_000),
        ("tsv", "tsv", 6000, 20_000),
        ("csv", "csv", 6000, 20_000),
        ("jsonl", "jsonl", 6000, 20_000),
    ] {
        let text = large(extension, units);
        let whole = read_with(by_name(name).unwrap(), "large", text.clone().into(), &options("")).unwrap();
        let parts = pieces(name, &text, piece);
        assert!(parts.len() > 10, "{name}: {} pieces of {} bytes", parts.len(), text.len());
        let found: Vec<_> = parts.iter().flat_map(places).collect();
        assert!(found == places(&whole), "{name}");
        let labels: Vec<_> = parts.iter().map(|part| part.file.origin().unwrap().part.as_str()).collect();
        let noun = if extension == "tmx" || extension == "xlf" { "units 1–" } else { "lines 1–" };
        assert!(labels[0].starts_with(noun) && labels[0] != labels[1], "{labels:?}");
    }
}

#[test]
fn findings_in_pieces_are_those_of_the_whole() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/demo");
    let only = ["blunt-phrase", "clumsy-wording"].map(|rule| Selector::parse(rule).unwrap()).to_vec();
    let selection = Selection { only, ..Selection::default() };
    let linter = Linter::new(load(&[pack.display().to_string()]).unwrap(), &selection).unwrap();
    let found = |document: &Document| -> Vec<(Location, String)> {
        let findings = linter.run(&Annotated::new(document), &[]).findings;
        let place = |span| document.file.locate(document.in_file(span)).0;
        findings.iter().map(|finding| (place(finding.span), finding.message.clone())).collect()
    };
    let text = large("tmx", 3000);
    let whole = read_with(by_name("tmx").unwrap(), "large", text.clone().into(), &options("")).unwrap();
    let expected = found(&whole);
    assert!(expected.len() >= 3000, "{}", expected.len());
    assert!(pieces("tmx", &text, 30_000).iter().flat_map(found).collect::<Vec<_>>() == expected);
}

/// What reading a large file comes to: the number of documents before the first error, and that.
fn until_error(name: &str, text: &[u8]) -> (usize, String) {
    let sizes = Sizes { whole: 1000, piece: 5000 };
    let mut documents = 0;
    for piece in Stream::new(by_name(name).unwrap(), "large", text, sizes) {
        match piece.and_then(|piece| piece.read(&options(""))) {
            Ok(document) => documents += usize::from(document.is_some()),
            Err(error) => return (documents, error.to_string()),
        }
    }
    (documents, String::new())
}

#[test]
fn faults_of_large_files_have_their_place_in_the_whole() {
    let tmx = large("tmx", 400);
    let line = tmx.lines().count();
    let truncated = tmx.trim_end().strip_suffix("</body></tmx>").unwrap();
    let (documents, error) = until_error("tmx", truncated.as_bytes());
    assert!(documents > 5 && error.contains("this element is not closed"), "{error}");
    let (_, error) = until_error("tmx", format!("{truncated}</bodice></tmx>").as_bytes());
    assert!(error.starts_with(&format!("large:{line}:")), "{error}");
    let (_, error) = until_error("tmx", &[truncated.as_bytes(), b"\xFF"].concat());
    assert_eq!(error, format!("large:{line}: byte {} is not valid UTF-8; re-save the file as UTF-8", truncated.len()));
    let (_, error) = until_error("csv", format!("{}a,b,c\n", large("csv", 400)).as_bytes());
    assert!(error.starts_with("large:802:1: this row has 3 cells"), "{error}");
    let (_, error) = until_error("jsonl", format!("{}{{\n", large("jsonl", 400)).as_bytes());
    assert!(error.starts_with("large:401:"), "{error}");
    let (documents, error) = until_error("tsv", large("tsv", 400).replace("zh\ten", "a\tb").as_bytes());
    assert!(documents == 0 && error.starts_with("large:1:1: the first row"), "{error}");
}
