//! Any bytes, read as any format and checked with all rules, alone or against other bytes as their
//! source, must not panic.
//!
//! Run it with `cargo fuzz run check` (cargo-fuzz and a nightly toolchain).
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mtlint::align;
use mtlint::engine::{Linter, Selection, load};
use mtlint::language::Annotated;
use mtlint::read::{READERS, read_as};

static LINTER: LazyLock<Linter> =
    LazyLock::new(|| Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection::default()).unwrap());

/// Stands between the translation and its source.
const BETWEEN: &[u8] = b"\n====\n";

fuzz_target!(|bytes: &[u8]| {
    let Some((format, rest)) = bytes.split_first() else { return };
    let reader = READERS[usize::from(*format) % READERS.len()];
    let cut = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN);
    let (target, source) = cut.map_or((rest, None), |at| (&rest[..at], Some(&rest[at + BETWEEN.len()..])));
    let Ok(mut document) = read_as(reader, "input", target.to_vec()) else { return };
    if let Some(source) = source.and_then(|source| read_as(reader, "source", source.to_vec()).ok()) {
        document = align::join(document, source);
    }
    for finding in LINTER.run(&Annotated::new(&document), &[]).findings {
        let (file, span) = document.place(finding.side, finding.span);
        file.locate(span);
    }
});
