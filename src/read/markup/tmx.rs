//! TMX 1.4: units with variants in any number of languages, of which two are chosen.

use super::{Dialect, Kind};
use crate::read::stream::{Cutter, Markup};
use crate::read::{Options, Parts, ReadError, Reader};
use crate::text::Source;

/// TMX.
pub(in crate::read) static TMX: Tmx = Tmx;

/// See [`TMX`].
#[derive(Debug)]
pub(in crate::read) struct Tmx;

impl Reader for Tmx {
    fn name(&self) -> &'static str {
        "tmx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tmx"]
    }

    fn encoding(&self, head: &[u8]) -> Option<String> {
        crate::xml::encoding(head)
    }

    fn cutter(&self) -> Option<Box<dyn Cutter>> {
        Some(Box::new(Markup::new(&["tu"])))
    }

    fn read(&self, file: &Source, options: &Options) -> Result<Parts, ReadError> {
        super::read(self, file, options)
    }
}

impl Dialect for Tmx {
    fn root(&self) -> &'static str {
        "tmx"
    }

    fn kind(&self, parent: Kind, name: &str) -> Kind {
        match (parent, name) {
            (Kind::Outer, "header" | "body") => Kind::Outer,
            (Kind::Outer, "tu") => Kind::Unit,
            (Kind::Unit, "tuv") => Kind::Variant,
            (Kind::Variant, "seg") => Kind::Text,
            _ => Kind::Other,
        }
    }

    fn sides(&self, options: &Options) -> [String; 2] {
        [options.source.clone(), options.target.clone()]
    }

    fn has_gaps(&self) -> bool {
        false
    }

    fn unpaired(&self, sides: &[String; 2], seen: &[String]) -> String {
        let [source, target] = sides.each_ref().map(|side| if side.is_empty() { "another language" } else { side });
        let seen = if seen.is_empty() { "none".to_owned() } else { seen.join(", ") };
        format!("no unit is in both `{source}` and `{target}`; the languages there are: {seen}")
    }
}
