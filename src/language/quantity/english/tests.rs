//! Tests of the English parser: what is read, and as what.

use super::super::{Hedge, Quantity, Role, Vocabulary};
fn quantities(text: &str, base: usize) -> Vec<Quantity> {
    let hedges = ["nearly\t-1", "more than\t1", "~or so\t0"];
    super::quantities(text, base, &Vocabulary::default().with_hedges(hedges.into_iter()).unwrap())
}

/// What is written, its plainest value or range, and its role.
fn plain(text: &str) -> Vec<(&str, f64, f64, Role)> {
    let value = |own: &Quantity| {
        let first = own.readings[0];
        (own.span.of(text), (first.low * 1e6).round() / 1e6, (first.high * 1e6).round() / 1e6, own.role)
    };
    quantities(text, 0).iter().map(value).collect()
}

#[test]
fn numbers_in_all_notations() {
    for (text, value) in [
        ("330,000", 330_000.0),
        ("330 000", 330_000.0),
        ("1.5 million", 1.5e6),
        ("1.5-million", 1.5e6),
        ("2.5bn", 2.5e9),
        ("1 billion 400 million", 1.4e9),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("one hundred and five", 105.0),
        ("twenty-five", 25.0),
        ("three hundred thousand", 3e5),
        ("two dozen", 24.0),
    ] {
        assert_eq!(plain(text), [(text, value, value, Role::Count)]);
    }
}

#[test]
fn ordinals_fractions_and_shares() {
    use Role::{Count, Ordinal, Percent, Points};
    assert_eq!(plain("the 18th"), [("18th", 18.0, 18.0, Ordinal)]);
    assert_eq!(plain("the twenty-first"), [("twenty-first", 21.0, 21.0, Ordinal)]);
    assert_eq!(plain("two-thirds"), [("two-thirds", 0.666_667, 0.666_667, Count)]);
    assert_eq!(plain("25 per cent"), [("25", 0.25, 0.25, Percent)]);
    assert_eq!(plain("0.5 percentage points"), [("0.5", 0.005, 0.005, Points)]);
}

#[test]
fn dates_and_times() {
    use Role::{Clock, Day, Month, Year};
    let roles = |text| quantities(text, 0).iter().map(|own| own.role).collect::<Vec<_>>();
    assert_eq!(roles("March 5, 2021"), [Month, Day, Year]);
    assert_eq!(roles("the 5th of March 2021"), [Day, Month, Year]);
    assert_eq!(plain("in the 1990s"), [("1990s", 1990.0, 1990.0, Year)]);
    assert_eq!(plain("at 2:40 p.m."), [("2:40 p.m.", 880.0, 880.0, Clock)]);
    assert_eq!(plain("at 8 am"), [("8 am", 480.0, 480.0, Clock)]);
    assert!(!quantities("May I march on", 0).iter().any(|own| own.firm));
}

#[test]
fn names_and_small_words_are_not_asked_for() {
    for text in ["COVID-19", "G20", "a 5G network", "both", "dozens of", "hundreds of thousands", "a million", "three"]
    {
        assert!(quantities(text, 0).iter().all(|own| !own.firm), "{text}");
    }
    assert!(quantities("RMB500 and US$30", 0).iter().all(|own| own.firm));
}

#[test]
fn what_counts_the_unit_of_a_date_is_known() {
    let lasts = |text| quantities(text, 0)[0].lasts;
    assert_eq!((lasts("26 days"), lasts("22 hours"), lasts("26 July")), (Some(Role::Day), Some(Role::Clock), None));
}

#[test]
fn long_runs_are_read_once() {
    for piece in ["one ", "9", "1 000 ", "hundred ", "and a half ", "a", "1, ", "tens of ", "1-"] {
        assert!(quantities(&piece.repeat(20_000), 0).len() <= 20_000);
    }
}

#[test]
fn hedges_stand_before_and_behind() {
    let hedges = |text| quantities(text, 0).iter().map(|own| own.hedge).collect::<Vec<_>>();
    assert_eq!(hedges("nearly 30, more than a third"), [Hedge::Below, Hedge::Above]);
    assert_eq!(hedges("nearly US$30 million"), [Hedge::Below]);
    assert_eq!(hedges("nearly, 50 or so"), [Hedge::About]);
}
