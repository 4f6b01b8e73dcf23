//! The regular expressions that furniture lines match, behind one search for what they require.

use aho_corasick::AhoCorasick;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::needles::Needles;
use crate::check::CheckError;
use crate::check::pattern::LazyRegex;
use crate::expression::{Programs, literals};

/// Regular expressions of which any makes a line furniture. Each is compiled when a line first has
/// something that it requires.
#[derive(Debug)]
pub(super) struct LinePatterns {
    patterns: Vec<LazyRegex>,
    /// Finds what patterns require; the number of a literal leads to its pattern.
    required: Needles,
    owners: Vec<usize>,
}

impl LinePatterns {
    /// The patterns of a table; each must require some literal text.
    pub(super) fn new<'a>(lines: impl Iterator<Item = &'a str>, programs: &Programs) -> Result<Self, CheckError> {
        let lines: Vec<&str> = lines.collect();
        let parsed: Vec<_> = lines.par_iter().map(|line| pattern(line, programs)).collect();
        let (mut patterns, mut needles, mut owners) = (Vec::new(), Vec::new(), Vec::new());
        for parsed in parsed {
            let (regex, required) = parsed?;
            owners.extend(required.iter().map(|_| patterns.len()));
            needles.extend(required);
            patterns.push(regex);
        }
        let required = Needles::new(needles).map_err(|error| CheckError::Table(error.to_string()))?;
        Ok(Self { patterns, required, owners })
    }

    /// What finds the strings that patterns require in the lines of a text of so many bytes.
    pub(super) fn required(&self, length: usize) -> &AhoCorasick {
        self.required.automaton(length)
    }

    /// Whether one of the patterns matches a line in which this finds what they require.
    pub(super) fn is_match(&self, required: &AhoCorasick, line: &str) -> bool {
        if !required.is_match(line) {
            return false;
        }
        let mut asked = Vec::new();
        required.find_overlapping_iter(line).any(|found| {
            let Some(owner) = self.owners.get(found.pattern().as_usize()) else { return false };
            let first = !asked.contains(owner);
            asked.push(*owner);
            first && self.patterns.get(*owner).is_some_and(|pattern| pattern.is_match(line))
        })
    }
}

/// A regular expression of the table, and strings of which a match has one.
fn pattern(line: &str, programs: &Programs) -> Result<(LazyRegex, Vec<String>), CheckError> {
    let fault = |error| CheckError::Table(format!("`{line}`: {error}"));
    let regex = LazyRegex::new(line, false, programs);
    let required = literals(regex.parse().map_err(fault)?).into_iter().next();
    let required = required.ok_or_else(|| CheckError::Table(format!("`{line}` requires no literal text")))?;
    Ok((regex, required))
}
