//! `Form`: a target form with how it matches, and its notation in glossary files: `iPhone [case]`.

use serde::{Deserialize, Serialize};

use crate::text::Included;

/// A target form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Form {
    /// The text, as in running text.
    pub text: Included,
    /// Whether it matches in this case only (and in lines that are all capitals).
    pub case: bool,
    /// Whether it has no inflected forms.
    pub fixed: bool,
}

/// What a form can be marked with.
pub(super) const FLAGS: [&str; 2] = ["case", "fixed"];

impl Form {
    /// A form that matches in any case and inflected.
    #[must_use]
    pub fn new(text: impl Into<Included>) -> Self {
        Self { text: text.into(), case: false, fixed: false }
    }

    /// Reads the notation: the text, and what it is marked with in brackets; `\[` is a bracket that
    /// belongs to the text. The error is the flag that does not exist.
    pub fn parse(notation: &str) -> Result<Self, String> {
        let notation = notation.trim();
        let flags = notation.strip_suffix(']').and_then(|rest| rest.rsplit_once(" ["));
        let text = flags.map_or(notation, |(text, _)| text).trim_end();
        let mut form = Self::new(if text.contains('\\') { text.replace("\\[", "[") } else { text.to_owned() });
        for flag in flags.iter().flat_map(|(_, flags)| flags.split(',')).map(str::trim) {
            match flag {
                "case" => form.case = true,
                "fixed" => form.fixed = true,
                other => return Err(other.to_owned()),
            }
        }
        Ok(form)
    }

    /// The notation of the form, which [`Form::parse`] reads.
    #[must_use]
    pub fn notation(&self) -> String {
        let text = self.text.replace('[', "\\[");
        let flags: Vec<&str> = [(self.case, "case"), (self.fixed, "fixed")]
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, flag)| *flag)
            .collect();
        if flags.is_empty() { text } else { format!("{text} [{}]", flags.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notation_is_read_and_written() {
        for notation in ["iPhone [case]", "go [case, fixed]", "plain", "a \\[b]", "[x"] {
            let form = Form::parse(notation).unwrap();
            assert_eq!(Form::parse(&form.notation()), Ok(form), "{notation}");
        }
        assert_eq!(Form::parse("WeChat [case]").unwrap(), Form { text: "WeChat".into(), case: true, fixed: false });
        assert_eq!(Form::parse("a \\[b]").unwrap().text, "a [b]");
        assert_eq!(Form::parse("a [b]"), Err("b".to_owned()));
    }
}
