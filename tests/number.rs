//! Runs the tables of pairs of a Chinese and an English sentence in `tests/number/`.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use mtlint::document::Side;
use mtlint::engine::{Linter, Selection, Selector, load};
use mtlint::language::Annotated;
use mtlint::read::{by_name, read_as};
use serde::Deserialize;

/// A file of cases on one topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What the cases show.
    #[allow(dead_code)]
    about: String,
    case: Vec<Case>,
}

/// A pair of sentences. `[[ ]]` marks exactly what must be found in them, in order: in the target, or
/// in the source where the target has nothing to point at. A mark may name its rule: `[[wrong-date:5]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    source: String,
    target: String,
}

/// The rules about numbers, those included that are off by default.
const RULES: [&str; 8] = [
    "wrong-number",
    "wrong-date",
    "wrong-currency",
    "wrong-unit",
    "missing-number",
    "missing-date",
    "added-number",
    "percent-for-points",
];
/// The rules that only look for what most translations leave out for good reasons.
const QUIET: &str = "missing-date";

/// What is marked or found: the rule, if it is named, and the place.
type Mark = (Option<String>, usize, usize);

/// The text without marks, and what is marked.
fn unmark(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once("[[") {
        let (inside, following) = after.split_once("]]").expect("a mark is closed");
        text.push_str(before);
        let named = inside.split_once(':').filter(|(rule, _)| RULES.contains(rule));
        let (rule, inside) = named.map_or((None, inside), |(rule, inside)| (Some(rule.to_owned()), inside));
        let start = text.len();
        text.push_str(inside);
        marks.push((rule, start, text.len()));
        rest = following;
    }
    text.push_str(rest);
    (text, marks)
}

/// What is wrong with a case, if anything.
fn fault(linter: &Linter, case: &Case) -> Option<String> {
    let ((source, in_source), (target, in_target)) = (unmark(&case.source), unmark(&case.target));
    let read = |text: &str| read_as(by_name("text").unwrap(), "case", text.as_bytes().to_vec()).unwrap();
    let document = mtlint::align::join(read(&target), read(&source));
    let findings = linter.run(&Annotated::new(&document), &[]).findings;
    let found = |side| findings.iter().filter(move |finding| finding.side == side);
    let alike = |side, marks: &[Mark]| {
        found(side).count() == marks.len()
            && found(side).zip(marks).all(|(finding, (rule, start, end))| {
                let span = document.place(side, finding.span).1;
                rule.as_ref().is_none_or(|rule| *rule == finding.rule.id)
                    && (span.start(), span.end()) == (*start, *end)
            })
    };
    let shown = || findings.iter().map(|f| format!("{}: {}", f.rule.id, document.slice(f.side, f.span)));
    let same = alike(Side::Source, &in_source) && alike(Side::Target, &in_target);
    (!same).then(|| format!("{} => {}\n    found {:?}", case.source, case.target, shown().collect::<Vec<_>>()))
}

/// A linter of the rules about numbers.
fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(new_linter)
}

fn new_linter() -> Linter {
    let only = RULES.into_iter().filter(|rule| *rule != QUIET).map(|rule| Selector::parse(rule).unwrap()).collect();
    Linter::new(load(&["zh-en".to_owned()]).unwrap(), &Selection { only, ..Selection::default() }).unwrap()
}

#[test]
fn cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/number");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (linter, mut cases, mut silent, mut faults) = (linter(), 0, 0, Vec::new());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let table: Table =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        cases += table.case.len();
        silent += table.case.iter().filter(|case| !format!("{}{}", case.source, case.target).contains("[[")).count();
        let wrong = table.case.iter().filter_map(|case| fault(linter, case));
        faults.extend(wrong.map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} of {cases} cases:\n{}", faults.len(), faults.join("\n"));
    assert!(cases >= 200 && silent >= 80, "{cases} cases, {silent} of them silent");
}

/// A value in Chinese, in one of several notations.
fn chinese(value: u64, notation: usize) -> String {
    match notation {
        0 => value.to_string(),
        1 => grouped(value),
        2 if value >= 10_000 => format!("{}万", decimal(value, 10_000)),
        3 if value >= 100_000_000 => format!("{}亿", decimal(value, 100_000_000)),
        4 => value.to_string().chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap()).collect(),
        _ => characters(value),
    }
}

/// A value in English, in one of several notations.
fn english(value: u64, notation: usize) -> String {
    match notation {
        0 => value.to_string(),
        1 => grouped(value),
        2 if value >= 1_000_000 => format!("{} million", decimal(value, 1_000_000)),
        3 if value >= 1_000_000_000 => format!("{} billion", decimal(value, 1_000_000_000)),
        4 => grouped(value).replace(',', " "),
        _ => words(value),
    }
}

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A value divided by a scale, exactly.
fn decimal(value: u64, scale: u64) -> String {
    let (whole, rest) = (value / scale, value % scale);
    let width = scale.ilog10() as usize;
    let decimals = format!("{rest:0width$}");
    format!("{whole}.{decimals}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number in Chinese characters, as it is read aloud.
fn characters(value: u64) -> String {
    let (high, low) = (value / 100_000_000, value % 100_000_000);
    let (middle, low) = (low / 10_000, low % 10_000);
    let mut read = String::new();
    for (part, scale) in [(high, "亿"), (middle, "万"), (low, "")] {
        if part > 0 {
            let gap = !read.is_empty() && part < 1000;
            read.extend([if gap { "零" } else { "" }, &section(part), scale]);
        }
    }
    read
}

/// A number below ten thousand in Chinese characters.
fn section(value: u64) -> String {
    let (mut read, mut zero) = (String::new(), false);
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::try_from(value / unit % 10).unwrap();
        if digit == 0 {
            zero = !read.is_empty();
            continue;
        }
        read += if zero { "零" } else { "" };
        zero = false;
        read.extend("〇一二三四五六七八九".chars().nth(digit));
        read += name;
    }
    read.strip_prefix("一十").map_or(read.clone(), |rest| format!("十{rest}"))
}

/// A number in English words.
fn words(value: u64) -> String {
    const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
    let word = |words: &'static str, at: u64| words.split(' ').nth(usize::try_from(at).unwrap()).unwrap();
    for (scale, name) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred")] {
        if value >= scale {
            let rest = value % scale;
            let and = if rest < 100 { " and " } else { " " };
            let rest = if rest == 0 { String::new() } else { format!("{and}{}", words(rest)) };
            return format!("{} {name}{rest}", words(value / scale));
        }
    }
    match (value / 10, value % 10) {
        (0 | 1, _) => word(SMALL, value).to_owned(),
        (tens, 0) => word(TENS, tens).to_owned(),
        (tens, unit) => format!("{}-{}", word(TENS, tens), word(SMALL, unit)),
    }
}

/// What the rules find in a pair.
fn found(source: &str, target: &str) -> Vec<String> {
    let read = |text: &str| read_as(by_name("text").unwrap(), "case", text.as_bytes().to_vec()).unwrap();
    let document = mtlint::align::join(read(target), read(source));
    let findings = linter().run(&Annotated::new(&document), &[]).findings;
    findings.iter().map(|f| format!("{}: {}", f.rule.id, document.slice(f.side, f.span))).collect()
}

/// Pieces of which texts with numbers are made.
const PIECES: [&str; 40] = [
    "3",
    "30",
    "2021",
    "1,000",
    "万",
    "亿",
    "百",
    "十",
    "两",
    "半",
    "零",
    "点",
    "分之",
    "%",
    "年",
    "月",
    "日",
    "时",
    "成",
    "倍",
    "个百分点",
    "余",
    "几",
    "数",
    "至",
    "、",
    "第",
    "one",
    "twenty",
    "hundred",
    "million",
    "and a half",
    "percent",
    "May",
    "p.m.",
    ":",
    "-",
    " ",
    "/",
    ".",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn the_same_value_is_the_same_in_any_notation(
        digits in 1u64..1000, zeros in 0u32..9, from in 0usize..6, to in 0usize..6,
    ) {
        let value = digits * 10u64.pow(zeros) + if zeros > 5 { 5000 } else { 0 };
        let source = format!("共有{}人参加。", chinese(value, from));
        let target = format!("In all, {} people took part.", english(value, to));
        let found = found(&source, &target);
        proptest::prop_assert!(found.is_empty(), "{source} {target} {found:?}");
    }

    #[test]
    fn a_value_off_by_zeros_is_found(digits in 11u64..1000, zeros in 2u32..7, off in 1u32..5, from in 0usize..6) {
        let value = digits * 10u64.pow(zeros);
        let source = format!("共有{}人参加。", chinese(value, from));
        let target = format!("In all, {} people took part.", english(value * 10u64.pow(off), 1));
        let found = found(&source, &target);
        proptest::prop_assert!(found.len() == 1, "{source} {target} {found:?}");
    }

    #[test]
    fn any_text_is_survived(
        source in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30),
        target in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30),
    ) {
        found(&format!("数{}", source.concat()), &format!("A{}", target.concat()));
    }
}
