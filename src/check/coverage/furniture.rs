//! `Furniture`: lines of a source that are no part of the article, and need no translation.

/// Patterns of whole lines.
#[derive(Debug)]
pub(super) struct Furniture(Vec<Vec<Box<str>>>);

/// The longest line, in characters.
const LONGEST: usize = 80;

impl Furniture {
    /// The patterns of a table: text in which `*` stands for characters that end no sentence.
    pub(super) fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        Self(lines.map(|line| line.split('*').map(|part| folded(part).into()).collect()).collect())
    }

    /// Whether all lines of a text are furniture.
    pub(super) fn holds(&self, text: &str) -> bool {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).all(|line| self.is_furniture(line))
    }

    fn is_furniture(&self, line: &str) -> bool {
        let short = line.chars().nth(LONGEST).is_none() && !line.contains(['。', '！', '？', '!', '?']);
        let line = short.then(|| folded(line));
        line.is_some_and(|line| self.0.iter().any(|parts| matches(&line, parts)))
    }
}

/// Whether the parts of a pattern stand in a line in this order, the first at its start, the last at its end.
fn matches(line: &str, parts: &[Box<str>]) -> bool {
    let Some((first, others)) = parts.split_first() else { return false };
    let Some((last, inner)) = others.split_last() else { return line == &**first };
    let Some(mut rest) = line.strip_prefix(&**first) else { return false };
    for part in inner {
        let Some((_, after)) = rest.split_once(&**part) else { return false };
        rest = after;
    }
    rest.ends_with(&**last)
}

/// A text with brackets, colons and spaces of one kind.
fn folded(text: &str) -> String {
    let one = |c| match c {
        ':' => '：',
        '(' => '（',
        ')' => '）',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_match_as_a_whole() {
        let furniture = Furniture::new("编辑：*\n（完）\n*月*日电（*）".lines());
        for line in ["编辑: 王林　校对：李红", "(完)", "某社某地3月5日电（记者王林）", "编辑：王林\n（完）", ""]
        {
            assert!(furniture.holds(line), "{line}");
        }
        for line in ["编辑：他说什么？", "完", "3月5日电（记者王林）工会开会", "会议闭幕。\n（完）"]
        {
            assert!(!furniture.holds(line), "{line}");
        }
    }
}
