//! Large files, piece by piece.

use std::path::Path;

use mtlint::document::Document;
use mtlint::engine::{Linter, Selection, Selector, load};
use mtlint::language::Annotated;
use mtlint::read::stream::{Sizes, Stream};
use mtlint::read::{by_name, read_with};
use mtlint::text::Location;

use super::{options, places};

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

fn pieces(name: &str, bytes: &[u8], piece: usize) -> Vec<Document> {
    let sizes = Sizes { whole: 1000, piece };
    let stream = Stream::new(by_name(name).unwrap(), "large", bytes, sizes);
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
        let parts = pieces(name, text.as_bytes(), piece);
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
    assert!(pieces("tmx", text.as_bytes(), 30_000).iter().flat_map(found).collect::<Vec<_>>() == expected);
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

#[test]
fn files_in_utf_16_are_cut_too() {
    for (name, extension) in [("tmx", "tmx"), ("csv", "csv")] {
        let text = format!("\u{FEFF}{}", large(extension, 2000).replace('é', "é😀")).replace("zh,en", "中文,英文");
        for little in [true, false] {
            let units = text.encode_utf16().map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
            let bytes: Vec<u8> = units.flatten().collect();
            let whole = read_with(by_name(name).unwrap(), "large", bytes.clone(), &options("")).unwrap();
            let parts = pieces(name, &bytes, 10_000);
            assert!(parts.len() > 10 && parts[1].file.encoding().starts_with("UTF-16"), "{}", parts.len());
            assert!(parts.iter().flat_map(places).collect::<Vec<_>>() == places(&whole), "{name}");
            let odd = if little { [0, 0xD8, 65, 0] } else { [0xD8, 0, 0, 65] };
            let sizes = Sizes { whole: 1000, piece: 10_000 };
            let broken = [bytes.as_slice(), &odd].concat();
            let last = Stream::new(by_name(name).unwrap(), "large", broken.as_slice(), sizes).last().unwrap();
            let (line, said) = (text.lines().count() + 1, last.map(|_| ()).unwrap_err().to_string());
            assert!(said.starts_with(&format!("large:{line}: byte {} is not valid", bytes.len())), "{said}");
        }
    }
}
