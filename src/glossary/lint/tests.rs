//! Every lint with glossaries that it must find fault with, and such that it must not.

use std::collections::HashSet;
use std::fmt::Write;

use jiff::civil::date;

use super::*;
use crate::glossary::by_name;

/// A glossary in TOML, each entry in one line, with `; ` between its keys.
fn read(number: usize, text: &str) -> Glossary {
    let toml = text.trim().lines().fold(String::new(), |mut toml, line| {
        let _ = write!(toml, "[[term]]\n{}\n", line.trim().replace("; ", "\n"));
        toml
    });
    let mut glossary = Glossary::read(&number.to_string(), &toml, by_name("toml").unwrap()).unwrap();
    glossary.terms.iter_mut().enumerate().for_each(|(line, term)| term.line = line + 1);
    glossary
}

/// What is found in glossaries `0`, `1`, …: `lint file:line`, with
/// the lines of related entries behind `<`.
fn found(texts: &[&str]) -> Vec<String> {
    let glossaries: Vec<Glossary> = texts.iter().enumerate().map(|(number, text)| read(number, text)).collect();
    let show = |problem: Problem| {
        assert!(!problem.help.is_empty() && !problem.what.is_empty());
        let level = if problem.level == Level::Error { "!" } else { "" };
        let mut line = format!("{}{level} {}:{}", problem.lint, problem.place.path, problem.place.line);
        problem.related.iter().for_each(|place| write!(line, " <{}:{}", place.path, place.line).unwrap());
        line
    };
    lint(&glossaries, date(2026, 1, 1)).into_iter().map(show).collect()
}

fn clean(texts: &[&str]) {
    assert_eq!(found(texts), Vec::<String>::new());
}

/// What is said about one glossary.
fn said(text: &str) -> Vec<String> {
    let glossary = read(0, text);
    lint(&[glossary], date(2026, 1, 1)).into_iter().map(|problem| problem.what).collect()
}

#[test]
fn the_lints_have_names_of_their_own() {
    assert_eq!(LINTS.iter().map(|lint| lint.name).collect::<HashSet<_>>().len(), LINTS.len());
    assert!(LINTS.iter().all(|lint| !lint.summary.is_empty()));
}

#[test]
fn duplicates() {
    let same = "source = '工会'; target = 'trade union'";
    assert_eq!(found(&[&format!("{same}\n{same}")]), ["duplicate! 0:2 <0:1"]);
    assert_eq!(found(&[same, same]), ["duplicate 1:1 <0:1"], "the later file's entry replaces it");
    let variants =
        "source = ['工会', '工會']; target = 'trade union'\nsource = ['工會', '工会']; target = 'trade union'";
    assert_eq!(found(&[variants]), ["duplicate! 0:2 <0:1"]);
    let sourceless = "target = 'per cent'; forbidden = 'percent'";
    assert_eq!(found(&[sourceless, sourceless]), ["duplicate! 1:1 <0:1"]);
    assert_eq!(
        found(&["source = ['a', 'a']; target = 'b'; admitted = ['c', 'c']"]),
        ["duplicate 0:1", "duplicate 0:1"]
    );
    let id = "id = 'x'; source = '甲'; target = 'first'";
    assert_eq!(found(&[id, "id = 'x'; source = '乙'; target = 'second'"]), ["duplicate 1:1 <0:1"]);
    clean(&["id = 'x'; source = '甲'; target = 'first'", "id = 'x'; source = '甲'; target = 'second'"]);
    clean(&[same, "source = '工会'; target = 'trade union'; valid-until = '2027-01-01'; when = 'strike'"]);
    clean(&[sourceless, "target = 'per cent'; forbidden = 'pct'"]);
}

#[test]
fn ambiguous_sources() {
    let report = "source = '报告'; target = 'report'";
    let other = "source = ['报告', '報告']; target = 'presentation'";
    assert_eq!(found(&[&format!("{report}\n{other}")]), ["ambiguous-source 0:2 <0:1"]);
    clean(&[report, other]);
    for apart in ["when = 'slides'", "domain = 'school'", "unless = 'court'"] {
        clean(&[&format!("{report}\nsource = '报告'; target = 'presentation'; {apart}")]);
    }
    let (until, from) = ("valid-until = '2029-12-31'", "source = '报告'; target = 'presentation'; valid-from");
    clean(&[&format!("{report}; {until}\n{from} = '2030-01-01'")]);
    assert_eq!(found(&[&format!("{report}; {until}\n{from} = '2029-12-31'")]).len(), 1);
    let verb = "source = '报告'; target = 'to report'; part-of-speech = 'verb'";
    clean(&[&format!("{report}; part-of-speech = 'noun'\n{verb}")]);
    clean(&["target = 'a'; forbidden = 'b'\ntarget = 'c'; forbidden = 'd'"]);
}

#[test]
fn contradictions() {
    let union = "source = '工会'; target = 'trade union'; admitted = 'labour union'; short = 'union'";
    for status in ["deprecated", "forbidden", "wrong"] {
        for form in ["trade union", "labour union", "union"] {
            let other = format!("source = '联合会'; target = 'federation'; {status} = '{form}'");
            assert_eq!(found(&[union, &other]), ["contradiction! 1:1 <0:1"], "{other}");
        }
    }
    clean(&[union, "source = '法'; target = 'act'; forbidden = ['trade union act', 'labour']"]);
    clean(&[
        "source = '甲'; target = 'alpha'; valid-until = '2026-06-30'",
        "source = '乙'; target = 'beta'; forbidden = 'alpha'; valid-from = '2026-07-01'",
        "source = '丙'; target = 'gamma'; forbidden = 'delta'; when = 'x'",
        "source = '丁'; target = 'delta'; unless = 'x'",
    ]);
    clean(&[
        union,
        "source = '联合会'; target = 'federation'; forbidden = 'union'",
        "source = '工会'; target = 'guild'",
    ]);
    assert_eq!(found(&["source = '甲'; target = 'alpha beta'; wrong = 'alpha beta'"]), ["contradiction! 0:1"]);
}

#[test]
fn circular_entries() {
    let two =
        "source = '甲'; target = 'alpha'; forbidden = 'beta'\nsource = '乙'; target = 'beta'; forbidden = 'alpha'";
    assert_eq!(found(&[two]), ["circular! 0:1 <0:2"]);
    assert!(said(two)[0].ends_with("“alpha” → “beta” → “alpha”"), "{:?}", said(two));
    let three = "source = '丙'; target = 'c'; forbidden = 'b'\nsource = '甲'; target = 'a'; forbidden = 'c'\nsource = '乙'; target = 'b'; forbidden = 'a'";
    assert_eq!(found(&[three]), ["circular! 0:1 <0:2 <0:3"]);
    assert!(said(three)[0].ends_with("“c” → “a” → “b” → “c”"), "{:?}", said(three));
    let chain = "source = '甲'; target = 'a'; forbidden = 'b'\nsource = '乙'; target = 'b'; forbidden = 'c'\nsource = '丙'; target = 'c'";
    assert_eq!(found(&[chain]), ["contradiction! 0:1 <0:2", "contradiction! 0:2 <0:3"]);
}

#[test]
fn patterns_that_hit_preferred_forms() {
    let craft = "source = '大国工匠'; target = 'master craftsman'; wrong = '{great|big} {country|nation|} craftsman'";
    clean(&[craft]);
    assert_eq!(found(&[craft, "source = '匠'; target = 'great craftsman'"]), ["pattern-hits-preferred 0:1 <1:1"]);
    assert_eq!(found(&[craft, "source = '匠'; target = 'Big-Nation Craftsman'"]), ["pattern-hits-preferred 0:1 <1:1"]);
    let own = "source = '匠'; target = 'great craftsman'; wrong = '{great|big} craftsman'";
    assert_eq!(found(&[own]), ["pattern-hits-preferred 0:1"]);
    let open = "source = '甲'; target = 'alpha'; wrong = 'open {*2} {#ordinal}?, {door}'";
    for (target, hit) in [("open the second door", false), ("open a b 2nd, door", true), ("open a b, door", true)] {
        let other = format!("source = '门'; target = '{target}'");
        assert_eq!(!found(&[open, &other]).is_empty(), hit, "{target}");
    }
    for exact in ["wrong = '=Party {line|course}'", "wrong = '{=Party|#Name} {line|course}'"] {
        let exact = format!("source = '甲'; target = 'alpha'; {exact}");
        clean(&[&exact, "source = '乙'; target = 'party line'"]);
        assert_eq!(found(&[&exact, "source = '乙'; target = 'Party line'"]).len(), 1);
    }
    clean(&["source = '甲'; target = 'alpha'; wrong = '{a|b}-c'", "source = '乙'; target = 'a c'"]);
}

#[test]
fn shadowed_forms() {
    assert_eq!(found(&["source = '甲'; target = 'policy maker'; forbidden = 'Policy-Maker'"]), ["shadowed 0:1"]);
    assert_eq!(
        found(&["source = '甲'; target = 'union'", "source = '乙'; target = 'league'; forbidden = 'Union'"]),
        ["shadowed 1:1 <0:1"]
    );
    let rivals =
        ["source = '甲'; target = 'alpha'; forbidden = 'gamma'", "source = '乙'; target = 'beta'; wrong = 'gamma'"];
    assert_eq!(found(&rivals), ["shadowed 1:1 <0:1"]);
    clean(&["source = '甲'; target = 'GitHub'; forbidden = 'Github'; wrong = 'git-hub'"]);
    clean(&["source = '甲'; target = 'decision-making'; forbidden = 'decision making'"]);
    clean(&["source = '甲'; target = 'internet'; forbidden = 'Internet [case]'"]);
    clean(&["source = '甲'; target = 'union [fixed]'; forbidden = 'union'"]);
    assert_eq!(found(&["source = '甲'; target = 'GitHub'; forbidden = 'GitHub [case]'"]).len(), 1);
    clean(&["source = '甲'; target = 'internet [case]'; forbidden = 'Internet [case]'"]);
    clean(&[
        "source = '甲'; target = 'alpha'; forbidden = 'gamma'",
        "source = '乙'; target = 'beta'; forbidden = 'gamma'; when = 'x'",
    ]);
    clean(&[
        "source = '甲'; target = 'Subscription Manager'",
        "source = '乙'; target = 'plan'; forbidden = 'Subscription'",
    ]);
}

#[test]
fn terms_that_are_not_translated() {
    let phone = "source = 'iPhone'; do-not-translate = true";
    assert_eq!(
        found(&[phone, "source = '苹果手机'; target = 'Apple telephone'; forbidden = 'iPhone'"]),
        ["do-not-translate! 1:1 <0:1"]
    );
    assert_eq!(found(&["source = '微信'; target = 'WeChat'; do-not-translate = true"]), ["do-not-translate 0:1"]);
    clean(&[phone, "source = '苹果手机'; target = 'Apple telephone'; forbidden = ['Iphone', 'iPhone telephone']"]);
    clean(&["source = ['微信', 'WeChat']; target = 'WeChat'; do-not-translate = true"]);
}

#[test]
fn inactive_entries() {
    let excluded = "source = '甲'; target = 'alpha'; forbidden = 'beta'; when = ['x', 'y']; unless = ['y', 'z', 'x']";
    assert_eq!(found(&[excluded]), ["inactive! 0:1"]);
    assert_eq!(found(&["source = '甲'; target = 'alpha'; wrong = '{b|c}'; outside = '{b|c}'"]), ["inactive! 0:1"]);
    clean(&[
        "source = '甲'; target = 'alpha'; forbidden = 'beta'; when = ['x', 'y']; unless = ['y']; outside = 'beta test'",
    ]);
}

#[test]
fn suspicious_forms() {
    let odd = [
        "trade union,",
        ", trade union",
        "the trade unions.",
        "trade  union",
        "trade\u{A0}union",
        "trade\u{200B}union",
        "(trade union",
        "“trade union",
        "trade union工会",
        "工会",
        "trade union（guild）",
        "ｔrade union",
        "tr\u{430}de",
        "trade union –",
        "? union",
    ];
    for form in odd {
        let text =
            format!("source = '甲'; target = 'a'\nsource = '乙'; target = 'b'\nsource = '工会'; target = '{form}'");
        assert_eq!(said(&text).len(), 1, "{form}: {:?}", said(&text));
    }
    let fine = [
        "Yahoo!",
        ".NET",
        "C++",
        "U.S.",
        "Acme Inc.",
        "Acme Co.",
        "Who's Who?",
        "trade union (guild)",
        "e-mail",
        "F#",
        "naïve",
        "Москва",
        "β-carotene",
        "“soft power”",
    ];
    for form in fine {
        let form = form.replace('\'', "’");
        assert_eq!(said(&format!("source = '工会'; target = '{form}'")), Vec::<String>::new(), "{form}");
    }
    assert_eq!(said("source = '微信'; target = '微信'").len(), 1);
    assert_eq!(said("source = '工会,会员'; target = 'union and members'").len(), 1);
    let into_chinese = "source = 'union'; target = '工会'\nsource = 'member'; target = '会员(工会)'";
    assert_eq!(said(into_chinese).len(), 1);
    clean(&[
        "source = '微信'; do-not-translate = true\nsource = '甲'; target = 'alpha'\nsource = '乙'; target = 'beta'",
    ]);
    clean(&[
        "source = 'union'; target = '工会'\nsource = 'AI'; target = 'AI技术'\nsource = 'restaurant'; target = 'restaurant'",
    ]);
}

#[test]
fn expired_entries() {
    assert_eq!(found(&["source = '甲'; target = 'alpha'; valid-until = '2025-12-31'"]), ["expired 0:1"]);
    clean(&[
        "source = '甲'; target = 'alpha'; valid-from = '2027-01-01'\nsource = '乙'; target = 'beta'; valid-until = '2026-01-01'",
    ]);
}

/// What is found does not depend on what else there is, and a large house takes no longer a term.
#[test]
fn a_large_house_with_one_form_everywhere() {
    let mut toml = String::new();
    for number in 0..20_000 {
        let _ = write!(
            toml,
            "[[term]]\nsource = '甲{number}'\ntarget = 'alpha'\nforbidden = ['beta', 'gamma']\nwrong = '{{a|b|*}} {{b|c}} d'\n"
        );
        let _ = write!(toml, "[[term]]\nsource = '乙'\ntarget = 'beta {number}'\nforbidden = ['alpha']\n");
    }
    let glossary = Glossary::read("g", &toml, by_name("toml").unwrap()).unwrap();
    let start = std::time::Instant::now();
    let problems = lint(&[glossary], date(2026, 1, 1));
    assert!(problems.len() > 20_000 && problems.len() < 400_000, "{}", problems.len());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
