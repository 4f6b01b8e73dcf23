//! What the source shows of people from Hong Kong, Macao, Taiwan or abroad with a Chinese name: it says
//! where they are from, right before the name.

use rustc_hash::FxHashSet;

use super::reading::pairs;
use crate::check::{CheckError, Params};

/// What ends a clause.
const CLAUSE: &str = "，。；、！？“”：\n,;";

/// What the source shows of such a person.
#[derive(Debug, Default)]
pub(super) struct Signs {
    from: Vec<Box<str>>,
    title: Vec<Box<str>>,
    not: Vec<Box<str>>,
    toward: Vec<Box<str>>,
    mainland: Vec<Box<str>>,
    before: Vec<Box<str>>,
    behind: Vec<Box<str>>,
    surnames: FxHashSet<char>,
}

impl Signs {
    /// Reads the pack's tables.
    pub(super) fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let mut signs = Self::default();
        for (kind, words) in pairs(params, "lists/overseas-source.tsv")? {
            let list = match kind {
                "from" => &mut signs.from,
                "title" => &mut signs.title,
                "not" => &mut signs.not,
                "mainland" => &mut signs.mainland,
                "toward" => &mut signs.toward,
                "before" => &mut signs.before,
                "behind" => &mut signs.behind,
                other => return Err(CheckError::Table(format!("lists/overseas-source.tsv: unknown kind `{other}`"))),
            };
            list.extend(words.split(' ').map(Into::into));
        }
        signs.surnames = params.lines("lists/surname-characters.txt")?.flat_map(str::chars).collect();
        Ok(signs)
    }

    /// Whether a character is a Chinese surname.
    pub(super) fn is_surname(&self, c: char) -> bool {
        self.surnames.contains(&c)
    }

    /// Whether a clause has a place as that from which somebody is, not as one where something happens.
    fn is_origin(&self, clause: &str, place: &str) -> bool {
        let toward = |before: &str| self.toward.iter().any(|word| before.ends_with(&**word));
        clause.match_indices(place).any(|(at, _)| clause.get(..at).is_some_and(|before| !toward(before)))
    }

    /// Whether what stands around characters makes them the name of a person.
    pub(super) fn make_a_person(&self, before: &str, after: &str) -> bool {
        let titled = self.before.iter().any(|title| before.ends_with(&**title));
        titled || self.behind.iter().any(|word| after.starts_with(&**word))
    }

    /// Whether what stands before a name says that the person is from the mainland.
    pub(super) fn deny(&self, before: &str) -> bool {
        let clause = clause(before);
        self.mainland.iter().any(|word| clause.contains(&**word))
    }

    /// Whether what stands before a name says that the person is from elsewhere.
    pub(super) fn say_so(&self, before: &str) -> bool {
        let clause = clause(before);
        let titled = self.title.iter().any(|title| clause.ends_with(&**title));
        let other = self.not.iter().any(|word| clause.contains(&**word));
        titled && !other && self.from.iter().any(|word| self.is_origin(clause, word))
    }
}

/// The clause with which a text ends.
fn clause(before: &str) -> &str {
    before.rsplit(|c| CLAUSE.contains(c)).next().unwrap_or_default()
}
