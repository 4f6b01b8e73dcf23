//! Rule files as written, and their validation.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{Example, Rule, Template};
use crate::mqm::{Category, Severity};
use crate::text::{FileError, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    check: Spanned<String>,
    mqm: Spanned<String>,
    severity: Spanned<String>,
    #[serde(default = "enabled")]
    enabled: bool,
    message: Spanned<String>,
    why: Spanned<String>,
    #[serde(default)]
    params: toml::Table,
    #[serde(default, rename = "example")]
    examples: Vec<Spanned<RawExample>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    flag: Option<String>,
    pass: Option<String>,
    fix: Option<String>,
    format: Option<String>,
    glossary: Option<String>,
    source: Option<String>,
}

/// The format of an example that does not name one.
const PLAIN: &str = "text";

fn enabled() -> bool {
    true
}

/// The file that is being validated, for error messages.
struct File<'a> {
    path: &'a str,
    text: &'a str,
}

/// Reads a rule file.
pub(super) fn parse(pack: &str, path: &str, text: &str) -> Result<Rule, FileError> {
    let file = File { path, text };
    let raw: RawRule =
        toml::from_str(text).map_err(|error| file.error(error.span().unwrap_or(0..0), error.message()))?;
    let category =
        Category::from_name(raw.mqm.get_ref()).map_err(|error| file.error(raw.mqm.span(), error.to_string()))?;
    let severity = Severity::from_name(raw.severity.get_ref()).ok_or_else(|| {
        let known = Severity::ALL.map(Severity::name).join(", ");
        file.error(raw.severity.span(), format!("unknown severity `{}`; known: {known}", raw.severity.get_ref()))
    })?;
    let message = Template::parse(raw.message.get_ref())
        .ok_or_else(|| file.error(raw.message.span(), "a brace of the message has no partner"))?;
    if raw.why.get_ref().trim().is_empty() {
        return Err(file.error(raw.why.span(), "the reason is empty; say what the reader should know"));
    }
    let why = raw.why.into_inner().trim().to_owned();
    Ok(Rule {
        id: file.id()?,
        pack: pack.to_owned(),
        path: path.to_owned(),
        check_span: raw.check.span().into(),
        check: raw.check.into_inner(),
        category,
        severity,
        enabled: raw.enabled,
        message,
        message_span: raw.message.span().into(),
        summary: first_sentence(&why).len(),
        why,
        params: raw.params,
        examples: file.examples(raw.examples)?,
        text: text.to_owned(),
    })
}

/// The first sentence of a reason.
fn first_sentence(why: &str) -> &str {
    let paragraph = why.split("\n\n").next().unwrap_or_default();
    paragraph.find(". ").and_then(|at| paragraph.get(..=at)).unwrap_or(paragraph)
}

impl File<'_> {
    fn error(&self, span: Range<usize>, what: impl Into<String>) -> FileError {
        FileError::at(self.path, self.text, span.into(), what)
    }

    /// The id that the path stands for.
    fn id(&self) -> Result<String, FileError> {
        let name = self.path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(kebab) {
            return Err(
                self.error(0..0, "a rule file is named after its id in kebab-case, such as `lost-full-stop.toml`")
            );
        }
        Ok(name.to_owned())
    }

    fn examples(&self, raw: Vec<Spanned<RawExample>>) -> Result<Vec<Example>, FileError> {
        let mut examples = Vec::new();
        for example in raw {
            examples.push(self.example(example.span(), example.get_ref())?);
        }
        for (flagged, word) in [(true, "flag"), (false, "pass")] {
            if !examples.iter().any(|example: &Example| example.is_flagged() == flagged) {
                return Err(self.error(0..0, format!("there is no `{word}` example")));
            }
        }
        Ok(examples)
    }

    fn example(&self, span: Range<usize>, raw: &RawExample) -> Result<Example, FileError> {
        let line = self.text.get(..span.start).unwrap_or_default().matches('\n').count() + 1;
        let format = raw.format.as_deref().unwrap_or(PLAIN).to_owned();
        let glossary = raw.glossary.clone();
        let (source, source_flags) = raw.source.as_deref().map(unmark).unzip();
        let source_flags = source_flags.unwrap_or_default();
        match (&raw.flag, &raw.pass) {
            (Some(marked), None) => {
                let (text, flags) = unmark(marked);
                if flags.is_empty() && source_flags.is_empty() {
                    return Err(self.error(span, "mark what is to be flagged: [[so]]"));
                }
                Ok(Example { text, flags, fix: raw.fix.clone(), format, glossary, source, source_flags, line })
            }
            (None, Some(text)) if raw.fix.is_none() && source_flags.is_empty() => Ok(Example {
                text: text.clone(),
                flags: Vec::new(),
                fix: None,
                format,
                glossary,
                source,
                source_flags,
                line,
            }),
            _ => Err(self.error(span, "an example has either `flag` (and perhaps `fix`) or `pass`")),
        }
    }
}

/// Takes the `[[` `]]` marks out of a text.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut flags) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((inside, following)) = after.split_once("]]") else { break };
        text.push_str(before);
        let start = text.len();
        text.push_str(inside);
        flags.push(Span::new(start, text.len()));
        rest = following;
    }
    text.push_str(rest);
    (text, flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "check = \"phrase\"\nmqm = \"style/awkward\"\nseverity = \"minor\"\nmessage = \"say {fix}\"\nwhy = \"Because.\"\n\n[[example]]\nflag = \"a [[b]] c\"\n[[example]]\npass = \"d\"\n";

    #[test]
    fn a_rule_is_read_with_its_examples() {
        let rule = Rule::parse("en", "rules/en/some-rule.toml", GOOD).unwrap();
        assert_eq!((rule.id.as_str(), rule.examples.len()), ("some-rule", 2));
        let flagged = rule.examples.first().unwrap();
        assert_eq!((flagged.text.as_str(), flagged.flags.as_slice()), ("a b c", [Span::new(2, 3)].as_slice()));
    }

    #[test]
    fn faults_are_shown_where_they_are() {
        let fault = |from: &str, to: &str| Rule::parse("en", "rules/en/a.toml", &GOOD.replace(from, to)).unwrap_err();
        let error = fault("style/awkward", "style/odd");
        assert_eq!((error.line, error.column), (2, 7));
        assert!(error.to_string().contains("2 | mqm = \"style/odd\"\n  |       ^^^^"), "{error}");
        assert!(fault("severity", "severety").what.contains("unknown field `severety`"));
        assert!(fault("pass = \"d\"", "flag = \"[[d]]\"").what.contains("no `pass` example"));
        assert!(fault("[[b]]", "b").what.contains("mark what is to be flagged"));
        assert_eq!(fault("{fix}", "{fix").line, 4);
    }
}
