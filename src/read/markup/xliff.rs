//! XLIFF 1.2 and 2: a unit (1.2) or segment (2) has a source and, once it is translated, a target. In
//! 1.2 a unit may be cut into segments by marks (`mrk mtype="seg"`), in `seg-source` and `target`.
//!
//! Left out are proposals (`alt-trans`, `matches`), what lies between segments (`ignorable`), and what
//! is not for translation. The state of a target makes no difference: what is there is checked.

use super::{Dialect, Kind};
use crate::read::stream::{Cutter, Markup};
use crate::read::{Options, Parts, ReadError, Reader};
use crate::text::Source;

/// XLIFF.
pub(in crate::read) static XLIFF: Xliff = Xliff;

/// See [`XLIFF`].
#[derive(Debug)]
pub(in crate::read) struct Xliff;

impl Reader for Xliff {
    fn name(&self) -> &'static str {
        "xliff"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xlf", "xliff"]
    }

    fn encoding(&self, head: &[u8]) -> Option<String> {
        crate::xml::encoding(head)
    }

    fn cutter(&self) -> Option<Box<dyn Cutter>> {
        Some(Box::new(Markup::new(&["trans-unit", "unit"])))
    }

    fn read(&self, file: &Source, options: &Options) -> Result<Parts, ReadError> {
        super::read(self, file, options)
    }
}

impl Dialect for Xliff {
    fn root(&self) -> &'static str {
        "xliff"
    }

    fn kind(&self, parent: Kind, name: &str) -> Kind {
        match (parent, name) {
            (Kind::Outer, "file" | "body" | "group" | "unit") => Kind::Outer,
            (Kind::Outer, "trans-unit" | "segment") => Kind::Unit,
            (Kind::Unit, "source" | "seg-source" | "target") => Kind::Text,
            _ => Kind::Other,
        }
    }

    fn sides(&self, _: &Options) -> [String; 2] {
        ["source".to_owned(), "target".to_owned()]
    }

    fn has_gaps(&self) -> bool {
        true
    }

    fn unpaired(&self, _: &[String; 2], seen: &[String]) -> String {
        match seen {
            [only] if only == "target" => "no unit has a <source>".to_owned(),
            _ => "no unit has a <target>: nothing in this file is translated".to_owned(),
        }
    }
}
