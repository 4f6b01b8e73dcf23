//! Cost of a run: start-up, throughput of all rules, cost against the length of the text and against the
//! number of glossary entries, in a pack and in a house glossary. Run with `RAYON_NUM_THREADS=1 cargo bench`
//! for one core: the rules of a document run side by side.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
// The macros of the harness make public items without documentation.
#![allow(missing_docs)]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mtlint::align;
use mtlint::engine::{Linter, Selection, load, with_glossaries};
use mtlint::glossary::{Form, Glossary, Languages, Status, Term, by_name};
use mtlint::language::Annotated;
use mtlint::read::read;

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Articles of the repository, faulty and good ones.
const ARTICLES: [&str; 4] = [
    include_str!("../tests/articles/trade-union-congress.txt"),
    include_str!("../tests/articles/economy-good.txt"),
    include_str!("../tests/articles/foreign-affairs-good.txt"),
    include_str!("../tests/articles/science-good.txt"),
];

fn linter() -> Linter {
    let packs = load(&["zh-en".to_owned()]).expect("the built-in packs are valid");
    Linter::new(packs, &Selection::default()).expect("the built-in rules link")
}

/// A text of about so many bytes. Every paragraph gets a number, so that none repeats another.
fn text(bytes: usize) -> String {
    let mut text = String::new();
    let lines = ARTICLES.iter().flat_map(|article| article.lines()).filter(|line| !line.is_empty());
    for (number, line) in lines.cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        let _ = writeln!(text, "{line} This was report {number} of the day.\n");
    }
    text
}

fn run(linter: &Linter, text: &str) -> usize {
    let document = read("article.txt", text.as_bytes().to_vec()).expect("the text is valid");
    linter.run(&Annotated::new(&document), &[]).findings.len()
}

fn start_up(criterion: &mut Criterion) {
    criterion.bench_function("start-up", |bencher| bencher.iter(|| black_box(linter()).rules().len()));
}

fn length(criterion: &mut Criterion) {
    let linter = linter();
    let mut group = criterion.benchmark_group("text length");
    group.sample_size(10);
    for bytes in [10_000, 100_000, 1_000_000, 10_000_000] {
        let text = text(bytes);
        run(&linter, &text);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &text, |bencher, text| {
            bencher.iter(|| run(&linter, text));
        });
    }
    group.finish();
}

/// Articles one by one, as a desk has them: what is made once for a document weighs more than in a long text.
fn articles(criterion: &mut Criterion) {
    let linter = linter();
    let mut group = criterion.benchmark_group("articles");
    group.throughput(Throughput::Bytes(ARTICLES.iter().map(|article| article.len() as u64).sum()));
    group.bench_function("one by one", |bencher| {
        bencher.iter(|| ARTICLES.iter().map(|article| run(&linter, article)).sum::<usize>());
    });
    group.finish();
}

/// A source and its translation, line by line.
const SOURCE: &str = include_str!("../tests/articles/bilingual/zh/bridge.txt");
const TARGET: &str = include_str!("../tests/articles/bilingual/faulty/bridge.txt");

fn against_the_source(criterion: &mut Criterion) {
    let linter = linter();
    let mut group = criterion.benchmark_group("against the source");
    group.sample_size(10);
    for times in [1, 10, 100] {
        let (source, target) = (SOURCE.repeat(times), TARGET.repeat(times));
        group.throughput(Throughput::Bytes(target.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(target.len()), &target, |bencher, target| {
            bencher.iter(|| {
                let read = |path: &str, text: &str| read(path, text.as_bytes().to_vec()).expect("the text is valid");
                let document = align::join(read("a.en.txt", target), read("a.zh.txt", &source));
                linter.run(&Annotated::new(&document), &[]).findings.len()
            });
        });
    }
    group.finish();
}

/// An invented word for a number.
fn word(mut number: usize) -> String {
    let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu"];
    let mut word = String::new();
    for _ in 0..5 {
        word.push_str(syllables[number % 10]);
        number /= 10;
    }
    word
}

/// A pack with a glossary of so many invented terms, in a folder of its own.
fn pack(entries: usize) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("mtlint-bench-{}-{entries}", std::process::id())).join("house");
    std::fs::create_dir_all(folder.join("terms")).expect("the temporary folder can be written");
    let mut table = String::from("source\ttarget\twrong\tattested\n");
    for number in 0..entries {
        let (first, second) = (word(number), word(number * 7 + 3));
        let _ = writeln!(
            table,
            "词{number}\tthe {first} office\t{{big|large}} {first} {second} ; {second} of {first}\tbench"
        );
    }
    let rule = "check = \"term\"\nmqm = \"terminology/wrong-term\"\nseverity = \"major\"\nmessage = \"{fix}\"\nwhy = \"A house term.\"\n\
        [params]\nglossaries = [\"terms/\"]\n[[example]]\nflag = \"[[a]]\"\n[[example]]\npass = \"b\"\n";
    let files =
        [("terms/house.tsv", table.as_str()), ("house-term.toml", rule), ("pack.toml", "description = \"bench\"\n")];
    for (name, content) in files {
        std::fs::write(folder.join(name), content).expect("the temporary folder can be written");
    }
    folder
}

fn entries(criterion: &mut Criterion) {
    let text = text(1_000_000);
    let mut group = criterion.benchmark_group("glossary entries");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    for entries in [1_000, 10_000, 100_000] {
        let folder = pack(entries);
        let packs = load(&[folder.display().to_string()]).expect("the pack is valid");
        let linter = Linter::new(packs, &Selection::default()).expect("the pack links");
        run(&linter, &text);
        group.bench_with_input(BenchmarkId::from_parameter(entries), &text, |bencher, text| {
            bencher.iter(|| run(&linter, text));
        });
        let _ = std::fs::remove_dir_all(folder.parent().unwrap_or(&folder));
    }
    group.finish();
}

/// The words of the articles, each once.
fn vocabulary() -> Vec<String> {
    let words = ARTICLES.iter().flat_map(|article| article.split(|c: char| !c.is_ascii_alphabetic()));
    let mut words: Vec<String> = words.filter(|word| word.len() > 3).map(str::to_ascii_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// A house glossary of so many terms. Their forms begin with words of the articles, so that the
/// words behind these have to be looked at, and go on with invented ones.
fn house(entries: usize) -> Glossary {
    let vocabulary = vocabulary();
    let term = |number: usize| {
        let (first, second) = (&vocabulary[number % vocabulary.len()], word(number));
        let mut term = Term { source: vec![format!("词{number}").into()], ..Term::default() };
        term.add(Status::Preferred, Form::new(format!("{first} {second} office")));
        term.add(Status::Deprecated, Form::new(format!("{first} bureau of {second}")));
        term.add(Status::Forbidden, Form::new(format!("{first} {second} shop")));
        term
    };
    let languages = Languages { source: "zh".to_owned(), target: "en".to_owned() };
    Glossary {
        path: "house.toml".to_owned(),
        languages,
        terms: (0..entries).map(term).collect(),
        ..Glossary::default()
    }
}

fn house_linter(entries: usize) -> Linter {
    let packs = load(&["zh-en".to_owned()]).expect("the built-in packs are valid");
    let packs = with_glossaries(packs, vec![house(entries)]).expect("the pack for house glossaries is valid");
    Linter::new(packs, &Selection::default()).expect("the rules link with the glossary")
}

fn house_glossary(criterion: &mut Criterion) {
    let texts = [("article", text(4_000)), ("1 MB", text(1_000_000))];
    let mut group = criterion.benchmark_group("house glossary");
    group.sample_size(10);
    // Without entries: what the others are to be compared with.
    for entries in [0, 100, 1_000, 10_000, 100_000] {
        let linter = house_linter(entries);
        for (name, text) in &texts {
            run(&linter, text);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(*name, entries), text, |bencher, text| {
                bencher.iter(|| run(&linter, text));
            });
        }
    }
    let (entries, format) = (100_000, by_name("tbx").expect("TBX is on the shelf"));
    let (tbx, _) = house(entries).write(format);
    group.throughput(Throughput::Bytes(tbx.len() as u64));
    group.bench_with_input(BenchmarkId::new("load TBX", entries), &tbx, |bencher, tbx| {
        bencher.iter(|| Glossary::read("house.tbx", tbx, format).expect("what is written can be read").terms.len());
    });
    group.finish();
}

criterion_group!(benches, start_up, length, articles, against_the_source, entries, house_glossary);
criterion_main!(benches);
