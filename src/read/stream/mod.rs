//! Large files, piece by piece: a file of many units is cut behind whole units, and each piece is a
//! document of its own that knows where in the file it stands. No more than a piece is held in memory.
//!
//! UTF-8 and UTF-16 are cut; a large file in another encoding is read as a whole.

mod lines;
mod markup;
mod piece;
mod rows;
mod wide;

use std::io::Read;

use super::decode::{MARK, utf16_order};
use super::{ReadError, Reader};
use crate::text::{Origin, grouped};

pub use piece::Piece;

pub(super) use lines::Lines;
pub(super) use markup::Markup;
pub(super) use rows::Rows;

use wide::Wide;

/// Says where a file may be cut.
pub trait Cutter: Send {
    /// Where in `bytes`, which begin behind the last cut, the next cut is: behind the first unit that
    /// ends at or behind `size`. Nothing where more bytes are needed to tell.
    fn cut(&mut self, bytes: &[u8], size: usize) -> Option<Cut>;

    /// What stands before the last cut and holds behind it.
    fn head(&self) -> String;

    /// Whether units are counted, where lines are not.
    fn counts_units(&self) -> bool {
        false
    }
}

/// A place at which a file is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The place.
    pub at: usize,
    /// How many units end before it.
    pub units: usize,
}

/// From which size on files are cut, and into pieces of which size, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// A file that is not larger stays whole.
    pub whole: usize,
    /// A piece is about so large.
    pub piece: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { whole: 8 << 20, piece: 1 << 19 }
    }
}

/// The largest unit: so much is looked at for its end.
const LONGEST: usize = 64 << 20;
/// How much is looked at to tell the encoding.
const SAMPLE: usize = 1 << 10;
/// How far beyond a piece a cutter may look.
const AHEAD: usize = 1 << 17;

/// A file that is being cut. It ends at the first error.
pub struct Stream<R> {
    reader: &'static dyn Reader,
    path: String,
    input: R,
    sizes: Sizes,
    /// What was read and not handed out yet.
    buffer: Vec<u8>,
    /// Whether all was read.
    ended: bool,
    /// What makes UTF-8 of a file in UTF-16.
    wide: Option<Wide>,
    state: State,
}

enum State {
    /// Nothing was handed out yet.
    New,
    /// Pieces are being handed out.
    Cutting(Box<Cutting>),
    /// All was handed out.
    Done,
}

struct Cutting {
    cutter: Box<dyn Cutter>,
    /// Where the next piece begins.
    origin: Origin,
    /// Units before it.
    units: usize,
}

impl<R: Read> Stream<R> {
    /// The pieces of a file in a known format.
    pub fn new(reader: &'static dyn Reader, path: &str, input: R, sizes: Sizes) -> Self {
        let (path, buffer) = (path.to_owned(), Vec::new());
        Self { reader, path, input, sizes, buffer, ended: false, wide: None, state: State::New }
    }

    /// Reads on, until so many bytes are in the buffer.
    fn fill(&mut self, wanted: usize) -> Result<(), ReadError> {
        let missing = wanted.saturating_sub(self.buffer.len());
        if self.ended || missing == 0 {
            return Ok(());
        }
        let mut more = Vec::new();
        let mut some = self.input.by_ref().take(missing as u64);
        let into = if self.wide.is_some() { &mut more } else { &mut self.buffer };
        let read = some.read_to_end(into);
        let count = read.map_err(|error| ReadError::Unreadable { path: self.path.clone(), error })?;
        self.ended = count < missing;
        self.decode(&more)
    }

    /// Takes in bytes of a file in UTF-16.
    fn decode(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        let Some(wide) = &mut self.wide else { return Ok(()) };
        let encoding = wide.encoding();
        let decoded = wide.decode(bytes, self.ended, &mut self.buffer);
        let path = || self.path.clone();
        decoded.map_err(|(line, offset)| ReadError::Undecodable { path: path(), line, offset, encoding })
    }

    fn step(&mut self) -> Result<Option<Piece>, ReadError> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::New => self.first(),
            State::Cutting(cutting) => self.next_piece(*cutting),
            State::Done => Ok(None),
        }
    }

    /// The whole file, where it is small or cannot be cut; else its first piece.
    fn first(&mut self) -> Result<Option<Piece>, ReadError> {
        self.fill(self.sizes.whole.saturating_add(1))?;
        if self.buffer.len() > self.sizes.whole {
            self.fill(self.sizes.piece.max(SAMPLE))?;
        }
        let wide = utf16_order(&self.buffer);
        let is_large = self.buffer.len() > self.sizes.whole && (wide.is_some() || is_utf8(&self.buffer));
        let Some(cutter) = self.reader.cutter().filter(|_| is_large) else {
            self.fill(usize::MAX)?;
            return Ok(Some(self.piece(self.buffer.len(), None)));
        };
        let mark = [MARK, b"\xFF\xFE", b"\xFE\xFF"].into_iter().find(|mark| self.buffer.starts_with(mark));
        let offset = mark.map_or(0, <[u8]>::len);
        self.buffer.drain(..offset);
        if let Some(big_endian) = wide {
            self.wide = Some(Wide::new(big_endian, offset));
            let bytes = std::mem::take(&mut self.buffer);
            self.decode(&bytes)?;
        }
        self.next_piece(Cutting { cutter, origin: Origin { offset, ..Origin::default() }, units: 0 })
    }

    fn next_piece(&mut self, mut cutting: Cutting) -> Result<Option<Piece>, ReadError> {
        cutting.origin.head = cutting.cutter.head();
        let mut wanted = self.sizes.piece.saturating_add(AHEAD);
        loop {
            self.fill(wanted)?;
            if let Some(cut) = cutting.cutter.cut(&self.buffer, self.sizes.piece) {
                return Ok(Some(self.cut(cutting, cut)));
            }
            if self.ended {
                let origin = cutting.label(&self.buffer, usize::MAX);
                return Ok(Some(self.piece(self.buffer.len(), Some(origin))));
            }
            if self.buffer.len() > LONGEST {
                let (path, line) = (self.path.clone(), cutting.origin.lines + 1);
                return Err(ReadError::Endless { path, line, limit: LONGEST });
            }
            wanted = self.buffer.len() * 2;
        }
    }

    fn cut(&mut self, mut cutting: Cutting, cut: Cut) -> Piece {
        let origin = Origin { more: true, ..cutting.label(self.buffer.get(..cut.at).unwrap_or_default(), cut.units) };
        let piece = self.piece(cut.at, Some(origin));
        // What is not UTF-8 is told when the piece is read, and nothing is read behind it.
        let text = String::from_utf8_lossy(piece.bytes());
        cutting.origin.pass(&text, if self.wide.is_some() { wide::width(&text) } else { cut.at });
        cutting.units += cut.units;
        self.state = State::Cutting(Box::new(cutting));
        piece
    }

    fn piece(&mut self, length: usize, origin: Option<Origin>) -> Piece {
        let bytes = match &origin {
            // A copy, so that a piece takes no more memory than it needs.
            Some(_) => {
                let bytes = self.buffer.drain(..length.min(self.buffer.len())).collect();
                self.buffer.shrink_to(2 * (self.sizes.piece + AHEAD));
                bytes
            }
            None => std::mem::take(&mut self.buffer),
        };
        Piece::new(self.reader, &self.path, bytes, origin, self.wide.as_ref().map(Wide::encoding))
    }
}

impl Cutting {
    /// Where the piece that begins here stands, and what is in it.
    fn label(&self, bytes: &[u8], units: usize) -> Origin {
        let (noun, first, last) = if self.cutter.counts_units() {
            ("units", self.units + 1, self.units.saturating_add(units))
        } else {
            let ends = memchr::memchr_iter(b'\n', bytes).count();
            let open = usize::from(!bytes.ends_with(b"\n"));
            ("lines", self.origin.lines + 1, self.origin.lines + ends + open)
        };
        let last = if last == usize::MAX { "end".to_owned() } else { grouped(&last.to_string()) };
        Origin { part: format!("{noun} {}–{last}", grouped(&first.to_string())), more: false, ..self.origin.clone() }
    }
}

impl<R: Read> Iterator for Stream<R> {
    type Item = Result<Piece, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step().transpose()
    }
}

/// Whether the start of a file is UTF-8; its last character may be cut.
fn is_utf8(bytes: &[u8]) -> bool {
    let plain = !bytes.get(..bytes.len().min(1024)).unwrap_or_default().contains(&0);
    plain && std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}
