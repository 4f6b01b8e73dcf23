//! JSON: one object with all documents, for programs. `schema/mtlint-1.schema.json` describes it.

use std::io::{self, Write};

use super::model::{self, SCHEMA};
use super::{Checked, Format, Totals, View};

/// JSON.
pub(super) static JSON: Json = Json;

/// See [`JSON`].
#[derive(Debug)]
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn summary(&self) -> &'static str {
        "one JSON object with all documents, for programs"
    }

    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{{\"schema\":\"{SCHEMA}\",\"documents\":[")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn document(&self, out: &mut dyn Write, checked: &Checked, _: View) -> io::Result<()> {
        // Memory takes the many small parts of a document faster than a writer that is not known here.
        out.write_all(&serde_json::to_vec(&model::Document::new(checked))?)
    }

    fn end(&self, out: &mut dyn Write, totals: &Totals, _: View) -> io::Result<()> {
        out.write_all(b"\n],\"errors\":")?;
        serde_json::to_writer(&mut *out, &model::errors(totals))?;
        out.write_all(b",\"summary\":")?;
        serde_json::to_writer(&mut *out, &model::Summary::new(totals))?;
        out.write_all(b"}\n")
    }
}
