//! The regular expressions that furniture lines match, behind one search for what they require.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::CheckError;
use crate::check::pattern::{LazyRegex, Strings};
use crate::expression::Programs;
use crate::language::Analysis;
use crate::text::Span;

/// Regular expressions of which any makes a line furniture. Each is compiled when a line first has
/// something that it requires.
#[derive(Debug)]
pub(super) struct LinePatterns {
    patterns: Vec<LazyRegex>,
    /// Finds what patterns require; the number of a literal leads to its pattern.
    required: Strings,
    owners: Vec<usize>,
}

impl LinePatterns {
    /// The patterns of a table; each must require some literal text.
    pub(super) fn new<'a>(lines: impl Iterator<Item = &'a str>, programs: &Programs) -> Result<Self, CheckError> {
        let lines: Vec<&str> = lines.collect();
        let parsed: Vec<_> = lines.par_iter().map(|line| pattern(line, programs)).collect();
        let (mut patterns, mut literals, mut owners) = (Vec::new(), Vec::new(), Vec::new());
        for parsed in parsed {
            let (regex, required) = parsed?;
            owners.extend(required.iter().map(|_| patterns.len()));
            literals.extend(required);
            patterns.push(regex);
        }
        let required = Strings::new(literals).map_err(|error| CheckError::Table(error.to_string()))?;
        Ok(Self { patterns, required, owners })
    }

    /// For each passage of at most so many bytes, whether one of the patterns matches it. A line without a
    /// word matches none.
    pub(super) fn matched(&self, text: &Analysis<'_>, longest: usize) -> Vec<bool> {
        let lines: Vec<Span> = text.passages().map(|(passage, _)| passage.span).collect();
        let mut matched = vec![false; lines.len()];
        self.required.each(text, |literal, sentence| {
            let number = text.sentences().get(sentence).map_or(0, |sentence| sentence.passage);
            let line = lines.get(number).filter(|line| line.len() <= longest);
            let pattern = self.owners.get(literal).and_then(|owner| self.patterns.get(*owner));
            if let (Some(line), Some(pattern), Some(matched)) = (line, pattern, matched.get_mut(number)) {
                *matched = *matched || pattern.is_match(text.slice(*line));
            }
        });
        matched
    }
}

/// A regular expression of the table, and strings of which a match has one.
fn pattern(line: &str, programs: &Programs) -> Result<(LazyRegex, Vec<String>), CheckError> {
    let fault = |error| CheckError::Table(format!("`{line}`: {error}"));
    let regex = LazyRegex::new(line, false, programs);
    let required = regex.required(programs).map_err(fault)?.into_iter().next();
    let required = required.ok_or_else(|| CheckError::Table(format!("`{line}` requires no literal text")))?;
    Ok((regex, required))
}

#[cfg(test)]
mod tests {
    use crate::check::Params;
    use crate::check::trial::with_params;

    #[test]
    fn the_lines_of_the_built_in_table_are_stored() {
        let are_stored = |params: &Params<'_>| {
            let mut lines = params.lines("lists/furniture.txt").unwrap();
            lines.all(|line| params.programs.get(line, false).is_some())
        };
        assert!(with_params("en", "", are_stored));
    }
}
