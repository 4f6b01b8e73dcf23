//! Floor 1: XML as a stream of tags and texts, each with its place. It expands no entities, fetches
//! nothing and keeps no tree, so no file can make it slow, deep or large.

mod encoding;
mod prose;
mod write;

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, XmlVersion};

pub use encoding::encoding;
pub use prose::Prose;
pub use write::{Writer, is_name};

use crate::text::Span;

/// What stands in a document, in its order.
#[derive(Debug)]
pub enum Piece<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// Text, as it stands between markup; its place.
    Text(&'a str, Span),
    /// A character that was written as a reference; the place of the reference.
    Character(char, Span),
    /// What a comment says; the place of the comment.
    Comment(&'a str, Span),
    /// The element that was opened last ends; the place of its end tag.
    Close(Span),
}

/// A start tag.
#[derive(Debug)]
pub struct Tag<'a> {
    start: BytesStart<'a>,
    /// Its place.
    pub span: Span,
}

impl Tag<'_> {
    /// The name without its prefix.
    #[must_use]
    pub fn local(&self) -> &str {
        let name = self.start.name().0;
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    /// The prefix of the name; empty where it has none.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.start.name().0.split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The attributes with their full names.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut all = self.start.attributes();
        // That names are unique was checked when the tag was read.
        all.with_checks(false);
        let valid = all.filter_map(Result::ok);
        valid.filter_map(|one| Some((one.key.0, one.normalized_value(XmlVersion::Implicit1_0).ok()?)))
    }

    /// The value of the attribute of that name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
    }
}

/// Why a text is not XML that is read here, and where.
#[derive(Debug)]
pub struct Flaw {
    /// The place.
    pub span: Span,
    /// What is wrong there.
    pub what: String,
}

/// The pieces of a document, one after the other.
#[derive(Debug)]
pub struct Pieces<'a> {
    text: &'a str,
    /// Where in the text places are counted from.
    base: usize,
    /// Whether the document goes on behind the text.
    more: bool,
    reader: Reader<&'a [u8]>,
    /// The start tags of the elements that are open.
    open: Vec<Span>,
    rooted: bool,
}

impl<'a> Pieces<'a> {
    /// The pieces of a text, which is decoded already: what it declares as its encoding does not matter.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self::part(text, 0, false)
    }

    /// The pieces of a part of a document. The first `base` bytes of the text are not of the part: they
    /// are the tags that are open where it begins. Behind it the document may go on.
    #[must_use]
    pub fn part(text: &'a str, base: usize, more: bool) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { text, base, more, reader, open: Vec::new(), rooted: false }
    }

    /// The next piece; nothing at the end of a document that is whole. Nothing can be read behind a flaw.
    pub fn piece(&mut self) -> Result<Option<Piece<'a>>, Flaw> {
        loop {
            let start = self.position();
            let event = self.reader.read_event().map_err(|error| self.broken(start, &error))?;
            let span = self.span(start, self.position());
            match event {
                Event::Start(tag) => return self.opened(tag, span).map(Some),
                Event::End(_) => {
                    self.open.pop();
                    return Ok(Some(Piece::Close(span)));
                }
                Event::Text(_) if !self.open.is_empty() => return Ok(Some(self.text(span, "", ""))),
                Event::CData(_) if !self.open.is_empty() => return Ok(Some(self.text(span, "<![CDATA[", "]]>"))),
                Event::Comment(_) => {
                    let Piece::Text(comment, _) = self.text(span, "<!--", "-->") else { continue };
                    return Ok(Some(Piece::Comment(comment, span)));
                }
                Event::GeneralRef(reference) if !self.open.is_empty() => return character(&reference, span).map(Some),
                Event::Text(text) if text.trim().is_empty() => {}
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                    return flaw(span, "text outside of the root element");
                }
                Event::DocType(content) => doctype(&content, span)?,
                Event::Eof => return self.end(),
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// The text at a place, without what stands around it there.
    fn text(&self, span: Span, before: &str, after: &str) -> Piece<'a> {
        let all = self.text.get(self.base..).unwrap_or_default();
        let inner = Span::new(span.start() + before.len(), span.end().saturating_sub(after.len()));
        Piece::Text(inner.of(all), inner)
    }

    /// A place in the part.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start.saturating_sub(self.base), end.saturating_sub(self.base))
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn opened(&mut self, start: BytesStart<'a>, span: Span) -> Result<Piece<'a>, Flaw> {
        if self.open.is_empty() && self.rooted {
            return flaw(span, "a second root element; a document has one");
        }
        if !start.name().0.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return flaw(span, "`<` begins a tag here, which has no name; write &lt; for the character");
        }
        for attribute in start.attributes() {
            let value =
                attribute.map_err(Error::from).and_then(|one| Ok(one.normalized_value(XmlVersion::Implicit1_0)?.len()));
            if let Err(error) = value {
                return flaw(span, format!("a tag that is not well-formed: {error}"));
            }
        }
        self.rooted = true;
        self.open.push(span);
        Ok(Piece::Open(Tag { start, span }))
    }

    fn end(&self) -> Result<Option<Piece<'a>>, Flaw> {
        match self.open.last() {
            Some(_) if self.more => Ok(None),
            Some(tag) => flaw(*tag, "this element is not closed before the end of the file"),
            None if !self.rooted => flaw(Span::new(0, 0), "no element: this is not an XML document"),
            None => Ok(None),
        }
    }

    /// What the parser found wrong.
    fn broken(&self, start: usize, error: &Error) -> Flaw {
        let place = usize::try_from(self.reader.error_position()).unwrap_or(start).max(start);
        let length = self.text.get(place..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Flaw { span: self.span(place, place + length), what: format!("the XML is broken: {error}") }
    }
}

fn flaw<T>(span: Span, what: impl Into<String>) -> Result<T, Flaw> {
    Err(Flaw { span, what: what.into() })
}

/// The character of a reference: by its number, or one of the five that XML names.
fn character<'a>(reference: &BytesRef<'_>, span: Span) -> Result<Piece<'a>, Flaw> {
    let numbered = match reference.resolve_char_ref() {
        Ok(numbered) => numbered,
        Err(error) => return flaw(span, format!("`&{};` is no character: {error}", &**reference)),
    };
    let named = || resolve_predefined_entity(reference).and_then(|text| text.chars().next());
    if let Some(character) = numbered.or_else(named) {
        return Ok(Piece::Character(character, span));
    }
    let what = "entities are not expanded; write the character itself, or its number as in &#233;";
    flaw(span, format!("unknown entity `&{};`: {what}", &**reference))
}

/// Passes over a document type that only names a DTD, which is not fetched.
fn doctype(content: &str, span: Span) -> Result<(), Flaw> {
    let mut quote = None;
    for c in content.chars() {
        match (quote, c) {
            (None, '[') => return flaw(span, "remove the DOCTYPE; entities are not expanded, whatever it declares"),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    Ok(())
}

/// The root element of a document, where there is one.
#[must_use]
pub fn root(text: &str) -> Option<Tag<'_>> {
    match Pieces::new(text).piece() {
        Ok(Some(Piece::Open(tag))) => Some(tag),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_places() {
        let whole = "<?xml version='1.0'?>\n<a x='1&amp;2'>é<b/>&lt;<!--c--><![CDATA[<d>]]></a>\n";
        let mut pieces = Pieces::new(whole);
        let mut shown = Vec::new();
        while let Some(piece) = pieces.piece().unwrap() {
            shown.push(match piece {
                Piece::Open(tag) => {
                    format!("{} {}", tag.span.of(whole), tag.attribute("x").unwrap_or_default())
                }
                Piece::Text(text, span) => {
                    assert_eq!(span.of(whole), text);
                    text.to_owned()
                }
                Piece::Character(c, span) => format!("{c} {}", span.of(whole)),
                Piece::Comment(text, span) => format!("{text} {}", span.of(whole)),
                Piece::Close(span) => span.of(whole).to_owned(),
            });
        }
        assert_eq!(shown, ["<a x='1&amp;2'> 1&2", "é", "<b/> ", "", "< &lt;", "c <!--c-->", "<d>", "</a>"]);
    }

    #[test]
    fn a_part_has_places_of_its_own() {
        let (head, text) = ("<a><b>", "é<c/></b></d>");
        let joined = format!("{head}{text}");
        let mut pieces = Pieces::part(&joined, head.len(), false);
        for place in ["", "", "é", "<c/>", "", "</b>"] {
            let piece = pieces.piece().unwrap().unwrap();
            let (Piece::Open(Tag { span, .. }) | Piece::Text(_, span) | Piece::Close(span)) = piece else { panic!() };
            assert_eq!(span.of(text), place);
        }
        let flaw = pieces.piece().unwrap_err();
        assert!(flaw.span.start() >= text.find("</d>").unwrap(), "{flaw:?}");
        let mut open = Pieces::part("<a>x", 3, true);
        while open.piece().unwrap().is_some() {}
    }

    #[test]
    fn a_hundred_thousand_levels_are_no_problem() {
        let text = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        let mut pieces = Pieces::new(&text);
        let mut count = 0;
        while pieces.piece().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 200_000);
    }
}
