//! Floor 2: what every check wants to know about a text, found once: words, sentences, names,
//! quotations, numbers, languages.

mod date;
mod detect;
mod distinct;
mod familiar;
mod filter;
mod inflect;
mod name;
mod number;
pub mod quantity;
mod quote;
mod sentence;
mod starts;
mod stem;
mod token;
mod tokenize;

use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::document::{Document, Passage, Segment, Text};
use crate::text::Span;
use starts::Starts;

pub use date::{DateMention, MONTHS, year_at};
pub use detect::{Language, detect};
pub use distinct::Distinct;
pub use familiar::{ByWord, Familiar};
pub use filter::Filter;
pub use inflect::{bases, capitalised, is_function_word, without_possessive};
pub use name::Name;
pub use number::{is_number_word, ordinal_word};
pub use quote::{Quotation, close_of, is_quote};
pub use sentence::Sentence;
pub use stem::{Stemmer, stem};
pub use token::{Case, Gap, Kind, Token};
pub use tokenize::{is_chinese, is_cjk, is_inside_word, words};

/// A document with its annotations. Whatever is not made by [`Annotated::new`] is made at first use.
#[derive(Debug)]
pub struct Annotated<'d> {
    /// The document.
    pub document: &'d Document,
    /// The translation.
    pub target: Analysis<'d>,
    /// The source, where it is at hand.
    pub source: Option<Analysis<'d>>,
}

impl<'d> Annotated<'d> {
    /// Annotates a document.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        let source = document.bitext.as_ref().map(|bitext| Analysis::new(&bitext.text));
        Self { document, target: Analysis::new(&document.target), source }
    }

    /// The segment that holds the byte of the target at `position`.
    #[must_use]
    pub fn segment_at(&self, position: usize) -> Option<&'d Segment> {
        let segments = self.segments();
        let after = segments.partition_point(|segment| segment.target.start() <= position);
        segments.get(after.checked_sub(1)?).filter(|segment| position < segment.target.end())
    }

    /// The pairs of source and target, in order; none without a source.
    #[must_use]
    pub fn segments(&self) -> &'d [Segment] {
        self.document.bitext.as_ref().map_or(&[], |bitext| &bitext.segments)
    }
}

/// The annotations of one side of a document.
#[derive(Debug)]
pub struct Analysis<'d> {
    side: &'d Text,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The tokens of each passage.
    passages: Vec<Range<u32>>,
    token_starts: OnceLock<Starts>,
    sentence_starts: OnceLock<Starts>,
    lower: OnceLock<String>,
    distinct: OnceLock<Distinct>,
    familiar: OnceLock<Vec<Option<Familiar>>>,
    names: OnceLock<Vec<Name>>,
    quotations: OnceLock<Vec<Quotation>>,
    dates: OnceLock<Vec<DateMention>>,
    language: OnceLock<Option<Language>>,
}

impl<'d> Analysis<'d> {
    /// Tokenizes a side and cuts it into sentences; the rest follows at first use.
    #[must_use]
    pub fn new(side: &'d Text) -> Self {
        let mut tokens = Vec::with_capacity(side.text().len() / tokenize::USUAL);
        let (mut sentences, mut passages) = (Vec::new(), Vec::with_capacity(side.passages().len()));
        for passage in side.passages() {
            let first = tokens.len();
            tokenize::tokenize(side.text(), passage.span, &mut tokens);
            sentence::split(side.text(), passages.len(), passage.span, first, &tokens, &mut sentences);
            passages.push(token::index(first)..token::index(tokens.len()));
        }
        Self {
            side,
            tokens,
            sentences,
            passages,
            token_starts: OnceLock::new(),
            sentence_starts: OnceLock::new(),
            lower: OnceLock::new(),
            distinct: OnceLock::new(),
            familiar: OnceLock::new(),
            names: OnceLock::new(),
            quotations: OnceLock::new(),
            dates: OnceLock::new(),
            language: OnceLock::new(),
        }
    }

    /// The text that all spans refer to.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &'d str {
        self.side.text()
    }

    /// The text with ASCII letters in lower case, to which all spans refer as well.
    pub fn lower(&self) -> &str {
        self.lower.get_or_init(|| self.text().to_ascii_lowercase())
    }

    /// The text under a span.
    #[must_use]
    #[inline]
    pub fn slice(&self, span: Span) -> &'d str {
        span.of(self.side.text())
    }

    /// All tokens: words and numbers, in order.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text of a token.
    #[must_use]
    #[inline]
    pub fn word(&self, token: &Token) -> &'d str {
        token.span.of(self.side.text())
    }

    /// All sentences, in order.
    #[must_use]
    #[inline]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of a sentence.
    #[must_use]
    #[inline]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens()).unwrap_or_default()
    }

    /// The passages with their tokens.
    pub fn passages(&self) -> impl Iterator<Item = (&'d Passage, &[Token])> {
        let tokens = |range: &Range<u32>| self.tokens.get(range.start as usize..range.end as usize).unwrap_or_default();
        self.side.passages().iter().zip(self.passages.iter().map(tokens))
    }

    /// The passage of that number with its tokens.
    #[must_use]
    pub fn passage(&self, number: usize) -> Option<(&'d Passage, &[Token])> {
        let range = self.passages.get(number)?;
        let tokens = self.tokens.get(range.start as usize..range.end as usize)?;
        Some((self.side.passages().get(number)?, tokens))
    }

    /// The words of the text, each once.
    pub fn distinct(&self) -> &Distinct {
        self.distinct.get_or_init(|| Distinct::new(self.text(), &self.tokens))
    }

    /// For each of the distinct words, under which number something about it may be kept, if it has such.
    pub fn familiar(&self) -> &[Option<Familiar>] {
        self.familiar.get_or_init(|| familiar::familiar(self.text(), self.distinct().words()))
    }

    /// Capitalised runs with their connecting words, in order.
    pub fn names(&self) -> &[Name] {
        self.names.get_or_init(|| name::names(self))
    }

    /// Stretches between quotation marks, in order of their starts.
    pub fn quotations(&self) -> &[Quotation] {
        self.quotations.get_or_init(|| quote::quotations(self))
    }

    /// Dates with a year, in order.
    pub fn dates(&self) -> &[DateMention] {
        self.dates.get_or_init(|| date::dates(self))
    }

    /// The dates that lie inside a span.
    #[must_use]
    pub fn dates_in(&self, span: Span) -> &[DateMention] {
        let from = self.dates().partition_point(|date| date.span.start() < span.start());
        let to = self.dates().partition_point(|date| date.span.end() <= span.end());
        self.dates().get(from..to).unwrap_or_default()
    }

    /// The date that starts with a token.
    #[must_use]
    pub fn date_at(&self, token: usize) -> Option<&DateMention> {
        let at = self.dates().partition_point(|date| (date.tokens.0 as usize) < token);
        self.dates().get(at).filter(|date| date.tokens.0 as usize == token)
    }

    /// The date that the dateline of the text gives.
    #[must_use]
    pub fn dateline(&self) -> Option<DateMention> {
        date::dateline(self)
    }

    /// The day that the dateline of the text gives.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.dateline()?.date()
    }

    /// Whether a span lies between quotation marks.
    #[must_use]
    pub fn is_quoted(&self, span: Span) -> bool {
        let quotations = self.quotations();
        let after = quotations.partition_point(|quotation| quotation.span.start() <= span.start());
        // Quotations of one level do not overlap; a nested one stands right behind its outer one.
        let around = quotations.get(after.saturating_sub(4)..after).unwrap_or_default();
        around.iter().any(|quotation| quotation.span.contains(span))
    }

    /// The number of words, the unit in which the length of a text is counted.
    #[must_use]
    pub fn words(&self) -> usize {
        count(&self.tokens)
    }

    /// The number of words in a span.
    #[must_use]
    pub fn words_in(&self, span: Span) -> usize {
        count(self.tokens_in(span))
    }

    /// The language of the text, if it can be told.
    pub fn language(&self) -> Option<Language> {
        *self.language.get_or_init(|| detect(self.side.text()))
    }
}

/// The number of words: those joined by a hyphen count as one, as in word processors.
fn count(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.gap != Gap::Hyphen && token.gap != Gap::None).count()
}
