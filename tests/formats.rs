//! Glossary formats: fixtures that read to the same glossary as their twins in TOML, conversion that
//! keeps what the format holds and tells what it does not, bad input, and speed.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use mtlint::glossary::{
    FORMATS, Form, Format, Glossary, GlossaryError, Languages, PartOfSpeech, Status, Term, TermKind, by_name, by_path,
};
use mtlint::mqm::Severity;
use mtlint::text::Included;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn read(name: &str, text: &str) -> Result<Glossary, GlossaryError> {
    Glossary::read(name, text, by_path(name, text).unwrap())
}

/// A glossary without what belongs to its file: path and lines.
fn meaning(glossary: &Glossary) -> (Languages, Vec<Term>) {
    let terms = glossary.terms.iter().map(|term| Term { line: 0, ..term.clone() });
    (glossary.languages.clone(), terms.collect())
}

fn fixture(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/formats", name].iter().collect();
    fs::read_to_string(path).unwrap()
}

#[test]
fn fixtures_read_as_their_twins() {
    for (name, format) in [
        ("v2-tig.tbx", "tbx-v2"),
        ("v2-ntig.tbx", "tbx-v2"),
        ("v3-dca.tbx", "tbx"),
        ("v3-dct.tbx", "tbx-dct"),
        ("many-languages.tbx", "tbx"),
        ("glossary.xlf", "xliff-glossary"),
    ] {
        let text = fixture(name);
        assert_eq!(by_path(name, &text).unwrap().name(), format, "{name}");
        let twin = Path::new(name).with_extension("toml");
        let twin = twin.to_str().unwrap();
        let (own, other) = (read(name, &text).unwrap(), read(twin, &fixture(twin)).unwrap());
        assert_eq!(meaning(&own), meaning(&other), "{name}");
    }
}

#[test]
fn entries_have_the_lines_of_their_files() {
    let glossary = read("v2-tig.tbx", &fixture("v2-tig.tbx")).unwrap();
    assert_eq!(glossary.terms.iter().map(|term| term.line).collect::<Vec<_>>(), [16, 52]);
}

#[test]
fn a_file_in_many_languages_has_the_languages_that_are_wanted() {
    let text = fixture("many-languages.tbx");
    for (source, target, expected) in
        [("fr", "de", "réseau Netz"), ("", "fr", "Netz réseau"), ("en-GB", "zh-CN", "net 网络")]
    {
        let wanted = Languages { source: source.to_owned(), target: target.to_owned() };
        let glossary = Glossary::read_for("a.tbx", &text, by_name("tbx").unwrap(), &wanted).unwrap();
        let [term] = glossary.terms.as_slice() else { panic!("{glossary:?}") };
        let source = if source == "en-GB" { &term.source[1] } else { &term.source[0] };
        assert_eq!(format!("{source} {}", term.target()), expected);
    }
}

/// What a format says that it keeps of a glossary.
fn kept(format: &str, glossary: &Glossary) -> (Languages, Vec<Term>) {
    let (languages, terms) = meaning(glossary);
    match format {
        "toml" => (languages, terms),
        "csv" | "tsv" => (Languages::default(), terms),
        "pairs" => {
            (Languages::default(), terms.into_iter().flat_map(|term| by_source(&term, &[Status::Preferred])).collect())
        }
        "xliff-glossary" => {
            let right = [Status::Preferred, Status::Short, Status::Admitted];
            let entry = |term: Term| {
                let (id, definition, attested) = (term.id.clone(), term.definition.clone(), term.attested.clone());
                let split = by_source(&term, &right).into_iter().enumerate();
                let told = move |(index, split): (usize, Term)| Term {
                    id: id.clone().filter(|_| index == 0),
                    definition: definition.clone(),
                    attested: attested.clone(),
                    ..split
                };
                split.map(told).collect::<Vec<_>>()
            };
            (languages, terms.into_iter().flat_map(entry).collect())
        }
        _ => (
            languages,
            terms.into_iter().filter(|term| !term.source.is_empty() || term.forms.len() > 1).map(in_tbx).collect(),
        ),
    }
}

/// An entry for each source form, with the forms of some statuses.
fn by_source(term: &Term, statuses: &[Status]) -> Vec<Term> {
    let forms = term.forms.iter().filter(|(status, _)| statuses.contains(status));
    let status = |status| if status == Status::Short { Status::Admitted } else { status };
    let forms: Vec<_> = forms.map(|(own, form)| (status(*own), Form::new(form.text.clone()))).collect();
    let entry = |source: &Included| Term { source: vec![source.clone()], forms: forms.clone(), ..Term::default() };
    term.source.iter().map(entry).collect()
}

fn in_tbx(term: Term) -> Term {
    let status = |status| if status == Status::Forbidden { Status::Deprecated } else { status };
    Term {
        forms: term.forms.into_iter().map(|(own, form)| (status(own), Form::new(form.text))).collect(),
        id: term.id,
        source: term.source,
        part_of_speech: term.part_of_speech,
        domain: term.domain,
        definition: term.definition,
        attested: term.attested,
        note: term.note,
        ..Term::default()
    }
}

fn converts(format: &dyn Format, glossary: &Glossary) -> Result<(), TestCaseError> {
    let name = format.name();
    let (written, losses) = glossary.write(format);
    let again = match Glossary::read("again", &written, format) {
        Ok(again) => again,
        Err(error) => return Err(TestCaseError::fail(format!("{name}: {error}\n{written}"))),
    };
    let kept = kept(name, glossary);
    prop_assert_eq!(&meaning(&again), &kept, "{}\n{}", name, written);
    let is_whole = kept == meaning(glossary);
    prop_assert!(is_whole || !losses.is_empty(), "{name} loses something and does not tell: {glossary:?}");
    prop_assert!(!is_whole || losses.is_empty(), "{name}: {:?}", losses.lines().collect::<Vec<_>>());
    let (rewritten, _) = again.write(format);
    prop_assert_eq!(rewritten, written, "{}", name);
    Ok(())
}

#[test]
fn every_format_keeps_a_glossary_of_what_all_hold() {
    for format in FORMATS {
        let text = "工会\ttrade union\n研究&开发\tR&D <unit> \"x\"\n";
        converts(format, &Glossary::read("pairs.txt", text, by_name("pairs").unwrap()).unwrap()).unwrap();
    }
}

#[test]
fn fixtures_convert_into_every_format() {
    for name in ["v2-tig", "v2-ntig", "v3-dca", "v3-dct", "many-languages", "glossary"] {
        let glossary = read("twin.toml", &fixture(&format!("{name}.toml"))).unwrap();
        for format in FORMATS {
            converts(format, &glossary).unwrap();
        }
    }
}

#[test]
fn written_files_are_recognised() {
    let glossary = read("twin.toml", &fixture("v2-tig.toml")).unwrap();
    for format in FORMATS {
        let (text, _) = glossary.write(format);
        for extension in format.extensions() {
            assert_eq!(by_path(&format!("a.{extension}"), &text).unwrap().name(), format.name());
        }
    }
}

#[test]
fn losses_name_what_is_lost() {
    let text =
        "[[term]]\nid = \"a b\"\nsource = \"a\"\ntarget = \"b [case]\"\nforbidden = \"c\"\nseverity = \"minor\"\n";
    let glossary = read("t.toml", text).unwrap();
    let lines = |format: &str| glossary.write(by_name(format).unwrap()).1.lines().collect::<Vec<_>>().join("\n");
    for format in ["tbx", "tbx-dct", "tbx-v2"] {
        for what in ["`forbidden` (it becomes `deprecated`) of 1 entry: a", "`severity`", "`id`", "[case]"] {
            assert!(lines(format).contains(what), "{what} in {}", lines(format));
        }
    }
    for what in ["`forbidden` of", "`severity`", "`id`", "[case]"] {
        assert!(lines("xliff-glossary").contains(what), "{what} in {}", lines("xliff-glossary"));
    }
}

const WORDS: [&str; 14] =
    ["工会", "大会", "&", "<b>", "\"quoted\"", "it’s", "R&D", "100%", "a\\b", "é", "𠮷野家", "x,y", "C++", "State"];

fn words() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 1..4).prop_map(|words| words.join(" "))
}

fn lines() -> impl Strategy<Value = String> {
    vec(words(), 0..3).prop_map(|lines| lines.join("\n"))
}

prop_compose! {
    fn form()(text in words(), case in any::<bool>(), fixed in any::<bool>(), plain in any::<bool>()) -> Form {
        Form { text: text.into(), case: case && !plain, fixed: fixed && !plain }
    }
}

prop_compose! {
    fn term()(
        has_id in any::<bool>(),
        source in vec(words(), 0..3),
        target in form(),
        others in vec((select(&Status::ALL[1..]), form()), 0..4),
        wrong in vec(select(&["great country", "big {man|woman}"][..]), 0..2),
        (kind, part_of_speech) in (select(&TermKind::ALL[..]), option::of(select(&PartOfSpeech::ALL[..]))),
        severity in option::of(select(&Severity::ALL[..])),
        (domain, attested, texts) in (option::of(words()), option::of(words()), (lines(), lines())),
    ) -> Term {
        let mut term = Term { kind, part_of_speech, severity, ..Term::default() };
        term.id = Some(String::new()).filter(|_| has_id);
        term.source = source.iter().enumerate().map(|(index, text)| format!("{text} {index}").into()).collect();
        term.wrong = wrong.into_iter().map(Included::from).collect();
        (term.domain, term.attested) = (domain.unwrap_or_default().into(), attested.unwrap_or_default().into());
        (term.definition, term.note) = (texts.0.into(), texts.1.into());
        for (index, (status, form)) in std::iter::once((Status::Preferred, target)).chain(others).enumerate() {
            term.add(status, Form { text: format!("{} {index}", form.text).into(), ..form });
        }
        if term.source.is_empty() && term.forms.len() + term.wrong.len() < 2 {
            term.source.push("工会".into());
        }
        term
    }
}

const LANGUAGES: [(&str, &str); 9] = [
    ("zh", "en"),
    ("en", "zh"),
    ("", ""),
    ("zh-CN", "en-GB"),
    ("zh", ""),
    ("", "en"),
    ("zh-Hans", "zh-Hant"),
    ("ja", "de"),
    ("en-US", "en-GB"),
];

prop_compose! {
    fn glossary()(mut terms in vec(term(), 1..6), (source, target) in select(&LANGUAGES[..])) -> Glossary {
        for (index, term) in terms.iter_mut().enumerate() {
            term.id = term.id.as_ref().map(|_| format!("t{index}"));
        }
        if terms[0].source.is_empty() {
            terms[0].source.push("工会".into());
        }
        let languages = Languages { source: source.to_owned(), target: target.to_owned() };
        Glossary { languages, terms, ..Glossary::default() }
    }
}

/// Pieces of which broken files are made.
const PIECES: [&str; 40] = [
    "<tbx style='dct'>",
    "<tbx>",
    "</tbx>",
    "<martif>",
    "</martif>",
    "<conceptEntry id='a'>",
    "</conceptEntry>",
    "<termEntry>",
    "<langSec xml:lang='zh'>",
    "<langSec xml:lang='en'>",
    "</langSec>",
    "<langSec>",
    "<termSec>",
    "</termSec>",
    "<tig>",
    "</tig>",
    "<term>",
    "</term>",
    "<term/>",
    "工会",
    "union",
    "&amp;",
    "&#0;",
    "&x;",
    "&",
    "<",
    ">",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [",
    "<?xml version='1.0'?>",
    "<min:administrativeStatus>",
    "</min:administrativeStatus>",
    "<xliff version='2.0' xmlns:g='urn:oasis:names:tc:xliff:glossary:2.0'>",
    "<g:glossEntry>",
    "<g:term source=''>",
    "\u{0}",
    "é'\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn conversion_keeps_meaning(glossary in glossary(), format in 0..FORMATS.len()) {
        converts(FORMATS[format], &glossary)?;
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,300}", format in 0..FORMATS.len()) {
        let _ = Glossary::read("any", &text, FORMATS[format]);
        let _ = by_path("any.xml", &text).map(Format::name);
    }

    #[test]
    fn any_bytes_are_survived(bytes in vec(any::<u8>(), 0..300), format in 0..FORMATS.len()) {
        let _ = Glossary::read("any", &String::from_utf8_lossy(&bytes), FORMATS[format]);
    }

    #[test]
    fn any_markup_is_survived(pieces in vec(select(&PIECES[..]), 0..40), format in 4..FORMATS.len()) {
        let _ = Glossary::read("any", &pieces.concat(), FORMATS[format]);
        let rooted = format!("<tbx><conceptEntry>{}", pieces.concat());
        let _ = Glossary::read("any", &rooted, FORMATS[format]);
    }
}

/// A TBX file: what a body stands in.
fn tbx(body: &str) -> String {
    format!("<tbx style=\"dca\" xml:lang=\"zh\">\n<text><body>\n{body}\n</body></text>\n</tbx>\n")
}

/// A file with one entry, whose English section is given.
fn entry(english: &str) -> String {
    let chinese = "<langSec xml:lang=\"zh\"><termSec><term>工会</term></termSec></langSec>";
    tbx(&format!(
        "<conceptEntry id=\"c1\">\n{chinese}\n<langSec xml:lang=\"en\">\n{english}\n</langSec>\n</conceptEntry>"
    ))
}

fn xliff(body: &str) -> String {
    let module = "xmlns:g=\"urn:oasis:names:tc:xliff:glossary:2.0\"";
    format!("<xliff version=\"2.1\" srcLang=\"zh\" trgLang=\"en\" {module}>\n{body}\n</xliff>\n")
}

/// Files with a fault: the format, the text, the line and column, and a word of the message.
fn bad() -> Vec<(&'static str, String, usize, usize, &'static str)> {
    let laughs = "<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n<!ENTITY lol2 \"&lol;&lol;\">\n]>\n<tbx>&lol2;</tbx>";
    let external =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<tbx>&x;</tbx>";
    let status = "<termSec><term>union</term><termNote type=\"administrativeStatus\">banned</termNote></termSec>";
    let preferred = "<termSec><term>a</term><termNote type=\"administrativeStatus\">preferredTerm</termNote></termSec>\n\
        <termSec><term>b</term><termNote type=\"administrativeStatus\">preferredTerm</termNote></termSec>";
    let twice = "<conceptEntry id=\"x\"><langSec xml:lang=\"zh\"><termSec><term>甲</term></termSec></langSec><langSec xml:lang=\"en\"><termSec><term>a</term></termSec></langSec></conceptEntry>";
    let gloss =
        "<g:glossary><g:glossEntry>\n<g:term>甲</g:term><g:translation>a</g:translation>\n</g:glossEntry></g:glossary>";
    vec![
        ("tbx", laughs.to_owned(), 1, 1, "remove the DOCTYPE"),
        ("tbx", external.to_owned(), 2, 1, "not expanded"),
        ("tbx-v2", "<!DOCTYPE martif SYSTEM \"a.dtd\" [ ]>\n<martif/>".to_owned(), 1, 1, "remove the DOCTYPE"),
        ("tbx", String::new(), 1, 1, "not an XML document"),
        ("tbx", "just words\n".to_owned(), 1, 1, "outside of the root"),
        ("tbx", "<tbx></tbx>\n<tbx></tbx>".to_owned(), 2, 1, "second root"),
        ("tbx", "<tbx></tbx>\n&amp;".to_owned(), 2, 1, "outside of the root"),
        ("tbx", "<glossary/>".to_owned(), 1, 1, "the root element is <glossary>"),
        ("tbx", xliff(""), 1, 1, "the root element is <xliff>"),
        ("tbx", tbx("<conceptEntry>"), 4, 1, "expected `</conceptEntry>`"),
        ("tbx", "<tbx>\n<text>\n<body>".to_owned(), 3, 1, "not closed"),
        ("tbx", "<tbx>\n</text>".to_owned(), 2, 1, "expected `</tbx>`"),
        ("tbx", "<tbx>\n<term".to_owned(), 2, 1, "not closed"),
        ("tbx", "<tbx>\n<!-- never".to_owned(), 2, 1, "comment not closed"),
        ("tbx", entry("<termSec><term>a & b</term></termSec>"), 6, 18, "reference"),
        ("tbx", entry("<termSec><term>a < b</term></termSec>"), 6, 18, "&lt;"),
        ("tbx", entry("<termSec><term>caf&eacute;</term></termSec>"), 6, 19, "unknown entity `&eacute;`"),
        ("tbx", entry("<termSec><term>a&#xD800;</term></termSec>"), 6, 17, "no character"),
        ("tbx", entry("<termSec id=1><term>a</term></termSec>"), 6, 1, "not well-formed"),
        ("tbx", entry("<termSec id=\"&x;\"><term>a</term></termSec>"), 6, 1, "not well-formed"),
        ("tbx", entry("<termSec><term></term></termSec>"), 6, 10, "empty term"),
        ("tbx", entry("<termSec><term> \n </term></termSec>"), 6, 10, "empty term"),
        ("tbx", entry("<termSec></termSec>"), 6, 1, "without a term"),
        ("tbx", entry("<term>union</term>"), 6, 1, "outside of a term section"),
        ("tbx", entry("<termSec><term>a</term><term>b</term></termSec>"), 6, 24, "second term"),
        ("tbx", entry(status), 6, 66, "unknown administrativeStatus `banned`"),
        ("tbx", entry(preferred), 3, 1, "2 preferred forms"),
        (
            "tbx",
            entry("<termSec><term>a</term><termNote type=\"administrativeStatus\">deprecatedTerm</termNote></termSec>"),
            3,
            1,
            "no target form",
        ),
        (
            "tbx",
            tbx(
                "<conceptEntry id=\"c1\"><langSec xml:lang=\"zh\"><termSec><term>甲</term></termSec></langSec>\n</conceptEntry>\n<conceptEntry id=\"c2\"><langSec xml:lang=\"en\"><termSec><term>a</term></termSec></langSec></conceptEntry>",
            ),
            3,
            1,
            "no term in en",
        ),
        (
            "tbx",
            tbx("<conceptEntry id=\"c1\">\n<langSec><termSec><term>a</term></termSec></langSec></conceptEntry>"),
            4,
            1,
            "without a language",
        ),
        (
            "tbx",
            tbx("<conceptEntry id=\"c1\">\n<conceptEntry id=\"c2\"></conceptEntry></conceptEntry>"),
            4,
            1,
            "inside another entry",
        ),
        ("tbx", tbx("<langSec xml:lang=\"en\"/>"), 3, 1, "stands inside a conceptEntry"),
        (
            "tbx",
            tbx("<conceptEntry id=\"c1\">\n<termSec><term>a</term></termSec></conceptEntry>"),
            4,
            1,
            "stands inside a langSec",
        ),
        ("tbx", tbx(&format!("{twice}\n{twice}")), 4, 1, "ids are unique"),
        ("xliff-glossary", "<xliff version=\"1.2\"/>".to_owned(), 1, 1, "no XLIFF 2"),
        ("xliff-glossary", xliff("<file/>"), 1, 1, "no glossary"),
        ("xliff-glossary", xliff(&gloss.replace('甲', "")), 3, 1, "empty term"),
        ("xliff-glossary", xliff(&gloss.replace(">a<", "><")), 3, 19, "empty term"),
        ("xliff-glossary", xliff(&gloss.replace("<g:term>甲</g:term>", "")), 2, 13, "without a term"),
        ("xliff-glossary", xliff(&gloss.replace("<g:translation>a</g:translation>", "")), 2, 13, "no target form"),
        (
            "xliff-glossary",
            xliff("<g:glossary><g:glossEntry>\n<g:glossEntry/></g:glossEntry></g:glossary>"),
            3,
            1,
            "inside another entry",
        ),
    ]
}

#[test]
fn faults_say_where_and_what() {
    let mut missing = Vec::new();
    for (format, text, line, column, word) in bad() {
        let outcome = Glossary::read("bad", &text, by_name(format).unwrap());
        let faults = outcome.err().map(|error| error.faults).unwrap_or_default();
        let expected = |line_column, what: &str| line_column == (line, column) && what.contains(word);
        if !faults.iter().any(|fault| expected((fault.line, fault.column), &fault.what)) {
            let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column, &fault.what)).collect();
            missing.push(format!("no “{word}” at {line}:{column} of\n{text}\n{found:?}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
}

#[test]
fn depth_is_no_danger() {
    let (open, close) = ("<hi>".repeat(100_000), "</hi>".repeat(100_000));
    let text = entry(&format!("<termSec><term>trade {open}union{close}</term></termSec>"));
    assert_eq!(read("deep.tbx", &text).unwrap().terms[0].target(), "trade union");
    let (open, close) = ("<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(read("deep.tbx", &tbx(&format!("{open}{close}"))).unwrap().terms.is_empty());
    assert!(read("deep.xlf", &xliff(&format!("{open}{close}"))).is_err());
    assert!(read("deep.tbx", &tbx(&open)).is_err());
}

/// A TBX file of many entries, as term bases export them.
fn large(entries: usize) -> String {
    let mut body = String::new();
    for number in 0..entries {
        let _ = write!(
            body,
            r#"<conceptEntry id="c{number}">
 <descrip type="subjectField">domain {}</descrip>
 <langSec xml:lang="zh">
  <termSec>
   <term>术语{number}</term>
   <termNote type="partOfSpeech">noun</termNote>
  </termSec>
 </langSec>
 <langSec xml:lang="en">
  <termSec>
   <term>term number {number}</term>
   <termNote type="partOfSpeech">noun</termNote>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
  </termSec>
  <termSec>
   <term>word &amp; number {number}</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
  </termSec>
 </langSec>
</conceptEntry>
"#,
            number % 20
        );
    }
    tbx(&body)
}

#[test]
fn entries_of_a_large_file_know_their_lines() {
    let glossary = read("large.tbx", &large(2_000)).unwrap();
    assert_eq!((glossary.terms.len(), glossary.terms[1_999].line), (2_000, 3 + 1_999 * 20));
}
