//! Properties that hold for any input: no panic, spans on character boundaries inside the text,
//! fixes that apply without overlap, the same findings every time.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::LazyLock;

use mtlint::document::{Document, Side};
use mtlint::engine::{Linter, Selection, load};
use mtlint::finding::Finding;
use mtlint::language::Annotated;
use mtlint::read::stream::{Sizes, Stream};
use mtlint::read::{Options, READERS, Reader, read_as};
use mtlint::text::{Edit, Span, apply};
use proptest::prelude::*;

static LINTER: LazyLock<Linter> =
    LazyLock::new(|| Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection::default()).unwrap());

/// Pieces of which faulty articles are made, so that random texts have findings.
const PIECES: [&str; 44] = [
    "The General Assembly ",
    "of the 18th CPC National Congress ",
    "held a meeting, Deploy the work ",
    "\"two maintenance\" ",
    "in the new era and new journey ",
    "All China Federation of Trade Unions ",
    "。",
    "、",
    "\n\n",
    "<p>",
    "</p>",
    "&amp;",
    "**",
    "# ",
    "习近平",
    "Fan Mingzheng ",
    "said said ",
    "the new crown epidemic, ",
    "330000 workers ",
    "“",
    "”",
    "’s ",
    ". ",
    "é😀 ",
    "<xliff><file><body>",
    "<trans-unit><source>",
    "</source><target>",
    "</target></trans-unit>",
    "<x id='1'/>",
    "<tmx><body>",
    "<tu><tuv xml:lang='zh'><seg>",
    "</seg></tuv><tuv xml:lang='en'><seg>",
    "</seg></tuv></tu>",
    "<![CDATA[",
    "]]>",
    "msgid \"",
    "\"\nmsgstr \"",
    "\\n\\\"",
    "source\ttarget\n",
    "source,target\n",
    "\t",
    ",\"",
    "{\"source\":\"",
    "\",\"target\":\"\\u4e2d\\ud83d",
];

/// Pieces of which files with segments are made.
fn wrapped(format: usize, text: &str) -> String {
    let text = text.replace(['<', '>', '&', '"', '\t', '\n', ',', '\\'], "");
    match READERS[format].name() {
        "xliff" => {
            format!("<xliff><trans-unit><source>{text}</source><target>{text}&#38;</target></trans-unit></xliff>")
        }
        "tmx" => {
            format!("<tmx><tu><tuv lang='zh'><seg>{text}</seg></tuv><tuv lang='en'><seg>{text}</seg></tuv></tu></tmx>")
        }
        "po" => format!("msgid \"{text}\"\nmsgstr \"\"\n\"{text}\\n{text}\"\n"),
        "tsv" => format!("source\ttarget\n{text}\t{text}\n"),
        "csv" => format!("source,target\n\"{text}\"\"\",{text}\n"),
        "jsonl" => format!("{{\"source\":\"{text}\",\"target\":\"{text}\\u0041\"}}\n"),
        _ => text,
    }
}

fn findings(document: &Document) -> Vec<Finding> {
    LINTER.run(&Annotated::new(document), &[]).findings
}

fn check(reader: &dyn Reader, bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let Ok(document) = read_as(reader, "input", bytes) else { return Ok(()) };
    let text = document.target.text();
    let found = findings(&document);
    let mut edits: Vec<Edit> = Vec::new();
    for finding in &found {
        let related = finding.related.iter().map(|related| related.span);
        let changed = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in std::iter::once(finding.span).chain(related).chain(changed) {
            prop_assert!(text.get(span.range()).is_some(), "{span:?} of {} in {text:?}", finding.rule.id);
            let outer = document.in_file(span);
            prop_assert!(document.file.text().get(outer.range()).is_some(), "{outer:?} of {}", finding.rule.id);
        }
        edits.extend(finding.fix.iter().flat_map(|fix| fix.edits.clone()));
    }
    for segment in document.bitext.iter().flat_map(|bitext| &bitext.segments) {
        for (side, span) in [(Side::Source, segment.source), (Side::Target, segment.target)] {
            let (file, outer) = document.place(side, span);
            prop_assert!(file.text().get(outer.range()).is_some(), "{outer:?} of {span:?}");
            let (start, end) = file.locate(outer);
            prop_assert!(start <= end, "{start:?} {end:?}");
        }
    }
    let applied = apply(text, &edits);
    prop_assert!(applied.skipped <= edits.len());
    let again = findings(&document);
    let shown =
        |findings: &[Finding]| findings.iter().map(|f| (f.span, f.message.clone())).collect::<Vec<(Span, String)>>();
    prop_assert_eq!(shown(&found), shown(&again));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400), format in 0..READERS.len()) {
        check(READERS[format], bytes)?;
    }

    #[test]
    fn findings_lie_inside_the_text(
        pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..60),
        format in 0..READERS.len(),
    ) {
        check(READERS[format], pieces.concat().into_bytes())?;
        check(READERS[format], wrapped(format, &pieces.concat()).into_bytes())?;
    }

    #[test]
    fn any_bytes_are_survived_in_pieces(
        pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..60),
        noise in proptest::collection::vec(any::<u8>(), 0..4),
        format in 0..READERS.len(),
        size in 1_usize..200,
    ) {
        let bytes = [pieces.concat().as_bytes(), &noise].concat();
        let sizes = Sizes { whole: size, piece: size };
        for piece in Stream::new(READERS[format], "input", bytes.as_slice(), sizes) {
            let Ok(piece) = piece else { break };
            let Ok(document) = piece.read(&Options::default()) else { break };
            for segment in document.iter().flat_map(|document| document.bitext.iter()).flat_map(|bitext| &bitext.segments) {
                prop_assert!(segment.target.end() >= segment.target.start());
            }
        }
    }

    #[test]
    fn plain_text_maps_to_itself(text in "\\PC{0,200}") {
        if let Ok(document) = read_as(READERS[0], "input.txt", text.clone().into_bytes()) {
            for passage in document.target.passages() {
                let outer = document.in_file(passage.span);
                prop_assert_eq!(outer.of(document.file.text()), passage.span.of(document.target.text()));
            }
        }
    }
}
