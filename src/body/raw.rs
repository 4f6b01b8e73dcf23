//! The table of bodies as written, and its validation.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;
use toml::value::{Date, Datetime};

use super::{Body, BodyKind, Phrase, Session};
use crate::text::{FileError, Span};

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    #[serde(rename = "body")]
    bodies: Vec<RawBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBody {
    id: Spanned<String>,
    source: Vec<String>,
    names: Vec<String>,
    #[serde(default)]
    source_short: Vec<String>,
    #[serde(default)]
    exclusive: bool,
    #[serde(default)]
    numbered: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    kind: Spanned<String>,
    term: Spanned<String>,
    #[serde(default)]
    organs: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
    #[serde(default)]
    sessions: Vec<Spanned<RawSession>>,
    max_plenums: Option<u32>,
    head: Option<String>,
    attested: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSession {
    n: u32,
    from: Datetime,
    to: Option<Datetime>,
    term_to: Option<Datetime>,
    #[serde(default)]
    meetings: Vec<Datetime>,
    #[serde(default, rename = "place")]
    _place: Option<String>,
}

/// A fault at a byte of the table.
struct Fault {
    at: usize,
    what: String,
}

/// Reads and validates a table of bodies.
pub fn parse(path: &str, text: &str) -> Result<Vec<Body>, FileError> {
    let place = |fault: Fault| FileError::at(path, text, Span::new(fault.at, fault.at + 1), fault.what);
    let syntax = |error: toml::de::Error| {
        place(Fault { at: error.span().map_or(0, |span| span.start), what: error.message().to_owned() })
    };
    let table: RawTable = toml::from_str(text).map_err(syntax)?;
    let (mut ids, mut names, mut bodies) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for raw in table.bodies {
        let body = body(&raw).map_err(place)?;
        let twice = body.names.iter().find(|name| !names.insert((*name).clone()));
        let fault = |what: String| place(Fault { at: raw.id.span().start, what });
        if let Some(name) = twice {
            return Err(fault(format!("`{}`: another body has the name `{name}`", body.id)));
        }
        if !ids.insert(body.id.clone()) {
            return Err(fault(format!("there are two bodies `{}`", body.id)));
        }
        bodies.push(body);
    }
    Ok(bodies)
}

fn body(raw: &RawBody) -> Result<Body, Fault> {
    let id = raw.id.get_ref();
    let fault = |what: &str| Fault { at: raw.id.span().start, what: format!("`{id}`: {what}") };
    if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err(fault("an id is in kebab-case"));
    }
    if raw.names.is_empty() || raw.source.is_empty() || raw.attested.trim().is_empty() {
        return Err(fault("a body has `source`, `names`, and `attested`, where its facts are from"));
    }
    if let Some(both) = raw.lacks.iter().find(|lack| raw.organs.contains(lack)) {
        return Err(fault(&format!("`{both}` is among the organs and among what it lacks")));
    }
    if raw.numbered.iter().any(|form| !form.contains("{n}")) {
        return Err(fault("a form in `numbered` has {n} where the number stands"));
    }
    let kind = BodyKind::from_name(raw.kind.get_ref()).ok_or_else(|| Fault {
        at: raw.kind.span().start,
        what: format!("`{id}`: unknown kind `{}`; known: {}", raw.kind.get_ref(), BodyKind::names()),
    })?;
    let numbered = match raw.term.get_ref().as_str() {
        "ordinal" => true,
        "none" if raw.sessions.is_empty() => false,
        "none" => return Err(fault("a body with sessions has term = \"ordinal\"")),
        other => {
            return Err(Fault {
                at: raw.term.span().start,
                what: format!("`{id}`: term is `ordinal` or `none`, not `{other}`"),
            });
        }
    };
    Ok(Body {
        id: id.clone(),
        names: raw.names.clone(),
        source: raw.source.clone(),
        source_short: raw.source_short.clone(),
        exclusive: raw.exclusive,
        numbered_forms: raw.numbered.clone(),
        short: raw.short.clone(),
        kind,
        numbered,
        organs: raw.organs.iter().map(|organ| Phrase::new(organ)).collect(),
        lacks: raw.lacks.iter().map(|lack| Phrase::new(lack)).collect(),
        sessions: sessions(id, kind, &raw.sessions)?,
        max_plenums: raw.max_plenums,
        head: raw.head.clone(),
    })
}

fn sessions(id: &str, kind: BodyKind, raw: &[Spanned<RawSession>]) -> Result<Vec<Session>, Fault> {
    let mut sessions: Vec<Session> = Vec::new();
    for spanned in raw {
        let fault = |what: &str| {
            let n = spanned.get_ref().n;
            Fault { at: spanned.span().start, what: format!("`{id}`, session {n}: {what}") }
        };
        let session = session(kind, spanned.get_ref()).map_err(fault)?;
        if sessions.last().is_some_and(|last| last.n >= session.n) {
            return Err(fault("sessions stand in the order of their numbers"));
        }
        sessions.push(session);
    }
    Ok(sessions)
}

fn session(kind: BodyKind, raw: &RawSession) -> Result<Session, &'static str> {
    let day = |date: &Datetime| date.date.ok_or("a date without a time of day is needed: 2012-11-08");
    let from = day(&raw.from)?;
    let to = raw.to.as_ref().map(day).transpose()?;
    let term_to = raw.term_to.as_ref().map(day).transpose()?;
    let meetings = raw.meetings.iter().map(day).collect::<Result<Vec<Date>, _>>()?;
    if to.is_some_and(|to| to < from) || term_to.is_some_and(|end| end < to.unwrap_or(from)) {
        return Err("it ends before it begins");
    }
    if meetings.windows(2).any(|pair| pair.first() > pair.last()) || meetings.first().is_some_and(|first| *first < from)
    {
        return Err("meetings stand in the order of their days, none before `from`");
    }
    let until = if kind.is_event() { Some(to.unwrap_or(from)) } else { term_to };
    Ok(Session {
        n: raw.n,
        from: from.year,
        until: until.map(|date| date.year),
        ended: term_to.is_some(),
        meetings: meetings.iter().map(|date| date.year).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "[[body]]\nid = \"a\"\nsource = [\"甲\"]\nnames = [\"Grand Congress of A\"]\nkind = \"congress\"\nterm = \"ordinal\"\nsessions = [{ n = 1, from = 2001-02-03 }]\nattested = \"here\"\n";

    fn fault(from: &str, to: &str) -> String {
        assert!(TABLE.contains(from));
        parse("facts/a.toml", &TABLE.replace(from, to)).unwrap_err().to_string()
    }

    #[test]
    fn faults_of_a_table_are_told_with_their_line() {
        assert!(parse("facts/a.toml", TABLE).is_ok());
        assert!(
            fault("\"congress\"", "\"party\"")
                .starts_with("facts/a.toml:5:8: `a`: unknown kind `party`; known: congress")
        );
        assert!(fault("\"ordinal\"", "\"none\"").contains("a body with sessions has term"));
        assert!(fault("2001-02-03", "2001-02-03, to = 2000-01-01").contains("it ends before it begins"));
        assert!(fault("2001-02-03", "\"2001\"").starts_with("facts/a.toml:7:29: invalid type"));
        assert!(fault("\"here\"", "\"here\"\nplanet = 1").contains("unknown field `planet`"));
    }
}
