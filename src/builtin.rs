//! Floor 4: the built-in packs, which the build script has read from `rules/`, checked and stored.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::expression::Programs;
use crate::filing::Tables;
use crate::glossary::Glossary;
use crate::rule::{Pack, PackError};

/// A pack as the build script leaves it, in the wire format of postcard.
struct Stored {
    name: &'static str,
    /// Its glossaries, by path inside the pack.
    glossaries: &'static [File],
    /// Its tables, and its compressed files, as they are.
    tables: &'static [(&'static str, &'static str)],
    binaries: &'static [File],
    /// Its compiled expressions.
    programs: &'static [u8],
    /// The pack without these.
    rest: &'static [u8],
}

/// A path inside the pack, and what is there.
type File = (&'static str, &'static [u8]);

static PACKS: &[Stored] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// What the build script has found out of the words of their patterns, forms and names.
#[must_use]
pub fn tables() -> Tables {
    Tables::new(
        include_bytes!(concat!(env!("OUT_DIR"), "/packs.keys")),
        include_bytes!(concat!(env!("OUT_DIR"), "/packs.spellings")),
    )
}

/// The names of the built-in packs, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|stored| stored.name)
}

/// The built-in pack of that name.
pub fn pack(name: &str) -> Result<Pack, PackError> {
    let unknown = || PackError::Unknown { name: name.to_owned(), known: names().collect::<Vec<_>>().join(", ") };
    let stored = PACKS.iter().find(|stored| stored.name == name).ok_or_else(unknown)?;
    stored.pack().map_err(|error| PackError::Stored { name: name.to_owned(), error })
}

impl Stored {
    fn pack(&self) -> Result<Pack, postcard::Error> {
        let (rest, glossaries) = rayon::join(|| postcard::from_bytes::<Pack>(self.rest), || self.glossaries());
        Ok(Pack {
            embedded: true,
            glossaries: glossaries?,
            tables: files(self.tables),
            binaries: files(self.binaries),
            programs: Programs::from_bytes(self.programs)?,
            ..rest?
        })
    }

    fn glossaries(&self) -> Result<BTreeMap<String, Arc<Glossary>>, postcard::Error> {
        let glossary = |(path, bytes): &File| Ok(((*path).to_owned(), Arc::new(postcard::from_bytes(bytes)?)));
        self.glossaries.par_iter().map(glossary).collect()
    }
}

/// Files by their paths.
fn files<T: ToOwned + ?Sized>(files: &'static [(&'static str, &'static T)]) -> BTreeMap<String, Cow<'static, T>> {
    files.iter().map(|(path, content)| ((*path).to_owned(), Cow::Borrowed(*content))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::filing::{number, pattern_keys};
    use crate::rule::from_directory;
    use crate::text::Included;

    #[test]
    fn stored_packs_are_those_in_the_folders() {
        for name in super::names() {
            let mut read = from_directory(&Path::new("rules").join(name)).unwrap();
            read.rules.iter_mut().for_each(|rule| rule.text.clear());
            let stored = super::pack(name).unwrap();
            let programs = stored.programs.clone();
            assert!(stored == crate::rule::Pack { embedded: true, programs, ..read }, "{name}");
        }
    }

    #[test]
    fn keys_are_stored() {
        let tables = super::tables();
        for pack in super::names().map(|name| super::pack(name).unwrap()) {
            let terms = pack.glossaries.values().flat_map(|glossary| &glossary.terms);
            let patterns = terms.flat_map(|term| term.wrong.iter().chain(&term.outside)).map(Included::as_str);
            for pattern in patterns.chain(pack.slot_patterns()) {
                let mut keys = Vec::new();
                pattern_keys(pattern, |word, numbers| numbers.push(number(word)), |key| keys.push(key));
                keys.sort_unstable();
                keys.dedup();
                let stored: Vec<_> = tables.pattern(pattern).into_iter().flatten().collect();
                assert_eq!(stored, keys, "{pattern}");
            }
        }
    }

    #[test]
    fn the_table_of_bodies_is_there() {
        let bodies = &super::pack("zh-en").unwrap().bodies["facts/bodies.toml"];
        assert!(bodies.len() >= 40, "{}", bodies.len());
    }
}
