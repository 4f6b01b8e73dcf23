//! Scanning a document: candidate matches, guards, and the longest match wins.

use super::adapt::adapt;
use super::build::{Filed, Lexicon, Meaning, NONE};
use super::compile::Compiled;
use super::matcher::{Text, Words};
use super::vocabulary::number;
use super::{Cue, Entry};
use crate::check::hit::Hit;
use crate::language::{Analysis, Case, Gap, Kind, Token, is_function_word, without_possessive};
use crate::text::{Fix, Span};
use jiff::civil::Date;

/// What the lexicon found in a document.
#[derive(Debug, Default)]
pub struct Scan {
    /// Wrong forms, in the order of the text.
    pub hits: Vec<Hit>,
    /// Right forms of terms, in the order of the text.
    pub right: Vec<RightForm>,
    /// The places inside which nothing is wrong, in the order of the text: right forms and patterns.
    shadows: Vec<Span>,
    /// Forms whose uses are counted, by number and place.
    forms: Vec<Occurrence>,
    /// Which cues occur.
    cues: Vec<bool>,
}

impl Scan {
    /// Whether a right form stands in a span.
    #[must_use]
    pub fn has_right(&self, span: Span) -> bool {
        let after = self.shadows.partition_point(|shadow| shadow.end() <= span.start());
        self.shadows.get(after).is_some_and(|shadow| shadow.overlaps(span))
    }

    /// The occurrences of a form, in the order of the text.
    #[must_use]
    pub fn forms(&self, form: u32) -> &[Occurrence] {
        let from = self.forms.partition_point(|occurrence| occurrence.form < form);
        let to = self.forms.partition_point(|occurrence| occurrence.form <= form);
        self.forms.get(from..to).unwrap_or_default()
    }

    /// Whether the cue of that number occurs.
    #[must_use]
    pub fn has_cue(&self, cue: u32) -> bool {
        self.cues.get(cue as usize).copied().unwrap_or(false)
    }
}

/// A right form of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RightForm {
    /// The number of the term: what [`Builder::term`](super::Builder::term) gave for it.
    pub term: u32,
    /// The number of the form among those of the term.
    pub form: u32,
    /// Where it stands.
    pub span: Span,
}

/// A form whose uses are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The number of the form.
    pub form: u32,
    /// Where it stands.
    pub span: Span,
}

struct Candidate {
    span: Span,
    meaning: Meaning,
    tokens: (usize, usize),
    /// Whether the form ends in a word that the pattern has in the singular.
    singular: bool,
}

impl Lexicon {
    /// Whether a scan found one of the cues.
    #[must_use]
    pub fn has_any(&self, scan: &Scan, cues: &[Cue]) -> bool {
        cues.iter().filter_map(|cue| self.cue_number(cue)).any(|cue| scan.has_cue(cue))
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Finds all forms in a text of a day.
    #[must_use]
    pub fn scan(&self, analysis: &Analysis<'_>, day: Option<Date>) -> Scan {
        let mut scan = Scan { cues: vec![false; self.cues.len()], ..Scan::default() };
        let mut candidates = self.candidates(analysis, &mut scan.cues);
        self.spelt(analysis, &mut candidates);
        self.apart(analysis, &mut candidates);
        candidates.extend(self.unspaced.find(analysis.text()).map(|(span, meaning)| unspaced(analysis, span, meaning)));
        candidates.retain(|candidate| mark(&mut scan.cues, candidate.meaning));
        candidates
            .retain(|candidate| self.admits(&scan, candidate.meaning, day) && !note_form(&mut scan.forms, candidate));
        scan.forms.sort_unstable();
        scan.forms.dedup();
        for candidate in longest(candidates) {
            match candidate.meaning {
                Meaning::Right(term, form) => {
                    scan.shadows.push(candidate.span);
                    if term != NONE {
                        scan.right.push(RightForm { span: candidate.span, term, form });
                    }
                }
                Meaning::Wrong(entry, fix) => scan.hits.extend(self.hit(analysis, &candidate, entry, fix)),
                Meaning::Cue(_) | Meaning::Form(_) => {}
            }
        }
        scan
    }

    fn candidates(&self, analysis: &Analysis<'_>, cues: &mut [bool]) -> Vec<Candidate> {
        let (mut found, mut words, mut first) = (Vec::new(), Words::default(), 0);
        for tokens in windows(analysis) {
            words.read(&self.vocabulary, analysis.text(), tokens);
            let text = Text { body: analysis.text(), tokens, numbers: &words };
            for at in 0..tokens.len() {
                for filed in self.filed_at(&words, at) {
                    if known_cue(cues, filed.meaning) {
                        continue;
                    }
                    let candidate = candidate(&text, filed, filed.compiled(&self.vocabulary), at, first);
                    found.extend(candidate.filter(|candidate| mark(cues, candidate.meaning)));
                }
            }
            first += tokens.len();
        }
        found
    }

    /// The patterns that are filed under a token, or under it and the one before it.
    fn filed_at<'a>(&'a self, words: &'a Words, at: usize) -> impl Iterator<Item = &'a Filed> {
        let before = at.checked_sub(1).map(|before| words.of(before)).unwrap_or_default();
        words.of(at).iter().flat_map(move |word| {
            let pairs = before.iter().flat_map(move |before| self.filed_under(Some(*before), *word));
            self.filed_under(None, *word).chain(pairs)
        })
    }

    /// Appends the names that are spelt by their letters: runs of capitalised words.
    fn spelt(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const MOST: usize = 4;
        let tokens = if self.spellings.is_empty() { &[] } else { analysis.tokens() };
        let mut letters = String::new();
        for (first, from) in tokens.iter().enumerate().filter(|(_, token)| starts_name(token)) {
            letters.clear();
            for (offset, token) in tokens.get(first..).unwrap_or_default().iter().take(MOST).enumerate() {
                let joined = matches!((offset, token.gap), (0, _) | (_, Gap::Space | Gap::Hyphen));
                if !joined || (token.gap != Gap::Hyphen && !starts_name(token)) {
                    break;
                }
                let span = owner(analysis.text(), token.span);
                letters.extend(analysis.slice(span).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
                if let Some(meaning) = self.spellings.get(&number(&letters)) {
                    let (span, tokens) = (from.span.cover(span), (first, first + offset + 1));
                    found.push(Candidate { span, meaning: *meaning, tokens, singular: false });
                }
            }
        }
    }

    /// Appends the compounds whose parts are written apart.
    fn apart(&self, analysis: &Analysis<'_>, found: &mut Vec<Candidate>) {
        const SHORTEST: usize = 3;
        let tokens = if self.compounds.is_empty() { &[] } else { analysis.tokens() };
        let mut letters = String::new();
        for (first, pair) in tokens.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let words = [one, other].iter().all(|token| token.kind == Kind::Word && token.span.len() >= SHORTEST);
            if words && matches!(other.gap, Gap::Space | Gap::Hyphen) {
                letters.clear();
                letters.push_str(analysis.word(one));
                letters.push_str(analysis.word(other));
                if let Some(meaning) = self.compounds.get(&number(&letters)) {
                    let (span, tokens) = (one.span.cover(other.span), (first, first + 2));
                    found.push(Candidate { span, meaning: *meaning, tokens, singular: true });
                }
            }
        }
    }

    /// Whether the document is one in which the entry's wrong forms count.
    fn admits(&self, scan: &Scan, meaning: Meaning, day: Option<Date>) -> bool {
        let Meaning::Wrong(entry, _) = meaning else { return true };
        let Some(entry) = self.entry(entry) else { return false };
        entry.is_valid_on(day)
            && (entry.when.is_empty() || self.has_any(scan, &entry.when))
            && !self.has_any(scan, &entry.unless)
    }

    fn hit(&self, analysis: &Analysis<'_>, candidate: &Candidate, entry: u32, fix: u32) -> Option<Hit> {
        let entry = self.entry(entry)?;
        let shown = self.fixes.get(fix as usize)?.as_deref().is_none_or(|fix| shows(analysis, candidate, fix));
        if entry.spelling && !shown {
            return None;
        }
        let mut hit = Hit::new(entry.rule, candidate.span);
        hit.about = entry.about.clone();
        hit.fix = self.fixes.get(fix as usize)?.as_deref().map(|fix| {
            let replacement = adapt(analysis, candidate.span, candidate.tokens, candidate.singular, fix);
            Fix::replace(candidate.span, replacement, entry.safe)
        });
        Some(hit)
    }
}

/// The tokens in pieces of whole passages, so that the numbers of a large text need not be held at once.
fn windows<'a>(analysis: &'a Analysis<'_>) -> impl Iterator<Item = &'a [Token]> {
    const LENGTH: usize = 1 << 16;
    let mut rest = analysis.tokens();
    std::iter::from_fn(move || {
        let starts = |token: &&Token| token.gap == Gap::Start;
        let cut = rest.iter().skip(LENGTH).position(|token| starts(&token)).map_or(rest.len(), |at| at + LENGTH);
        let (window, after) = rest.split_at_checked(cut)?;
        rest = after;
        (!window.is_empty()).then_some(window)
    })
}

/// The match of a pattern at a token of the window that starts at token `first` of the text.
fn candidate(
    text: &Text<'_>,
    filed: &Filed,
    compiled: Option<&Compiled>,
    at: usize,
    first: usize,
) -> Option<Candidate> {
    let compiled = compiled?;
    let (start, end) = text.matches(compiled, at)?;
    let (from, to) = (text.tokens.get(start)?, text.tokens.get(end.checked_sub(1)?)?);
    let first_word = Span::new(from.span.start() + skipped, from.span.end());
    let span = surrounded(text.body, Span::new(first_word.start(), owner(text.body, to.span).end()), &compiled.around)?;
    let tokens = (first + start, first + end);
    Some(Candidate { span, meaning: filed.meaning, tokens, singular: compiled.singular })
}

/// The span with what must stand around it.
fn surrounded(text: &str, span: Span, (before, behind): &(Box<str>, Box<str>)) -> Option<Span> {
    let start = text.get(..span.start())?.strip_suffix(&**before)?.len();
    let rest = text.get(span.end()..)?;
    let end = text.len() - rest.strip_prefix(&**behind)?.len();
    Some(Span::new(start, end))
}

/// A form in a script without spaces.
fn unspaced(analysis: &Analysis<'_>, span: Span, meaning: Meaning) -> Candidate {
    let first = analysis.tokens().partition_point(|token| token.span.end() <= span.start());
    let end = analysis.tokens().partition_point(|token| token.span.start() < span.end());
    Candidate { span, meaning, tokens: (first, end), singular: false }
}

/// Whether the place shows that a form is spelt otherwise. Where it differs in capitals only, a line
/// in capitals does not, nor does one in title case, where every word but function words has one.
fn shows(analysis: &Analysis<'_>, candidate: &Candidate, form: &str) -> bool {
    let (first, end) = candidate.tokens;
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    if !letters(analysis.slice(candidate.span)).starts_with(&letters(form)) {
        return true;
    }
    let own = analysis.tokens().get(first..end).unwrap_or_default();
    if own.iter().all(|token| token.case == Case::Upper) {
        return false;
    }
    let Some(sentence) = analysis.sentence_at(candidate.span.start()) else { return true };
    let mut others = analysis.tokens_of(sentence).iter().filter(|token| !candidate.span.contains(token.span));
    others.any(|token| token.case == Case::Lower && !is_function_word(analysis.word(token)))
        || analysis.tokens_of(sentence).len() == own.len()
}

/// Whether a token can be the first word of a name.
fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Title
}

fn known_cue(cues: &[bool], meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Cue(cue) if cues.get(cue as usize).copied().unwrap_or(false))
}

/// Notes a cue; whether the match is anything else.
fn mark(cues: &mut [bool], meaning: Meaning) -> bool {
    let Meaning::Cue(cue) = meaning else { return true };
    if let Some(cue) = cues.get_mut(cue as usize) {
        *cue = true;
    }
    false
}

/// Notes a form, which competes with nothing; whether it is one.
fn note_form(forms: &mut Vec<Occurrence>, candidate: &Candidate) -> bool {
    let Meaning::Form(form) = candidate.meaning else { return false };
    forms.push(Occurrence { form, span: candidate.span });
    true
}

/// The span of a word without a possessive `'s`.
fn owner(text: &str, span: Span) -> Span {
    Span::new(span.start(), span.start() + without_possessive(span.of(text)).len())
}

/// Of matches that overlap, the longest stays; of equally long ones a right form, then the first entry.
fn longest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.span.len()), c.meaning, c.span.start()));
    let mut taken = std::collections::BTreeMap::<usize, usize>::new();
    candidates.retain(|candidate| {
        let before = taken.range(..candidate.span.end()).next_back();
        let free = before.is_none_or(|(_, end)| *end <= candidate.span.start());
        if free {
            taken.insert(candidate.span.start(), candidate.span.end());
        }
        free
    });
    candidates.sort_by_key(|candidate| candidate.span);
    candidates
}
