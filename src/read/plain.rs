//! Plain text: a line is a paragraph.

use super::{Options, Parts, ReadError, Reader};
use crate::document::{Passage, Role, TextBuilder};
use crate::text::{Source, Span};

/// Plain text.
pub(super) static PLAIN: Plain = Plain;

/// See [`PLAIN`].
#[derive(Debug)]
pub(super) struct Plain;

impl Reader for Plain {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn read(&self, source: &Source, _: &Options) -> Result<Parts, ReadError> {
        let mut passages = Vec::new();
        let mut at = 0;
        for line in source.text().split_inclusive('\n') {
            let body = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            if !body.is_empty() {
                passages.push(Passage { span: Span::new(start, start + body.len()), role: Role::Paragraph });
            }
            at += line.len();
        }
        Ok(Parts { target: TextBuilder::verbatim(source.text(), passages), ..Parts::default() })
    }
}
