//! Floor 4: the built-in packs, which the build script has read from `rules/`, checked and stored.

use std::borrow::Cow;

use crate::rule::{Pack, PackError};

/// A pack as the build script leaves it.
struct Stored {
    name: &'static str,
    /// The pack but for its compressed files, in the wire format of postcard.
    pack: &'static [u8],
    /// Its compressed files, by path inside the pack.
    binaries: &'static [(&'static str, &'static [u8])],
}

static PACKS: &[Stored] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The names of the built-in packs, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|stored| stored.name)
}

/// The built-in pack of that name.
pub fn pack(name: &str) -> Result<Pack, PackError> {
    let unknown = || PackError::Unknown { name: name.to_owned(), known: names().collect::<Vec<_>>().join(", ") };
    let stored = PACKS.iter().find(|stored| stored.name == name).ok_or_else(unknown)?;
    let pack: Pack =
        postcard::from_bytes(stored.pack).map_err(|error| PackError::Stored { name: name.to_owned(), error })?;
    let binaries = stored.binaries.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
    Ok(Pack { embedded: true, binaries, ..pack })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::rule::from_directory;

    #[test]
    fn stored_packs_are_those_in_the_folders() {
        for name in super::names() {
            let (stored, mut read) =
                (super::pack(name).unwrap(), from_directory(&Path::new("rules").join(name)).unwrap());
            read.embedded = true;
            assert!(stored == read, "{name}");
        }
    }
}
