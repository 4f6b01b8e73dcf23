//! Cardinals in digits and words: 1.5 million, one hundred and five, half a billion, 33 000.

use super::super::Quantity;
use super::super::Role;
use super::super::reading::Reading;
use super::lex::{Gap, Item};
use super::words::{glued, ordinal, plural, scale, small};

/// A number that was read.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// Its value.
    pub(super) value: f64,
    /// The item behind it.
    pub(super) behind: usize,
    /// Other values that it may have.
    pub(super) others: Vec<f64>,
    /// Numbers that it may be a row of.
    pub(super) parts: Vec<f64>,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// Whether it is an ordinal.
    pub(super) ordinal: bool,
}

/// The most terms of one number.
const TERMS: usize = 12;

/// The number that starts at an item.
pub(super) fn amount(items: &[Item<'_>], at: usize) -> Option<Amount> {
    let first = items.get(at)?;
    if first.number.is_some() {
        return Some(digital(items, at));
    }
    part_of_scale(items, at).or_else(|| Reader::default().read(items, at))
}

/// Digits, with their scale.
fn digital(items: &[Item<'_>], at: usize) -> Amount {
    let mut amount = grouped(items, at);
    if let Some(item) = items.get(amount.behind)
        && item.gap == Gap::None
        && let Some(value) = glued(item.raw)
    {
        amount.others.push(amount.value);
        amount.value *= value;
        amount.behind += 1;
    }
    scales(items, &mut amount);
    let first = amount.clone();
    // 1 billion 400 million
    if let Some(next) = items.get(amount.behind).filter(|item| item.is_close() || item.gap == Gap::Comma)
        && amount.behind > at + 1
        && next.number.is_some()
    {
        let mut second = grouped(items, amount.behind);
        let plain = second.behind;
        scales(items, &mut second);
        if second.behind > plain && second.value < amount.value / 2.0 {
            amount.parts.extend([amount.value, second.value]);
            amount.value += second.value;
            amount.behind = second.behind;
            return amount;
        }
    }
    first
}

/// Digits that a space or a comma with a space may group: 33 000.
fn grouped(items: &[Item<'_>], at: usize) -> Amount {
    let mut amount =
        Amount { value: 0.0, behind: at, others: Vec::new(), parts: Vec::new(), digits: true, ordinal: false };
    while let Some(item) = items.get(amount.behind) {
        let Some(value) = item.number else { break };
        let first = amount.behind == at;
        let group = item.is_plain(3) && (item.gap == Gap::Space || (item.gap == Gap::Comma && item.raw == "000"));
        let fits = first || (group && amount.behind < at + TERMS);
        if !fits || (!first && glued_behind(items, amount.behind)) {
            break;
        }
        if !first {
            amount.parts.extend(amount.parts.is_empty().then_some(amount.value).into_iter().chain([value]));
        }
        amount.value = if first { value } else { amount.value * 1000.0 + value };
        amount.behind += 1;
        if first && !(1..=3).any(|digits| item.is_plain(digits)) {
            break;
        }
    }
    amount
}

fn glued_behind(items: &[Item<'_>], at: usize) -> bool {
    items.get(at + 1).is_some_and(|next| next.gap == Gap::None && !next.is("%"))
}

/// Multiplies by the scales behind a number, and adds the half of `two and a half million`.
fn scales(items: &[Item<'_>], amount: &mut Amount) {
    if half_behind(items, amount.behind) {
        amount.value += 0.5;
        amount.behind += 3;
    }
    while let Some(value) = items
        .get(amount.behind)
        .filter(|item| item.is_close() || item.gap == Gap::None)
        .and_then(|item| scale(&item.lower))
    {
        amount.value *= value;
        amount.behind += 1;
    }
}

/// Whether `and a half` follows.
fn half_behind(items: &[Item<'_>], at: usize) -> bool {
    let words = items.get(at..at + 3).unwrap_or_default();
    matches!(words, [and, a, half] if and.is("and") && a.is("a") && half.is("half") && and.is_close())
}

/// Half a million, a quarter of a million, half million.
fn part_of_scale(items: &[Item<'_>], at: usize) -> Option<Amount> {
    let part = match &*items.get(at)?.lower {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    let skip = |at: usize, word: &str| at + usize::from(items.get(at).is_some_and(|item| item.is(word)));
    let behind = skip(skip(skip(at + 1, "of"), "a"), "an");
    let value = items.get(behind).filter(|item| item.is_close()).and_then(|item| scale(&item.lower))?;
    let mut amount = Amount {
        value: part * value,
        behind: behind + 1,
        others: Vec::new(),
        parts: vec![part, value],
        digits: false,
        ordinal: false,
    };
    scales(items, &mut amount);
    Some(amount)
}

/// What was read of a number in words.
#[derive(Default)]
struct Reader {
    total: f64,
    section: Option<f64>,
    parts: Vec<f64>,
    terms: usize,
    ordinal: bool,
}

impl Reader {
    fn read(mut self, items: &[Item<'_>], at: usize) -> Option<Amount> {
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

/// Vague plurals: dozens of, hundreds of thousands; and decades: 1990s, 90s.
pub(super) fn decade(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    vague(items, at).or_else(|| years(items, at))
}

fn vague(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let first = items.get(at)?;
    let (mut value, mut behind) = (plural(&first.lower)?, at + 1);
    while let [of, next, ..] = items.get(behind..).unwrap_or_default()
        && of.is("of")
        && let Some(by) = plural(&next.lower).filter(|_| behind < at + TERMS)
    {
        value *= by;
        behind += 2;
    }
    let last = items.get(behind - 1)?;
    let mut quantity = Quantity::plain(first.span.cover(last.span), value, false);
    quantity.readings = vec![Reading::range(value, value * 9.99)];
    quantity.rounded = true;
    Some((quantity, behind))
}

fn years(items: &[Item<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (item, s) = (items.get(at)?, items.get(at + 1)?);
    let value = item.number.filter(|_| item.is_plain(4) || item.is_plain(2))?;
    let plural = s.is("s") && (s.gap == Gap::None || s.gap == Gap::Other);
    if !plural || value % 10.0 != 0.0 {
        return None;
    }
    let mut quantity = Quantity::plain(item.span.cover(s.span), value, true);
    quantity.role = Role::Year;
    quantity.or(value % 100.0);
    quantity.readings.push(Reading::range(value, value + 9.0));
    if value < 100.0 {
        quantity.or(1900.0 + value);
        quantity.firm = false;
    }
    Some((quantity, at + 2))
}
