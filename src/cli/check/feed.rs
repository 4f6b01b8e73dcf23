//! What there is to do, in order: whole inputs, and the pieces of large ones, which are read one by one.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::iter;
use std::path::Path;

use super::inputs::{Input, Reading};
use super::sources::Pair;
use crate::read::ReadError;
use crate::read::stream::{Piece, Sizes, Stream};

/// Something to do.
pub(super) struct Task {
    /// The number of the input.
    pub(super) input: usize,
    /// What is to be done.
    pub(super) work: Work,
}

/// An input, or a part of it.
pub(super) enum Work {
    /// A whole input.
    Whole(Box<Pair>),
    /// A piece of one, or why there are no more of them.
    Piece(Result<Piece, ReadError>),
}

/// The number of the input of which nothing more is wanted, if there is one.
pub(super) type Ended = Cell<Option<usize>>;

/// All that is to be done.
pub(super) fn tasks<'a>(
    pairs: Vec<Pair>,
    reading: &'a Reading,
    ended: &'a Ended,
) -> impl Iterator<Item = Task> + use<'a> {
    pairs.into_iter().enumerate().flat_map(move |(input, pair)| {
        let works = works(pair, reading).take_while(move |_| ended.get() != Some(input));
        works.map(move |work| Task { input, work })
    })
}

fn works(pair: Pair, reading: &Reading) -> Box<dyn Iterator<Item = Work>> {
    let mut sizes = Sizes::default();
    let name = pair.input.name();
    let reader = reading.reader(Path::new(&name));
    if !is_large(&pair.input, sizes) || reader.cutter().is_none() {
        return Box::new(iter::once(Work::Whole(Box::new(pair))));
    }
    if let Some(Ok(source)) = pair.source {
        let error = ReadError::TwoSources { path: name, source_path: source.display().to_string() };
        return Box::new(iter::once(Work::Piece(Err(error))));
    }
    if let Input::File(_) = pair.input {
        sizes.whole = 0; // how large it is, is known
    }
    match open(&pair.input) {
        Ok(input) => Box::new(Stream::new(reader, &name, input, sizes).map(Work::Piece)),
        Err(error) => Box::new(iter::once(Work::Piece(Err(ReadError::Unreadable { path: name, error })))),
    }
}

/// Whether an input is to be cut; how much comes on standard input is not known.
fn is_large(input: &Input, sizes: Sizes) -> bool {
    match input {
        Input::File(path) => fs::metadata(path).is_ok_and(|file| file.len() > sizes.whole as u64),
        Input::Stdin(_) => true,
        Input::Nothing(_) => false,
    }
}

fn open(input: &Input) -> io::Result<Box<dyn Read>> {
    match input {
        Input::File(path) => Ok(Box::new(File::open(path)?)),
        Input::Stdin(_) => Ok(Box::new(io::stdin())),
        Input::Nothing(_) => Ok(Box::new(io::empty())),
    }
}
