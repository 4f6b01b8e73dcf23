//! Plain text: a line is a paragraph.

use super::{Options, Parts, ReadError, Reader};
use crate::document::{Passage, Role, TextBuilder};
use crate::text::{Source, lines};

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
        let lines = lines(source.text()).filter(|line| !line.is_empty());
        let passages = lines.map(|span| Passage { span, role: Role::Paragraph }).collect();
        Ok(Parts { target: TextBuilder::verbatim(source.text(), passages), ..Parts::default() })
    }
}
