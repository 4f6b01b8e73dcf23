//! Bilingual formats in XML: units, each with its text in several languages. [`xliff`] and [`tmx`] say
//! what their elements are; the walk over them is the same. It keeps the open elements on a stack of
//! its own, so that depth is harmless.

mod inline;
mod tmx;
mod unit;
mod xliff;

use super::content::{Chunk, Content};
use super::pairs::Pairs;
use super::{Options, Parts, ReadError};
use crate::text::{FileError, Source, Span};
use crate::xml::{Flaw, Piece, Pieces, Tag};

pub(super) use tmx::TMX;
pub(super) use xliff::XLIFF;

use inline::Inline;
use unit::{Mark, Unit, Variant};

/// What an element is to the walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    /// Units may be inside.
    #[default]
    Outer,
    /// A unit: the same in several languages.
    Unit,
    /// What a unit says in one language.
    Variant,
    /// The text of it.
    Text,
    /// An element in the text, whose content is text.
    Inline,
    /// An element in the text that marks a segment.
    Segment,
    /// Nothing in it counts.
    Other,
}

/// What differs from one format to the other.
trait Dialect {
    /// The name of the root element.
    fn root(&self) -> &'static str;

    /// What an element is that is not inside of text.
    fn kind(&self, parent: Kind, name: &str) -> Kind;

    /// The names by which source and target are told apart.
    fn sides(&self, options: &Options) -> [String; 2];

    /// Whether a unit without a target is one that has still to be translated.
    fn has_gaps(&self) -> bool;

    /// What is wrong with a file in which no unit has both.
    fn unpaired(&self, sides: &[String; 2], seen: &[String]) -> String;
}

/// An element that is open.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    kind: Kind,
    /// Whether what is inside is for translation.
    translate: bool,
    /// Whether white space inside is text.
    preserve: bool,
}

/// Reads a file.
fn read(dialect: &dyn Dialect, file: &Source, options: &Options) -> Result<Parts, ReadError> {
    let origin = file.origin();
    let head = origin.map_or("", |origin| origin.head.as_str());
    // Only a piece of a file has a head; the text of a whole one is not copied.
    let joined = if head.is_empty() { String::new() } else { [head, file.text()].concat() };
    let text = if head.is_empty() { file.text() } else { &joined };
    let mut pieces = Pieces::part(text, head.len(), origin.is_some_and(|origin| origin.more));
    let mut walk = Walk::new(dialect, file.text(), dialect.sides(options));
    let walked = walk.walk(&mut pieces).and_then(|()| walk.check(!head.is_empty()));
    walked.map_err(|flaw| FileError::of(file, flaw.span, flaw.what))?;
    Ok(walk.pairs.finish())
}

struct Walk<'a> {
    dialect: &'a dyn Dialect,
    text: &'a str,
    sides: [String; 2],
    frames: Vec<Frame>,
    unit: Option<Unit>,
    content: Option<Content>,
    /// The segment in it that is open.
    mark: Option<Mark>,
    /// The first unit.
    first: Option<Span>,
    /// Whether a unit was in both languages.
    paired: bool,
    /// The languages there are, in the order in which they come.
    seen: Vec<String>,
    pairs: Pairs,
}

impl<'a> Walk<'a> {
    fn new(dialect: &'a dyn Dialect, text: &'a str, sides: [String; 2]) -> Self {
        let (frames, seen, pairs) = (Vec::new(), Vec::new(), Pairs::default());
        let (unit, content, mark) = (None, None, None);
        Self { dialect, text, sides, frames, unit, content, mark, first: None, paired: false, seen, pairs }
    }

    fn walk(&mut self, pieces: &mut Pieces<'_>) -> Result<(), Flaw> {
        while let Some(piece) = pieces.piece()? {
            match piece {
                Piece::Open(tag) => self.open(&tag)?,
                Piece::Text(_, span) => self.push(Chunk::Text(span)),
                Piece::Character(c, span) => self.push(Chunk::Character(span, c)),
                Piece::Comment(text, span) => self.pairs.comment(span, text),
                Piece::Close(span) => self.close(span),
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Flaw> {
        let Some(parent) = self.frames.last().copied() else { return self.root(tag) };
        let frame = self.frame(parent, tag);
        self.frames.push(frame);
        match frame.kind {
            Kind::Outer => self.header(tag),
            Kind::Unit if frame.translate => {
                self.first.get_or_insert(tag.span);
                self.unit = Some(Unit::default());
            }
            Kind::Variant => self.variant(tag)?,
            Kind::Text => {
                if parent.kind == Kind::Unit {
                    self.variant(tag)?;
                }
                self.content = Some(Content::new(frame.preserve));
            }
            Kind::Segment => {
                let id = tag.attribute("mid").unwrap_or_default().into_owned();
                self.mark = Some(Mark { id, content: Content::new(frame.preserve) });
            }
            Kind::Unit | Kind::Inline | Kind::Other => {}
        }
        Ok(())
    }

    fn root(&mut self, tag: &Tag<'_>) -> Result<(), Flaw> {
        let root = self.dialect.root();
        if tag.local() != root {
            let what = format!("the root element is <{}>, but that of this format is <{root}>", tag.local());
            return Err(Flaw { span: tag.span, what });
        }
        let frame = Frame { kind: Kind::Outer, translate: true, preserve: false };
        self.frames.push(inherited(frame, tag));
        Ok(())
    }

    fn frame(&mut self, parent: Frame, tag: &Tag<'_>) -> Frame {
        let kind = match parent.kind {
            Kind::Other => Kind::Other,
            Kind::Text | Kind::Inline | Kind::Segment => self.inline(tag),
            outer => self.dialect.kind(outer, tag.local()),
        };
        // What is not translated is passed over as a whole; in text it is a word of the sentence.
        inherited(Frame { kind, ..parent }, tag)
    }

    fn inline(&mut self, tag: &Tag<'_>) -> Kind {
        match inline::inline(tag) {
            Inline::Content => return Kind::Inline,
            Inline::Segment => return Kind::Segment,
            Inline::Break => self.push(Chunk::Break(tag.span)),
            Inline::Object => self.push(Chunk::Object(tag.span)),
            Inline::Code => {}
        }
        Kind::Other
    }

    /// The language that a TMX header names holds where no other is asked for.
    fn header(&mut self, tag: &Tag<'_>) {
        let [source, target] = &mut self.sides;
        if let Some(language) = tag.attribute("srclang").filter(|_| source.is_empty() && target.is_empty()) {
            *source = if language == "*all*" { String::new() } else { language.into_owned() };
        }
    }

    fn variant(&mut self, tag: &Tag<'_>) -> Result<(), Flaw> {
        let own = tag.attribute("xml:lang").or_else(|| tag.attribute("lang"));
        let fixed = ["source", "seg-source", "target"].contains(&tag.local()).then(|| tag.local().to_owned());
        let Some(name) = fixed.or_else(|| own.map(|own| own.trim().to_owned())).filter(|name| !name.is_empty()) else {
            let what = format!("this <{}> does not say its language; write xml:lang=\"…\"", tag.local());
            return Err(Flaw { span: tag.span, what });
        };
        if self.seen.len() < 16 && !self.seen.contains(&name) {
            self.seen.push(name.clone());
        }
        if let Some(unit) = &mut self.unit {
            unit.variants.push(Variant { name, content: Content::default(), marks: Vec::new() });
        }
        Ok(())
    }

    fn push(&mut self, chunk: Chunk) {
        let holds_text = |frame: &Frame| matches!(frame.kind, Kind::Text | Kind::Inline | Kind::Segment);
        if self.frames.last().is_some_and(holds_text) {
            let mark = self.mark.as_mut().map(|mark| &mut mark.content);
            mark.into_iter().chain(&mut self.content).for_each(|content| content.push(chunk));
        }
    }

    fn close(&mut self, span: Span) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.kind {
            Kind::Text => {
                let content = self.content.take().map(|content| content.ending(span.start()));
                let variant = self.unit.as_mut().and_then(|unit| unit.variants.last_mut());
                if let (Some(variant), Some(content)) = (variant, content) {
                    variant.content = content;
                }
            }
            Kind::Segment => {
                let variant = self.unit.as_mut().and_then(|unit| unit.variants.last_mut());
                if let (Some(variant), Some(Mark { id, content })) = (variant, self.mark.take()) {
                    variant.marks.push(Mark { id, content: content.ending(span.start()) });
                }
            }
            Kind::Unit => {
                if let Some(unit) = self.unit.take().filter(|unit| unit.is_wanted(&self.sides, self.dialect.has_gaps()))
                {
                    self.paired |= unit.push(self.text, &self.sides, span.start(), &mut self.pairs);
                }
            }
            Kind::Outer | Kind::Variant | Kind::Inline | Kind::Other => {}
        }
    }

    /// Whether there was anything to compare; a later piece of a file may be without.
    fn check(&self, later: bool) -> Result<(), Flaw> {
        match self.first {
            Some(span) if !self.paired && !later => {
                Err(Flaw { span, what: self.dialect.unpaired(&self.sides, &self.seen) })
            }
            _ => Ok(()),
        }
    }
}

/// What attributes say for an element and all that is inside.
fn inherited(mut frame: Frame, tag: &Tag<'_>) -> Frame {
    let outside = !matches!(frame.kind, Kind::Inline | Kind::Segment | Kind::Other);
    if let Some(translate) = tag.attribute("translate").filter(|_| outside) {
        frame.translate = translate != "no";
    }
    if let Some(space) = tag.attribute("xml:space") {
        frame.preserve = space == "preserve";
    }
    frame
}
