//! Quoted titles, phrases and names.

use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::count::count;
use super::{Check, Context, Gate, Hit, RuleRef};
use crate::check::works::Works;
use crate::language::{Analysis, is_function_word};
use crate::text::Span;

/// Finds what stands between quotation marks.
#[derive(Debug)]
pub(super) struct Quoted {
    pub(super) rule: RuleRef,
    pub(super) gate: Arc<Gate>,
    pub(super) find: Find,
    pub(super) works: Works,
}

/// What is looked for.
#[derive(Debug)]
pub(super) enum Find {
    /// Titles.
    Title {
        /// Nouns that stand before titles.
        nouns: FxHashSet<Box<str>>,
        /// How many reasons there are to think it is one.
        reasons: RangeInclusive<usize>,
    },
    /// Phrases that nobody said.
    Phrase {
        /// Words that stand before what somebody said.
        reporting: Vec<Box<str>>,
        /// Words that show a phrase to be speech.
        speech: FxHashSet<Box<str>>,
    },
    /// Single words.
    Name,
}

/// What stands between two quotation marks, without the marks and without a final full stop.
#[derive(Clone, Copy, Debug)]
struct Core {
    span: Span,
    /// Where the opening mark ends, and the number of the first token behind it.
    open: usize,
    first: usize,
    /// What follows the closing mark in the passage.
    after: Span,
}

/// What a document has between quotation marks, found once for all rules.
#[derive(Debug, Default)]
pub(in crate::check) struct Cores(OnceLock<Vec<Core>>);

/// Whether it counts if it stands in the text once, and if it stands there more often.
struct Judged {
    once: bool,
    often: bool,
}

/// What opens a title in Chinese.
const TITLE_MARKS: [char; 2] = ['《', '〈'];
/// The most words of a title, and of a phrase.
const TITLE_WORDS: usize = 6;
const PHRASE_WORDS: usize = 3;

impl Check for Quoted {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let cores = context.memo.quoted.0.get_or_init(|| cores(context));
        let cores: Vec<&Core> = cores.iter().filter(|core| self.fits(text.slice(core.span))).collect();
        if cores.is_empty() || !self.gate.is_open(text, &context.memo.provenance) {
            return;
        }
        let possible = cores.into_iter().filter(|core| self.is_in_source(context, core));
        let judged =
            possible.map(|core| (core, self.judge(text, core))).filter(|(_, judged)| judged.once || judged.often);
        let known = |core: &Core| context.lexicon.has_right(core.span) || self.works.has(text.slice(core.span));
        let judged: Vec<_> = judged.filter(|(core, _)| !known(core)).collect();
        let undecided = judged.iter().filter(|(_, judged)| judged.once != judged.often);
        let counts = count(text, &undecided.map(|(core, _)| (core.span, core.first)).collect::<Vec<_>>());
        let often = |core: &Core| counts.get(text.slice(core.span)).copied().unwrap_or(0) > 1;
        let found = judged.iter().filter(|(core, judged)| if often(core) { judged.often } else { judged.once });
        hits.extend(found.map(|(core, _)| Hit::new(self.rule, core.span)));
    }
}

impl Quoted {
    /// Whether it looks like one, whatever stands around it.
    fn fits(&self, core: &str) -> bool {
        match &self.find {
            Find::Title { .. } => is_title(core),
            Find::Phrase { speech, .. } => is_phrase(core, speech),
            Find::Name => {
                let single = core.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
                core.starts_with(char::is_uppercase) && single && core.chars().count() > 2
            }
        }
    }

    /// Whether the source does not rule it out: where it has titles, it marks them; names are held
    /// against it by checks of their own.
    fn is_in_source(&self, context: &Context<'_>, core: &Core) -> bool {
        let Some(source) = &context.document.source else { return true };
        let segment = context.document.segment_at(core.span.start());
        let titled = || segment.is_none_or(|one| one.doubtful || source.slice(one.source).contains(TITLE_MARKS));
        match self.find {
            Find::Title { .. } => titled(),
            Find::Phrase { .. } => true,
            Find::Name => false,
        }
    }

    /// Whether it is one where it stands.
    fn judge(&self, text: &Analysis<'_>, core: &Core) -> Judged {
        let mut before = words_before(text, core);
        match &self.find {
            Find::Title { nouns, reasons } => {
                let noun = before.next().is_some_and(|word| nouns.contains(word.to_lowercase().as_str()));
                let goes_on = text.slice(core.after).trim_start().starts_with(|c: char| c.is_ascii_lowercase());
                let others = usize::from(noun) + usize::from(goes_on);
                Judged { once: reasons.contains(&others), often: reasons.contains(&(others + 1)) }
            }
            Find::Phrase { reporting, .. } => Judged { once: !is_reported(before, reporting), often: false },
            Find::Name => Judged { once: true, often: true },
        }
    }
}

/// Two to six words, of which all but one have a capital, the first among them.
fn is_title(core: &str) -> bool {
    if !core.starts_with(char::is_uppercase) {
        return false;
    }
    let count = |(all, capital), word: &str| (all + 1, capital + usize::from(word.starts_with(char::is_uppercase)));
    let (words, capital) = core.split_whitespace().take(TITLE_WORDS + 1).fold((0, 0), count);
    (2..=TITLE_WORDS).contains(&words) && capital + 1 >= words
}

/// Two or three words in lower case that are no speech.
fn is_phrase(core: &str, speech: &FxHashSet<Box<str>>) -> bool {
    if core.starts_with(char::is_uppercase) {
        return false;
    }
    let words: Vec<&str> = core.split_whitespace().take(PHRASE_WORDS + 1).collect();
    let small = |part: &str| part.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let lower = || words.iter().flat_map(|word| word.split('-')).filter(|part| !part.is_empty()).all(small);
    let last = words.last().copied().unwrap_or_default();
    let complete = || !is_function_word(last) || matches!(last, "up" | "out" | "off" | "down");
    let spoken = || words.iter().any(|word| speech.contains(*word));
    (2..=PHRASE_WORDS).contains(&words.len()) && lower() && complete() && !spoken()
}

/// Whether the words before a quotation, the nearest first, say that somebody said it.
fn is_reported<'t>(before: impl Iterator<Item = &'t str>, reporting: &[Box<str>]) -> bool {
    const BETWEEN: [&str; 12] = ["as", "a", "an", "the", "that", "to", "for", "of", "it", "him", "her", "them"];
    let reports = |word: &str| {
        let lower = word.to_lowercase();
        reporting.iter().any(|known| known.strip_suffix('*').map_or(**known == *lower, |stem| lower.starts_with(stem)))
    };
    for word in before {
        if reports(word) {
            return true;
        }
        if !BETWEEN.contains(&word) {
            return false;
        }
    }
    false
}

/// The words of the sentence before a quotation, the nearest first.
fn words_before<'t>(text: &'t Analysis<'_>, core: &Core) -> impl Iterator<Item = &'t str> {
    const NEAR: usize = 6;
    let near = text.tokens().get(core.first.saturating_sub(NEAR)..core.first).unwrap_or_default();
    let passage = text.sentence_at(core.open).map_or(0, |sentence| sentence.span.start());
    near.iter().rev().take_while(move |token| token.span.start() >= passage).map(|token| text.word(token))
}

/// What stands between quotation marks, paired from the left of each passage, whatever their kind.
fn cores(context: &Context<'_>) -> Vec<Core> {
    let text = &context.document.target;
    let mut found = Vec::new();
    for (passage, marks) in context.memo.marks.passages(text) {
        let start = passage.span.start();
        let mut open: Option<usize> = None;
        for mark in marks {
            let end = start + mark.at + mark.sign.len_utf8();
            match open.take() {
                None if mark.sign != '”' => open = Some(end),
                None => {}
                Some(from) => {
                    let after = Span::new(end, passage.span.end());
                    let first = text.token_from(mark.passage, from);
                    found.extend(first.and_then(|first| core(text, Span::new(from, start + mark.at), first, after)));
                }
            }
        }
    }
    found
}

fn core(text: &Analysis<'_>, inner: Span, first: usize, after: Span) -> Option<Core> {
    let span = inner.trimmed(text.text());
    let body = text.slice(span).trim_end_matches(['.', ',']);
    let span = Span::new(span.start(), span.start() + body.len());
    (!body.is_empty() && !body.ends_with(['!', '?', ':', ';'])).then_some(Core {
        span,
        open: inner.start(),
        first,
        after,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::coinage::COINAGE;
    use crate::check::trial::found;

    const GATE: &str = "On the 3rd local time, on the 5th. ";

    fn find(params: &str, text: &str) -> Vec<String> {
        found(&COINAGE, "zh-en", params, &format!("{GATE}{text}"))
    }

    #[test]
    fn titles_with_reasons() {
        let params = "find = \"title\"\nnouns = \"lists/work-nouns.txt\"\nfrom = 2\nto = 3";
        assert_eq!(
            find(params, "The film \"Big Man of the Port\" tells of it. He saw \"Late Rain.\""),
            Vec::<String>::new()
        );
        assert_eq!(find(params, "The film \"Big Sea Port\" tells of it. He saw \"Late Rain.\""), ["Big Sea Port"]);
        assert!(found(&COINAGE, "zh-en", params, "The film \"Big Sea Port\" tells of it.").is_empty());
    }

    #[test]
    fn phrases_that_nobody_said() {
        let params =
            "find = \"phrase\"\nreporting = \"lists/reporting-words.txt\"\nspeech = \"lists/speech-words.txt\"";
        assert_eq!(
            find(params, "They did \"sending cool\" work and called it the \"good deed\" of \"our day\"."),
            ["sending cool"]
        );
        assert!(find(params, "They saw the \"green house\" and the green house.").is_empty());
    }

    #[test]
    fn single_names() {
        assert_eq!(find("find = \"name\"", "The ship \"Dreamer\" met \"X\" and \"rain\"."), ["Dreamer"]);
    }
}
