//! Writes a glossary as TBX.

use super::category::{SHORT_FORM, status_value};
use super::concept::counted;
use super::languages::{NO_SOURCE, NO_TARGET};
use super::{Losses, Style};
use crate::glossary::{Glossary, Status, Term};
use crate::xml::{Writer, is_name};

/// The fields of terms that TBX holds.
const HELD: [&str; 11] = [
    "id",
    "source",
    "target",
    "short",
    "admitted",
    "deprecated",
    "forbidden",
    "part-of-speech",
    "domain",
    "definition",
    "attested",
];
/// What the files say about themselves.
const ORIGIN: &str = "A glossary, written by mtlint";

/// Writes a glossary in a style.
pub(super) fn write(style: Style, glossary: &Glossary, losses: &mut Losses) -> String {
    losses.fields(glossary, &[&HELD[..], &["note"]].concat());
    losses.flags(glossary);
    let tags = tags(glossary, losses);
    let mut file = File { style, tags, written: 0, writer: Writer::new() };
    file.header();
    for term in &glossary.terms {
        if term.source.is_empty() && term.forms.len() < 2 {
            losses.add("the whole entry (it has no source, and no form that is wrong)", term);
        } else {
            file.entry(term, losses);
        }
    }
    file.writer.finish()
}

/// The tags of the languages; what is not known has a tag of its own, so that the sides stay apart.
fn tags(glossary: &Glossary, losses: &mut Losses) -> [String; 2] {
    let languages = &glossary.languages;
    let or = |tag: &String, other: &str| if tag.is_empty() { other.to_owned() } else { tag.clone() };
    let [source, target] = [or(&languages.source, NO_SOURCE), or(&languages.target, NO_TARGET)];
    if source.eq_ignore_ascii_case(&target) {
        losses.languages(glossary);
        return [NO_SOURCE, NO_TARGET].map(str::to_owned);
    }
    [source, target]
}

/// A file that is written.
struct File {
    style: Style,
    /// The languages of the sources and the targets.
    tags: [String; 2],
    /// How many entries are written.
    written: usize,
    writer: Writer,
}

impl File {
    fn header(&mut self) {
        let language = ("xml:lang", self.tags[0].as_str());
        let v3 = ("xmlns", "urn:iso:std:iso:30042:ed-2");
        let modules =
            [("xmlns:min", "http://www.tbxinfo.net/ns/min"), ("xmlns:basic", "http://www.tbxinfo.net/ns/basic")];
        let (root, header, attributes) = match self.style {
            Style::V2 => ("martif", "martifHeader", vec![("type", "TBX"), language]),
            Style::Dca => ("tbx", "tbxHeader", vec![("type", "TBX-Basic"), ("style", "dca"), language, v3]),
            Style::Dct => {
                let [min, basic] = modules;
                ("tbx", "tbxHeader", vec![("type", "TBX-Basic"), ("style", "dct"), language, v3, min, basic])
            }
        };
        self.writer.open(root, &attributes);
        for name in [header, "fileDesc", "sourceDesc"] {
            self.writer.open(name, &[]);
        }
        self.writer.leaf("p", &[], ORIGIN);
        self.writer.close();
        self.writer.close();
        if self.style == Style::V2 {
            self.writer.open("encodingDesc", &[]);
            self.writer.leaf("p", &[("type", "XCSURI")], "TBXBasicXCSV02.xcs");
            self.writer.close();
        }
        self.writer.close();
        self.writer.open("text", &[]);
        self.writer.open("body", &[]);
    }

    fn entry(&mut self, term: &Term, losses: &mut Losses) {
        self.written += 1;
        let counted = counted(self.written);
        let id = term.id.as_deref().filter(|id| is_name(id) && *id != counted);
        if id.is_none() && term.id.is_some() {
            losses.add("`id` (it is no name in XML)", term);
        }
        let name = if self.style == Style::V2 { "termEntry" } else { "conceptEntry" };
        self.writer.open(name, &[("id", id.unwrap_or(&counted))]);
        self.data("descrip", "subjectField", &term.domain);
        self.data("descrip", "definition", &term.definition);
        if !term.note.is_empty() {
            self.writer.leaf("note", &[], &term.note);
        }
        self.sources(term);
        self.targets(term, losses);
        self.writer.close();
        if self.writer.has_dropped() {
            losses.add("characters that XML does not have", term);
        }
    }

    fn sources(&mut self, term: &Term) {
        if !term.source.is_empty() {
            self.section(0);
            for source in &term.source {
                self.term(source, term);
                self.writer.close();
            }
            self.writer.close();
        }
    }

    fn targets(&mut self, term: &Term, losses: &mut Losses) {
        self.section(1);
        for (index, (status, form)) in term.forms.iter().enumerate() {
            self.term(&form.text, term);
            self.data("termNote", "administrativeStatus", &status_value(*status).unwrap_or_default());
            if *status == Status::Short {
                self.data("termNote", "termType", SHORT_FORM);
            }
            if index == 0 {
                self.data("admin", "source", &term.attested);
            }
            self.writer.close();
        }
        self.writer.close();
        if term.of(Status::Forbidden).next().is_some() {
            losses.add("`forbidden` (it becomes `deprecated`)", term);
        }
    }

    /// Begins the section of a language.
    fn section(&mut self, side: usize) {
        let name = if self.style == Style::V2 { "langSet" } else { "langSec" };
        let tag = self.tags.get(side).cloned().unwrap_or_default();
        self.writer.open(name, &[("xml:lang", &tag)]);
    }

    /// Begins a term; its part of speech stands with each of its forms.
    fn term(&mut self, text: &str, term: &Term) {
        self.writer.open(if self.style == Style::V2 { "tig" } else { "termSec" }, &[]);
        self.writer.leaf("term", &[], text);
        self.data("termNote", "partOfSpeech", term.part_of_speech.map_or("", |part| part.name()));
    }

    /// Writes a data category that has a value.
    fn data(&mut self, carrier: &str, category: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        if self.style == Style::Dct {
            let module = if MIN.contains(&category) { "min" } else { "basic" };
            self.writer.leaf(&format!("{module}:{category}"), &[], value);
        } else {
            self.writer.leaf(carrier, &[("type", category)], value);
        }
    }
}

/// The categories of the module Min; the others that are written are of the module Basic.
const MIN: [&str; 3] = ["administrativeStatus", "partOfSpeech", "subjectField"];
