//! For the tests of checks: one check, run over a text.

use std::collections::BTreeMap;

use super::{Compiled, Context, Hit, Kind, Memo, Params, RuleRef, Shared, lexicon};
use crate::builtin;
use crate::document::Document;
use crate::language::Annotated;
use crate::read;

/// The texts that a check marks in a text, under parameters in TOML, with the tables of a pack.
pub(super) fn found(kind: &dyn Kind, pack: &str, params: &str, text: &str) -> Vec<String> {
    hits(kind, pack, params, text).iter().map(|hit| hit.span.of(text).to_owned()).collect()
}

/// The hits of a check.
pub(super) fn hits(kind: &dyn Kind, pack: &str, params: &str, text: &str) -> Vec<Hit> {
    hits_in(kind, pack, params, &read::read("text.txt", text.as_bytes().to_vec()).unwrap())
}

/// A document with its source, line by line.
pub(super) fn bilingual(source: &str, target: &str) -> Document {
    let read = |text: &str| read::read("text.txt", text.as_bytes().to_vec()).unwrap();
    crate::align::join(read(target), read(source))
}

/// What is made of parameters in TOML and the files of a pack.
pub(super) fn with_params<T>(pack: &str, params: &str, make: impl FnOnce(&Params<'_>) -> T) -> T {
    let (pack, values, cues) = (builtin::pack(pack).unwrap(), params.parse().unwrap(), BTreeMap::new());
    make(&Params {
        values: &values,
        glossaries: &pack.glossaries,
        bodies: &pack.bodies,
        tables: &pack.tables,
        binaries: &pack.binaries,
        programs: &pack.programs,
        cues: &cues,
        shared: &Shared::default(),
    })
}

/// The hits of a check in a document.
pub(super) fn hits_in(kind: &dyn Kind, pack: &str, params: &str, document: &Document) -> Vec<Hit> {
    let compile = |params: &Params<'_>| kind.compile(RuleRef(0), params, &mut lexicon::Builder::default()).unwrap();
    let (Compiled::Check(check) | Compiled::Comparison(check)) = with_params(pack, params, compile) else {
        panic!("no check")
    };
    let (annotated, scan) = (Annotated::new(document), lexicon::Scan::default());
    let mut hits = Vec::new();
    let (document, memo) = (&annotated, Memo::default());
    let context = Context { document, lexicon: &scan, day: None, reported: &[], lexis: None, memo };
    check.run(&context, &mut hits);
    hits
}
