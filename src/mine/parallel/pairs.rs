//! `Parallel`: pairs of source and target segments with their places.

use crate::document::{Role, Text, TextBuilder};
use crate::mine::MineError;
use crate::mine::sequence::narrow;

/// Source segments with their translations.
#[derive(Debug, Default)]
pub struct Parallel {
    source: TextBuilder,
    target: TextBuilder,
    paths: Vec<String>,
    places: Vec<(u32, u32)>,
}

/// The pairs, ready to be analysed: passage N of the target translates passage N of the source.
#[derive(Debug)]
pub(super) struct Pairs {
    pub(super) source: Text,
    pub(super) target: Text,
    paths: Vec<String>,
    places: Vec<(u32, u32)>,
}

impl Parallel {
    /// Adds a table: a line is a source segment, a tab, and its translation; or the first line names
    /// the columns, `source` and `target` among them. Pairs with an empty side are left out.
    pub fn add_table(&mut self, path: &str, text: &str) -> Result<(), MineError> {
        let file = self.file(path);
        let mut lines = text.lines().enumerate().peekable();
        let (source, target) = match lines.peek().map_or(Ok(None), |(_, line)| header(path, line))? {
            Some(columns) => {
                lines.next();
                columns
            }
            None => (0, 1),
        };
        for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let cell = |column: usize| line.split('\t').nth(column);
            let (Some(one), Some(other)) = (cell(source), cell(target)) else {
                return Err(MineError::Column { path: path.to_owned(), line: number + 1 });
            };
            self.push(one, other, file, number + 1);
        }
        Ok(())
    }

    /// Adds two files whose lines translate each other.
    pub fn add_lines(&mut self, source: (&str, &str), target: (&str, &str)) -> Result<(), MineError> {
        let (source_lines, target_lines) = (source.1.lines().count(), target.1.lines().count());
        if source_lines != target_lines {
            let (source_path, target_path) = (source.0.to_owned(), target.0.to_owned());
            return Err(MineError::Lines { source_path, source_lines, target_path, target_lines });
        }
        let file = self.file(target.0);
        for (number, (one, other)) in source.1.lines().zip(target.1.lines()).enumerate() {
            self.push(one, other, file, number + 1);
        }
        Ok(())
    }

    fn file(&mut self, path: &str) -> u32 {
        self.paths.push(path.to_owned());
        narrow(self.paths.len() - 1)
    }

    fn push(&mut self, source: &str, target: &str, file: u32, line: usize) {
        let (source, target) = (source.trim(), target.trim());
        if source.is_empty() || target.is_empty() {
            return;
        }
        for (side, text) in [(&mut self.source, source), (&mut self.target, target)] {
            let at = side.position();
            side.push_verbatim(at, text);
            side.end_passage(Role::Paragraph, at + text.len());
        }
        self.places.push((file, narrow(line)));
    }

    pub(super) fn finish(self) -> Pairs {
        let Self { source, target, paths, places } = self;
        Pairs { source: source.finish(), target: target.finish(), paths, places }
    }
}

impl Pairs {
    /// The file and line of a pair.
    pub(super) fn place(&self, pair: usize) -> (&str, usize) {
        let (file, line) = self.places.get(pair).copied().unwrap_or_default();
        (self.paths.get(file as usize).map_or("", String::as_str), line as usize)
    }
}

/// The columns of source and target, if the line is a header.
fn header(path: &str, line: &str) -> Result<Option<(usize, usize)>, MineError> {
    let column = |name: &str| line.split('\t').position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let missing = |missing| Err(MineError::Header { path: path.to_owned(), missing });
    match (column("source"), column("target")) {
        (Some(source), Some(target)) => Ok(Some((source, target))),
        (Some(_), None) => missing("target"),
        (None, Some(_)) => missing("source"),
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_a_header_or_two_columns() {
        let mut parallel = Parallel::default();
        parallel.add_table("a.tsv", "工会\ttrade union\n\n代表\tdelegate\textra\n").unwrap();
        parallel.add_table("b.tsv", "Target\tid\tSource\nunion\t1\t工会\n\t2\t空\n").unwrap();
        let pairs = parallel.finish();
        assert_eq!((pairs.places.len(), pairs.place(1), pairs.place(2)), (3, ("a.tsv", 3), ("b.tsv", 2)));
        assert_eq!(pairs.source.passages()[2].span.of(pairs.source.text()), "工会");
    }

    #[test]
    fn bad_input_is_told_with_its_line() {
        let mut parallel = Parallel::default();
        let line = parallel.add_table("a.tsv", "工会\ttrade union\n代表\n").unwrap_err();
        assert_eq!(line, MineError::Column { path: "a.tsv".into(), line: 2 });
        assert!(parallel.add_table("a.tsv", "source\tenglish\n").unwrap_err().to_string().contains("`target`"));
        let lines = parallel.add_lines(("a.zh", "一\n二\n"), ("a.en", "one\n")).unwrap_err();
        assert!(lines.to_string().contains("has 2 lines"), "{lines}");
    }
}
