//! Properties that hold for any input: no panic, spans on character boundaries inside the text,
//! fixes that apply without overlap, the same findings every time.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::LazyLock;

use mtlint::document::Document;
use mtlint::engine::{Linter, Selection, load};
use mtlint::finding::Finding;
use mtlint::language::Annotated;
use mtlint::read::{READERS, Reader, read_as};
use mtlint::text::{Edit, Span, apply};
use proptest::prelude::*;

static LINTER: LazyLock<Linter> =
    LazyLock::new(|| Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection::default()).unwrap());

/// Pieces of which faulty articles are made, so that random texts have findings.
const PIECES: [&str; 24] = [
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
];

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
