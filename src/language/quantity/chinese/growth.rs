//! Growth: 增长2倍, 是去年的三倍, 翻两番, and what a share says of it.

use super::super::reading::Reading;
use super::super::{Quantity, Role};
use super::glyph::{before, glyph, goes_on};
use super::share::shifted;

/// Characters between a verb and its number that leave it open how much is added: 增长逾2倍.
const LOOSE: &str = "了近逾约超过将达至少约莫整不足接";
/// Verbs of growth: what follows is added.
const ADDED: [&str; 22] = [
    "增长", "增加", "上涨", "提高", "扩大", "上升", "提升", "攀升", "飙升", "激增", "猛增", "大增", "暴涨", "大涨",
    "增幅", "涨幅", "高出", "多出", "增", "涨", "多", "高",
];
/// What stands before the whole that something is or becomes.
const WHOLE: [&str; 12] = ["是", "为", "至", "到", "的", "成", "相当于", "等于", "达", "翻", "乘以", "以"];
/// The most characters between a verb and its number.
const NEAR: usize = 4;

/// Makes a numeral the growth that the sign behind it says; the position behind that.
pub(super) fn dress(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    times(text, quantity, tail).or_else(|| doublings(text, quantity, tail))
}

/// Times: 增长2倍 is threefold, and is often said of twofold.
fn times(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    let (_, end) = glyph(text, tail).filter(|(c, _)| *c == '倍')?;
    let half = if goes_on(text, end, "半") { 0.5 } else { 0.0 };
    let more = goes_on(text, end, "多") || goes_on(text, end, "以上") || goes_on(text, end, "有余");
    let around = shifted(&quantity.readings, half);
    let Some(said) = around.first().copied() else { return Some(end) };
    let added = added(text, quantity, &said);
    quantity.readings.extend(around.iter().copied());
    for shift in added.iter().map(|added| added * 2.0 - 1.0) {
        quantity.readings.extend(shifted(&around, shift));
    }
    if more {
        for reading in &mut quantity.readings {
            reading.high += 1.0;
        }
    }
    let near = before(text, quantity.span.start()) == Some('近');
    for added in added {
        let (low, high) = (said.low + added, said.high + added);
        let factor = Reading::factor(if near { low * 0.9 } else { low }, if more { high + 0.99 } else { high });
        quantity.readings.push(factor);
    }
    quantity.role = Role::Times;
    Some(end)
}

/// What is added to the number of times: one where it is that of an increase.
fn added(text: &str, quantity: &Quantity, said: &Reading) -> Vec<f64> {
    let lead = text.get(..quantity.span.start()).unwrap_or_default();
    let lead = lead.trim_end_matches(|c| LOOSE.contains(c));
    let one = (said.low - 1.0).abs() < 0.01;
    if one || ADDED.iter().any(|verb| lead.ends_with(verb)) {
        vec![1.0]
    } else if is_whole(text, quantity.span.start()) {
        vec![0.0]
    } else {
        vec![0.0, 1.0]
    }
}

/// Whether a number says what something is or becomes, not what is added to it.
fn is_whole(text: &str, start: usize) -> bool {
    let mut end = start;
    for _ in 0..NEAR {
        let lead = text.get(..end).unwrap_or_default();
        if WHOLE.iter().any(|word| lead.ends_with(word)) {
            return true;
        }
        let Some(c) = lead.chars().next_back().filter(|c| LOOSE.contains(*c)) else { return false };
        end -= c.len_utf8();
    }
    false
}

/// Doublings: 翻两番 is fourfold.
fn doublings(text: &str, quantity: &mut Quantity, tail: usize) -> Option<usize> {
    let (_, end) = glyph(text, tail).filter(|(c, _)| *c == '番')?;
    let times = quantity.exact().filter(|times| (1.0..=8.0).contains(times))?;
    let factor = times.exp2();
    quantity.or_any([factor, factor - 1.0]);
    let more = ["多", "还多", "有余", "以上"].iter().any(|word| goes_on(text, end, word));
    quantity.readings.push(Reading::factor(factor, if more { factor * 1.5 } else { factor }));
    quantity.role = Role::Times;
    quantity.firm = false;
    Some(end)
}

/// Adds how many times as much something becomes when a share is added to it or taken off.
pub(super) fn of_share(quantity: &mut Quantity) {
    let Some(share) = quantity.first().copied() else { return };
    quantity.readings.push(Reading::factor(1.0 + share.low, 1.0 + share.high));
    if share.high < 1.0 {
        quantity.readings.push(Reading::factor(1.0 - share.high, 1.0 - share.low));
    }
}
