//! Which inflected forms of a word match.

use crate::language::without_possessive;

/// Which inflected forms of a word match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inflects {
    /// None.
    No,
    /// All.
    All,
    /// All but possessives: the word is not the last.
    Inner,
    /// Plurals and possessives: the word is the head of a noun.
    Head,
    /// Irregular plurals ("women workers"): the word modifies the head of a noun.
    Modifier,
}

/// What the end of a word tells of its inflection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    /// Whether it has a possessive `'s`.
    owner: bool,
    /// Whether it is a form of a verb, in `-ed` or `-ing`.
    verb: bool,
    /// Whether it ends in an `s`.
    plural: bool,
}

impl Ending {
    pub(super) fn of(word: &str) -> Self {
        let bare = without_possessive(word);
        let verb = bare.ends_with("ing") || bare.ends_with("ed");
        Self { owner: bare.len() < word.len(), verb, plural: bare.ends_with('s') }
    }
}

impl Inflects {
    /// Whether an inflected form with this ending is one of these.
    pub(super) fn admits(self, ending: Ending) -> bool {
        match self {
            Self::No => false,
            Self::All => true,
            Self::Inner => !ending.owner,
            Self::Head => !ending.verb,
            Self::Modifier => !ending.owner && !ending.verb && !ending.plural,
        }
    }
}
