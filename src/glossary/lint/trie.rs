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
    /// The word as it is spelt, and how it is joined to the one before it.
    word: String,
    link: Option<Link>,
    /// The words that follow, by their letters.
    next: FxHashMap<String, Vec<usize>>,
    /// The same in the order in which they were added.
    all: Vec<usize>,
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
        let (new, letters) = (self.nodes.len(), plain(&word));
        let known = self.nodes.get(at).and_then(|node| node.next.get(&letters)).into_iter().flatten().copied();
        let same = |child: &usize| self.nodes.get(*child).is_some_and(|node| node.is(link) && node.word == word);
        if let Some(child) = known.into_iter().find(same) {
            return child;
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.all.push(new);
            node.next.entry(letters).or_default().push(new);
        }
        self.nodes.push(Node { word, link: Some(link), ..Node::default() });
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
            Slot::Name => self.every(places, |word| word.starts_with(char::is_uppercase)),
        }
    }

    fn word(&self, places: &[usize], word: &Word<'_>, join: Join) -> Vec<usize> {
        let letters = plain(word.text);
        let mut found = Vec::new();
        for place in places {
            // Before the first word nothing is joined.
            let links = if *place == 0 { &[Link::Space] } else { links(join) };
            let next = self.nodes.get(*place).and_then(|node| node.next.get(&letters));
            found.extend(next.into_iter().flatten().copied().filter(|child| {
                let admits =
                    |node: &Node| links.iter().any(|link| node.is(*link)) && (!word.exact || node.word == word.text);
                self.nodes.get(*child).is_some_and(admits)
            }));
        }
        found
    }

    fn every(&self, places: &[usize], wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        let nodes = places.iter().filter_map(|place| self.nodes.get(*place));
        let admits = |node: &Node| !node.is(Link::Comma) && wanted(&node.word);
        let all = nodes.flat_map(|node| &node.all).copied();
        all.filter(|child| self.nodes.get(*child).is_some_and(admits)).collect()
    }
}

impl Node {
    fn is(&self, link: Link) -> bool {
        self.link == Some(link)
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

/// The letters of a word, without capitals.
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
            words.push((std::mem::replace(&mut link, Link::Space), std::mem::take(&mut word)));
        }
        link = match (c, link) {
            (',', _) | (_, Link::Comma) => Link::Comma,
            (c, _) if is_hyphen(c) => Link::Hyphen,
            (_, link) => link,
        };
    }
    if !word.is_empty() {
        words.push((link, word));
    }
    words
}
