//! Near misses: a name of several words of which all but one are those of a known name, and that
//! one differs by a letter or two.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::check::{About, Check, Context, Hit, RuleRef};
use crate::glossary::Glossary;
use crate::language::{Analysis, Name};
use crate::text::Span;

/// How alike the differing word must be (normalised Damerau–Levenshtein similarity, 0 to 1), and
/// how long at least; shorter words are too often other names.
const ALIKE: f64 = 0.7;
const SHORTEST: usize = 6;
/// The longest run of capitalised words that is looked into.
const LONGEST: usize = 12;

/// The check. Its index is made when the first document with names comes.
pub(super) struct NearMiss {
    rule: RuleRef,
    glossaries: Vec<Arc<Glossary>>,
    index: OnceLock<Index>,
}

/// Names of several words, and which of them have a word.
#[derive(Default)]
struct Index {
    names: Vec<Known>,
    by_word: FxHashMap<String, Vec<usize>>,
}

struct Known {
    words: Vec<String>,
    about: About,
}

impl NearMiss {
    /// The check for near misses of the right forms of these glossaries' terms.
    pub(super) fn new(rule: RuleRef, glossaries: &[&Arc<Glossary>]) -> Self {
        Self { rule, glossaries: glossaries.iter().copied().cloned().collect(), index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for glossary in &self.glossaries {
                for (number, term) in glossary.terms.iter().enumerate() {
                    term.right().for_each(|form| index.add(&form.text, About::term(glossary, number)));
                }
            }
            index
        })
    }
}

impl Index {
    fn add(&mut self, form: &str, about: About) {
        let words = || form.split(' ');
        if !(2..=4).contains(&words().count()) || !words().all(|word| word.starts_with(char::is_uppercase)) {
            return;
        }
        let words: Vec<String> = words().map(str::to_owned).collect();
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(self.names.len());
        }
        self.names.push(Known { words, about });
    }

    fn with_word(&self, word: &str) -> impl Iterator<Item = &Known> {
        self.by_word.get(word).into_iter().flatten().filter_map(|number| self.names.get(*number))
    }

    fn hit(&self, rule: RuleRef, text: &Analysis<'_>, name: &Name) -> Option<Hit> {
        let words: Vec<&str> = text.slice(name.span).split(' ').collect();
        let windows: Vec<_> = (0..words.len()).flat_map(|at| self.windows_around(&words, at)).collect();
        if windows.iter().any(|(_, window, known)| *window == known.words) {
            return None;
        }
        let (start, at, known) =
            windows.into_iter().find_map(|(start, window, known)| Some((start, near(window, &known.words)?, known)))?;
        let span = word_span(text, name.span, start + at)?;
        let mut hit = Hit::new(rule, span).with_fix(known.words.get(at)?.clone(), false);
        hit.about = known.about.clone();
        Some(hit)
    }

    /// The known names that have the word at `at`, each with the words that stand where it would.
    fn windows_around<'w>(&self, words: &'w [&'w str], at: usize) -> Vec<(usize, &'w [&'w str], &Known)> {
        let Some(word) = words.get(at) else { return Vec::new() };
        let known = self.with_word(word).filter_map(|known| {
            let start = at.checked_sub(known.words.iter().position(|part| part == word)?)?;
            Some((start, words.get(start..start + known.words.len())?, known))
        });
        known.collect()
    }
}

impl Check for NearMiss {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for name in text.names().iter().filter(|name| (2..=LONGEST).contains(&name.tokens.len())) {
            hits.extend(self.index().hit(self.rule, text, name));
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
    if !initial || differing.next().is_some() {
        return None;
    }
    let long = word.chars().count().min(right.chars().count()) >= SHORTEST;
    let plural = word.strip_suffix('s') == Some(right) || word.strip_suffix("'s") == Some(right);
    (long && !plural && strsim::normalized_damerau_levenshtein(word, right) >= ALIKE).then_some(at)
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
