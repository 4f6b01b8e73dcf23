//! Near misses: a name of several words of which all but one are those of a known name, and that
//! one differs by a letter or two.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::check::{Check, Context, Entry, Hit, RuleRef};
use crate::glossary::Term;
use crate::language::{Analysis, Name};
use crate::text::Span;

/// How alike the differing word must be (normalised Damerau–Levenshtein similarity, 0 to 1), and
/// how long at least; shorter words are too often other names.
const ALIKE: f64 = 0.7;
const SHORTEST: usize = 6;

/// The check.
pub(super) struct NearMiss {
    rule: RuleRef,
    names: Vec<(Vec<String>, Arc<Entry>)>,
    /// The names that have a word.
    by_word: FxHashMap<String, Vec<usize>>,
}

impl NearMiss {
    /// The check for near misses of these terms' right forms.
    pub(super) fn new<'t>(rule: RuleRef, terms: impl Iterator<Item = &'t Term>) -> Self {
        let mut check = Self { rule, names: Vec::new(), by_word: FxHashMap::default() };
        for term in terms {
            let about = Arc::new(Entry { source: term.id().to_owned(), target: term.target.clone(), ..Entry::default() });
            for form in term.right() {
                check.add(form, &about);
            }
        }
        check
    }

    fn add(&mut self, form: &str, about: &Arc<Entry>) {
        let words: Vec<String> = form.split(' ').map(str::to_owned).collect();
        if !(2..=4).contains(&words.len()) || !words.iter().all(|word| word.starts_with(char::is_uppercase)) {
            return;
        }
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(self.names.len());
        }
        self.names.push((words, Arc::clone(about)));
    }

    fn hit(&self, text: &Analysis<'_>, name: &Name) -> Option<Hit> {
        let words: Vec<&str> = text.slice(name.span).split(' ').collect();
        let known = words.iter().filter_map(|word| self.by_word.get(*word)).flatten();
        let candidates = known.filter_map(|number| self.names.get(*number));
        for (right, about) in candidates {
            let Some(at) = near(&words, right) else { continue };
            let span = word_span(text, name.span, at)?;
            let mut hit = Hit::new(self.rule, span).with_fix(right.get(at)?.clone(), false);
            hit.entry = Some(Arc::clone(about));
            return Some(hit);
        }
        None
    }

    /// Whether the words are a name themselves.
    fn is_known(&self, text: &Analysis<'_>, name: &Name) -> bool {
        let words: Vec<&str> = text.slice(name.span).split(' ').collect();
        let first = words.first().and_then(|word| self.by_word.get(*word));
        first.into_iter().flatten().filter_map(|number| self.names.get(*number)).any(|(right, _)| *right == words)
    }
}

impl Check for NearMiss {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for name in text.names().iter().filter(|name| (2..=4).contains(&name.tokens.len())) {
            if !self.is_known(text, name) {
                hits.extend(self.hit(text, name));
            }
        }
    }
}

/// The position of the one word that differs, if the rest is the same and that word is alike.
fn near(words: &[&str], right: &[String]) -> Option<usize> {
    if words.len() != right.len() {
        return None;
    }
    let mut differing = words.iter().zip(right).enumerate().filter(|(_, (word, right))| word != right);
    let (at, (word, right)) = differing.next()?;
    let initial = word.chars().next() == right.chars().next();
    let long = word.chars().count().min(right.chars().count()) >= SHORTEST;
    let alike = strsim::normalized_damerau_levenshtein(word, right) >= ALIKE;
    let plural = word.strip_suffix('s') == Some(right) || word.strip_suffix("'s") == Some(right);
    (differing.next().is_none() && initial && long && alike && !plural).then_some(at)
}

/// The span of the word of that number in a name.
fn word_span(text: &Analysis<'_>, name: Span, number: usize) -> Option<Span> {
    let mut at = name.start();
    for (index, word) in text.slice(name).split(' ').enumerate() {
        if index == number {
            return Some(Span::new(at, at + word.len()));
        }
        at += word.len() + 1;
    }
    None
}
