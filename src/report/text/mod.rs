//! Text: every finding as an annotated snippet, then the summaries, for people.

mod snippet;
mod summary;
mod window;

use std::io::{self, Write};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Checked, Format, Totals, View};

/// How many findings are shown at once, and how few of them a thread takes.
const MOST: usize = 1 << 10;
const FEW: usize = 1 << 4;

/// Text.
pub(super) static TEXT: Text = Text;

/// See [`TEXT`].
#[derive(Debug)]
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn summary(&self) -> &'static str {
        "every finding with the text around it, and summaries, for people"
    }

    fn is_for_people(&self) -> bool {
        true
    }

    fn document(&self, out: &mut Vec<u8>, checked: &Checked, view: View) -> io::Result<()> {
        if !view.quiet {
            let renderer = snippet::renderer(view.colour);
            for findings in checked.findings.chunks(MOST) {
                let findings = findings.par_iter().with_min_len(FEW);
                let snippets = findings.map(|finding| snippet::snippet(&renderer, checked, finding));
                for snippet in snippets.collect::<Vec<_>>() {
                    writeln!(out, "{snippet}\n")?;
                }
            }
        }
        summary::document(out, checked, view)
    }

    fn end(&self, out: &mut dyn Write, totals: &Totals, _: View) -> io::Result<()> {
        summary::totals(out, totals)
    }
}
