//! `Stream`: a report that is being written, document by document.

use std::io::{self, Write};

use super::{Brief, Checked, Failure, Format, Totals, View};
use crate::score::Scoring;

/// A report in the making.
pub struct Stream<W> {
    out: W,
    format: &'static dyn Format,
    view: View,
    totals: Totals,
}

/// A document in a format, for [`Stream::rendered`].
#[must_use]
pub fn rendered(format: &dyn Format, checked: &Checked, view: View) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail.
    let _ = format.document(&mut bytes, checked, view);
    bytes
}

impl<W: Write> Stream<W> {
    /// Begins a report.
    pub fn begin(mut out: W, format: &'static dyn Format, view: View, scoring: Scoring) -> io::Result<Self> {
        format.begin(&mut out)?;
        Ok(Self { out, format, view, totals: Totals::new(scoring) })
    }

    /// Writes a document.
    pub fn document(&mut self, checked: &Checked) -> io::Result<()> {
        let bytes = rendered(self.format, checked, self.view);
        self.rendered(&bytes, &Brief::of(checked))
    }

    /// Writes a document that was rendered elsewhere.
    pub fn rendered(&mut self, bytes: &[u8], brief: &Brief) -> io::Result<()> {
        if self.totals.documents > 0 {
            self.out.write_all(self.format.separator().as_bytes())?;
        }
        self.totals.add(brief);
        self.out.write_all(bytes)
    }

    /// Notes an input that could not be checked.
    pub fn failure(&mut self, failure: Failure) -> io::Result<()> {
        self.format.failure(&mut self.out, &failure)?;
        self.totals.failures.push(failure);
        Ok(())
    }

    /// Ends the report.
    pub fn end(mut self) -> io::Result<Totals> {
        self.format.end(&mut self.out, &self.totals, self.view)?;
        self.out.flush()?;
        Ok(self.totals)
    }
}
