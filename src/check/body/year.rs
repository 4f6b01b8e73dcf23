//! Numbers against years: a congress or term beside a year that is not its own.

use super::View;
use super::index::{Mention, is_at};
use super::organ::{is_misattached, span};
use super::plenum;
use crate::body::{Body, BodyKind};
use crate::check::Hit;
use crate::language::{Analysis, Gap, Kind, MONTHS, year_at};
use crate::text::Span;

/// What is said of a congress or meeting in the year in which it takes place.
const HELD: [&str; 12] = [
    "held",
    "opened",
    "convened",
    "concluded",
    "closed",
    "ended",
    "kicked",
    "took",
    "hold",
    "convene",
    "opens",
    "hosted",
];
/// Words before it that make the year that follows that of something else.
const BEFORE: [&str; 8] = ["since", "after", "following", "from", "before", "until", "till", "ahead"];
/// What follows such a word where it says that the meeting itself was held, and not that it held a view.
const WHERE: [&str; 7] = ["in", "on", "at", "here", "today", "yesterday", "tomorrow"];
/// Days that lie next to that of the document.
const DAYS: [&str; 10] =
    ["today", "yesterday", "tomorrow", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// How far behind the name its verb and its year may stand, in words.
const REACH: usize = 12;
/// The longest sentence that is searched for "this year", in words.
const LONGEST: usize = 200;
/// How many terms or editions may follow the last known one.
const AHEAD: [(bool, u32); 2] = [(true, 1), (false, 4)];

pub(super) fn contradictions(view: &View<'_>, hits: &mut Vec<Hit>) {
    let document = view.text.dateline().map(|date| date.year);
    for mention in view.mentions.iter().filter(|mention| mention.ordinal.is_some()) {
        let Some(body) = view.index.body(mention) else { continue };
        let Some(stated) = stated(view, mention, body, document) else { continue };
        let Some(years) = contradicted(view, mention, body, &stated) else { continue };
        if !is_misattached(view, mention) {
            let hit = Hit::new(view.rule, mention.span).with_value("body", body.name()).with_value("years", &years);
            hits.push(hit.with_related(stated.place, format!("but the number belongs to {years}")));
        }
    }
}

/// The year that a sentence gives.
struct Stated {
    year: u16,
    /// By how many years it may be wrong.
    slack: u16,
    place: Span,
}

impl Stated {
    fn exact((year, place): (u16, Span)) -> Self {
        Self { year, slack: 0, place }
    }

    /// Whether one of the years that it may be is right.
    fn fits(&self, right: impl Fn(u16) -> bool) -> bool {
        (self.year - self.slack..=self.year + self.slack).any(right)
    }
}

/// The years to which the number belongs, if the year is none of them.
fn contradicted(view: &View<'_>, mention: &Mention, body: &Body, stated: &Stated) -> Option<String> {
    let session = body.session(mention.ordinal?)?;
    let plenum = plenum::before(view, mention).filter(|_| body.max_plenums.is_some());
    let met = plenum.and_then(|plenum| session.meetings.get(usize::try_from(plenum.number.checked_sub(1)?).ok()?));
    match met {
        Some(met) => (!stated.fits(|year| year == *met)).then(|| met.to_string()),
        None => (!stated.fits(|year| session.admits(year))).then(|| session.years()),
    }
}

/// The year that the sentence gives for what is named, and its place.
fn stated(view: &View<'_>, mention: &Mention, body: &Body, document: Option<u16>) -> Option<Stated> {
    let governed = (1..=8).filter_map(|back| mention.first.checked_sub(back));
    let mut governed =
        governed.take_while(|at| view.text.tokens().get(at + 1).is_some_and(|token| token.gap == Gap::Space));
    if governed.any(|at| BEFORE.iter().any(|word| is_at(view.text, at, word))) {
        return in_brackets(view, mention).map(Stated::exact);
    }
    if body.kind == BodyKind::Plan {
        return in_brackets(view, mention).map(Stated::exact);
    }
    let found = in_brackets(view, mention).or_else(|| behind(view, mention)).or_else(|| opening(view, mention));
    let found = found.or_else(|| relative(view, mention, document?)).map(Stated::exact);
    found.or_else(|| Some(Stated { year: document?, slack: 1, place: lately(view, mention)? }))
}

/// "the 18th CPC National Congress (2012)".
fn in_brackets(view: &View<'_>, mention: &Mention) -> Option<(u16, Span)> {
    let year = year_at(view.text, mention.end)?;
    let token = view.text.tokens().get(mention.end)?;
    let between = view.text.slice(Span::new(mention.span.end(), token.span.start()));
    (between == " (").then_some((year, token.span))
}

/// "… in 2012", "… was held in Beijing in November 2012".
fn behind(view: &View<'_>, mention: &Mention) -> Option<(u16, Span)> {
    let tokens = view.text.tokens();
    let mut held = false;
    for at in mention.end..mention.end + REACH {
        let token = tokens.get(at).filter(|token| matches!(token.gap, Gap::Space | Gap::Hyphen))?;
        held |= at < mention.end + 4 && is_held(view, at);
        let preposition = matches!(view.text.word(token), "in" | "on" | "of");
        if preposition && let Some((year, place)) = date_at(view.text, at + 1) {
            return (held || at == mention.end).then(|| (year, span(view, place, place + 1)));
        }
        if matches!(view.text.word(token), "and" | "that" | "which" | "to" | "but" | "since") {
            return None;
        }
    }
    None
}

/// "In November 2012, the 18th CPC National Congress was held".
fn opening(view: &View<'_>, mention: &Mention) -> Option<(u16, Span)> {
    let article = mention.first.checked_sub(1).filter(|at| is_at(view.text, *at, "the"));
    let first = article.unwrap_or(mention.first);
    let comma = view.text.tokens().get(first).is_some_and(|token| token.gap == Gap::Comma);
    let place = first.checked_sub(1).filter(|_| comma)?;
    let year = year_at(view.text, place)?;
    let verb = (mention.end..mention.end + 3).any(|at| is_held(view, at));
    verb.then(|| (year, span(view, place, place + 1)))
}

/// "this year … hold the 20th CPC National Congress", by the dateline.
fn relative(view: &View<'_>, mention: &Mention, document: u16) -> Option<(u16, Span)> {
    let verb = mention.first.checked_sub(2).is_some_and(|at| is_at(view.text, at + 1, "the") && is_held(view, at));
    if !verb && !(mention.end..mention.end + 3).any(|at| is_held(view, at)) {
        return None;
    }
    let sentence = view.text.sentence_at(mention.span.start()).filter(|sentence| sentence.len() <= LONGEST)?;
    let years = [("this", Some(document)), ("last", document.checked_sub(1)), ("next", document.checked_add(1))];
    let before_year = sentence.tokens().filter(|at| is_at(view.text, at + 1, "year"));
    let mut years = before_year.filter_map(|at| {
        let (_, year) = years.iter().find(|(word, _)| is_at(view.text, at, word))?;
        Some(((*year)?, span(view, at, at + 2)))
    });
    let first = years.next();
    first.filter(|_| years.next().is_none())
}

/// "… opened in Beijing on Monday", "… was held on October 9": within a year of the dateline.
fn lately(view: &View<'_>, mention: &Mention) -> Option<Span> {
    let tokens = view.text.tokens();
    let word = |at: usize| tokens.get(at).map(|token| view.text.word(token));
    let verb = (mention.end..mention.end + 3).find(|at| is_held(view, *at))?;
    let behind = verb + 1 + usize::from(word(verb + 1).is_some_and(|word| matches!(word, "off" | "place")));
    word(behind).filter(|word| WHERE.contains(word))?;
    let near = |at: &usize| tokens.get(*at).is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Hyphen));
    let mut clause = (mention.end..mention.end + REACH).take_while(near).filter(|at| *at >= behind);
    let day = clause.find(|at| {
        let named = word(*at).is_some_and(|word| DAYS.contains(&word));
        named || (is_at(view.text, at - 1, "on") && is_day_of_month(view.text, *at))
    })?;
    Some(span(view, day, day + 1))
}

/// Whether the name of a month stands at a token, a day behind it, and no year behind that.
fn is_day_of_month(text: &Analysis<'_>, at: usize) -> bool {
    let month = text.tokens().get(at).is_some_and(|token| MONTHS.contains(&text.word(token)));
    let day = text.tokens().get(at + 1).is_some_and(|token| token.kind == Kind::Number && token.span.len() <= 2);
    month && day && year_at(text, at + 2).is_none()
}

fn is_held(view: &View<'_>, at: usize) -> bool {
    HELD.iter().any(|verb| is_at(view.text, at, verb))
}

/// Numbers beyond the last congress or term.
pub(super) fn unknown(view: &View<'_>, hits: &mut Vec<Hit>) {
    for mention in view.mentions.iter().filter(|mention| !mention.short) {
        let (Some(body), Some(number)) = (view.index.body(mention), mention.ordinal) else { continue };
        let Some(last) = body.sessions.last() else { continue };
        let rare = !matches!(body.kind, BodyKind::Event | BodyKind::Assembly | BodyKind::Conference);
        let ahead = AHEAD.iter().find(|(is_rare, _)| *is_rare == rare).map_or(0, |(_, ahead)| *ahead);
        if number > last.n + ahead {
            let hit = Hit::new(view.rule, mention.span).with_value("body", body.name());
            hits.push(hit.with_value("number", last.n.to_string()));
        }
    }
}

/// The year of a date that begins at a token, or the year that the token is; with its token.
fn date_at(text: &Analysis<'_>, at: usize) -> Option<(u16, usize)> {
    match text.date_at(at) {
        Some(date) => Some((date.year, date.year_token as usize)),
        None => year_at(text, at).map(|year| (year, at)),
    }
}
