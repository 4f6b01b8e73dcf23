//! `script`: what is left of the source text: its characters, its punctuation, whole passages.

mod left_over;
mod passage;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::language::is_chinese;

/// The kind.
pub(super) static SCRIPT: Script = Script;

/// See [`SCRIPT`].
#[derive(Debug)]
pub(super) struct Script;

/// Parameters of a `script` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// Chinese, Japanese or Korean characters, unless they stand in brackets.
    Characters {},
    /// Punctuation of Chinese texts, and letters and digits of full width.
    Marks {},
    /// Passages in another language than the document's.
    Language {
        /// The language of the documents, as an ISO 639-1 code.
        language: String,
        /// The fewest words by which a language is told.
        words: usize,
    },
}

impl Kind for Script {
    fn name(&self) -> &'static str {
        "script"
    }

    fn summary(&self) -> &'static str {
        "characters, punctuation and passages left over from the source"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["language"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        Ok(match params.read()? {
            Config::Characters {} => Compiled::check(left_over::Characters { rule }),
            Config::Marks {} => Compiled::check(left_over::Marks { rule }),
            Config::Language { language, words } => Compiled::check(passage::Foreign { rule, language, words }),
        })
    }
}

/// Whether what is Chinese in a document was left over: it has its source elsewhere, or two passages of
/// another language for each Chinese one; otherwise it may give its source line by line.
fn is_translated(context: &Context<'_>) -> bool {
    let text = &context.document.target;
    let passages = text.passages().filter(|(_, tokens)| !tokens.is_empty());
    let (chinese, all) = passages.fold((0, 0), |(chinese, all), (passage, _)| {
        (chinese + usize::from(is_chinese(text.slice(passage.span))), all + 1)
    });
    context.document.source.is_some() || chinese * 3 <= all
}
