//! Floor 2, a shelf: terms and glossaries, and one file a glossary format. Built-in and house
//! glossaries have the same formats.
//!
//! To add a format: one file with a `pub static`, its `mod` line and its line in [`FORMATS`] below.

mod csv;
pub mod diff;
#[cfg(test)]
mod documented;
mod fault;
mod field;
mod form;
pub mod lint;
mod loss;
mod pairs;
mod pattern;
mod table;
mod tbx;
mod term;
mod toml;
mod tsv;
mod valid;
mod xliff;

use std::collections::BTreeMap;
use std::path::Path;

pub use fault::{Faults, GlossaryError};
pub use form::Form;
pub use loss::Losses;
pub use pattern::{Anchor, Item, Join, Pattern, PatternError, Slot, Word, anchor};
pub use term::{PartOfSpeech, Status, Term, TermKind};

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A list of terms from one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Glossary {
    /// The path of the file the terms come from.
    pub path: String,
    /// The languages of its source and target terms as BCP 47 tags; empty where the file does not say.
    pub languages: Languages,
    /// The terms, in the order of the file.
    pub terms: Vec<Term>,
    /// What the file holds besides, and no glossary here does, with how often.
    pub passed_over: BTreeMap<String, usize>,
}

/// The languages of a glossary as BCP 47 tags (`zh`, `zh-Hant`, `en-GB`); empty where unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Languages {
    /// The language of the source terms.
    pub source: String,
    /// The language of the target terms.
    pub target: String,
}

/// A glossary format: how a file becomes terms, and terms a file.
pub trait Format: Sync {
    /// The name, for `--from` and `--to`.
    fn name(&self) -> &'static str;

    /// What it is, in one line.
    fn summary(&self) -> &'static str;

    /// The extensions of its files; where formats share one, [`recognises`](Self::recognises) decides.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether a text of one of its extensions is in this format.
    fn recognises(&self, text: &str) -> bool {
        let _ = text;
        true
    }

    /// Reads a text. What is wrong is told to `faults`, and reading goes on behind it.
    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries;

    /// As [`read`](Self::read); of a file in many languages, the terms of the wanted ones. An empty
    /// language is left to the format.
    fn read_for(&self, text: &str, wanted: &Languages, faults: &mut Faults<'_>) -> Entries {
        let _ = wanted;
        self.read(text, faults)
    }

    /// Writes a glossary. What the format cannot hold is told to `losses`.
    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String;
}

/// What a file holds: its entries as written, each with its place in the text.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// The languages that the file names.
    pub languages: Languages,
    /// The entries.
    pub terms: Vec<(Term, Span)>,
}

/// All formats; a name without a known extension is read by the first.
pub static FORMATS: [&dyn Format; 8] =
    [&toml::TOML, &tsv::TSV, &csv::CSV, &pairs::PAIRS, &tbx::TBX, &tbx::TBX_DCT, &tbx::TBX_V2, &xliff::XLIFF];

/// The format of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// The format of a file, by its extension and, where formats share it, by its text; nothing where
/// the extension is of no format.
#[must_use]
pub fn by_path(path: &str, text: &str) -> Option<&'static dyn Format> {
    let extension = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    let mut named = FORMATS.into_iter().filter(|format| format.extensions().contains(&extension.as_str()));
    let first = named.clone().next()?;
    Some(named.find(|format| format.recognises(text)).unwrap_or(first))
}

impl Glossary {
    /// Reads and validates a glossary; the error lists all faults of the file.
    pub fn read(path: &str, text: &str, format: &dyn Format) -> Result<Self, GlossaryError> {
        Self::read_for(path, text, format, &Languages::default())
    }

    /// As [`read`](Self::read); of a file in many languages, the terms of the wanted ones.
    pub fn read_for(path: &str, text: &str, format: &dyn Format, wanted: &Languages) -> Result<Self, GlossaryError> {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut faults = Faults::new(path, text);
        let entries = format.read_for(text, wanted, &mut faults);
        let terms = valid::terms(entries.terms, text, &mut faults);
        faults.none()?;
        Ok(Self { path: path.to_owned(), languages: entries.languages, terms, passed_over: faults.passed_over })
    }

    /// The glossary in a format, and what is lost in it.
    #[must_use]
    pub fn write(&self, format: &dyn Format) -> (String, Losses) {
        let mut losses = Losses::default();
        let text = format.write(self, &mut losses);
        (text, losses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn read(name: &str, text: &str) -> Result<Glossary, GlossaryError> {
        Glossary::read(name, text, by_path(name, text).unwrap())
    }

    fn fault(name: &str, text: &str) -> (usize, usize, String) {
        let error = read(name, text).unwrap_err();
        (error.faults[0].line, error.faults[0].column, error.faults[0].what.clone())
    }

    #[test]
    fn a_line_of_a_table_is_a_term() {
        let text = "source\ttarget\twrong\tseverity\n大国工匠\tmaster craftsman\t{large|big} country craftsman ; craftsman of great country\tminor\n";
        let glossary = read("t.tsv", text).unwrap();
        let [term] = glossary.terms.as_slice() else { panic!("{glossary:?}") };
        assert_eq!((term.name(), term.wrong.len(), term.line), ("大国工匠", 2, 2));
        assert_eq!(term.severity, Some(crate::mqm::Severity::Minor));
    }

    #[test]
    fn quoted_cells_semicolons_and_comments() {
        let text = "source;target;admitted\n# a comment\n\"a;b\";\"say \"\"so\"\"\";\"x\\;y ; z\"\n#MeToo;#MeToo;\n";
        let glossary = read("t.csv", text).unwrap();
        let [first, second] = glossary.terms.as_slice() else { panic!("{glossary:?}") };
        assert_eq!(
            (first.source.len(), first.target(), first.right().nth(1).unwrap().text.as_str()),
            (2, "say \"so\"", "x;y")
        );
        assert_eq!((second.name(), second.line), ("#MeToo", 4));
    }

    #[test]
    fn faults_have_a_line_and_a_column() {
        let table = |text: &str| fault("t.tsv", text);
        assert_eq!(table("source\ttarget\tseverity\n工会\ttrade union\tgrave\n").0, 2);
        assert_eq!(table("source\ttarget\tseverity\n工会\ttrade union\tgrave\n").1, 16);
        assert!(table("source\ttarget\n工会\t\"trade\" union\n").2.contains("closing quotation mark"));
        assert!(table("source\ttarge\n").2.contains("unknown column `targe`"));
        assert!(table("source\ttarget\n工会\n").2.contains("no target form"));
        assert!(table("source\ttarget\n工会\ta ; b\n").2.contains("2 preferred forms"));
        assert!(table("source\ttarget\twrong\na\tb\t{c\n").2.contains("brace is not closed"));
        assert!(table("source\ttarget\tforbidden\na\tb\tb\n").2.contains("both a right form and forbidden"));
        assert!(table("").2.contains("empty"));
        let toml = fault("t.toml", "[[term]]\nsource = \"a\"\ntarget = \"b\"\nstatus = \"x\"\n");
        assert_eq!((toml.0, toml.1), (4, 1));
        assert!(fault("t.toml", "[[term]]\nsource = \"a\n").2.len() > 5);
        assert!(fault("t.txt", "工会 trade union\n").2.contains("one tab"));
        let twice = fault("t.tsv", "id\tsource\ttarget\n1\ta\tb\n1\tc\td\n");
        assert_eq!((twice.0, twice.2.contains("stands at line 2")), (3, true));
    }

    #[test]
    fn the_native_format_holds_everything() {
        let text = "source-language = \"zh\"\ntarget-language = \"en\"\n\n[[term]]\nid = \"t1\"\nsource = [\"工会\", \"工會\"]\ntarget = \"trade union\"\nshort = \"union [fixed]\"\nforbidden = \"labor guild\"\npart-of-speech = \"noun\"\ndo-not-translate = true\nvalid-from = \"2024-01-31\"\nnote = \"a \\\"b\\\"\"\n";
        let glossary = read("t.toml", text).unwrap();
        let (written, losses) = glossary.write(by_name("toml").unwrap());
        assert!(losses.is_empty());
        let again = read("t.toml", &written).unwrap();
        let plain = |glossary: &Glossary| {
            glossary.terms.iter().map(|term| Term { line: 0, ..term.clone() }).collect::<Vec<_>>()
        };
        assert_eq!((plain(&again), &again.languages), (plain(&glossary), &glossary.languages), "{written}");
    }

    #[test]
    fn names_are_unique_and_formats_have_extensions() {
        assert_eq!(FORMATS.iter().map(|format| format.name()).collect::<HashSet<_>>().len(), FORMATS.len());
        assert!(FORMATS.iter().all(|format| !format.extensions().is_empty()));
    }
}
