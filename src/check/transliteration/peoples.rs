//! Elements of the names of Tibetans and Uygurs, which have spellings of their own in English.

use rustc_hash::FxHashSet;

use super::knowledge::Later;
use super::reading::columns;
use crate::check::{CheckError, Params};

/// The elements in characters.
#[derive(Debug, Default)]
pub(super) struct Peoples {
    tibetan: FxHashSet<Box<str>>,
    uygur: FxHashSet<Box<str>>,
}

/// The fewest characters of an element that no other word is.
const CLEAR: usize = 3;
/// How many characters an element has that is one of two in a Tibetan name.
const ELEMENT: usize = 2;

impl Peoples {
    /// The tables of Tibetan and Uygur names, read when they are first needed.
    pub(super) fn later(params: &Params<'_>) -> Result<Later<Self>, CheckError> {
        let [tibetan, uygur] = tables(params)?.map(str::to_owned);
        let names = |table: &str| columns(table).map(|(name, _)| name.into()).collect();
        Ok(Later::new(Box::new(move || Self { tibetan: names(&tibetan), uygur: names(&uygur) })))
    }

    /// Whether characters are one of these elements, or two of a Tibetan name; `dotted` ones stand next to
    /// the dot in a foreign name.
    pub(super) fn have(&self, characters: &[char], dotted: bool) -> bool {
        let has = |names: &FxHashSet<Box<str>>, part: &[char]| names.contains(part.iter().collect::<String>().as_str());
        let uygur = (dotted || characters.len() >= CLEAR) && has(&self.uygur, characters);
        let pair = characters.split_at_checked(ELEMENT);
        let joined = pair.is_some_and(|(one, other)| has(&self.tibetan, one) && has(&self.tibetan, other));
        uygur || joined || has(&self.tibetan, characters)
    }
}

/// The tables: characters and their spellings.
pub(super) fn tables<'p>(params: &Params<'p>) -> Result<[&'p str; 2], CheckError> {
    Ok([params.table("lists/tibetan-names.tsv")?, params.table("lists/uygur-names.tsv")?])
}
