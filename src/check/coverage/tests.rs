//! Tests of the checks of coverage.

use super::{COVERAGE, Coverings, Lexis, Measure};
use crate::check::Hit;
use crate::check::trial::{bilingual, hits_in, with_params};
use crate::document::{Document, Side};
use crate::language::Annotated;

const OMISSION: &str = "find = \"omission\"\ncharacters = 5\nwords = 2\ncovered = 0.25\nshortfall = 0.6\n\
    unexplained = 0.7\nattribution = \"lists/attribution-source.txt\"\n\
    negation = [\"lists/negation-source.txt\", \"lists/negation-target.txt\"]";
const ADDITION: &str = "find = \"addition\"\nwords = 3\nexplained = 0.25\nsurplus = 0.5\nunanswered = 0.5";
const TITLE: &str =
    "find = \"title\"\ntranslated = \"lists/translated-titles.txt\"\nglossaries = [\"names/\"]\nwords = 12";

fn hits(params: &str, document: &Document) -> Vec<Hit> {
    hits_in(&COVERAGE, "zh-en", params, document)
}

/// What is marked in the target, and what the first related place in the source says.
fn pairs(params: &str, source: &str, target: &str) -> Vec<(String, String)> {
    let document = bilingual(source, target);
    let hits = hits(params, &document);
    let related = |hit: &Hit| hit.related.first().map_or("", |place| document.slice(place.side, place.span)).to_owned();
    hits.iter().map(|hit| (document.slice(hit.side, hit.span).to_owned(), related(hit))).collect()
}

fn measure(source: &str, target: &str) -> Measure {
    let (lexis, document) = (with_params("zh-en", "", Lexis::new).unwrap(), bilingual(source, target));
    Measure::of(Coverings::default().of(&lexis, &Annotated::new(&document)))
}

#[test]
fn a_clause_that_is_left_out_is_told_by_its_place() {
    let source = "昨天下午，消防员扑灭了仓库的大火，医生治疗了受伤的工人，学校通知家长提前接走孩子。";
    let table = [
        (
            "Yesterday afternoon, firefighters put out a blaze at a warehouse.",
            "warehouse",
            "医生治疗了受伤的工人，学校通知家长提前接走孩子",
        ),
        (
            "Doctors treated the injured workers, and the school told parents to pick up their children early.",
            "Doctors",
            "消防员扑灭了仓库的大火",
        ),
    ];
    for (target, place, clause) in table {
        assert_eq!(pairs(OMISSION, source, target), [(place.to_owned(), clause.to_owned())]);
    }
    let whole = "Yesterday afternoon, firefighters put out a blaze at a warehouse, doctors treated the injured \
                 workers, and the school told parents to pick up their children early.";
    assert_eq!(pairs(OMISSION, source, whole), []);
}

#[test]
fn length_is_judged_by_the_other_segments() {
    let (source, target) = ("农民收割了小麦，妇女采摘了新鲜的草莓。", "Wheat was cut and berries gathered.");
    assert_eq!(pairs(OMISSION, source, target).len(), 1);
    let neighbors = ("医生治疗了受伤的工人。\n".repeat(6), "They treated the injured.\n".repeat(6));
    assert_eq!(pairs(OMISSION, &(neighbors.0 + source), &(neighbors.1 + target)), []);
}

#[test]
fn forms_and_derivations_answer() {
    let lexis = with_params("zh-en", "", Lexis::new).unwrap();
    let document = bilingual("他告诉邻居，厂里培训了焊工。", "He told a neighbor that welders were retrained.");
    let (annotated, coverings) = (Annotated::new(&document), Coverings::default());
    let words = &coverings.of(&lexis, &annotated)[0].words;
    let derived: Vec<&str> =
        words.iter().filter(|word| word.derived).map(|word| document.slice(Side::Source, word.span)).collect();
    assert_eq!(derived, ["告诉", "培训"]);
}

#[test]
fn a_paraphrase_is_no_omission() {
    let source = "孩子们在河边玩耍，村里的老人坐在树下乘凉聊天。";
    let target = "Children played on the banks while their grandparents gossiped in the shade.";
    assert_eq!(pairs(OMISSION, source, target), []);
}

#[test]
fn a_clause_that_was_made_up() {
    let target = "The bridge was repaired yesterday, while unknown hackers were stealing passwords abroad.";
    let found = pairs(ADDITION, "这座桥昨天修好了。", target);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "while unknown hackers were stealing passwords abroad");
    assert_eq!(pairs(ADDITION, "这座桥昨天修好了。", "The bridge was repaired yesterday."), []);
}

#[test]
fn titles_pair_with_quotations_in_order() {
    let source = "他先写了《林中的新诗》，又写了《山那边的人家》。";
    let found = pairs(TITLE, source, "First he wrote \"New Poems\", and then \"The People over the Mountain,\".");
    assert_eq!(found.len(), 2);
    assert_eq!(found[1], ("The People over the Mountain".to_owned(), "《山那边的人家》".to_owned()));
    // Where the numbers differ, or some are no titles, nothing tells which is which.
    assert_eq!(pairs(TITLE, source, "He wrote \"The People over the Mountain\"."), []);
    let mixed = "他先写了“新诗”，又写了《山那边的人家》。";
    assert_eq!(pairs(TITLE, mixed, "He wrote \"new poems\" and \"The People over the Mountain\"."), []);
}

#[test]
fn titles_that_the_dictionary_knows_and_names_of_laws_pass() {
    let found = |source: &str, target: &str| pairs(TITLE, source, target).len();
    assert_eq!(found("他喜欢读《西游记》。", "He likes to read \"Journey to the West\"."), 0);
    assert_eq!(found("他喜欢读《西游记》。", "He likes to read \"A Record of Westward Travel\"."), 1);
    assert_eq!(
        found("市里公布了《绿化条例（草案）》。", "The city published the \"Regulations on Greening (Draft)\"."),
        0
    );
}

#[test]
fn a_gap_is_shown_in_the_source() {
    let document = bilingual("会议今天闭幕。\n代表们已经离开。\n", "The meeting closed today.\n\n");
    let hits = hits("find = \"gap\"\ncharacters = 4\nfurniture = \"lists/source-furniture.txt\"", &document);
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].side, document.slice(hits[0].side, hits[0].span)), (Side::Source, "代表们已经离开。"));
}

#[test]
fn the_measure_tells_translations_apart() {
    let source = "消防员扑灭了仓库的大火，医生治疗了受伤的工人。";
    let whole = measure(source, "Firefighters put out the warehouse fire, and doctors treated the injured workers.");
    let half = measure(source, "Firefighters put out the warehouse fire.");
    let loop_ = measure(source, "Firefighters put out the fire, put out the fire, put out the fire.");
    assert!(whole.coverage > 0.8 && half.coverage < whole.coverage - 0.2, "{whole:?} {half:?}");
    assert!(half.length < whole.length && loop_.repetition > 100.0 && whole.repetition < 1.0, "{loop_:?}");
    assert_eq!(measure("1", "1"), Measure { coverage: 1.0, length: 1.0, repetition: 0.0 });
}

#[test]
fn odd_texts_do_no_harm() {
    let odd = ["x", "。，！", "A", "1,000:2", "《》\"\"", "𠮷𠮷𠮷", "中\u{301}国", "“《”》", "\u{202e}工会，，，", ""];
    let sources: Vec<&str> = odd.iter().flat_map(|source| odd.map(|_| *source)).collect();
    let document = bilingual(&sources.join("\n"), &odd.join("\n").repeat(odd.len()));
    for params in [
        OMISSION,
        ADDITION,
        TITLE,
        "find = \"copy\"",
        "find = \"gap\"\ncharacters = 1\nfurniture = \"lists/source-furniture.txt\"",
    ] {
        hits(params, &document);
    }
}

#[test]
fn one_long_line_is_checked() {
    let source = "消防员扑灭了仓库的大火，医生治疗了受伤的工人，".repeat(2_000);
    let document = bilingual(&source, &"Firefighters put out the warehouse fire, but it rained. ".repeat(2_000));
    assert!(hits(OMISSION, &document).is_empty() && hits(ADDITION, &document).is_empty());
}
