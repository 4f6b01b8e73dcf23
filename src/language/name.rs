//! Names: runs of capitalised words with their connecting words.

use std::ops::Range;

use super::token::{Case, Gap, Kind, Token};
use super::{Analysis, Sentence};
use crate::text::Span;

/// A capitalised run: `Standing Committee of the National People's Congress`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The indexes of its tokens.
    pub tokens: Range<usize>,
    /// Whether its first word opens a sentence, where the capital says nothing.
    pub initial: bool,
}

/// Words that may stand inside a name between two capitalised ones, and the length of the longest.
const CONNECTING: [&str; 9] = ["of", "the", "for", "and", "de", "al", "bin", "von", "on"];
const LONGEST: usize = 3;

/// The names of a text. Lines in title case or capitals, where every word has a capital, yield none.
pub(super) fn names(analysis: &Analysis<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in analysis.sentences() {
        if !is_title_case(analysis, sentence) {
            runs(analysis, sentence, &mut names);
        }
    }
    names
}

fn runs(analysis: &Analysis<'_>, sentence: &Sentence, names: &mut Vec<Name>) {
    let tokens = analysis.tokens_of(sentence);
    let first = sentence.tokens().start;
    let mut at = 0;
    while let Some(next) = tokens.get(at..).and_then(|rest| rest.iter().position(is_capitalised)) {
        at += next;
        let length = run(analysis, tokens.get(at..).unwrap_or_default());
        if let (Some(from), Some(to)) = (tokens.get(at), tokens.get((at + length).wrapping_sub(1))) {
            let span = from.span.cover(to.span);
            names.push(Name { span, tokens: first + at..first + at + length, initial: at == 0 });
        }
        at += length.max(1);
    }
}

/// The number of tokens of the run at the start of `tokens`.
fn run(analysis: &Analysis<'_>, tokens: &[Token]) -> usize {
    let mut length = 0;
    for (at, token) in tokens.iter().enumerate() {
        let joined = at == 0 || matches!(token.gap, Gap::Space | Gap::Hyphen);
        if !joined {
            break;
        }
        if is_capitalised(token) {
            length = at + 1;
        } else if length == 0 || at > length + 1 || !connects(analysis, token) {
            break;
        }
    }
    length
}

fn connects(analysis: &Analysis<'_>, token: &Token) -> bool {
    token.span.len() <= LONGEST && CONNECTING.contains(&analysis.word(token))
}

fn is_capitalised(token: &Token) -> bool {
    token.kind == Kind::Word && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
}

/// The number of tokens by which a headline is judged; more than a headline has.
const HEADLINE: usize = 200;

/// Whether most of the longer words of a sentence have a capital, as in a headline.
pub(super) fn is_title_case(analysis: &Analysis<'_>, sentence: &Sentence) -> bool {
    let start = analysis.tokens_of(sentence).iter().take(HEADLINE);
    let long = start.filter(|token| token.kind == Kind::Word && token.span.len() > 3);
    let (mut capital, mut all) = (0, 0);
    for token in long {
        all += 1;
        capital += usize::from(token.case.is_capital());
    }
    all >= 3 && capital * 10 >= all * 8
}

impl Analysis<'_> {
    /// Whether a sentence is set in title case or capitals.
    #[must_use]
    pub fn is_title_case(&self, sentence: &Sentence) -> bool {
        is_title_case(self, sentence)
    }
}
