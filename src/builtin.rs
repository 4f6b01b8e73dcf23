//! Floor 4: the built-in packs, which the build script has read from `rules/`, checked and stored.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::expression::Programs;
use crate::glossary::Glossary;
use crate::rule::{Pack, PackError};

/// A pack as the build script leaves it, in the wire format of postcard.
struct Stored {
    name: &'static str,
    /// Its glossaries, by path inside the pack.
    glossaries: &'static [File],
    /// Its compressed files, as they are.
    binaries: &'static [File],
    /// Its compiled expressions.
    programs: &'static [u8],
    /// The pack without these.
    rest: &'static [u8],
}

/// A path inside the pack, and what is there.
type File = (&'static str, &'static [u8]);

static PACKS: &[Stored] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

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
        let binaries = self.binaries.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes)));
        let programs = Programs::from_bytes(self.programs)?;
        Ok(Pack { embedded: true, glossaries: glossaries?, binaries: binaries.collect(), programs, ..rest? })
    }

    fn glossaries(&self) -> Result<BTreeMap<String, Arc<Glossary>>, postcard::Error> {
        let glossary = |(path, bytes): &File| Ok(((*path).to_owned(), Arc::new(postcard::from_bytes(bytes)?)));
        self.glossaries.par_iter().map(glossary).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::rule::from_directory;

    #[test]
    fn stored_packs_are_those_in_the_folders() {
        for name in super::names() {
            let read = from_directory(&Path::new("rules").join(name)).unwrap();
            let stored = super::pack(name).unwrap();
            let programs = stored.programs.clone();
            assert!(stored == crate::rule::Pack { embedded: true, programs, ..read }, "{name}");
        }
    }

    #[test]
    fn the_table_of_bodies_is_there() {
        let bodies = &super::pack("zh-en").unwrap().bodies["facts/bodies.toml"];
        assert!(bodies.len() >= 40, "{}", bodies.len());
    }
}
