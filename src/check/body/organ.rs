//! Organs, offices and meetings that are attached to a body which does not have them.

use rustc_hash::FxHashMap;

use super::index::{Mention, is_at, ordinal_at};
use super::{Report, View, stands_at};
use crate::body::{Body, Phrase};
use crate::check::Hit;
use crate::language::{Case, Gap, is_function_word};
use crate::text::{Fix, Span};

/// What an organ that meets is called by its meetings.
const MEETINGS: [&str; 4] = ["meeting", "meetings", "conference", "session"];
/// Verbs that follow the name of a body in the news; before them the name is complete.
const VERBS: [&str; 12] = ["said", "says", "told", "has", "had", "is", "was", "will", "met", "made", "gave", "who"];

/// The longest line that may be a headline, in words.
const HEADLINE: usize = 40;
/// How many mentions are searched for the right body.
const SEARCHED: usize = 1000;

/// An organ, office or meeting beside the name of a body.
#[derive(Clone, Debug)]
pub(super) struct Attached {
    /// Its number among what the body lacks.
    lack: usize,
    /// The numbers of its first token, without an ordinal, and of the one behind the last.
    first: usize,
    end: usize,
    /// Whether it stands before the name, with "of".
    before: bool,
    /// Whether "meeting" stands behind it.
    meeting: bool,
}

/// What the document names in place of a wrong body, by that body, what it lacks and its number.
type Bearers<'m> = FxHashMap<(usize, usize, Option<u32>), Option<&'m Mention>>;

pub(super) fn report(view: &View<'_>, report: Report, hits: &mut Vec<Hit>) {
    let mut bearers = Bearers::default();
    for mention in view.mentions {
        let Some(body) = view.index.body(mention) else { continue };
        let Some(attached) = attached(view, mention, body) else { continue };
        let Some(lack) = body.lacks.get(attached.lack) else { continue };
        if view.heads.iter().any(|head| head == lack.head()) {
            hits.extend(match report {
                Report::Office => office(view, mention, body, (lack, attached)),
                Report::Meeting => meeting(view, body, (lack, attached)),
                _ => Some(organ(view, mention, body, (lack, attached), &mut bearers)),
            });
        }
    }
}

/// What a body lacks and a mention of it has beside it.
fn attached<'m>(view: &View<'_>, mention: &'m Mention, body: &Body) -> Option<&'m Attached> {
    let found = || before(view, mention, body).or_else(|| after(view, mention, body));
    mention.attached.get_or_init(found).as_ref()
}

/// Whether an organ that the body lacks is attached to the mention.
pub(super) fn is_misattached(view: &View<'_>, mention: &Mention) -> bool {
    view.index.body(mention).is_some_and(|body| attached(view, mention, body).is_some())
}

/// "Executive Committee (meeting) of the 18th CPC National Congress".
fn before(view: &View<'_>, mention: &Mention, body: &Body) -> Option<Attached> {
    let article = mention.first.checked_sub(1).filter(|at| is_at(view.text, *at, "the"));
    let end = article.unwrap_or(mention.first).checked_sub(1).filter(|at| is_at(view.text, *at, "of"))?;
    spaced(view, end, mention.first).then_some(())?;
    let met = end.checked_sub(1).filter(|at| MEETINGS.iter().any(|word| is_at(view.text, *at, word)));
    let direct = ending(view, body, end).map(|(lack, first)| (lack, first, end, false));
    let (lack, first, end, meeting) =
        direct.or_else(|| met.and_then(|at| ending(view, body, at).map(|(lack, first)| (lack, first, at, true))))?;
    let lack = lack?;
    (opens(view, first) && closes(view, mention, body.lacks.get(lack)?)).then_some(())?;
    Some(Attached { lack, first, end, before: true, meeting })
}

/// "18th CPC National Congress Executive Committee".
fn after(view: &View<'_>, mention: &Mention, body: &Body) -> Option<Attached> {
    let first = mention.end;
    (spaced(view, first, first) && view.mentions.binary_search_by_key(&first, |other| other.first).is_err())
        .then_some(())?;
    let standing = phrases(body).filter(|(phrase, _)| stands_at(phrase, view.text, first));
    let (phrase, lack) = standing.max_by_key(|(phrase, _)| phrase.words().len())?;
    let capital = view.text.tokens().get(first).is_some_and(|token| token.case != Case::Lower);
    let title = !is_organ(phrase) && !body.kind.takes_title();
    let lack = lack.filter(|_| capital && !title)?;
    Some(Attached { lack, first, end: first + phrase.words().len(), before: false, meeting: false })
}

/// The organs and lacks of a body; lacks with their numbers.
fn phrases(body: &Body) -> impl Iterator<Item = (&Phrase, Option<usize>)> {
    let lacks = body.lacks.iter().enumerate().map(|(number, lack)| (lack, Some(number)));
    body.organs.iter().map(|organ| (organ, None)).chain(lacks)
}

/// The longest organ or lack whose last token is the one before `end`: its number where it lacks, and its first token.
fn ending(view: &View<'_>, body: &Body, end: usize) -> Option<(Option<usize>, usize)> {
    let last = view.text.word(view.text.tokens().get(end.checked_sub(1)?)?);
    let phrases = phrases(body).filter(|(phrase, _)| phrase.ends_with(last));
    let starts = phrases.filter_map(|(phrase, lack)| Some((phrase, lack, end.checked_sub(phrase.words().len())?)));
    let standing = starts.filter(|(phrase, _, first)| stands_at(phrase, view.text, *first));
    standing.min_by_key(|(_, _, first)| *first).map(|(_, lack, first)| (lack, first))
}

/// Whether the tokens from `from` to `to` follow each other by spaces.
fn spaced(view: &View<'_>, from: usize, to: usize) -> bool {
    let tokens = view.text.tokens().get(from..=to).unwrap_or_default();
    !tokens.is_empty() && tokens.iter().all(|token| token.gap == Gap::Space)
}

/// Whether an organ's name begins at a token: it is not the tail of a longer one.
fn opens(view: &View<'_>, first: usize) -> bool {
    let tokens = view.text.tokens();
    let joined = tokens.get(first).is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Hyphen));
    let Some(before) = first.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| joined) else { return true };
    let word = view.text.word(before);
    let lower = before.case == Case::Lower || is_function_word(&word.to_lowercase());
    lower || ordinal_at(view.text, first - 1).is_some()
}

/// Whether the name of the body is complete, and not the first part of another name.
fn closes(view: &View<'_>, mention: &Mention, lack: &Phrase) -> bool {
    let Some(next) = view.text.tokens().get(mention.end).filter(|next| next.gap == Gap::Space) else {
        return !mention.possessive;
    };
    let word = view.text.word(next);
    let sentence = view.text.sentence_at(mention.span.start()).filter(|sentence| sentence.len() <= HEADLINE);
    let headline = sentence.is_some_and(|sentence| view.text.is_title_case(sentence));
    let verb = is_function_word(word) || word.ends_with("ed") || VERBS.contains(&word);
    !mention.possessive && (headline || verb || (is_organ(lack) && next.case == Case::Lower))
}

/// Whether a phrase names an organ or meeting, not an office.
fn is_organ(phrase: &Phrase) -> bool {
    const ORGANS: [&str; 14] = [
        "committee",
        "session",
        "plenum",
        "presidium",
        "secretariat",
        "bureau",
        "politburo",
        "board",
        "council",
        "assembly",
        "congress",
        "commission",
        "conference",
        "directors",
    ];
    ORGANS.contains(&phrase.head())
}

fn organ<'m>(
    view: &View<'m>,
    mention: &Mention,
    body: &Body,
    (lack, attached): (&Phrase, &Attached),
    bearers: &mut Bearers<'m>,
) -> Hit {
    let phrase = span(view, attached.first, attached.end);
    let marked = if mention.ordinal.is_some() { mention.span } else { mention.span.cover(phrase) };
    let mut hit = Hit::new(view.rule, marked)
        .with_value("body", body.name())
        .with_value("organ", &lack.text)
        .with_related(phrase, format!("{} has no {}", body.name(), lack.text));
    let bearer = bearers.entry((mention.body, attached.lack, mention.ordinal));
    if let Some(bearer) = bearer.or_insert_with(|| bearer_of(view, mention, lack)) {
        let right = right(view, mention, bearer, lack);
        hit = hit.with_value("right", &right).with_related(bearer.span, "the body that the text names");
        // The organ shows the body only where it is the plenary session of a committee.
        if mention.ordinal.is_some() && attached.before && lack.text.starts_with("Plenary") {
            hit.fix = Some(Fix::replace(mention.span, right, false));
        }
    }
    hit
}

/// What the document names that has such an organ.
fn bearer_of<'m>(view: &View<'m>, wrong: &Mention, lack: &Phrase) -> Option<&'m Mention> {
    let named = |mention: &&Mention| mention.body != wrong.body && !mention.short;
    let has_it = |mention: &&Mention| view.index.body(mention).is_some_and(|body| body.organs.contains(lack));
    let others = || view.mentions.iter().take(SEARCHED).filter(named);
    let found = others().filter(|mention| is_it(view, wrong, mention, lack));
    let found = found.max_by_key(|mention| (mention.ordinal.is_some(), std::cmp::Reverse(mention.first)));
    found.or_else(|| others().find(has_it))
}

/// Whether a mention is that of an organ itself, and its number not another one.
fn is_it(view: &View<'_>, wrong: &Mention, mention: &Mention, lack: &Phrase) -> bool {
    stands_at(lack, view.text, mention.first + usize::from(mention.span != mention.name))
        && mention.ordinal.is_none_or(|ordinal| Some(ordinal) == wrong.ordinal)
}

/// The name of what has such an organ, with the number of the wrong mention.
fn right(view: &View<'_>, wrong: &Mention, bearer: &Mention, lack: &Phrase) -> String {
    let ordinal = view.text.slice(Span::new(wrong.span.start(), wrong.name.start()));
    let name = view.text.slice(bearer.name);
    let whole = is_it(view, wrong, bearer, lack) || view.index.body(bearer).is_some_and(|body| body.numbered);
    if whole { format!("{ordinal}{name}") } else { format!("{ordinal}{} of the {name}", lack.text) }
}

fn office(view: &View<'_>, mention: &Mention, body: &Body, (lack, attached): (&Phrase, &Attached)) -> Option<Hit> {
    let span = span(view, attached.first, attached.end);
    let head = body.head.as_deref()?;
    let mut hit = Hit::new(view.rule, span).with_value("body", body.name()).with_value("right", head);
    hit = hit.with_related(mention.span, format!("its head is the {head}"));
    if lack.words().len() == 1 || !lack.text.starts_with("Vice") {
        let lower = view.text.slice(span).starts_with(char::is_lowercase);
        hit = hit.with_fix(if lower { head.to_lowercase() } else { head.to_owned() }, false);
    }
    Some(hit)
}

/// "second executive committee meeting": the number is that of the committee's meeting.
fn meeting(view: &View<'_>, body: &Body, (lack, attached): (&Phrase, &Attached)) -> Option<Hit> {
    let at = attached.first.checked_sub(1).filter(|at| attached.meeting && ordinal_at(view.text, *at).is_some())?;
    let whole = span(view, at, attached.end + 1);
    let ordinal = view.text.slice(span(view, at, at + 1));
    let word = view.text.slice(span(view, attached.end, attached.end + 1));
    let plenary = if word.starts_with(char::is_uppercase) { "Plenary" } else { "plenary" };
    let hit = Hit::new(view.rule, whole).with_value("organ", &lack.text).with_value("body", body.name());
    Some(hit.with_fix(format!("{ordinal} {plenary} {word}"), false))
}

/// The span of the tokens `first..end`.
pub(super) fn span(view: &View<'_>, first: usize, end: usize) -> Span {
    let tokens = view.text.tokens().get(first..end).unwrap_or_default();
    let from = tokens.first().map(|token| token.span).unwrap_or_default();
    tokens.last().map_or(from, |last| from.cover(last.span))
}
