//! Any bytes, read as any format and checked with all rules, must not panic.
//!
//! Run it with `cargo fuzz run check` (cargo-fuzz and a nightly toolchain).
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mtlint::engine::{Linter, Selection, load};
use mtlint::language::Annotated;
use mtlint::read::{READERS, read_as};

static LINTER: LazyLock<Linter> =
    LazyLock::new(|| Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection::default()).unwrap());

fuzz_target!(|bytes: &[u8]| {
    let Some((format, rest)) = bytes.split_first() else { return };
    let reader = READERS[usize::from(*format) % READERS.len()];
    let Ok(document) = read_as(reader, "input", rest.to_vec()) else { return };
    for finding in LINTER.run(&Annotated::new(&document), &[]).findings {
        document.file.locate(document.in_file(finding.span));
    }
});
