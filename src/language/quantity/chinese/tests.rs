//! Tests of the Chinese parser: what is read, and as what.

use super::super::{Class, Quantity, Role, Vocabulary};
use super::quantities;

fn vocabulary() -> Vocabulary {
    let words = ["万一", "新冠\t19"];
    let units = ["公里\t1000", "个月\t30", "年\t12"];
    Vocabulary::default().with_words(words.into_iter()).unwrap().with_units(units.into_iter()).unwrap()
}

fn read(text: &str) -> Vec<Quantity> {
    quantities(text, 0, &vocabulary())
}

/// What is written, its plainest value or range, and its role.
fn plain(text: &str) -> Vec<(&str, f64, f64, Role)> {
    let value = |own: &Quantity| {
        let first = own.readings[0];
        (own.span.of(text), (first.low * 1e6).round() / 1e6, (first.high * 1e6).round() / 1e6, own.role)
    };
    quantities(text, 0, &vocabulary()).iter().map(value).collect()
}

#[test]
fn numerals_in_all_notations() {
    for (text, value) in [
        ("33万", 330_000.0),
        ("３３万", 330_000.0),
        ("1.2万亿", 1.2e12),
        ("3万5千", 35_000.0),
        ("1亿2000万", 1.2e8),
        ("1,234.5", 1234.5),
        ("三百五十万", 3.5e6),
        ("一万二", 12_000.0),
        ("一万零二", 10_002.0),
        ("二〇二一", 2021.0),
        ("三点五亿", 3.5e8),
        ("三万亿", 3e12),
        ("廿五", 25.0),
        ("兩萬", 20_000.0),
    ] {
        assert_eq!(plain(text), [(text, value, value, Role::Count)]);
    }
}

#[test]
fn ranges_and_vague_numbers() {
    assert_eq!(plain("二三十"), [("二三十", 20.0, 30.0, Role::Count)]);
    assert_eq!(plain("30余万"), [("30余万", 300_000.0, 400_000.0, Role::Count)]);
    assert_eq!(plain("三百多"), [("三百多", 300.0, 400.0, Role::Count)]);
    assert_eq!(plain("数百"), [("数百", 100.0, 999.0, Role::Count)]);
    assert!(read("3至5万").iter().all(|own| own.firm));
    assert!(read("3至5万")[0].readings.iter().any(|reading| (reading.low - 30_000.0).abs() < 0.5));
    assert!(read("数百、七八、十几").iter().all(|own| !own.firm));
}

#[test]
fn dates_and_times() {
    use Role::{Clock, Day, Month, Year};
    assert_eq!(read("2021年3月5日").iter().map(|own| own.role).collect::<Vec<_>>(), [Year, Month, Day]);
    assert_eq!(read("二〇二一年").first().unwrap().role, Year);
    assert_eq!(plain("下午3点半"), [("3点半", 930.0, 930.0, Clock)]);
    assert_eq!(plain("14时40分"), [("14时40分", 880.0, 880.0, Clock)]);
    assert_eq!(plain("14：40"), [("14：40", 880.0, 880.0, Clock)]);
    assert!(read("24小时").iter().all(|own| own.role == Role::Count));
    assert!(read("3个月").iter().all(|own| own.readings.iter().all(|reading| reading.class == Class::Number)));
}

#[test]
fn shares() {
    use Role::{Count, Percent, Points};
    assert_eq!(plain("25%"), [("25", 0.25, 0.25, Percent)]);
    assert_eq!(plain("百分之三点五"), [("百分之三点五", 0.035, 0.035, Percent)]);
    assert_eq!(plain("两成半"), [("两", 0.25, 0.25, Percent)]);
    assert_eq!(plain("3个百分点"), [("3", 0.03, 0.03, Points)]);
    assert_eq!(plain("三分之二"), [("三分之二", 0.666_667, 0.666_667, Count)]);
    assert_eq!(plain("三成员"), [("三", 3.0, 3.0, Count)]);
}

#[test]
fn words_and_names() {
    assert!(read("万一下雨，星期六见。").is_empty());
    assert_eq!(plain("新冠"), [("新冠", 19.0, 19.0, Role::Count)]);
    assert!(read("G20峰会，5G网络，COVID-19").iter().all(|own| own.role == Role::Label && !own.firm));
    assert!(read("5公里")[0].readings.iter().any(|reading| reading.low <= 5000.0 && reading.high >= 5000.0));
}

#[test]
fn long_runs_are_read_once() {
    assert!(!read(&"一".repeat(20_000)).is_empty() && !read(&"9".repeat(20_000)).is_empty());
    assert!(!read(&"万".repeat(20_000)).is_empty() && !read(&"1、".repeat(20_000)).is_empty());
}
