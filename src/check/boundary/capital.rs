//! Capitalised words inside a sentence that open a clause or a sentence of their own.

use rustc_hash::FxHashSet;

use super::{Check, CheckError, Context, Hit, Params, RuleRef, Words, words};
use crate::language::{Analysis, Case, Filter, Gap, Kind, Token, capitalised};
use crate::text::Span;

/// Finds them behind a comma or semicolon, or right behind a word.
#[derive(Debug)]
pub(super) struct Capital {
    rule: RuleRef,
    lost_stop: bool,
    openers: FxHashSet<Box<str>>,
    clauses: FxHashSet<Box<str>>,
    /// Openers and clauses, with a capital.
    likely: Filter,
    not_after: FxHashSet<Box<str>>,
    not_before: FxHashSet<Box<str>>,
    finite: FxHashSet<Box<str>>,
}

/// Three words in a row, of which the second is judged.
struct Trio<'t> {
    before: &'t Token,
    word: &'t Token,
    after: &'t Token,
}

impl Trio<'_> {
    /// Whether they stand in one sentence that is no headline.
    fn is_in_prose(&self, text: &Analysis<'_>) -> bool {
        let sentence = text.sentence_at(self.word.span.start());
        let whole = self.before.span.cover(self.after.span);
        sentence.is_some_and(|sentence| sentence.span.contains(whole) && !text.is_title_case(sentence))
    }
}

impl Capital {
    pub(super) fn new(rule: RuleRef, params: &Params<'_>, config: &Words, lost_stop: bool) -> Result<Self, CheckError> {
        let (openers, clauses) = (words(params, &config.openers)?, words(params, &config.clauses)?);
        let mut likely = Filter::default();
        openers.iter().chain(&clauses).for_each(|word| likely.add(&capitalised(word)));
        Ok(Self {
            rule,
            lost_stop,
            openers,
            clauses,
            likely,
            not_after: words(params, &config.not_after)?,
            not_before: words(params, &config.not_before)?,
            finite: words(params, &config.finite)?,
        })
    }

    fn judge(&self, text: &Analysis<'_>, trio: &Trio<'_>) -> Option<Hit> {
        let (before, word, after) = (trio.before, trio.word, trio.after);
        let plain = after.case == Case::Lower || after.kind == Kind::Number;
        if !plain || after.gap != Gap::Space || !self.may_open(word.gap) {
            return None;
        }
        let between = Span::new(before.span.end(), word.span.start());
        let fits =
            if self.lost_stop { self.lost(text, trio, text.slice(between)) } else { is_comma(text.slice(between)) };
        if !fits {
            return None;
        }
        let lower = text.word(word).to_lowercase();
        let opener = self.openers.contains(lower.as_str());
        let known = opener || self.clauses.contains(lower.as_str());
        let listed = opener && text.slice(between).contains(';');
        if !known || listed || self.not_before.contains(text.word(after)) {
            return None;
        }
        (!text.is_quoted(word.span)).then(|| self.hit(text, trio, between, &lower, opener))
    }

    /// Whether what stands before a word may be what makes it open a sentence or clause.
    fn may_open(&self, gap: Gap) -> bool {
        match gap {
            Gap::Space | Gap::Quote => self.lost_stop,
            _ => !self.lost_stop,
        }
    }

    /// Whether a sentence can end with the word before.
    fn lost(&self, text: &Analysis<'_>, trio: &Trio<'_>, between: &str) -> bool {
        let before = trio.before;
        let pronoun = matches!(text.word(trio.word), "It" | "We" | "They");
        let named = before.case == Case::Title && pronoun && self.finite.contains(text.word(trio.after));
        let ends = (before.case == Case::Lower || named) && before.kind == Kind::Word;
        let closed = matches!(between, "\" " | "” ");
        (closed || between == " " && ends) && !self.not_after.contains(text.word(before))
    }

    /// A sentence of its own is cut off with a full stop; a clause loses its capital.
    fn hit(&self, text: &Analysis<'_>, trio: &Trio<'_>, between: Span, lower: &str, opener: bool) -> Hit {
        let word = text.word(trio.word);
        let marked = if self.lost_stop { trio.before.span.start() } else { between.start() };
        let span = Span::new(marked, trio.after.span.end());
        let rest = Span::new(trio.word.span.end(), span.end()).of(text.text());
        let head = if self.lost_stop { text.word(trio.before) } else { "" };
        let close = text.slice(between).trim_end().trim_end_matches([',', ';']).trim_start_matches('.');
        let mended = match (opener || self.lost_stop, text.slice(between).contains(';')) {
            (true, _) => format!("{head}{close}. {word}{rest}"),
            (false, true) => format!("{close}; {lower}{rest}"),
            (false, false) => format!("{close}, {lower}{rest}"),
        };
        Hit::new(self.rule, span).with_fix(mended, false).with_value("word", word)
    }
}

/// A comma or semicolon; inside quotation marks it may belong to reported speech.
fn is_comma(between: &str) -> bool {
    let marks = between.strip_suffix(", ").or_else(|| between.strip_suffix("; "));
    marks.is_some_and(|before| matches!(before, "" | "\"" | "”" | ".\"" | ".”" | ")"))
}

impl Check for Capital {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for at in text.distinct().places(|word| word.case == Case::Title && self.likely.admits(word)) {
            let around = at.checked_sub(1).and_then(|before| text.tokens().get(before..before + 3));
            let Some([before, word, after]) = around else { continue };
            let trio = Trio { before, word, after };
            hits.extend(self.judge(text, &trio).filter(|_| trio.is_in_prose(text)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::boundary::BOUNDARY;
    use crate::check::trial::found;

    fn capital(text: &str) -> Vec<String> {
        let params = "find = \"capital\"\nopeners = [\"lists/openers.txt\"]\nclauses = [\"lists/clause-verbs.txt\"]";
        found(&BOUNDARY, "en", params, text)
    }

    fn lost(text: &str) -> Vec<String> {
        let params = "find = \"lost-stop\"\nopeners = [\"lists/openers.txt\"]\nclauses = [\"lists/clause-verbs.txt\"]\nnot_after = [\"lists/no-sentence-end.txt\"]";
        found(&BOUNDARY, "en", params, text)
    }

    #[test]
    fn capitals_behind_a_comma() {
        assert_eq!(capital("They sum up the year, Deploy the tasks of spring."), [", Deploy the"]);
        assert_eq!(capital("The harvest was good; Maintain the roads."), ["; Maintain the"]);
    }

    #[test]
    fn names_quotations_and_headlines_pass() {
        assert!(capital("He sang, \"We will go on, We will win,\" and left for Rome, Italy last week.").is_empty());
        assert!(capital("In the Spring, We Will Build Bridges").is_empty());
    }

    #[test]
    fn lost_full_stops() {
        assert_eq!(lost("They solve the problems Improve the roads and go."), ["problems Improve the"]);
        assert!(lost("He watched the We will show and read what The economist wrote.").is_empty());
    }
}
