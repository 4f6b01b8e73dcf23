//! One entry in several of its right forms: the minority is reported. A form that is a part of the
//! other, or its abbreviation, is how texts shorten what they have named, and no rival.

use std::collections::BTreeMap;

use super::{Terms, Use};
use crate::check::{Check, Context, Hit, RuleRef};
use crate::glossary::Status;

/// The check.
pub(super) struct Mixed {
    pub(super) rule: RuleRef,
    pub(super) terms: Terms,
}

impl Check for Mixed {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let mut terms: BTreeMap<u32, Vec<Use<'_>>> = BTreeMap::new();
        for found in self.terms.valid(context).filter(|found| found.status != Status::Short) {
            terms.entry(found.number).or_default().push(found);
        }
        for uses in terms.into_values() {
            self.compare(context, &uses, hits);
        }
    }
}

impl Mixed {
    fn compare(&self, context: &Context<'_>, uses: &[Use<'_>], hits: &mut Vec<Hit>) {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for found in uses {
            *counts.entry(found.at).or_default() += 1;
        }
        let Some((majority, count)) = counts.iter().max_by_key(|(at, count)| (**count, std::cmp::Reverse(**at))) else {
            return;
        };
        let Some(right) = uses.iter().find(|found| found.at == *majority) else { return };
        for found in uses.iter().filter(|found| found.at != *majority && rivals(&found.form.text, &right.form.text)) {
            let own = counts.get(&found.at).copied().unwrap_or_default();
            let hit = Hit::new(self.rule, found.span).with_fix(found.replaced_by(context, &right.form.text), false);
            let hit = hit.with_value("right", right.form.text.as_str()).with_value("count", count.to_string());
            let note = format!("here it is “{}”", right.form.text);
            let mut hit = hit.with_value("own", own.to_string()).with_related(right.span, note);
            hit.about = found.about.clone();
            hits.push(hit);
        }
    }
}

/// Whether two forms are alternatives: neither is a part or the abbreviation of the other.
fn rivals(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let words = |text: &str| text.split([' ', '-']).map(str::to_lowercase).collect::<Vec<_>>();
    let (long_words, short_words) = (words(long), words(short));
    let part = short_words.iter().all(|word| long_words.contains(word));
    !part && !abbreviates(short, long)
}

/// Whether the capitals of a short form are initials of the long one, in their order.
fn abbreviates(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut initials = long.split([' ', '-']).filter_map(|word| word.chars().next());
    let capitals = letters.len() > 1 && letters.iter().all(|c| !c.is_lowercase());
    capitals && letters.iter().all(|letter| initials.any(|initial| initial.to_uppercase().eq([*letter])))
}

#[cfg(test)]
mod tests {
    use super::rivals;

    #[test]
    fn parts_and_abbreviations_are_no_rivals() {
        assert!(rivals("poverty alleviation", "poverty reduction") && rivals("Macao", "Macau"));
        assert!(!rivals("union", "trade union") && !rivals("ACFTU", "All-China Federation of Trade Unions"));
    }
}
