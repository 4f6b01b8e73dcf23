//! `Pattern`: a slot pattern, which knows every wording of one literal rendering.
//!
//! ```text
//! {large|great|big|major} country {craftsman|artisan}
//! ```
//! Words are separated by a space (matches a space or a hyphen), `-` (a hyphen only) or `_` (a space
//! only). `{a|b c|}` lists alternatives, an empty one or a `?` behind the brace makes the slot
//! optional. A word matches its inflections; `=Word` matches that form and case alone. Inside
//! braces, `*` is any word, `*3` up to three words, and `#ordinal`, `#number`, `#Name` are classes
//! of words. A comma is an item of its own.

mod anchor;
mod pieces;

use thiserror::Error;

use pieces::{Pieces, alternatives, separator};

pub use anchor::{Anchor, anchor};

/// How two neighbouring words may be joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// By a space or a hyphen.
    #[default]
    Any,
    /// By a hyphen.
    Hyphen,
    /// By a space.
    Space,
    /// By a comma.
    Comma,
}

/// A word of a pattern, with how it joins what precedes it inside its alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word as written, without `=`.
    pub text: &'t str,
    /// Whether only this form in this case matches.
    pub exact: bool,
    /// How it joins the word before it.
    pub join: Join,
}

/// One alternative of a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot<'t> {
    /// One word or several.
    Words(Vec<Word<'t>>),
    /// From one to this many words of any kind.
    Any(usize),
    /// An ordinal number.
    Ordinal,
    /// A number in digits or words.
    Number,
    /// A capitalised word.
    Name,
}

/// One position of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'t> {
    /// What may stand here.
    pub slots: Vec<Slot<'t>>,
    /// Whether the position may be empty.
    pub optional: bool,
    /// How it joins what precedes it.
    pub join: Join,
}

/// A parsed slot pattern; at least one of its items is not optional and has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<'t> {
    /// The positions.
    pub items: Vec<Item<'t>>,
}

/// What can be wrong with a slot pattern.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PatternError {
    /// A brace without its partner.
    #[error("pattern `{0}`: a brace is not closed, or braces are nested")]
    Braces(String),
    /// A `#class` that does not exist.
    #[error("pattern `{0}`: unknown class `{1}`; there are #ordinal, #number, #Name")]
    Class(String, String),
    /// Nothing in the pattern must be there.
    #[error("pattern `{0}`: every part is optional or any word; write at least one word")]
    NoAnchor(String),
    /// A character that words do not have.
    #[error("pattern `{0}`: `{1}` is no word; separate words by a space, and alternatives by `|` in braces")]
    Word(String, String),
}

impl<'t> Pattern<'t> {
    /// Parses a slot pattern.
    pub fn parse(text: &'t str) -> Result<Self, PatternError> {
        let mut items = Vec::new();
        let mut join = Join::Any;
        for piece in Pieces::new(text) {
            let piece = piece.map_err(|()| PatternError::Braces(text.to_owned()))?;
            match separator(piece) {
                Some(next) => join = next,
                None => items.push(item(text, piece, std::mem::take(&mut join))?),
            }
        }
        let pattern = Self { items };
        if pattern.items.iter().any(Item::is_anchor) {
            Ok(pattern)
        } else {
            Err(PatternError::NoAnchor(text.to_owned()))
        }
    }
}

impl Item<'_> {
    /// Whether something must stand here, and its words are known.
    #[must_use]
    pub fn is_anchor(&self) -> bool {
        !self.optional && self.slots.iter().all(|slot| matches!(slot, Slot::Words(words) if !words.is_empty()))
    }
}

fn item<'t>(pattern: &str, piece: &'t str, join: Join) -> Result<Item<'t>, PatternError> {
    if !piece.starts_with('{') {
        return Ok(Item { slots: vec![Slot::Words(words(pattern, piece)?)], optional: false, join });
    }
    let (mut slots, mut optional) = (Vec::new(), piece.ends_with('?'));
    for alternative in alternatives(piece) {
        match slot(pattern, alternative)? {
            Some(slot) => slots.push(slot),
            None => optional = true,
        }
        let up_to = alternative.strip_prefix('*').is_some_and(|count| !count.is_empty());
        optional |= up_to;
    }
    Ok(Item { slots, optional, join })
}

/// The slot an alternative stands for; `None` for an empty one.
fn slot<'t>(pattern: &str, alternative: &'t str) -> Result<Option<Slot<'t>>, PatternError> {
    Ok(Some(match alternative {
        "" => return Ok(None),
        "*" => Slot::Any(1),
        "#ordinal" => Slot::Ordinal,
        "#number" => Slot::Number,
        "#Name" => Slot::Name,
        other if other.starts_with('#') => return Err(PatternError::Class(pattern.to_owned(), other.to_owned())),
        other => match other.strip_prefix('*').map(str::parse) {
            Some(Ok(count)) => Slot::Any(count),
            Some(Err(_)) => return Err(PatternError::Word(pattern.to_owned(), other.to_owned())),
            None => Slot::Words(words(pattern, other)?),
        },
    }))
}

fn words<'t>(pattern: &str, text: &'t str) -> Result<Vec<Word<'t>>, PatternError> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(vec![Word { text, exact: false, join: Join::Any }]); // as most are
    }
    let mut words = Vec::new();
    let mut join = Join::Any;
    for piece in Pieces::new(text) {
        let piece = piece.map_err(|()| PatternError::Braces(pattern.to_owned()))?;
        if let Some(next) = separator(piece) {
            join = next;
            continue;
        }
        let (word, exact) = piece.strip_prefix('=').map_or((piece, false), |word| (word, true));
        let allowed = |c: char| c.is_alphanumeric() || "'’.&/+%$·".contains(c);
        if word.is_empty() || !word.chars().all(allowed) {
            return Err(PatternError::Word(pattern.to_owned(), piece.to_owned()));
        }
        words.push(Word { text: word, exact, join: std::mem::take(&mut join) });
    }
    if words.is_empty() {
        return Err(PatternError::Word(pattern.to_owned(), text.to_owned()));
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_words_and_joins_parse() {
        let pattern = Pattern::parse("{large|very big|} country =Party_line , {*3} {#ordinal}").unwrap();
        let [first, second, third, line, gap, ordinal] = pattern.items.as_slice() else { panic!("{pattern:?}") };
        assert!(first.optional && first.slots.len() == 2);
        assert!(second.is_anchor() && third.is_anchor());
        assert_eq!((line.join, gap.join), (Join::Space, Join::Comma));
        assert_eq!((gap.slots.as_slice(), gap.optional), ([Slot::Any(3)].as_slice(), true));
        assert_eq!(ordinal.slots, [Slot::Ordinal]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(matches!(Pattern::parse("{a|b"), Err(PatternError::Braces(_))));
        assert!(matches!(Pattern::parse("{*} {a}?"), Err(PatternError::NoAnchor(_))));
        assert!(matches!(Pattern::parse("{#x} a"), Err(PatternError::Class(..))));
        assert!(matches!(Pattern::parse("a (b)"), Err(PatternError::Word(..))));
        assert!(matches!(Pattern::parse("a {,|and} b"), Err(PatternError::Word(..))));
    }
}
