//! `Template`: a message with placeholders in braces.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A message such as `“{match}” means {entry.source}; say “{fix}”`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    Text(String),
    Placeholder(String),
}

impl Template {
    /// Parses a template; `None` where a brace has no partner.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, following) = after.split_once('}')?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Placeholder(name.to_owned()));
            rest = following;
        }
        parts.push(Part::Text(rest.to_owned()));
        (!rest.contains('}')).then_some(Self { parts })
    }

    /// The names of the placeholders.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Placeholder(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }

    /// The message, with each placeholder replaced by its value.
    #[must_use]
    pub fn render<'v>(&self, value: impl Fn(&str) -> Cow<'v, str>) -> String {
        let render = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Placeholder(name) => value(name).into_owned(),
        };
        self.parts.iter().map(render).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn placeholders_are_found_and_filled() {
        let template = Template::parse("“{match}” → {fix}").unwrap();
        assert_eq!(template.placeholders().collect::<Vec<_>>(), ["match", "fix"]);
        assert_eq!(template.render(|name| name.to_uppercase().into()), "“MATCH” → FIX");
        assert_eq!(Template::parse("a {b"), None);
        assert_eq!(Template::parse("a } b"), None);
    }
}
