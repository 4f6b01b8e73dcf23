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

use thiserror::Error;

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
        for piece in pieces(text)? {
            match separator(piece) {
                Some(next) => join = next,
                None => items.push(item(text, piece, std::mem::take(&mut join))?),
            }
        }
        let pattern = Self { items };
        if pattern.items.iter().any(Item::is_anchor) { Ok(pattern) } else { Err(PatternError::NoAnchor(text.to_owned())) }
    }
}

impl Item<'_> {
    /// Whether something must stand here, and its words are known.
    #[must_use]
    pub fn is_anchor(&self) -> bool {
        !self.optional && self.slots.iter().all(|slot| matches!(slot, Slot::Words(words) if !words.is_empty()))
    }
}

fn separator(piece: &str) -> Option<Join> {
    match piece {
        " " => Some(Join::Any),
        "-" => Some(Join::Hyphen),
        "_" => Some(Join::Space),
        "," => Some(Join::Comma),
        _ => None,
    }
}

/// Cuts a pattern into words, slots in braces, and separators; a brace without partner ends it.
struct Pieces<'t> {
    rest: &'t str,
    after_comma: bool,
}

impl<'t> Pieces<'t> {
    fn new(text: &'t str) -> Self {
        Self { rest: text.trim(), after_comma: false }
    }

    /// The next piece; an error where braces do not match.
    fn piece(&mut self) -> Option<Result<&'t str, ()>> {
        loop {
            let length = match self.rest.chars().next()? {
                '{' => match slot_length(self.rest) {
                    Some(length) => length,
                    None => return Some(Err(())),
                },
                '}' => return Some(Err(())),
                ' ' | '-' | '_' | ',' => 1,
                _ => self.rest.bytes().position(|b| is_separator(b) || b == b'{' || b == b'}').unwrap_or(self.rest.len()),
            };
            let (piece, after) = self.rest.split_at_checked(length)?;
            let around_comma = piece == " " && (self.after_comma || after.trim_start().starts_with(','));
            self.rest = after;
            self.after_comma = piece == "," || (self.after_comma && around_comma);
            if !around_comma {
                return Some(Ok(piece));
            }
        }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Result<&'t str, ()>;

    fn next(&mut self) -> Option<Self::Item> {
        self.piece()
    }
}

fn pieces(text: &str) -> Result<Vec<&str>, PatternError> {
    Pieces::new(text).collect::<Result<_, _>>().map_err(|()| PatternError::Braces(text.to_owned()))
}

/// Under which words a pattern is filed: two words in a row where the pattern has such, else one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor<'t> {
    /// The number of the item that `words` come from.
    pub item: usize,
    before: Option<&'t str>,
    words: &'t str,
}

impl<'t> Anchor<'t> {
    /// The first word of each alternative of the item.
    pub fn words(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        alternatives(self.words).map(first_word)
    }

    /// The last word of each alternative of the item before it; nothing where one word is all.
    pub fn before(&self) -> Option<impl Iterator<Item = &'t str> + use<'t>> {
        self.before.map(|piece| alternatives(piece).map(last_word))
    }
}

/// The most combinations of words under which one pattern is filed.
const MOST: usize = 16;
/// How long the words of a pair must be together, in bytes, to be rare enough.
const RARE: usize = 7;

/// Finds the anchor of a pattern: the longest words that must stand in it, as those are rare.
/// Nothing is parsed besides, so that this costs little at start-up.
#[must_use]
pub fn anchor(text: &str) -> Option<Anchor<'_>> {
    let (mut best, mut single) = (None, None);
    let mut before: Option<(&str, Weight)> = None;
    let items = Pieces::new(text).map_while(Result::ok).filter(|piece| separator(piece).is_none());
    for (item, words) in items.enumerate() {
        let here = weight(words);
        if let Some(here) = here {
            let anchor = Anchor { item, before: None, words };
            single = better(single, (here.length, anchor));
            if let Some((piece, there)) = before.filter(|(_, there)| there.count * here.count <= MOST) {
                best = better(best, (there.length + here.length, Anchor { before: Some(piece), ..anchor }));
            }
        }
        before = here.map(|here| (words, here));
    }
    best.filter(|(length, _)| *length >= RARE).or(single).map(|(_, anchor)| anchor)
}

fn better<'t>(best: Option<(usize, Anchor<'t>)>, next: (usize, Anchor<'t>)) -> Option<(usize, Anchor<'t>)> {
    best.filter(|(length, _)| *length >= next.0).or(Some(next))
}

/// How rare the words of an item are.
#[derive(Clone, Copy)]
struct Weight {
    /// The length of the shortest one.
    length: usize,
    /// How many there are.
    count: usize,
}

/// The weight of an item; nothing where it is optional or open.
fn weight(piece: &str) -> Option<Weight> {
    let mut weight = Weight { length: usize::MAX, count: 0 };
    for alternative in alternatives(piece) {
        let word = first_word(alternative);
        if word.is_empty() || alternative.starts_with(['*', '#']) {
            return None;
        }
        weight = Weight { length: weight.length.min(word.len()), count: weight.count + 1 };
    }
    (!piece.ends_with('?')).then_some(weight)
}

fn alternatives(piece: &str) -> impl Iterator<Item = &str> {
    piece.trim_start_matches('{').trim_end_matches('?').trim_end_matches('}').split('|').map(str::trim)
}

fn first_word(alternative: &str) -> &str {
    let end = alternative.bytes().position(is_separator).unwrap_or(alternative.len());
    alternative.get(..end).unwrap_or_default().trim_start_matches('=')
}

fn last_word(alternative: &str) -> &str {
    let start = alternative.bytes().rposition(is_separator).map_or(0, |at| at + 1);
    alternative.get(start..).unwrap_or_default().trim_start_matches('=')
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'_' | b',')
}

/// The length of the slot at the start of `rest`, with its `?`.
fn slot_length(rest: &str) -> Option<usize> {
    let close = rest.find('}')?;
    let body = rest.get(1..close)?;
    let optional = rest.get(close + 1..)?.starts_with('?');
    (!body.contains('{')).then_some(close + 1 + usize::from(optional))
}

fn item<'t>(pattern: &str, piece: &'t str, join: Join) -> Result<Item<'t>, PatternError> {
    let Some(body) = piece.strip_prefix('{') else {
        return Ok(Item { slots: vec![Slot::Words(words(pattern, piece)?)], optional: false, join });
    };
    let (body, mut optional) = match body.strip_suffix("}?") {
        Some(body) => (body, true),
        None => (body.trim_end_matches('}'), false),
    };
    let mut slots = Vec::new();
    for alternative in body.split('|').map(str::trim) {
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
    let mut words = Vec::new();
    let mut join = Join::Any;
    for piece in pieces(text)? {
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
    }
}
