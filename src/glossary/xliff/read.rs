//! Reads the glossaries of an XLIFF document.

use std::collections::HashMap;

use super::{MODULE, UNKNOWN, is_xliff};
use crate::glossary::{Entries, Faults, Form, Status, Term};
use crate::text::Span;
use crate::xml::{Piece, Pieces, Prose, Tag};

/// Reads a document up to its end, or to where it is no XML.
pub(super) fn read(text: &str, faults: &mut Faults<'_>) -> Entries {
    let mut pieces = Pieces::new(text);
    let mut reading = Reading::new(faults);
    loop {
        match pieces.piece() {
            Ok(Some(Piece::Open(tag))) => reading.open(&tag),
            Ok(Some(Piece::Text(text, _))) => reading.prose(|prose| prose.text(text)),
            Ok(Some(Piece::Character(character, _))) => reading.prose(|prose| prose.character(character)),
            Ok(Some(Piece::Comment(..))) => {}
            Ok(Some(Piece::Close(_))) => reading.close(),
            Ok(None) => break,
            Err(flaw) => {
                reading.faults.add(flaw.span, flaw.what);
                return reading.entries;
            }
        }
    }
    if reading.glossaries == 0 && reading.is_xliff {
        let what = format!("no glossary in this document; it would be an element <glossary> of {MODULE}");
        reading.faults.add(Span::new(0, 0), what);
    }
    reading.entries
}

/// What is open at a place of the document.
struct Reading<'a, 'f> {
    depth: usize,
    is_xliff: bool,
    /// The prefixes that are declared: at which depth, and whether for the module.
    prefixes: Vec<(usize, String, bool)>,
    /// How many glossaries there were so far.
    glossaries: usize,
    /// The glossary in which an id stands first: ids are unique in each.
    ids: HashMap<String, usize>,
    entry: Option<Entry>,
    field: Option<Field>,
    entries: Entries,
    faults: &'a mut Faults<'f>,
}

/// An entry as it is read.
struct Entry {
    depth: usize,
    span: Span,
    term: Term,
    /// Where its parts come from.
    origins: Vec<(Part, String)>,
}

/// An element whose text is read.
struct Field {
    depth: usize,
    part: Part,
    span: Span,
    prose: Prose,
}

/// The parts of an entry that are text; where a translation comes from says most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Translation,
    Term,
    Definition,
}

impl Part {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "term" => Some(Self::Term),
            "translation" => Some(Self::Translation),
            "definition" => Some(Self::Definition),
            _ => None,
        }
    }
}

impl<'a, 'f> Reading<'a, 'f> {
    fn new(faults: &'a mut Faults<'f>) -> Self {
        let (prefixes, ids, entries) = (Vec::new(), HashMap::new(), Entries::default());
        Self { depth: 0, is_xliff: false, prefixes, glossaries: 0, ids, entry: None, field: None, entries, faults }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.depth += 1;
        self.declare(tag);
        if self.depth == 1 {
            return self.root(tag);
        }
        if self.field.is_some() || !self.is_of_module(tag.prefix()) {
            return;
        }
        match (tag.local(), &mut self.entry) {
            ("glossary", _) => self.glossaries += 1,
            ("glossEntry", None) => self.begin(tag),
            ("glossEntry", Some(_)) => {
                self.faults.add(tag.span, "an entry inside another entry; close the one before it");
            }
            (name, Some(entry)) => {
                let Some(part) = Part::from_name(name) else { return };
                let origin = tag.attribute("source").filter(|origin| !origin.trim().is_empty());
                entry.origins.extend(origin.map(|origin| (part, origin.trim().to_owned())));
                self.field = Some(Field { depth: self.depth, part, span: tag.span, prose: Prose::default() });
            }
            _ => {}
        }
    }

    /// Notes the prefixes that a tag declares.
    fn declare(&mut self, tag: &Tag<'_>) {
        for (name, value) in tag.attributes() {
            let prefix = if name == "xmlns" { Some("") } else { name.strip_prefix("xmlns:") };
            if let Some(prefix) = prefix {
                self.prefixes.push((self.depth, prefix.to_owned(), value == MODULE));
            }
        }
    }

    fn is_of_module(&self, prefix: &str) -> bool {
        self.prefixes.iter().rev().find(|(_, own, _)| own == prefix).is_some_and(|(_, _, module)| *module)
    }

    fn root(&mut self, tag: &Tag<'_>) {
        self.is_xliff = is_xliff(tag);
        if !self.is_xliff {
            let what =
                "this is no XLIFF 2, whose root element is <xliff version=\"2.…\">; XLIFF 1 has no glossary module";
            return self.faults.add(tag.span, what);
        }
        let language = |name| tag.attribute(name).map(|tag| tag.trim().to_owned()).filter(|tag| tag != UNKNOWN);
        self.entries.languages.source = language("srcLang").unwrap_or_default();
        self.entries.languages.target = language("trgLang").unwrap_or_default();
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let glossary = self.glossaries;
        let id = tag.attribute("id").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        let own = id.filter(|id| *self.ids.entry(id.clone()).or_insert(glossary) == glossary);
        let term = Term { id: own, ..Term::default() };
        self.entry = Some(Entry { depth: self.depth, span: tag.span, term, origins: Vec::new() });
    }

    fn prose(&mut self, add: impl FnOnce(&mut Prose)) {
        if let Some(field) = &mut self.field {
            add(&mut field.prose);
        }
    }

    fn close(&mut self) {
        let depth = self.depth;
        if let Some(field) = self.field.take_if(|field| field.depth == depth) {
            self.finish(field);
        } else if let Some(entry) = self.entry.take_if(|entry| entry.depth == depth) {
            self.entries.terms.extend(entry.finish(self.faults));
        }
        while self.prefixes.pop_if(|(own, _, _)| *own == depth).is_some() {}
        self.depth = depth.saturating_sub(1);
    }

    fn finish(&mut self, field: Field) {
        let (text, Some(entry)) = (field.prose.finish(), &mut self.entry) else { return };
        let term = &mut entry.term;
        match field.part {
            Part::Definition => term.definition = text.into(),
            _ if text.is_empty() => self.faults.add(field.span, "an empty term; say what it is, or remove it"),
            Part::Term => term.source.push(text.into()),
            Part::Translation => {
                let status = if term.forms.is_empty() { Status::Preferred } else { Status::Admitted };
                term.add(status, Form::new(text));
            }
        }
    }
}

impl Entry {
    /// The term; nothing where it has no source, which is told.
    fn finish(mut self, faults: &mut Faults<'_>) -> Option<(Term, Span)> {
        if self.term.source.is_empty() {
            faults.add(self.span, "an entry without a term; write <term>…</term> in it");
            return None;
        }
        self.origins.sort_by_key(|(part, _)| *part);
        self.term.attested = self.origins.into_iter().next().map(|(_, origin)| origin.into()).unwrap_or_default();
        Some((self.term, self.span))
    }
}
