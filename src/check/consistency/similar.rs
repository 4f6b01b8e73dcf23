//! Phrases of the text that differ by one word, and that word by little: "two centenary goals" and
//! "two centennial goals". No glossary is needed.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::group::{self, Form};
use crate::check::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Case, stem, without_possessive};
use crate::text::Span;

/// How alike the differing words must be (normalised Damerau–Levenshtein similarity, 0 to 1), and
/// with how many letters both must begin.
const ALIKE: f64 = 0.55;
const PREFIX: usize = 4;
/// The words of a phrase.
const WORDS: std::ops::RangeInclusive<usize> = 2..=7;
/// How many different phrases of one shape are compared with each other.
const MOST: usize = 40;

/// The check.
pub(super) struct Similar {
    pub(super) rule: RuleRef,
    /// Whether capitalised phrases are compared, not quoted ones.
    pub(super) names: bool,
}

impl Check for Similar {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for forms in self.buckets(text).into_values() {
            for (at, form) in forms.iter().enumerate() {
                let others = forms
                    .iter()
                    .enumerate()
                    .filter(|(number, other)| *number != at && outweighs(other, form, *number < at));
                if let Some((_, right)) =
                    others.map(|(_, right)| (form, right)).find(|(form, right)| differ_by_one(&form.text, &right.text))
                {
                    let fixed =
                        |place: &Span| group::hit(self.rule, *place, form, right).with_fix(right.text.clone(), false);
                    hits.extend(form.places.iter().map(fixed));
                }
            }
        }
    }
}

/// Whether the first form is used more often, or as often and before.
fn outweighs(right: &Form, form: &Form, before: bool) -> bool {
    right.places.len() > form.places.len() || (right.places.len() == form.places.len() && before)
}

impl Similar {
    /// The phrases of a text, by their number of words and either their first or their last word.
    fn buckets(&self, text: &Analysis<'_>) -> BTreeMap<(usize, String), Vec<Form>> {
        let mut buckets: BTreeMap<(usize, String), Vec<Form>> = BTreeMap::new();
        let mut prefixes: FxHashMap<&str, String> = FxHashMap::default();
        for place in self.phrases(text) {
            let tokens = text.tokens_in(place);
            let (Some(first), true) = (tokens.first(), WORDS.contains(&tokens.len())) else { continue };
            let first = text.word(first);
            let prefix = prefixes.entry(first).or_insert_with(|| stem(first).chars().take(PREFIX).collect());
            let forms = buckets.entry((tokens.len(), prefix.clone())).or_default();
            let phrase = text.slice(place);
            if let Some(form) = forms.iter_mut().find(|form| form.text.eq_ignore_ascii_case(phrase)) {
                form.places.push(place);
            } else if forms.len() < MOST {
                forms.push(Form { text: phrase.to_owned(), places: vec![place] });
            }
        }
        buckets
    }

    fn phrases(&self, text: &Analysis<'_>) -> Vec<Span> {
        if self.names {
            return text
                .names()
                .iter()
                .filter(|name| !name.initial && name.tokens.len() > 2)
                .map(|name| trimmed(text, name.span))
                .collect();
        }
        let inner = text.quotations().iter().map(|quotation| trimmed(text, quotation.inner));
        let plain = |span: &Span| {
            let tokens = text.tokens_in(*span);
            tokens.len() <= *WORDS.end() && tokens.iter().all(|token| token.case != Case::None)
        };
        inner.filter(plain).collect()
    }
}

/// A phrase without the spaces and commas around it and without `'s`.
fn trimmed(text: &Analysis<'_>, span: Span) -> Span {
    let body = text.slice(span);
    let start = body.len() - body.trim_start().len();
    let end = body.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?'));
    Span::new(span.start() + start, span.start() + without_possessive(end).len())
}

/// Whether two phrases have the same words but one, and that one almost.
fn differ_by_one(one: &str, other: &str) -> bool {
    fn words(phrase: &str) -> impl Iterator<Item = &str> {
        phrase.split([' ', '-'])
    }
    let mut differing = words(one).zip(words(other)).filter(|(a, b)| !is_same(a, b));
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    if words(one).count() != words(other).count() {
        return false;
    }
    let (a, b) = (&*a.to_lowercase(), &*b.to_lowercase());
    let prefix = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= PREFIX;
    let plural = singular(a) == singular(b);
    let alike = || stem(a) == stem(b) || strsim::normalized_damerau_levenshtein(a, b) >= ALIKE;
    prefix && !plural && alike()
}

/// Whether two words are the same, case aside.
fn is_same(one: &str, other: &str) -> bool {
    let ascii = one.is_ascii() && other.is_ascii();
    one == other || if ascii { one.eq_ignore_ascii_case(other) } else { one.to_lowercase() == other.to_lowercase() }
}

/// The word without the endings of plural and possessive.
fn singular(word: &str) -> &str {
    let word = word.trim_end_matches(['\'', '’']);
    let word = word.strip_suffix('s').unwrap_or(word).trim_end_matches(['\'', '’']);
    word.strip_suffix("ie").or_else(|| word.strip_suffix('y')).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::differ_by_one;

    #[test]
    fn one_word_may_differ_a_little() {
        assert!(differ_by_one("two centenary goals", "two centennial goals"));
        assert!(differ_by_one("International Leaders Foundation", "International Leadership Foundation"));
        assert!(!differ_by_one("Beautiful County", "Beautiful Counties"));
        assert!(!differ_by_one("two establishments", "two maintenances"));
        assert!(!differ_by_one("four consciousnesses", "four self-confidences"));
    }
}
