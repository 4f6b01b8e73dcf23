//! `Reader`: what is read of a numeral in characters, one by one.

use super::amount::Amount;
use super::characters::plain_digits;
use super::glyph::{digit, glyph, is_prefix, is_unit, is_vague, scale, unit};
use super::numeral::{Numeral, vague};

/// What was read of a numeral so far.
pub(super) struct Reader {
    total: Amount,
    section: Amount,
    digit: Option<Amount>,
    /// The unit that was read last.
    unit: f64,
    /// The numerals that were read.
    count: usize,
    /// Whether it is only units, without a digit.
    bare: bool,
    zero: bool,
    /// Whether it has 几, 数 or two digits for one: 几十, 二三十.
    loose: bool,
}

impl Reader {
    /// A reader that has read nothing.
    pub(super) fn new() -> Self {
        Self {
            total: Amount::ZERO,
            section: Amount::ZERO,
            digit: None,
            unit: 1.0,
            count: 0,
            bare: true,
            zero: false,
            loose: false,
        }
    }

    /// Reads a numeral to its end.
    pub(super) fn read(mut self, text: &str, at: usize) -> Option<Numeral> {
        let mut end = at;
        while let Some(next) = self.step(text, end) {
            end = next;
        }
        (self.count > 0).then(|| self.finish(text, end))
    }

    /// Reads a character; the position behind it, or nothing at the end of the numeral.
    fn step(&mut self, text: &str, at: usize) -> Option<usize> {
        let (c, next) = glyph(text, at)?;
        let following = glyph(text, next).map_or(' ', |(c, _)| c);
        let taken = match c {
            '零' | '〇' if self.count > 0 => self.gap(following),
            '几' | '数' => self.some(c, following),
            '有' | '又' => self.and(text, next),
            '廿' => self.tens(20.0),
            '卅' => self.tens(30.0),
            '点' => return self.decimals(text, next),
            _ if is_vague(c) => self.more(following),
            _ => self.numeral(c, following, is_prefix(text, at)),
        };
        taken.then_some(next)
    }

    fn gap(&mut self, following: char) -> bool {
        self.zero = true;
        digit(following).is_some_and(|digit| digit > 0)
    }

    /// 有 or 又 between tens and a digit: 六十有三.
    fn and(&self, text: &str, at: usize) -> bool {
        let tens = self.count >= 2 && self.digit.is_none() && (self.unit - 10.0).abs() < 0.5;
        let one = |c: char| digit(c).is_some_and(|digit| digit > 0);
        let Some((_, behind)) = glyph(text, at).filter(|(c, _)| tens && one(*c)) else { return false };
        !glyph(text, behind).is_some_and(|(c, _)| one(c) || is_unit(c))
    }

    /// 几 or 数 for a digit: 几十, 数百, 十几.
    fn some(&mut self, c: char, following: char) -> bool {
        let before_unit = is_unit(following);
        let behind_ten = c == '几' && self.count > 0 && self.digit.is_none() && (self.unit - 10.0).abs() < 0.5;
        let fits = self.digit.is_none() && (before_unit || behind_ten);
        if fits {
            self.digit = Some(Amount::units(if behind_ten { 0.0 } else { 1.0 }, 9.99));
            self.count += 1;
            (self.bare, self.loose) = (false, true);
        }
        fits
    }

    fn tens(&mut self, value: f64) -> bool {
        let fits = self.count == 0;
        self.section = Amount { low: value, high: value, place: 10.0 };
        self.count += 2;
        (self.unit, self.bare) = (10.0, false);
        fits
    }

    /// 余 or 多 before a scale: 三十多万.
    fn more(&mut self, following: char) -> bool {
        let fits = self.count > 0 && self.digit.is_none() && scale(following).is_some();
        if fits {
            self.section.widen();
        }
        fits
    }

    fn numeral(&mut self, c: char, following: char, prefix: bool) -> bool {
        if let Some(value) = digit(c) {
            return self.digit(value, following);
        }
        if prefix && self.count > 0 {
            return false;
        }
        if let Some(value) = unit(c) {
            self.unit(value)
        } else if let Some(value) = scale(c) {
            self.scale(value)
        } else {
            false
        }
    }

    fn digit(&mut self, value: u8, following: char) -> bool {
        let new = Amount::units(f64::from(value), f64::from(value));
        self.digit = match self.digit {
            None => Some(new),
            Some(old)
                if old.is_exact()
                    && (is_unit(following) || self.unit > 1.0)
                    && (new.low - old.low - 1.0).abs() < 0.5 =>
            {
                self.loose = true;
                Some(Amount::units(old.low, new.low))
            }
            Some(_) => return false,
        };
        self.count += 1;
        self.bare = false;
        true
    }

    fn unit(&mut self, value: f64) -> bool {
        // Units go down inside a section: 三千五百, not 三百五千.
        if self.digit.is_none() && self.count > 0 && self.unit <= value && self.section.low > 0.0 {
            return false;
        }
        let mut term = self.digit.take().unwrap_or(Amount::units(1.0, 1.0));
        term.scale(value);
        self.section.add(term);
        self.count += 1;
        self.bare &= value > 10.0;
        (self.unit, self.zero) = (value, false);
        true
    }

    fn scale(&mut self, value: f64) -> bool {
        if let Some(digit) = self.digit.take() {
            self.section.add(digit);
        }
        if self.section.high <= 0.0 {
            if self.total.high <= 0.0 {
                self.section = Amount::units(1.0, 1.0);
            } else {
                // 三万亿: the second scale takes all that stands before it.
                self.total.scale(value);
                self.count += 1;
                self.unit = value;
                return true;
            }
        }
        self.section.scale(value);
        self.total.add(std::mem::replace(&mut self.section, Amount::ZERO));
        self.count += 1;
        (self.unit, self.zero) = (value, false);
        true
    }

    /// Decimals: 三点五, 二点三五万.
    fn decimals(&mut self, text: &str, at: usize) -> Option<usize> {
        let (run, end) = plain_digits(text, at);
        let clock = glyph(text, end).is_some_and(|(c, _)| matches!(c, '分' | '十'));
        if run.is_empty() || clock || self.count == 0 {
            return None;
        }
        let mut place = 1.0;
        let mut digit = self.digit.take().unwrap_or(Amount::ZERO);
        for value in &run {
            place /= 10.0;
            digit.add(Amount { low: f64::from(*value) * place, high: f64::from(*value) * place, place });
        }
        self.digit = Some(digit);
        self.count += run.len();
        Some(end)
    }

    fn finish(mut self, text: &str, at: usize) -> Numeral {
        let place = if self.digit.is_some() { 1.0 } else { self.unit };
        if let Some(mut digit) = self.digit.take() {
            // 一万二 is 12,000.
            if !self.zero && self.unit >= 100.0 && digit.place >= 1.0 {
                digit.scale(self.unit / 10.0);
            }
            self.section.add(digit);
        }
        let mut amount = self.total;
        amount.add(self.section);
        let fine = amount.low.fract() != 0.0;
        let firm = !self.loose && !self.bare && ((self.count >= 2 && amount.low > 10.0) || fine);
        amount.place = if fine { 0.1 } else { place };
        let mut end = at;
        if place >= 10.0 {
            end = vague(text, at, &mut amount);
        }
        if self.bare && end == at {
            // 上百, 近万: about so many.
            amount.high = amount.low;
        }
        Numeral { end, amount, firm, digits: 0, arabic: false, others: Vec::new() }
    }
}
