//! Numbers of congresses and terms: "20th" here, "Twentieth" there.

use std::collections::BTreeMap;

use super::group::{self, Form};
use crate::check::{Check, Context, Hit, RuleRef};
use crate::language::{Analysis, Case, Gap, Kind, Token, ordinal_word};
use crate::text::Span;

/// The least number that is compared: smaller ones are written out as one likes.
const LEAST: u32 = 13;

/// The check.
pub(super) struct Ordinals {
    pub(super) rule: RuleRef,
}

impl Check for Ordinals {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for [digits, words] in numbers(text).into_values() {
            let (right, other) =
                if words.places.len() > digits.places.len() { (words, digits) } else { (digits, words) };
            if !right.places.is_empty() {
                let fixed =
                    |place: &Span| group::hit(self.rule, *place, &other, &right).with_fix(right.text.clone(), false);
                hits.extend(other.places.iter().map(fixed));
            }
        }
    }
}

/// The ordinals before a capitalised word, by value: in digits, and in words.
fn numbers(text: &Analysis<'_>) -> BTreeMap<u32, [Form; 2]> {
    let mut numbers: BTreeMap<u32, [Form; 2]> = BTreeMap::new();
    let large = |word: &Token| ordinal_word(text.word(word)).filter(|value| *value >= LEAST);
    let compared = |word: &Token| word.kind == Kind::Number || word.case == Case::Title;
    for at in text.distinct().places(|word| compared(word) && large(word).is_some()) {
        let (Some(ordinal), Some(next)) = (text.tokens().get(at), text.tokens().get(at + 1)) else { continue };
        let named = next.gap == Gap::Space && next.kind == Kind::Word && next.case != Case::Lower;
        let digits = ordinal.kind == Kind::Number;
        let Some(value) = large(ordinal).filter(|_| named) else { continue };
        let empty = || Form { text: String::new(), places: Vec::new() };
        let forms = numbers.entry(value).or_insert_with(|| [empty(), empty()]);
        let Some(form) = forms.get_mut(usize::from(!digits)) else { continue };
        if form.places.is_empty() {
            text.word(ordinal).clone_into(&mut form.text);
        }
        form.places.push(ordinal.span);
    }
    numbers
}
