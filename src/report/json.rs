//! JSON: one object with all documents, for programs. `schema/mtlint-1.schema.json` describes it.

use std::io::{self, Write};

use super::model::{self, SCHEMA};
use super::{Checked, Format, Totals, View, bytes};

/// JSON.
pub(super) static JSON: Json = Json;

/// See [`JSON`].
#[derive(Debug)]
pub(super) struct Json;

/// About how many bytes a finding takes.
const USUAL: usize = 800;

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

    fn document(&self, out: &mut Vec<u8>, checked: &Checked, _: View) -> io::Result<()> {
        out.reserve(checked.findings.len() * USUAL);
        bytes::append(out, &model::Document::new(checked))
    }

    fn end(&self, out: &mut dyn Write, totals: &Totals, _: View) -> io::Result<()> {
        out.write_all(b"\n],\"errors\":")?;
        serde_json::to_writer(&mut *out, &model::errors(totals))?;
        out.write_all(b",\"summary\":")?;
        serde_json::to_writer(&mut *out, &model::Summary::new(totals))?;
        out.write_all(b"}\n")
    }
}
