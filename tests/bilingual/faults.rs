//! Files that are not what they should be.

use std::path::Path;

use mtlint::read::stream::{Sizes, Stream};
use mtlint::read::{by_extension, read_with};

use super::{FIXTURES, document, folder, gb18030, options, places, shown};

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
    let gbk = gb18030;
    for (bytes, expected) in [
        (gbk(&declared("UTF-8")), "f.xlf: it declares its encoding as `UTF-8`, but byte"),
        (gbk(&declared("UTF-16")), "f.xlf: it declares its encoding as `UTF-16`, but byte"),
        (gbk(&declared("klingon")), "f.xlf: it declares its encoding as `klingon`, which is not known here"),
        (
            [gbk(&declared("GBK")).as_slice(), b"<!-- \xFF\xFF -->"].concat(),
            "f.xlf: it declares its encoding as `GBK`, but byte",
        ),
        ([zh.as_bytes(), b"\0"].concat(), "f.xlf: a binary file (byte 1"),
        ([b"\xEF\xBB\xBF".as_slice(), &gbk(zh)].concat(), "f.xlf:1: byte 42 is not valid UTF-8"),
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

/// Fixtures with bytes cut out, doubled and changed, by a fixed series of random numbers: whatever comes
/// of them, as a whole or in pieces, it is no panic and no place outside of the file.
#[test]
fn damaged_files_are_survived() {
    let mut state = 42_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    for (name, _, columns) in FIXTURES {
        let (reader, options) = (by_extension(Path::new(name)).unwrap(), options(columns));
        let bytes = std::fs::read(folder().join(name)).unwrap();
        for _ in 0..400 {
            let mut bytes = bytes.clone();
            for _ in 0..=random(3) {
                let (at, length) = (random(bytes.len()), random(40));
                let end = (at + length).min(bytes.len());
                match random(4) {
                    0 => drop(bytes.drain(at..end)),
                    1 => bytes.truncate(end),
                    2 => bytes.extend_from_within(at..end),
                    _ => bytes[at] = b"<>&\"\\\n\t,;]-\xE5"[random(12)],
                }
                bytes.push(b'\n');
            }
            if let Ok(document) = read_with(reader, name, bytes.clone(), &options)
                && document.bitext.is_some()
            {
                places(&document);
            }
            let sizes = Sizes { whole: 10, piece: 1 + random(300) };
            for piece in Stream::new(reader, name, bytes.as_slice(), sizes) {
                match piece.and_then(|piece| piece.read(&options)) {
                    Ok(Some(document)) if document.bitext.is_some() => drop(places(&document)),
                    Ok(_) => {}
                    Err(_) => break,
                }
            }
        }
    }
}
