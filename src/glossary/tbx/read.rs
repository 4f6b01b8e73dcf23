//! Reads the entries of a TBX file as they are written, in all their languages.

use super::category::{self, Category};
use super::concept::{Body, Concept, Designation, Section};
use crate::glossary::Faults;
use crate::text::Span;
use crate::xml::{Piece, Pieces, Prose, Tag};

/// Something that is open, and the depth of its element.
type Open<T> = Option<(usize, T)>;

/// Reads a file up to its end, or to where it is no XML.
pub(super) fn read(text: &str, faults: &mut Faults<'_>) -> Body {
    let mut pieces = Pieces::new(text);
    let mut reading = Reading::new(text, faults);
    loop {
        match pieces.piece() {
            Ok(Some(Piece::Open(tag))) => reading.open(&tag),
            Ok(Some(Piece::Text(text, _))) => reading.prose(|prose| prose.text(text)),
            Ok(Some(Piece::Character(character, _))) => reading.prose(|prose| prose.character(character)),
            Ok(Some(Piece::Comment(..))) => {}
            Ok(Some(Piece::Close(span))) => reading.close(span),
            Ok(None) => break,
            Err(flaw) => {
                reading.faults.add(flaw.span, flaw.what);
                break;
            }
        }
    }
    reading.body
}

/// An element whose text is read.
struct Field {
    category: Category,
    tag: Span,
    prose: Prose,
}

/// Elements that hold others, and no data of their own.
const STRUCTURE: [&str; 9] =
    ["termGrp", "adminGrp", "descripGrp", "transacGrp", "termNoteGrp", "refGrp", "termCompList", "termCompGrp", "p"];

/// What is open at a place of the file.
struct Reading<'a, 'f> {
    text: &'a str,
    depth: usize,
    body: Body,
    concept: Open<Concept>,
    section: Open<Section>,
    designation: Open<Designation>,
    /// A group whose notes and sources are those of a definition or a transaction.
    group: Open<()>,
    field: Open<Field>,
    faults: &'a mut Faults<'f>,
}

impl<'a, 'f> Reading<'a, 'f> {
    fn new(text: &'a str, faults: &'a mut Faults<'f>) -> Self {
        let (concept, section, designation, group, field) = (None, None, None, None, None);
        Self { text, depth: 0, body: Body::default(), concept, section, designation, group, field, faults }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.depth += 1;
        if self.depth == 1 {
            return self.root(tag);
        }
        // Markup in a text, such as <hi> or <foreign>.
        if self.field.is_some() {
            return;
        }
        match tag.local() {
            "conceptEntry" | "termEntry" => self.concept(tag),
            "langSec" | "langSet" => self.section(tag),
            "termSec" | "tig" | "ntig" => self.designation(tag),
            "descripGrp" | "transacGrp" | "termNoteGrp" | "refGrp" if self.group.is_none() => {
                self.group = Some((self.depth, ()));
            }
            _ => self.field(tag),
        }
    }

    fn root(&mut self, tag: &Tag<'_>) {
        match tag.local() {
            "tbx" | "martif" => self.body.language = language(tag).unwrap_or_default(),
            other => {
                self.faults
                    .add(tag.span, format!("the root element is <{other}>; in a TBX file it is <tbx> or <martif>"));
            }
        }
    }

    fn concept(&mut self, tag: &Tag<'_>) {
        if self.concept.is_some() {
            return self.faults.add(tag.span, "an entry inside another entry; close the one before it");
        }
        let id = tag.attribute("id").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        self.concept = Some((self.depth, Concept::new(tag.span, id)));
    }

    fn section(&mut self, tag: &Tag<'_>) {
        if self.concept.is_none() || self.section.is_some() {
            return self
                .faults
                .add(tag.span, "a language section stands inside a conceptEntry or termEntry, and in no other");
        }
        let language = language(tag).unwrap_or_default();
        if language.is_empty() {
            self.faults.add(tag.span, "a language section without a language; write xml:lang=\"…\"");
        }
        self.section = Some((self.depth, Section::new(self.body.tag(language))));
    }

    fn designation(&mut self, tag: &Tag<'_>) {
        if self.section.is_none() || self.designation.is_some() {
            return self.faults.add(tag.span, "a term section stands inside a langSec or langSet, and in no other");
        }
        self.designation = Some((self.depth, Designation::new(tag.span)));
    }

    fn field(&mut self, tag: &Tag<'_>) {
        if self.concept.is_none() {
            return;
        }
        let Some(category) = Category::of(tag) else {
            if !STRUCTURE.contains(&tag.local()) {
                let name = tag.attribute("type").unwrap_or_else(|| tag.local().into());
                self.faults.pass_over(format!("`{name}`"));
            }
            return;
        };
        self.field = Some((self.depth, Field { category, tag: tag.span, prose: Prose::default() }));
    }

    fn prose(&mut self, add: impl FnOnce(&mut Prose)) {
        if let Some((_, field)) = &mut self.field {
            add(&mut field.prose);
        }
    }

    fn close(&mut self, span: Span) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        closed(&mut self.group, depth);
        if let Some(field) = closed(&mut self.field, depth) {
            self.finish(field, span);
        } else if let Some(designation) = closed(&mut self.designation, depth) {
            self.file(designation);
        } else if let Some(section) = closed(&mut self.section, depth) {
            if let Some((_, concept)) = &mut self.concept {
                concept.sections.push(section);
            }
        } else if let Some(concept) = closed(&mut self.concept, depth) {
            self.body.concepts.push(concept);
        }
    }

    /// Puts a term section into its language section.
    fn file(&mut self, designation: Designation) {
        if !designation.has_term {
            self.faults.add(designation.span, "a term section without a term; write <term>…</term>, or remove it");
        } else if let Some((_, section)) = self.section.as_mut().filter(|_| !designation.text.is_empty()) {
            section.terms.push(designation);
        }
    }

    /// Puts a text where it belongs.
    fn finish(&mut self, field: Field, end: Span) {
        let text = field.prose.finish();
        let inside = Span::new(field.tag.end(), end.start());
        match field.category {
            Category::Term => self.term(text, field.tag),
            Category::Domain | Category::Definition | Category::Note => self.of_concept(field.category, text),
            _ => self.of_term(field.category, text, inside),
        }
    }

    fn term(&mut self, text: String, place: Span) {
        let Some((_, designation)) = &mut self.designation else {
            return self.faults.add(place, "a term outside of a term section; write <termSec>, or <tig> in version 2");
        };
        if text.is_empty() {
            self.faults.add(place, "an empty term; say what it is, or remove its section");
        } else if designation.has_term {
            self.faults.add(place, "a second term in one term section; each has a section of its own");
        } else {
            designation.text = text;
        }
        designation.has_term = true;
    }

    /// A text on the entry or on one of its languages.
    fn of_concept(&mut self, category: Category, text: String) {
        let Some((_, concept)) = &mut self.concept else { return };
        let about = self.section.as_mut().map_or(&mut concept.about, |(_, section)| &mut section.about);
        match category {
            Category::Domain if concept.domain.is_empty() => concept.domain = text,
            Category::Definition if about.definition.is_empty() => about.definition = text,
            Category::Note if self.group.is_none() && !text.is_empty() => about.notes.push(text),
            _ => {}
        }
    }

    /// A text on a term.
    fn of_term(&mut self, category: Category, text: String, inside: Span) {
        let Some((_, designation)) = &mut self.designation else { return };
        match category {
            Category::Status => match category::status(&text) {
                Ok(status) => designation.status = Some(status),
                Err(what) => self.faults.add(inside.trimmed(self.text), what),
            },
            // Its other values say nothing about use.
            Category::Authorization => designation.status = designation.status.or(category::status(&text).ok()),
            Category::PartOfSpeech => designation.part_of_speech = Some(category::part_of_speech(&text)),
            Category::TermType => designation.is_short = category::is_short(&text),
            Category::Source if self.group.is_none() => designation.source = text,
            _ => {}
        }
    }
}

/// Takes what is open if the element that ends at this depth is its own.
fn closed<T>(open: &mut Open<T>, depth: usize) -> Option<T> {
    open.take_if(|(own, _)| *own == depth).map(|(_, value)| value)
}

/// The language of an element; old files write `lang`.
fn language(tag: &Tag<'_>) -> Option<String> {
    let value = tag.attribute("xml:lang").or_else(|| tag.attribute("lang"))?;
    Some(value.trim().to_owned())
}
