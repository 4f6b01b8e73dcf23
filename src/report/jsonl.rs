//! JSON Lines: a line a document, as soon as it is checked; the last line is the summary.

use std::io::{self, Write};

use serde::Serialize;

use super::model::{self, SCHEMA};
use super::{Checked, Failure, Format, Totals, View, bytes};

/// JSON Lines.
pub(super) static JSONL: JsonLines = JsonLines;

/// See [`JSONL`].
#[derive(Debug)]
pub(super) struct JsonLines;

/// A line: what it holds is told by its second key.
#[derive(Serialize)]
struct Line<T> {
    schema: &'static str,
    #[serde(flatten)]
    body: Body<T>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Body<T> {
    Document(T),
    Error(T),
    Summary(T),
}

fn append<T: Serialize>(out: &mut Vec<u8>, body: Body<T>) -> io::Result<()> {
    bytes::append(out, &Line { schema: SCHEMA, body })?;
    out.push(b'\n');
    Ok(())
}

fn write<T: Serialize>(out: &mut dyn Write, body: Body<T>) -> io::Result<()> {
    let mut line = Vec::new();
    append(&mut line, body)?;
    out.write_all(&line)
}

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn summary(&self) -> &'static str {
        "a JSON object a line: documents, inputs that failed, the summary last"
    }

    fn document(&self, out: &mut Vec<u8>, checked: &Checked, _: View) -> io::Result<()> {
        append(out, Body::Document(model::Document::new(checked)))
    }

    fn failure(&self, out: &mut dyn Write, failure: &Failure) -> io::Result<()> {
        write(out, Body::Error(model::Error::new(failure)))
    }

    fn end(&self, out: &mut dyn Write, totals: &Totals, _: View) -> io::Result<()> {
        write(out, Body::Summary(model::Summary::new(totals)))
    }
}
