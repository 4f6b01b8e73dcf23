//! `Edit`: a replacement, and the application of many of them without overlap.

use super::Span;

/// Replaces the text under a span.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

/// Edits that mend one fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to change.
    pub edits: Vec<Edit>,
    /// Whether the result is right wherever the finding is; an unsafe fix wants a look first.
    pub safe: bool,
}

impl Fix {
    /// A fix that replaces one span.
    #[must_use]
    pub fn replace(span: Span, replacement: impl Into<String>, safe: bool) -> Self {
        Self { edits: vec![Edit { span, replacement: replacement.into() }], safe }
    }
}

/// The outcome of [`apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The text with the edits made.
    pub text: String,
    /// How many edits were left out because an earlier one touches the same place.
    pub skipped: usize,
}

/// Makes the edits from left to right; of two that overlap, the one that starts first is made.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> Applied {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort();
    ordered.dedup();
    let mut applied = Applied { text: String::with_capacity(text.len()), skipped: 0 };
    let mut done = 0;
    for edit in ordered {
        let fits = edit.span.start() >= done && text.get(edit.span.range()).is_some();
        if !fits {
            applied.skipped += 1;
            continue;
        }
        applied.text.push_str(Span::new(done, edit.span.start()).of(text));
        applied.text.push_str(&edit.replacement);
        done = edit.span.end();
    }
    applied.text.push_str(Span::new(done, text.len()).of(text));
    applied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_edits_are_skipped_not_merged() {
        let edit = |start, end, to: &str| Edit { span: Span::new(start, end), replacement: to.into() };
        let applied = apply("abcdef", &[edit(4, 6, "Z"), edit(0, 3, "X"), edit(2, 5, "Y")]);
        assert_eq!(applied, Applied { text: "XdZ".into(), skipped: 1 });
    }
}
