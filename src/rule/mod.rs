//! Floor 3: rules and packs: what a rule file says, checked, and the folders of them.

mod expressions;
mod pack;
mod params;
mod raw;
mod template;

use serde::{Deserialize, Serialize};

use crate::mqm::{Category, Severity};
use crate::text::{FileError, Span};

pub use pack::{Pack, PackError, from_directory};
pub use template::Template;

/// A valid rule: a check with parameters, and all that is said about its hits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The unique id: the name of its file.
    pub id: String,
    /// The pack it belongs to.
    pub pack: String,
    /// The path of its file, for messages.
    pub path: String,
    /// The name of its check.
    pub check: String,
    /// Where the check is named in the file.
    pub check_span: Span,
    /// The MQM category of its findings.
    pub category: Category,
    /// The severity of its findings, unless an entry has its own.
    pub severity: Severity,
    /// Whether it runs unless it is asked for.
    pub enabled: bool,
    /// The one-line message.
    pub message: Template,
    /// Where the message stands in the file.
    pub message_span: Span,
    /// The reason, in Markdown.
    pub why: String,
    /// The length of the first sentence of the reason, in bytes.
    pub summary: usize,
    /// The check's parameters.
    #[serde(with = "params")]
    pub params: toml::Table,
    /// Examples, which are tests.
    pub examples: Vec<Example>,
    /// The text of the file, for excerpts in messages; not stored with built-in rules, which nothing is
    /// wrong with.
    #[serde(skip)]
    pub text: String,
}

/// An example in a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The text, without the `[[` `]]` marks.
    pub text: String,
    /// The spans that must be found, and no others; empty in an example that must pass.
    pub flags: Vec<Span>,
    /// The text after the fixes of these findings, where the example says so.
    pub fix: Option<String>,
    /// The document format of the text, as `read::by_name` knows it: `text` unless the example says
    /// `format = "markdown"`. The spans are spans of this text, markup included.
    pub format: String,
    /// The house glossary under which the example holds, in TOML.
    pub glossary: Option<String>,
    /// What the text translates, line for line, without marks.
    pub source: Option<String>,
    /// The spans that must be found in the source.
    pub source_flags: Vec<Span>,
    /// The line of the example in its file, from 1.
    pub line: usize,
}

impl Example {
    /// Whether something must be found in it.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        !(self.flags.is_empty() && self.source_flags.is_empty())
    }
}

impl Rule {
    /// Reads and validates a rule file; `path` ends in `<id>.toml`.
    pub fn parse(pack: &str, path: &str, text: &str) -> Result<Self, FileError> {
        raw::parse(pack, path, text)
    }

    /// The first sentence of the reason, as a summary.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.why.get(..self.summary).unwrap_or_default()
    }
}
