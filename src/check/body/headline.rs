//! A headline against its text: the same number, another body.

use super::View;
use super::index::Mention;
use crate::check::Hit;
use crate::document::Role;

/// How many first lines can be the headline, and how long such a line may be, in words.
const LINES: (usize, usize) = (4, 30);

/// How many names of the headline are compared with the text.
const MOST: usize = 50;

pub(super) fn report(view: &View<'_>, hits: &mut Vec<Hit>) {
    let end = headline_end(view);
    let (head, body) = view.mentions.split_at(view.mentions.partition_point(|mention| mention.span.start() < end));
    let document = view.text.dateline().map(|date| date.year);
    for mention in head.iter().take(MOST).filter(|mention| mention.ordinal.is_some() && !mention.short) {
        let own = |year| {
            session(view, mention).is_some_and(|(from, until)| (from..=until.unwrap_or(u16::MAX)).contains(&year))
        };
        if document.is_some_and(own)
            || body.iter().any(|other| other.body == mention.body && other.ordinal == mention.ordinal)
        {
            continue;
        }
        let Some(other) = body.iter().find(|other| conflicts(view, mention, other)) else { continue };
        let right = view.text.slice(other.span);
        let hit = Hit::new(view.rule, mention.span).with_value("right", right).with_fix(right, false);
        hits.push(hit.with_related(other.span, "the body that the text names"));
    }
}

/// Where the headline ends: it is the first lines that are short and no sentences.
fn headline_end(view: &View<'_>) -> usize {
    let (lines, words) = LINES;
    let head = view.text.passages().take(lines).take_while(|(passage, tokens)| {
        let text = view.text.slice(passage.span);
        passage.role == Role::Heading || (tokens.len() <= words && !text.ends_with(['.', '!', '?']))
    });
    head.last().map_or(0, |(passage, _)| passage.span.end())
}

/// The years of a numbered mention.
fn session(view: &View<'_>, mention: &Mention) -> Option<(u16, Option<u16>)> {
    let session = view.index.body(mention)?.session(mention.ordinal?)?;
    Some((session.from, session.until))
}

/// Whether the text has another body of the same number and of another time.
fn conflicts(view: &View<'_>, headline: &Mention, text: &Mention) -> bool {
    if headline.ordinal != text.ordinal || headline.body == text.body {
        return false;
    }
    let (Some((from, until)), Some((other, _))) = (session(view, headline), session(view, text)) else { return false };
    other < from || until.is_some_and(|until| other > until)
}
