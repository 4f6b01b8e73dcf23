//! `furniture`: what remains of the web page around an article: breadcrumbs, picture names, editors'
//! and copyright lines, menus. Neighbouring lines make one hit.

mod byline;
mod line;
mod patterns;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};
use crate::document::Passage;
use crate::language::Analysis;
use crate::text::Span;
use line::Line;
use patterns::LinePatterns;

/// The kind.
pub(super) static FURNITURE: Furniture = Furniture;

/// See [`FURNITURE`].
#[derive(Debug)]
pub(super) struct Furniture;

/// Parameters of a `furniture` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// Lines of the web page.
    Lines {
        /// A table of regular expressions, one a line, which match such lines whatever their case.
        lines: String,
        /// Whether each line makes a hit of its own.
        #[serde(default)]
        each: bool,
    },
    /// A line of Chinese names without a word on who they are, and names run together.
    Names {},
}

#[derive(Debug)]
struct Blocks {
    rule: RuleRef,
    lines: LinePatterns,
    each: bool,
}

impl Kind for Furniture {
    fn name(&self) -> &'static str {
        "furniture"
    }

    fn summary(&self) -> &'static str {
        "what remains of the web page: breadcrumbs, menus, editors' and copyright lines, bare bylines"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["lines"]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        Ok(match params.read()? {
            Config::Lines { lines, each } => {
                let lines = LinePatterns::new(params.lines(&lines)?, params.programs)?;
                Compiled::check(Blocks { rule, lines, each })
            }
            Config::Names {} => Compiled::check(byline::Bylines::new(rule, params)?),
        })
    }
}

impl Check for Blocks {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        let passages: Vec<&Passage> = text.passages().map(|(passage, _)| passage).collect();
        let furniture = self.furniture(text);
        let mut at = 0;
        while at < furniture.len() {
            let length =
                furniture.iter().skip(at).take_while(|is| **is).take(if self.each { 1 } else { usize::MAX }).count();
            let block = passages.get(at..at + length).unwrap_or_default();
            hits.extend(self.hit(block));
            at += length.max(1);
        }
    }
}

impl Blocks {
    fn hit(&self, block: &[&Passage]) -> Option<Hit> {
        let span: Span = block.first()?.span.cover(block.last()?.span);
        Some(Hit::new(self.rule, span).with_value("lines", block.len().to_string()))
    }

    /// Which passages are furniture: what a pattern matches, menus, and whatever follows the article
    /// once furniture has begun there.
    fn furniture(&self, text: &Analysis<'_>) -> Vec<bool> {
        let listed = self.lines.matched(text, line::LONGEST);
        let lines = text.passages().zip(&listed);
        let lines: Vec<Line> =
            lines.map(|((passage, tokens), listed)| line::classify(text, passage, tokens, *listed)).collect();
        let mut furniture: Vec<bool> = lines.iter().map(|line| *line == Line::Furniture).collect();
        let article_end = lines.iter().rposition(|line| *line == Line::Text).map_or(0, |last| last + 1);
        let mut open = false;
        for (is, line) in furniture.iter_mut().zip(&lines).skip(article_end) {
            open |= *is;
            *is |= open && *line == Line::Short;
        }
        let mut at = 0;
        for run in lines.chunk_by(|a, b| a == b) {
            let menu = run.len() >= line::MENU && run.first() == Some(&Line::Short) && at > 0;
            furniture.iter_mut().skip(at).take(run.len()).for_each(|is| *is |= menu);
            at += run.len();
        }
        furniture
    }
}

#[cfg(test)]
mod tests {
    use super::FURNITURE;
    use crate::check::trial::found;

    fn find(text: &str) -> Vec<String> {
        found(&FURNITURE, "en", "find = \"lines\"\nlines = \"lists/furniture.txt\"", text)
    }

    #[test]
    fn one_hit_a_block() {
        let text = "Home >> News\nThe bridge is open\nThe old bridge opened on Monday, the mayor said.\nEditor: Li\nOur app\nAll rights reserved";
        assert_eq!(find(text), ["Home >> News", "Editor: Li\nOur app\nAll rights reserved"]);
    }

    #[test]
    fn menus_in_mid_text() {
        let text = "The old bridge opened, he said.\nNews\nSports\nWeather\nIt will stay open all night, he said.";
        assert_eq!(find(text), ["News\nSports\nWeather"]);
    }

    #[test]
    fn headlines_and_prose_pass() {
        assert!(
            find("The bridge is open\nA tale of two towns\nThe editor of the paper, who scans codes, said: no.")
                .is_empty()
        );
        assert!(find("The bridge is open.\nA new song\nIt is 3 > 2 here.").is_empty());
    }
}
