//! Chinese names that stand without “By” or “and”: bylines as Chinese papers print them.

use std::sync::Arc;

use super::{Check, CheckError, Context, Hit, Params, RuleRef};
use crate::check::Mandarin;
use crate::language::{Analysis, Filter, Gap, Token};
use crate::text::Span;

/// Finds lines that are nothing but names, and names that run together.
#[derive(Debug)]
pub(super) struct Bylines {
    rule: RuleRef,
    mandarin: Arc<Mandarin>,
    authors: Filter,
}

impl Bylines {
    pub(super) fn new(rule: RuleRef, params: &Params<'_>) -> Result<Self, CheckError> {
        Ok(Self { rule, mandarin: params.mandarin()?, authors: Filter::new(AUTHORS) })
    }

    /// The names at the start of `tokens`, one behind the other; `first` is the number of the first token.
    fn names(&self, text: &Analysis<'_>, first: usize, tokens: &[Token]) -> Vec<Span> {
        let mut names: Vec<Span> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let joined = names.is_empty() || matches!(token.gap, Gap::Space | Gap::Comma);
            let name =
                self.mandarin.likely_name(text, first + at).or_else(|| self.mandarin.full_name(text, first + at));
            let Some(name) = name.filter(|_| joined) else { break };
            at += text.tokens_in(name).len().max(2);
            names.push(name);
        }
        names
    }

    fn judge(&self, text: &Analysis<'_>, tokens: &[Token], first: usize, hits: &mut Vec<Hit>) {
        let names = self.names(text, first, tokens);
        let last = tokens.last().map_or(0, |token| token.span.end());
        if names.len() > 1 && names.last().is_some_and(|name| name.end() == last) {
            hits.extend(self.hit(text, &names, "By "));
            return;
        }
        let is_author = |token: &Token| self.authors.admits(token) && AUTHORS.contains(&text.word(token));
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| is_author(token)) {
            let names = self.names(text, first + at + 1, tokens.get(at + 1..).unwrap_or_default());
            let joined = names.windows(2).all(|pair| matches!(pair, [a, b] if a.end() + 1 == b.start()));
            let behind = names.first().is_some_and(|name| name.start() == token.span.end() + 1);
            if names.len() > 1 && joined && behind {
                hits.extend(self.hit(text, &names, ""));
            }
        }
    }

    fn hit(&self, text: &Analysis<'_>, names: &[Span], by: &str) -> Option<Hit> {
        let span = names.first()?.cover(*names.last()?);
        Some(Hit::new(self.rule, span).with_fix(format!("{by}{}", listed(text, names)), false))
    }
}

/// Words before the names of authors.
const AUTHORS: [&str; 8] =
    ["reporter", "reporters", "Reporter", "Reporters", "correspondent", "correspondents", "By", "by"];

/// `A, B and C`.
fn listed(text: &Analysis<'_>, names: &[Span]) -> String {
    let names: Vec<&str> = names.iter().map(|name| text.slice(*name)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

impl Check for Bylines {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let mut first = 0;
        for (_, tokens) in text.passages() {
            self.judge(text, tokens, first, hits);
            first += tokens.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::furniture::FURNITURE;
    use crate::check::trial::{found, hits};

    #[test]
    fn bare_bylines_and_joined_names() {
        let text = "Zheng Wei, Hao Jun, Zhu Xin\nThis reporter Zheng Wei Hao Jun wrote it.\nZheng Wei wrote it.";
        assert_eq!(
            found(&FURNITURE, "zh-en", "find = \"names\"", text),
            ["Zheng Wei, Hao Jun, Zhu Xin", "Zheng Wei Hao Jun"]
        );
        let fix = hits(&FURNITURE, "zh-en", "find = \"names\"", text).remove(0).fix.unwrap();
        assert_eq!(fix.edits.first().unwrap().replacement, "By Zheng Wei, Hao Jun and Zhu Xin");
    }
}
