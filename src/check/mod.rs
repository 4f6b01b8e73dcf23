//! Floor 4, a shelf: checks. A check is an algorithm: it yields [`Hit`]s and knows no message and no
//! severity; a rule gives it parameters and says what its hits mean.
//!
//! To add a check: one file with a `pub static`, its `mod` line and its line in [`KINDS`] below.

mod body;
mod boundary;
mod clause;
mod coinage;
mod consistency;
mod country;
mod coverage;
pub mod dictionary;
mod furniture;
mod gaps;
mod hit;
mod kept;
pub mod lexicon;
mod longest;
mod marks;
mod name;
mod number;
mod params;
mod pattern;
mod phrase;
mod presence;
mod pronoun;
mod provenance;
mod quotation;
mod rendering;
mod repetition;
mod retranslation;
mod script;
mod sentence;
mod sharing;
mod suppression;
mod term;
mod transliteration;
#[cfg(test)]
mod trial;
mod usage;
mod words;
mod works;

use jiff::civil::Date;

use crate::language::Annotated;
use crate::text::Span;
use body::Mentions;
use coinage::Cores;
use coverage::Coverings;
use gaps::KnownGaps;
use lexicon::Builder;
use marks::KnownMarks;
use number::Numbers;
use transliteration::Survey;

pub use coverage::{Lexis, Measure};
pub use hit::{About, Hit, Related, RuleRef};
pub use params::{CheckError, HOUSE, Params, Shared};
pub use pattern::{PatternRule, Patterns};
pub use provenance::{Gate, Mandarin, Verdict};
pub use sharing::Sharing;
pub use transliteration::Knowledge;

/// A kind of check, under the name by which rules ask for it.
pub trait Kind: Sync {
    /// The name in rule files.
    fn name(&self) -> &'static str;

    /// What it finds, in one line.
    fn summary(&self) -> &'static str;

    /// The placeholders that its hits fill in messages, besides `{match}` and `{fix}`.
    fn placeholders(&self) -> &'static [&'static str];

    /// Validates the parameters of a rule and prepares the check. What it looks for by phrases goes
    /// into the lexicon that all rules share.
    fn compile(&self, rule: RuleRef, params: &Params<'_>, lexicon: &mut Builder) -> Result<Compiled, CheckError>;
}

/// What a rule becomes, besides entries of the lexicon.
pub enum Compiled {
    /// Entries of the lexicon only.
    Entries,
    /// A check that runs by itself.
    Check(Box<dyn Check>),
    /// A check that compares the translation with its source, and so runs only where there is one.
    Comparison(Box<dyn Check>),
    /// A regular expression for the set that all pattern rules share.
    Pattern(Box<PatternRule>),
}

impl Compiled {
    /// A check that runs by itself.
    #[must_use]
    pub fn check(check: impl Check + 'static) -> Self {
        Self::Check(Box::new(check))
    }

    /// A check that compares the translation with its source.
    #[must_use]
    pub fn comparison(check: impl Check + 'static) -> Self {
        Self::Comparison(Box::new(check))
    }
}

/// A check that is ready to run. It is pure: the same text yields the same hits.
pub trait Check: Send + Sync {
    /// Appends the hits in a document.
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>);
}

/// What a check may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The document with its annotations.
    pub document: &'a Annotated<'a>,
    /// What the lexicon found in it: terms, and cues for what the document is about.
    pub lexicon: &'a lexicon::Scan,
    /// The day of the document, or else that of the run; nothing where validity does not matter.
    pub day: Option<Date>,
    /// What rules about glossary entries report already in a document with a source, by place.
    pub reported: &'a [(Span, About)],
    /// How words of the source may be rendered, where the packs have a dictionary.
    pub lexis: Option<&'a Lexis>,
    /// What several checks need.
    pub memo: Memo,
}

/// What several checks need to know of a document, found once the first of them has asked.
#[derive(Debug, Default)]
pub struct Memo {
    /// Whether it was translated from Chinese; see [`Gate`].
    provenance: Verdict,
    /// The institutions that it names.
    bodies: Mentions,
    /// What of the source is answered in the translation.
    coverings: Coverings,
    /// What it has between its words.
    gaps: KnownGaps,
    /// Its double quotation marks.
    marks: KnownMarks,
    /// What it has between them.
    quoted: Cores,
    /// Where its names differ from those of the source.
    names: Survey,
    /// Where its numbers differ from those of the source.
    numbers: Numbers,
}

impl Memo {
    /// For a document that has its Chinese source, or has not.
    #[must_use]
    pub fn of(sourced: bool) -> Self {
        Self { provenance: Verdict::of(sourced), ..Self::default() }
    }
}

/// All kinds of check.
pub static KINDS: [&dyn Kind; 23] = [
    &body::BODY,
    &boundary::BOUNDARY,
    &coinage::COINAGE,
    &consistency::CONSISTENCY,
    &country::COUNTRY,
    &coverage::COVERAGE,
    &furniture::FURNITURE,
    &name::NAME,
    &number::NUMBER,
    &pattern::PATTERN,
    &phrase::PHRASE,
    &presence::PRESENCE,
    &pronoun::PRONOUN,
    &quotation::QUOTATION,
    &rendering::RENDERING,
    &repetition::REPETITION,
    &retranslation::RETRANSLATION,
    &script::SCRIPT,
    &sentence::SENTENCE,
    &suppression::SUPPRESSION,
    &term::TERM,
    &transliteration::TRANSLITERATION,
    &usage::USAGE,
];

/// The kind of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Kind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}

#[cfg(test)]
mod tests {
    use super::KINDS;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique() {
        assert_eq!(KINDS.iter().map(|kind| kind.name()).collect::<HashSet<_>>().len(), KINDS.len());
    }
}
