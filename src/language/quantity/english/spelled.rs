//! Numbers in words: one hundred and five, twenty-first, three million.

use super::cardinal::{Amount, TERMS, half_behind, scales};
use super::lex::{Gap, Item};
use super::words::{ordinal, scale, small};

/// What was read of a number in words.
#[derive(Default)]
pub(super) struct Reader {
    total: f64,
    section: Option<f64>,
    parts: Vec<f64>,
    terms: usize,
    ordinal: bool,
}

impl Reader {
    /// Reads the number that starts at an item.
    pub(super) fn read(mut self, items: &[Item<'_>], at: usize) -> Option<Amount> {
        let mut behind = at;
        let lead = items.get(at).is_some_and(|item| item.is_any(&["a", "an"]));
        if lead {
            self.section = Some(1.0);
            behind += 1;
        }
        while let Some(next) = self.step(items, behind, behind == at).filter(|_| self.terms <= TERMS) {
            behind = next;
        }
        let value = self.total + self.section.unwrap_or_default();
        let terms = self.terms;
        let mut amount =
            Amount { value, behind, others: Vec::new(), parts: self.parts, digits: false, ordinal: self.ordinal };
        if terms > 0 && !self.ordinal && half_behind(items, behind) {
            scales(items, &mut amount);
        }
        (terms > 0).then_some(amount)
    }

    /// Reads a word; the item behind it, or nothing at the end of the number.
    fn step(&mut self, items: &[Item<'_>], at: usize, first: bool) -> Option<usize> {
        let item = items.get(at)?;
        if self.ordinal || !(first || item.is_close()) {
            return None;
        }
        if item.is("and") && self.terms > 0 && item.gap == Gap::Space {
            return self.and(items, at);
        }
        let taken = if let Some(value) = small(&item.lower) {
            self.small(value)
        } else if let Some(value) = scale(&item.lower).filter(|_| !first || !item.is("dozen")) {
            self.scale(value)
        } else if let Some(value) = ordinal(&item.lower) {
            self.end(value, first)
        } else {
            false
        };
        self.terms += usize::from(taken);
        taken.then_some(at + 1)
    }

    /// `and` inside a number: one hundred and five.
    fn and(&mut self, items: &[Item<'_>], at: usize) -> Option<usize> {
        let before = self.total + self.section.unwrap_or_default();
        let value = small(&items.get(at + 1)?.lower)?;
        if before < 100.0 || value <= 0.0 || self.section.is_some_and(|section| section % 100.0 != 0.0) {
            return None;
        }
        self.parts.extend([before, value]);
        Some(at + 1)
    }

    fn small(&mut self, value: f64) -> bool {
        let fits = match self.section {
            None => true,
            Some(section) => {
                let below = |whole: f64| section % whole == 0.0 && value < whole && value > 0.0;
                section >= 20.0 && (below(100.0) || (value < 10.0 && below(10.0)))
            }
        };
        if fits {
            self.section = Some(self.section.unwrap_or_default() + value);
        }
        fits
    }

    fn scale(&mut self, value: f64) -> bool {
        let section = self.section.take().unwrap_or(if self.total > 0.0 { 0.0 } else { 1.0 });
        if value < 1000.0 {
            self.section = Some(section * value);
        } else if section == 0.0 || (self.total > 0.0 && self.total < value) {
            self.total = (self.total + section) * value;
        } else {
            self.total += section * value;
        }
        true
    }

    /// The ordinal that ends a number: twenty-first, one hundredth.
    fn end(&mut self, value: f64, first: bool) -> bool {
        let section = self.section.unwrap_or_default();
        let fits = first || (section >= 20.0 && section % 10.0 == 0.0 && value < 10.0);
        if fits {
            self.section = Some(section + value);
            self.ordinal = true;
        }
        fits
    }
}
