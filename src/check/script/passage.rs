//! Passages in another language.

use std::cell::LazyCell;

use super::{Check, Context, Hit, RuleRef, is_translated};
use crate::language::{Analysis, Case, Kind, Token, detect, is_chinese, is_function_word};
use crate::text::Span;

/// Finds passages that are not in the documents' language.
#[derive(Debug)]
pub(super) struct Foreign {
    pub(super) rule: RuleRef,
    pub(super) language: String,
    /// The fewest words by which a language is told.
    pub(super) words: usize,
}

/// The length of a passage in Chinese characters that counts as a word, in bytes.
const CJK_WORD: usize = 6;

impl Foreign {
    /// Whether it is worth the time to ask which language a passage is in.
    fn is_odd(&self, text: &Analysis<'_>, tokens: &[Token]) -> bool {
        // Mostly enough function words are among the first words.
        let enough = tokens.len().div_ceil(10);
        let function = |token: &&Token| token.case == Case::Lower && is_function_word(text.word(token));
        if tokens.iter().filter(function).take(enough).count() == enough {
            return false;
        }
        let length = |token: &Token| if token.kind == Kind::Cjk { token.span.len() / CJK_WORD } else { 1 };
        let lower = tokens.iter().filter(|token| token.case == Case::Lower || token.kind == Kind::Cjk).count();
        lower * 2 > tokens.len() && tokens.iter().map(length).sum::<usize>() >= self.words
    }
}

impl Check for Foreign {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let translated = LazyCell::new(|| is_translated(context));
        for (passage, tokens) in text.passages().filter(|(_, tokens)| self.is_odd(text, tokens)) {
            if is_chinese(text.slice(passage.span)) && *translated {
                continue; // Characters that were left over are a fault of their own.
            }
            let language =
                detect(text.slice(passage.span)).filter(|found| found.reliable && found.code != self.language);
            let (Some(language), Some(first)) = (language, tokens.first()) else { continue };
            let last = tokens.get(7).or(tokens.last()).unwrap_or(first);
            let span = if first.kind == Kind::Cjk { first.span } else { first.span.cover(last.span) };
            hits.push(Hit::new(self.rule, Span::new(span.start(), span.end())).with_value("language", language.name));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::script::SCRIPT;
    use crate::check::trial::found;

    #[test]
    fn passages_in_another_language() {
        let find = |text| found(&SCRIPT, "en", "find = \"language\"\nlanguage = \"en\"\nwords = 12", text);
        let french = "Le port de la ville reste ouvert pendant tout l'hiver pour les navires qui apportent du charbon et du blé.";
        assert_eq!(find(french), ["Le port de la ville reste ouvert pendant"]);
        assert!(find("The port of the town stays open all winter for the ships that bring coal and wheat.").is_empty());
        assert_eq!(find("这座城市的港口整个冬天都为运来煤炭和小麦的船只开放，直到明年春天道路重新开通为止。").len(), 1);
    }
}
