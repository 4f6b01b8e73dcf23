//! `mtlint check --source`: files and folders, how they are paired, what is told when they do not fit.

use serde_json::Value;

use super::{Desk, run};

const SOURCE: &str = "县工会星期五举办了技能比赛，一百名职工参加。\n焊工李强获得了金奖，他把奖杯送给师傅。\n";
const TARGET: &str = "The county's trade union held a skills contest on Friday, in which one hundred workers took part.\n\
    The welder Li Qiang won the gold award, and she gave the cup to the master who had taught the trade.\n";
const HOUSE: &str = "[[term]]\nsource = \"技能比赛\"\ntarget = \"skills competition\"\nforbidden = \"ability match\"\n";

/// The whole program, with its own packs: exit code, JSON, standard error.
fn check(desk: &Desk, args: &[&str]) -> (i32, Value, String) {
    let (code, out, error) = run(&mut desk.command(&[&["check", "--format", "json"], args].concat()));
    (code, serde_json::from_str(&out).unwrap(), error)
}

fn rules(document: &Value) -> Vec<&str> {
    document["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

#[test]
fn a_translation_is_compared_with_its_source() {
    let desk = Desk::new(&[("a.en.txt", TARGET), ("a.zh.txt", SOURCE)]);
    let (code, report, error) = check(&desk, &["a.en.txt", "--source", "a.zh.txt"]);
    let document = &report["documents"][0];
    assert_eq!((code, rules(document)), (1, vec!["he-translated-as-she"]), "{error}");
    assert_eq!(
        (document["source_path"].as_str(), document["not_run"].as_array().unwrap().len()),
        (Some("a.zh.txt"), 0)
    );
    let (finding, seen) = (&document["findings"][0], &document["findings"][0]["related"][0]);
    assert_eq!((finding["side"].as_str(), finding["start"]["line"].as_u64()), (Some("target"), Some(2)));
    assert_eq!((seen["side"].as_str(), seen["start"]["line"].as_u64()), (Some("source"), Some(2)));
    let (_, out, _) = run(&mut desk.command(&["check", "a.en.txt", "--source", "a.zh.txt"]));
    assert!(out.contains("a.zh.txt:2:1: the source"), "{out}");
}

#[test]
fn without_a_source_the_rules_that_need_one_are_named() {
    let desk = Desk::new(&[("a.txt", TARGET)]);
    let (code, report, _) = check(&desk, &["a.txt"]);
    let idle = report["documents"][0]["not_run"].as_array().unwrap();
    assert!(code == 0 && idle.iter().any(|rule| rule == "he-translated-as-she"), "{idle:?}");
    let (_, out, _) = run(&mut desk.command(&["check", "a.txt"]));
    assert!(
        out.contains("not run where there was no source (--source): ") && out.contains("he-translated-as-she"),
        "{out}"
    );
}

#[test]
fn folders_are_paired_by_name() {
    let desk = Desk::new(&[
        ("en/news/a.en.txt", TARGET),
        ("en/b.md", TARGET),
        ("en/c.txt", TARGET),
        ("zh/news/a.zh-CN.txt", SOURCE),
        ("zh/b.txt", SOURCE),
        ("zh/d.txt", SOURCE),
    ]);
    let (code, report, error) = check(&desk, &["en", "--source", "zh"]);
    let pairs: Vec<_> = report["documents"].as_array().unwrap().iter().map(|one| one["source_path"].as_str()).collect();
    assert_eq!((code, pairs), (3, vec![Some("zh/b.txt"), Some("zh/news/a.zh-CN.txt")]));
    assert!(error.contains("en/c.txt: no source for it in zh"), "{error}");
    assert!(error.contains("zh/d.txt: there is no translation of it"), "{error}");
}

#[test]
fn faults_are_told_and_the_rest_is_checked() {
    let desk = Desk::new(&[("a.txt", TARGET), ("b.txt", TARGET), ("zh.txt", SOURCE), ("empty.txt", "\n")]);
    let told = |args: &[&str], what: &str| {
        let (code, _, error) = check(&desk, args);
        assert!(code == 3 && error.contains(what), "{code} {error}");
    };
    told(&["a.txt", "b.txt", "--source", "zh.txt"], "a.txt: zh.txt is one file, but there are several inputs");
    told(&["a.txt", "--source", "none.txt"], "none.txt: no such source; --source takes one file or one folder");
    told(&["a.txt", "--source", "empty.txt"], "empty.txt: no text in it");
    told(
        &["zh.txt", "--source", "a.txt"],
        "zh.txt: source and target are swapped: the target is Mandarin, the source English; exchange them",
    );
    told(&["a.txt", "--source", "z*.txt"], "z*.txt: no such source");
    told(&["a.txt", "b.txt", "--source", "-"], "-: no such source");
    told(&["a.txt", "--source", "b.txt"], "a.txt: its source is written in English, but the packs are for `zh`");
}

#[test]
fn unequal_lines_are_paired_by_length_and_that_is_told() {
    let longer = format!("{SOURCE}比赛由县总工会和人力资源部门共同举办，这是连续第五年。\n");
    let desk = Desk::new(&[("a.txt", TARGET), ("zh.txt", &longer)]);
    let (code, report, error) = check(&desk, &["a.txt", "--source", "zh.txt", "--rule", "he-translated-as-she"]);
    assert_eq!((code, rules(&report["documents"][0]).len()), (1, 1));
    assert!(error.contains("a.txt: 2 paragraphs here, 3 in zh.txt; paired by length and words"), "{error}");
    let pairing = &report["documents"][0]["pairing"];
    assert_eq!((pairing["by"].as_str(), pairing["segments"].as_u64()), (Some("length"), Some(3)));
}

/// An article of seven paragraphs, with its translation; numbers are written out in the source.
const ARTICLE: [(&str, &str); 7] = [
    ("山城医院为矿工免费体检", "Mountain city hospital gives miners free check-ups"),
    (
        "本报讯 四月十二日，山城第二医院的医生来到煤矿，为三百二十名矿工检查身体。",
        "On April 12, doctors from the Second Hospital of the mountain city came to the coal mine and examined 320 miners.",
    ),
    (
        "院长介绍，许多老矿工的肺部有问题，需要长期治疗和休息。",
        "Many of the older miners have trouble with their lungs and need long treatment and rest, the hospital's director said.",
    ),
    (
        "煤矿的工会准备了热水和午饭，还安排两辆汽车接送家属。",
        "The mine's trade union prepared hot water and lunch, and arranged two buses to carry the families.",
    ),
    (
        "去年冬天，这里曾经发生水灾，铁路中断了九天，学校也停课了。",
        "Last winter there was a flood here: the railway was cut off for nine days, and the school was closed.",
    ),
    (
        "一名女护士说，她的父亲就是矿工，她从小知道井下工作的危险。",
        "One nurse said that her father was a miner, and that she had known the danger of work underground since childhood.",
    ),
    (
        "医院计划每年秋天再来一次，并且给每个人建立健康档案。",
        "The hospital plans to come again every autumn, and to set up a health file for each person.",
    ),
];

fn source() -> String {
    ARTICLE.map(|(source, _)| source).join("\n") + "\n"
}

/// The lines of the source that are reported as missing, and the pairing.
fn missing(desk: &Desk, target: &str) -> (Vec<u64>, Value) {
    desk.write("a.txt", target.as_bytes());
    desk.write("zh.txt", source().as_bytes());
    let (_, report, _) = check(desk, &["a.txt", "--source", "zh.txt", "--rule", "missing-translation"]);
    let document = &report["documents"][0];
    let findings = document["findings"].as_array().unwrap();
    (findings.iter().map(|found| found["start"]["line"].as_u64().unwrap()).collect(), document["pairing"].clone())
}

#[test]
fn of_a_dropped_paragraph_the_right_one_is_named_or_none() {
    let desk = Desk::new(&[]);
    let mut named = 0;
    for dropped in 0..ARTICLE.len() {
        let mut lines = ARTICLE.map(|(_, target)| target).to_vec();
        lines.remove(dropped);
        let (found, pairing) = missing(&desk, &(lines.join("\n") + "\n"));
        let right = found == [dropped as u64 + 1];
        assert!(right || (found.is_empty() && pairing["doubtful"].as_u64() > Some(0)), "{dropped} {found:?} {pairing}");
        named += usize::from(right);
    }
    assert!(named >= 4, "{named}");
}

#[test]
fn what_is_joined_split_or_doubled_is_not_missing() {
    let desk = Desk::new(&[]);
    let lines = ARTICLE.map(|(_, target)| target);
    for at in 1..lines.len() {
        let joined = lines.join("\n").replace(&format!("{}\n", lines[at - 1]), &format!("{} ", lines[at - 1]));
        let split = lines.join("\n").replacen(lines[at], &lines[at].replacen(", and ", ".\nAnd ", 1), 1);
        let doubled = lines.join("\n").replacen(lines[at], &[lines[at]; 2].join("\n"), 1);
        for target in [joined, split, doubled] {
            assert_eq!(missing(&desk, &target).0, Vec::<u64>::new(), "{target}");
        }
    }
}

#[test]
fn an_empty_last_line_is_a_line_of_the_source_that_is_missing() {
    let lines = ARTICLE.map(|(_, target)| target);
    let target = lines[..6].join("\n") + "\n\n";
    let (found, pairing) = missing(&Desk::new(&[]), &target);
    assert_eq!((found, pairing["by"].as_str(), pairing["doubtful"].as_u64()), (vec![7], Some("lines"), Some(0)));
}

#[test]
fn a_file_of_one_line_is_paired_by_its_sentences() {
    let one = |lines: [&str; 7], stop: &str| lines[1..].join(stop).replace(['\n'], "") + "\n";
    let desk = Desk::new(&[
        ("a.txt", &(one(ARTICLE.map(|(_, target)| target), " ") + "")),
        ("zh.txt", &one(ARTICLE.map(|(source, _)| source), "")),
        ("b.txt", &TARGET.replace('\n', " ")),
        ("b.zh.txt", &SOURCE.replace('\n', "")),
    ]);
    let pairing = |args: &[&str]| check(&desk, args).1["documents"][0]["pairing"].clone();
    let long = pairing(&["a.txt", "--source", "zh.txt"]);
    assert!(long["by"] == "length" && long["segments"].as_u64() >= Some(5), "{long}");
    assert_eq!(pairing(&["b.txt", "--source", "b.zh.txt"])["segments"], 1);
}

#[test]
fn a_source_of_another_text_is_told_and_not_compared() {
    let other = "市长在广场上宣布音乐节开幕。\n来自十五个国家的歌手将演出一周。\n门票已经全部卖完，旅馆也没有空房。\n\
        警察提醒观众不要开车进城。\n去年的音乐节因为台风取消。\n主办者希望今年天气晴朗。\n闭幕音乐会将在星期日晚上举行。\n";
    let target = ARTICLE.map(|(_, target)| target).join("\n") + "\n";
    let desk = Desk::new(&[("a.txt", &target), ("other.txt", other), ("zh.txt", &source())]);
    let (_, report, error) = check(&desk, &["a.txt", "--source", "other.txt"]);
    let document = &report["documents"][0];
    let pairing = &document["pairing"];
    assert_eq!((pairing["unrelated"].as_bool(), pairing["doubtful"].as_u64()), (Some(true), Some(7)), "{error}");
    assert!(error.contains("a.txt: other.txt does not seem to be the source of this translation"), "{error}");
    let side = |finding: &Value| {
        finding["related"].as_array().is_some_and(|all| all.iter().any(|one| one["side"] == "source"))
    };
    assert!(!document["findings"].as_array().unwrap().iter().any(side), "{document}");
    let (_, out, _) = run(&mut desk.command(&["check", "a.txt", "--source", "other.txt"]));
    assert!(out.contains("the source does not seem to be that of this translation"), "{out}");
    let (_, report, error) = check(&desk, &["a.txt", "--source", "zh.txt"]);
    assert_eq!(report["documents"][0]["pairing"]["unrelated"], false, "{error}");
}

#[test]
fn the_report_tells_how_a_document_was_paired() {
    let row = format!("zh,en\n{},\"{}\"\n", SOURCE.trim().replace('\n', ""), TARGET.trim().replace('\n', " "));
    let spaced = TARGET.replace('\n', "\n\n");
    let desk = Desk::new(&[("a.txt", TARGET), ("b.txt", &spaced), ("zh.txt", SOURCE), ("both.csv", &row)]);
    desk.write("old.txt", TARGET.replace('\n', "\r").as_bytes());
    let by = |args: &[&str]| check(&desk, args).1["documents"][0]["pairing"]["by"].clone();
    assert_eq!(by(&["a.txt"]), Value::Null);
    assert_eq!(by(&["both.csv"]), "file");
    assert_eq!(by(&["a.txt", "--source", "zh.txt"]), "lines");
    assert_eq!(by(&["b.txt", "--source", "zh.txt"]), "paragraphs");
    assert_eq!(by(&["old.txt", "--source", "zh.txt"]), "lines");
}

#[test]
fn house_terms_of_the_source_must_be_rendered() {
    let desk = Desk::new(&[("a.txt", TARGET), ("zh.txt", SOURCE), ("house.toml", HOUSE)]);
    let args = ["a.txt", "--source", "zh.txt", "--glossary", "house.toml", "--rule", "house"];
    let (_, report, _) = check(&desk, &args);
    let finding = &report["documents"][0]["findings"][0];
    assert_eq!((finding["rule"].as_str(), finding["side"].as_str()), (Some("missing-term"), Some("source")));
    assert_eq!((finding["text"].as_str(), finding["start"]["column"].as_u64()), (Some("技能比赛"), Some(10)));
    let (_, out, _) = run(&mut desk.command(&[&["check"], &args[..]].concat()));
    assert!(out.contains("zh.txt:1:10") && out.contains("none of “skills competition”"), "{out}");
    // What another rule reports is not reported twice, and a right form suffices.
    for rendering in ["an ability match", "a skills competition"] {
        desk.write("a.txt", TARGET.replace("a skills contest", rendering).as_bytes());
        assert!(!rules(&check(&desk, &args).1["documents"][0]).contains(&"missing-term"));
    }
}

#[test]
fn an_allow_for_a_rule_that_needs_the_source_is_not_called_unused_without_one() {
    let allow = "[[allow]]\nrule = \"he-translated-as-she\"\nreason = \"checked\"\n";
    let desk = Desk::new(&[("a.txt", TARGET), ("zh.txt", SOURCE), ("mtlint.toml", allow)]);
    assert!(!check(&desk, &["a.txt"]).2.contains("suppressed nothing"));
    let (code, report, error) = check(&desk, &["a.txt", "--source", "zh.txt"]);
    assert_eq!((code, report["documents"][0]["suppressed"].as_u64()), (0, Some(1)), "{error}");
}

#[test]
fn a_folder_may_hold_both_the_translations_and_their_sources() {
    let desk = Desk::new(&[("a.cn.txt", SOURCE), ("a.en.txt", TARGET), ("b.en.txt", TARGET)]);
    let source_of = |report: &Value| report["documents"][0]["source_path"].as_str().map(str::to_owned);
    let (code, report, error) = check(&desk, &["a.en.txt", "--source", "."]);
    assert_eq!((code, source_of(&report)), (1, Some("./a.cn.txt".to_owned())), "{error}");
    let (code, _, error) = check(&desk, &["b.en.txt", "--source", "."]);
    assert!(code == 3 && error.contains("b.en.txt: no source for it in ."), "{error}");
    // As a folder, only the translations are checked.
    let (code, report, error) = check(&desk, &[".", "--source", ".", "--rule", "he-translated-as-she"]);
    let paths: Vec<_> = report["documents"].as_array().unwrap().iter().map(|one| one["path"].as_str()).collect();
    assert_eq!((code, paths), (3, vec![Some("./a.en.txt")]), "{error}");
    assert!(!error.contains("a.cn.txt"), "{error}");
    desk.write("a.zh.md", SOURCE.as_bytes());
    let (code, _, error) = check(&desk, &["a.en.txt", "--source", "."]);
    assert!(code == 3 && error.contains("a.en.txt: both ./a.cn.txt and ./a.zh.md may be its source"), "{error}");
}

#[test]
fn a_bilingual_file_is_no_source() {
    let row = format!("zh,en\n{},\"{}\"\n", SOURCE.trim().replace('\n', ""), TARGET.trim().replace('\n', " "));
    let desk = Desk::new(&[("a.txt", TARGET), ("both.csv", &row)]);
    let (code, _, error) = check(&desk, &["a.txt", "--source", "both.csv"]);
    assert!(code == 3 && error.contains("both.csv: holds a source and its translation; check it by itself"), "{error}");
}

#[test]
fn in_a_folder_a_bilingual_file_is_checked_against_its_own_source() {
    let row = format!("zh,en\n{},\"{}\"\n", SOURCE.trim().replace('\n', ""), TARGET.trim().replace('\n', " "));
    let desk = Desk::new(&[("en/a.txt", TARGET), ("en/both.csv", &row), ("zh/a.txt", SOURCE)]);
    let (code, report, error) = check(&desk, &["en", "--source", "zh"]);
    let sources: Vec<_> =
        report["documents"].as_array().unwrap().iter().map(|one| one["source_path"].clone()).collect();
    assert_eq!((code, sources), (1, vec![Value::from("zh/a.txt"), Value::Null]), "{error}");
}

#[test]
fn japanese_is_no_chinese_source() {
    let japanese = "県労働組合は金曜日に技能競技大会を開催し、百名の職員が参加した。\n溶接工の李強は金賞を獲得し、賞杯を師匠に贈った。\n";
    let desk = Desk::new(&[("a.txt", TARGET), ("ja.txt", japanese)]);
    let (code, _, error) = check(&desk, &["a.txt", "--source", "ja.txt"]);
    assert!(code == 3 && error.contains("its source is written in Japanese, but the packs are for `zh`"), "{error}");
}

#[test]
fn lines_with_thousands_of_anchors_are_paired() {
    let numbers = |from: usize, to: usize| (from..to).map(|n| (100_000 + n).to_string()).collect::<Vec<_>>();
    let source = format!("{}。\n{}。\n", numbers(0, 30_000).join("、"), numbers(30_000, 60_000).join("、"));
    let line = |from, to| numbers(from, to).join(" ") + ".\n";
    let target = line(0, 20_000) + &line(20_000, 40_000) + &line(40_000, 60_000);
    let desk = Desk::new(&[("a.txt", &target), ("zh.txt", &source)]);
    let (_, report, error) = check(&desk, &["a.txt", "--source", "zh.txt", "--rule", "he-translated-as-she"]);
    assert!(
        report["documents"].as_array().unwrap().len() == 1 && error.contains("paired by length and words"),
        "{error}"
    );
}

#[test]
fn a_segment_without_a_translation_is_allowed_by_the_comment_before_it() {
    let unit = |source: &str, target: &str| {
        format!("<trans-unit id=\"1\"><source>{source}</source><target>{target}</target></trans-unit>\n")
    };
    let allow = "<!-- mtlint: allow missing-translation: to be cut -->\n";
    let (done, open) = (unit("县工会举办了技能比赛。", "The union held a contest."), unit("焊工李强获得了金奖。", ""));
    for units in [format!("{allow}{open}{done}"), format!("{done}{allow}{open}")] {
        let desk =
            Desk::new(&[("a.xlf", &format!("<xliff version=\"1.2\"><file><body>\n{units}</body></file></xliff>\n"))]);
        let (_, report, error) =
            check(&desk, &["a.xlf", "--rule", "missing-translation", "--rule", "unused-suppression"]);
        let document = &report["documents"][0];
        assert_eq!((rules(document), document["suppressed"].as_u64()), (vec![], Some(1)), "{error}");
    }
}
