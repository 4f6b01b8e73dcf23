//! Plenary sessions: whose they are, and how many a term has.

use super::View;
use super::index::{Mention, is_at, ordinal_at};
use super::organ::span;
use crate::check::Hit;
use crate::language::{Case, Filter, Gap, Token};

/// How many mentions are searched for the number of a term.
const MOST_TERMS: usize = 1000;

/// A numbered plenary session in the text.
pub(super) struct Plenum {
    pub(super) number: u32,
    /// The number of its first token, and of the one behind the last.
    first: usize,
    end: usize,
    plural: bool,
}

/// Words with which a session ends.
const ENDS: [&str; 8] = ["plenum", "plenums", "session", "sessions", "Plenum", "Plenums", "Session", "Sessions"];

/// Whether a token is as long as the words with which a session ends, and may be one of them.
fn may_end(ends: &Filter, token: &Token) -> bool {
    ("plenum".len()..="sessions".len()).contains(&token.span.len())
        && (ends.admits(token) || !matches!(token.case, Case::Lower | Case::Title))
}

/// The plenary session whose last token is the one before `end`.
fn ending(view: &View<'_>, end: usize) -> Option<Plenum> {
    let is = |at: usize, words: [&str; 2]| words.iter().any(|word| is_at(view.text, at, word));
    let last = end.checked_sub(1)?;
    let noun = if is(last, ["plenum", "plenums"]) {
        last
    } else {
        last.checked_sub(1).filter(|at| is(last, ["session", "sessions"]) && is_at(view.text, *at, "plenary"))?
    };
    let first = noun.checked_sub(1)?;
    let number = ordinal_at(view.text, first)?;
    let plural = view.text.slice(span(view, last, end)).ends_with('s');
    Some(Plenum { number, first, end, plural })
}

/// "Nth Plenary Session of the" before a mention.
pub(super) fn before(view: &View<'_>, mention: &Mention) -> Option<Plenum> {
    let article = mention.first.checked_sub(1).filter(|at| is_at(view.text, *at, "the"));
    let of = article.unwrap_or(mention.first).checked_sub(1).filter(|at| is_at(view.text, *at, "of"))?;
    ending(view, of)
}

/// Numbers that no term has reached: "the 19th plenary sessions".
pub(super) fn numbers(view: &View<'_>, hits: &mut Vec<Hit>) {
    let limits = || view.mentions.iter().filter_map(|mention| view.index.body(mention)?.max_plenums);
    let Some(most) = limits().max() else { return };
    for mention in view.mentions {
        let (Some(plenum), Some(body)) = (before(view, mention), view.index.body(mention)) else { continue };
        let ended = mention.ordinal.and_then(|number| body.session(number)).filter(|session| session.ended);
        let held = ended.and_then(|session| u32::try_from(session.meetings.len()).ok()).filter(|held| *held > 0);
        if let Some(limit) = held.or(body.max_plenums).filter(|limit| plenum.number > *limit) {
            let hit = Hit::new(view.rule, span(view, plenum.first, plenum.end)).with_value("number", limit.to_string());
            hits.push(hit.with_value("body", body.name()).with_related(mention.span, format!("it held {limit}")));
        }
    }
    let beyond = |plenum: &Plenum| plenum.number > most && stands_alone(view, plenum);
    let ends = Filter::new(ENDS);
    for last in view.text.distinct().places(|word| may_end(&ends, word)) {
        if let Some(plenum) = ending(view, last + 1).filter(beyond) {
            let hit = Hit::new(view.rule, span(view, plenum.first, plenum.end)).with_value("number", most.to_string());
            hits.push(right(view, &plenum).map_or(hit.clone(), |right| hit.with_fix(right, false)));
        }
    }
}

/// Whether nothing says whose session it is: "the 19th plenary sessions", not "the IPCC's 54th".
fn stands_alone(view: &View<'_>, plenum: &Plenum) -> bool {
    let article = plenum.first.checked_sub(1).is_some_and(|at| is_at(view.text, at, "the"));
    let next = view.text.tokens().get(plenum.end).filter(|next| next.gap == Gap::Space);
    let owner = next.is_some_and(|next| view.text.word(next) == "of" || next.case.is_capital());
    article && !owner
}

/// "plenary sessions of the 19th CPC Central Committee", by the name that the text has.
fn right(view: &View<'_>, plenum: &Plenum) -> Option<String> {
    let named = |mention: &&Mention| {
        let body = view.index.body(mention);
        body.is_some_and(|body| body.max_plenums.is_some() && body.session(plenum.number).is_some()) && !mention.short
    };
    let mention = view.mentions.iter().take(MOST_TERMS).find(named)?;
    let noun = view.text.slice(span(view, plenum.first + 1, plenum.end));
    let ordinal = view.text.slice(span(view, plenum.first, plenum.first + 1));
    plenum.plural.then(|| format!("{noun} of the {ordinal} {}", view.text.slice(mention.name)))
}

/// "the Sixth Plenary Session of the CPC Central Committee": of which one?
pub(super) fn without_term(view: &View<'_>, hits: &mut Vec<Hit>) {
    let terms: Vec<&Mention> =
        view.mentions.iter().filter(|mention| mention.span != mention.name).take(MOST_TERMS).collect();
    for mention in view.mentions.iter().filter(|mention| mention.ordinal.is_none()) {
        let Some(body) = view.index.body(mention).filter(|body| body.max_plenums.is_some()) else { continue };
        let Some(plenum) = before(view, mention).filter(|_| body.numbered) else { continue };
        let whole = span(view, plenum.first, mention.first + 1).cover(mention.span);
        let hit = Hit::new(view.rule, whole).with_value("body", body.name());
        let term = terms.iter().find(|other| other.body == mention.body);
        hits.push(match term {
            Some(term) => {
                let head = view.text.slice(span(view, plenum.first, plenum.end));
                hit.with_fix(format!("{head} of the {}", view.text.slice(term.span)), false)
            }
            None => hit,
        });
    }
}
