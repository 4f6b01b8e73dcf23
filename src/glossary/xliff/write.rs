//! Writes a glossary as an XLIFF document of one unit.

use super::{MODULE, UNKNOWN};
use crate::glossary::{Glossary, Losses, Status, Term};
use crate::xml::Writer;

/// The fields of terms that the module holds.
const HELD: [&str; 7] = ["id", "source", "target", "short", "admitted", "definition", "attested"];
/// The namespace of XLIFF 2.0 and 2.1.
const DOCUMENT: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// Writes a glossary.
pub(super) fn write(glossary: &Glossary, losses: &mut Losses) -> String {
    losses.fields(glossary, &HELD);
    losses.flags(glossary);
    let mut writer = Writer::new();
    let languages = &glossary.languages;
    let source = if languages.source.is_empty() { UNKNOWN } else { &languages.source };
    let mut attributes = vec![("xmlns", DOCUMENT), ("xmlns:gls", MODULE), ("version", "2.1"), ("srcLang", source)];
    attributes.extend(Some(("trgLang", languages.target.as_str())).filter(|(_, tag)| !tag.is_empty()));
    writer.open("xliff", &attributes);
    writer.open("file", &[("id", "glossary")]);
    writer.open("unit", &[("id", "glossary"), ("translate", "no")]);
    writer.open("gls:glossary", &[]);
    for term in &glossary.terms {
        entries(term, &mut writer, losses);
    }
    writer.close();
    // A unit has a segment, and that a source.
    writer.open("segment", &[]);
    writer.leaf("source", &[], "Glossary");
    writer.finish()
}

/// Writes a term: an entry for each source form, as an entry has one.
fn entries(term: &Term, writer: &mut Writer, losses: &mut Losses) {
    if term.source.is_empty() {
        losses.add("the whole entry (it has no source)", term);
    }
    if term.source.len() > 1 {
        losses.add("the unity (each source form becomes an entry)", term);
    }
    if term.of(Status::Short).next().is_some() {
        losses.add("`short` (it becomes `admitted`)", term);
    }
    let id = term.id.as_deref().filter(|id| is_token(id));
    if id.is_none() && term.id.is_some() {
        losses.add("`id` (it is no token in XML)", term);
    }
    for (index, source) in term.source.iter().enumerate() {
        let id: Vec<(&str, &str)> = id.filter(|_| index == 0).map(|id| ("id", id)).into_iter().collect();
        writer.open("gls:glossEntry", &id);
        writer.leaf("gls:term", &[], source);
        translations(term, writer);
        if !term.definition.is_empty() {
            writer.leaf("gls:definition", &[], &term.definition);
        }
        writer.close();
    }
    if writer.has_dropped() {
        losses.add("characters that XML does not have", term);
    }
}

/// Writes the right forms, the preferred one with where it is attested.
fn translations(term: &Term, writer: &mut Writer) {
    for (index, form) in term.right().enumerate() {
        let attested = Some(("source", term.attested.as_str())).filter(|(_, text)| index == 0 && !text.is_empty());
        writer.leaf("gls:translation", &attested.into_iter().collect::<Vec<_>>(), &form.text);
    }
}

/// Whether a text is an id as XLIFF wants it: an XML token.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
}
