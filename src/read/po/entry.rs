//! Entries of a PO file, put together from its lines.

use super::line::{self, Fault, Field, Line, Text};
use crate::read::content::{Chunk, Content};
use crate::read::pairs::Pairs;
use crate::text::Span;

/// What is open at a line.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    text: &'a str,
    entry: Entry,
    /// The field that further strings belong to.
    open: Option<Field>,
}

/// An entry so far.
#[derive(Debug, Default)]
struct Entry {
    /// Its first line with a field.
    place: Option<Span>,
    fuzzy: bool,
    context: Option<Text>,
    id: Option<Text>,
    plural: Option<Text>,
    translations: Vec<(u32, Text)>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, entry: Entry::default(), open: None }
    }

    /// Reads the line that starts at `at`.
    pub(super) fn line(&mut self, text: &str, at: usize, pairs: &mut Pairs) -> Result<(), Fault> {
        let place = Span::new(at, at + text.len());
        let line = line::line(text, at)?;
        let begins =
            !matches!(line, Line::Field(Field::Plural | Field::Translation(_), _) | Line::More(_) | Line::Blank);
        if begins && !self.entry.translations.is_empty() {
            self.end(pairs)?;
        }
        match line {
            Line::Blank => {}
            Line::Comment(span) => pairs.comment(place, span.of(self.text)),
            Line::Fuzzy => self.entry.fuzzy = true,
            Line::Obsolete => self.open = None,
            Line::Field(field, text) => {
                self.entry.place.get_or_insert(place);
                self.open = Some(field);
                self.entry.set(field, text, place)?;
            }
            Line::More(text) => match self.open.and_then(|field| self.entry.get(field)) {
                Some(open) => open.extend(text),
                None => return Err(fault(place, "a string outside of an entry; it belongs behind msgid or msgstr")),
            },
        }
        Ok(())
    }

    /// Ends the entry that is open, if one is.
    pub(super) fn end(&mut self, pairs: &mut Pairs) -> Result<(), Fault> {
        self.open = None;
        let entry = std::mem::take(&mut self.entry);
        let Some(place) = entry.place else { return Ok(()) };
        let Some(id) = &entry.id else { return Err(fault(place, "this entry has no msgid")) };
        if entry.translations.is_empty() {
            return Err(fault(place, "this entry has no msgstr"));
        }
        let is_header = entry.context.is_none() && id.iter().all(is_nothing);
        if !is_header && !entry.fuzzy {
            for (number, translation) in &entry.translations {
                let source = entry.plural.as_ref().filter(|_| *number > 0).unwrap_or(id);
                pairs.push(self.text, &content(source, place), &content(translation, place));
            }
        }
        Ok(())
    }
}

impl Entry {
    fn set(&mut self, field: Field, text: Text, place: Span) -> Result<(), Fault> {
        if self.get(field).is_some() {
            return Err(fault(place, "this stands in the entry already; two entries have an empty line between them"));
        }
        match field {
            Field::Translation(_) if self.id.is_none() => return Err(fault(place, "msgstr without a msgid before it")),
            Field::Plural if self.id.is_none() => return Err(fault(place, "msgid_plural without a msgid before it")),
            Field::Context => self.context = Some(text),
            Field::Id => self.id = Some(text),
            Field::Plural => self.plural = Some(text),
            Field::Translation(number) => self.translations.push((number, text)),
        }
        Ok(())
    }

    fn get(&mut self, field: Field) -> Option<&mut Text> {
        match field {
            Field::Context => self.context.as_mut(),
            Field::Id => self.id.as_mut(),
            Field::Plural => self.plural.as_mut(),
            Field::Translation(number) => {
                self.translations.iter_mut().find(|(own, _)| *own == number).map(|(_, text)| text)
            }
        }
    }
}

/// The content of a field; of an empty one, where its entry is.
fn content(text: &Text, place: Span) -> Content {
    if text.iter().all(is_nothing) { Content::nothing(place.start()) } else { line::content(text) }
}

fn is_nothing(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Text(span) if span.is_empty())
}

fn fault(span: Span, what: &str) -> Fault {
    Fault { span, what: what.to_owned() }
}
