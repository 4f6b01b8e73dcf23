//! Right forms word by word, so that a slot pattern is compared with all of them at once.

use rustc_hash::FxHashMap;

use super::fold::{is_hyphen, is_join};
use crate::glossary::{Item, Join, Pattern, Slot, Word};

/// Forms as paths of words.
#[derive(Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// The words that follow, with how they are joined.
    next: FxHashMap<(Link, String), usize>,
    /// The same in the order in which they were added.
    all: Vec<(Link, String, usize)>,
    /// The entries whose form ends here.
    entries: Vec<usize>,
}

/// How a word of a form is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Link {
    Space,
    Hyphen,
    Comma,
}

/// The most places in the trie at which a pattern is followed at the same time.
const MOST: usize = 1000;

/// Too many forms begin as the pattern does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMany;

impl Trie {
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::default()] }
    }

    /// Adds the form of an entry.
    pub(super) fn add(&mut self, entry: usize, form: &str) {
        let end = words(form).into_iter().fold(0, |at, (link, word)| self.child(at, link, word));
        if let Some(node) = self.nodes.get_mut(end) {
            node.entries.push(entry);
        }
    }

    fn child(&mut self, at: usize, link: Link, word: String) -> usize {
        let new = self.nodes.len();
        let Some(node) = self.nodes.get_mut(at) else { return at };
        if let Some(next) = node.next.get(&(link, word.clone())) {
            return *next;
        }
        node.all.push((link, word.clone(), new));
        node.next.insert((link, word), new);
        self.nodes.push(Node::default());
        new
    }

    /// The entries whose form the pattern matches word for word, in their order.
    pub(super) fn matches(&self, pattern: &Pattern<'_>) -> Result<Vec<usize>, TooMany> {
        let mut places = vec![0];
        for item in &pattern.items {
            places = self.follow(&places, item);
            if places.len() > MOST {
                return Err(TooMany);
            }
        }
        let entries = places.iter().filter_map(|place| self.nodes.get(*place)).flat_map(|node| &node.entries);
        let mut entries: Vec<usize> = entries.copied().collect();
        entries.sort_unstable();
        Ok(entries)
    }

    fn follow(&self, places: &[usize], item: &Item<'_>) -> Vec<usize> {
        let mut next = if item.optional { places.to_vec() } else { Vec::new() };
        for slot in &item.slots {
            next.extend(self.slot(places, slot, item.join));
        }
        next.sort_unstable();
        next.dedup();
        next
    }

    fn slot(&self, places: &[usize], slot: &Slot<'_>, join: Join) -> Vec<usize> {
        match slot {
            Slot::Words(words) => words.iter().enumerate().fold(places.to_vec(), |places, (number, word)| {
                self.word(&places, word, if number == 0 { join } else { word.join })
            }),
            Slot::Any(count) => {
                let (mut reached, mut last) = (Vec::new(), places.to_vec());
                for _ in 0..*count {
                    last = self.every(&last, |_| true);
                    reached.extend_from_slice(&last);
                    if reached.len() > MOST || last.is_empty() {
                        break;
                    }
                }
                reached
            }
            Slot::Number => self.every(places, |word| word.chars().all(|c| c.is_ascii_digit())),
            Slot::Ordinal => self.every(places, is_ordinal),
            // Forms are filed without their capitals.
            Slot::Name => Vec::new(),
        }
    }

    fn word(&self, places: &[usize], word: &Word<'_>, join: Join) -> Vec<usize> {
        let text = plain(word.text);
        let step = |place: &usize, link: Link| {
            // Before the first word nothing is joined.
            let link = if *place == 0 { Link::Space } else { link };
            self.nodes.get(*place)?.next.get(&(link, text.clone())).copied()
        };
        let steps = places.iter().flat_map(|place| links(join).iter().filter_map(move |link| step(place, *link)));
        let mut steps: Vec<usize> = steps.collect();
        steps.dedup();
        steps
    }

    fn every(&self, places: &[usize], wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        let nodes = places.iter().filter_map(|place| self.nodes.get(*place));
        let all = nodes.flat_map(|node| &node.all).filter(|(link, word, _)| *link != Link::Comma && wanted(word));
        all.map(|(_, _, next)| *next).collect()
    }
}

fn links(join: Join) -> &'static [Link] {
    match join {
        Join::Any => &[Link::Space, Link::Hyphen],
        Join::Hyphen => &[Link::Hyphen],
        Join::Space => &[Link::Space],
        Join::Comma => &[Link::Comma],
    }
}

/// An ordinal in digits: `1st`, `20th`.
fn is_ordinal(word: &str) -> bool {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// A word without its capitals.
fn plain(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// The words of a form, each with how it is joined to the one before it.
fn words(form: &str) -> Vec<(Link, String)> {
    let (mut words, mut link, mut word) = (Vec::new(), Link::Space, String::new());
    for c in form.chars() {
        if !is_join(c) && c != ',' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push((std::mem::replace(&mut link, Link::Space), plain(&std::mem::take(&mut word))));
        }
        link = match (c, link) {
            (',', _) | (_, Link::Comma) => Link::Comma,
            (c, _) if is_hyphen(c) => Link::Hyphen,
            (_, link) => link,
        };
    }
    if !word.is_empty() {
        words.push((link, plain(&word)));
    }
    words
}
