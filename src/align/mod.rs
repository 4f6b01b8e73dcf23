//! Floor 3: pairs a translation with its source: line by line, passage by passage, or else by length
//! and by what both have in common.

mod anchor;
mod gale_church;
mod units;

use crate::document::{Bitext, Document, Passage, Segment};
use crate::text::{Span, lines};

/// How a source was paired with its translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Line by line: both files have the same number of lines.
    Lines,
    /// Passage by passage: both documents have the same number of paragraphs, headings and items.
    Passages,
    /// Paragraph by paragraph, or sentence by sentence, by lengths and anchors.
    Lengths {
        /// How many pairs might be wrong.
        doubtful: usize,
    },
}

/// Pairs a translation with its source.
#[must_use]
pub fn join(mut target: Document, source: Document) -> (Document, Method) {
    let (method, segments) = by_lines(&target, &source)
        .map(|segments| (Method::Lines, segments))
        .or_else(|| Some((Method::Passages, by_passages(&target, &source)?)))
        .unwrap_or_else(|| {
            let (from, to) = (&source.target, &target.target);
            let segments = units::by_passages(from, to).unwrap_or_else(|| units::by_sentences(from, to));
            let doubtful = segments.iter().filter(|segment| segment.doubtful).count();
            (Method::Lengths { doubtful }, segments)
        });
    target.bitext = Some(Bitext { text: source.target, file: Some(source.file), segments });
    (target, method)
}

/// The lines of two plain texts, if they have as many.
fn by_lines(target: &Document, source: &Document) -> Option<Vec<Segment>> {
    let plain = |document: &Document| document.target.is_verbatim();
    if !(plain(target) && plain(source)) {
        return None;
    }
    // Empty lines at the end do not count.
    let spans = |document: &Document| lines(document.target.text().trim_end()).collect::<Vec<Span>>();
    let (sources, targets) = (spans(source), spans(target));
    (sources.len() == targets.len()).then(|| pairs(sources, targets))
}

/// The passages of two documents, if they have as many.
fn by_passages(target: &Document, source: &Document) -> Option<Vec<Segment>> {
    let spans = |passages: &[Passage]| passages.iter().map(|passage| passage.span).collect::<Vec<_>>();
    let (sources, targets) = (spans(source.target.passages()), spans(target.target.passages()));
    (sources.len() == targets.len()).then(|| pairs(sources, targets))
}

fn pairs(sources: Vec<Span>, targets: Vec<Span>) -> Vec<Segment> {
    let pair = |(source, target)| Segment { source, target, doubtful: false };
    sources.into_iter().zip(targets).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn joined(target: &str, source: &str) -> (Vec<(String, String)>, Method) {
        let read = |path, text: &str| read::read(path, text.as_bytes().to_vec()).unwrap();
        let (document, method) = join(read("a.txt", target), read("b.txt", source));
        let bitext = document.bitext.unwrap();
        let text = |segment: &Segment| {
            let (source, target) = (segment.source.of(bitext.text.text()), segment.target.of(document.target.text()));
            (source.to_owned(), target.to_owned())
        };
        (bitext.segments.iter().map(text).collect(), method)
    }

    #[test]
    fn as_many_lines_are_paired_one_by_one() {
        let (pairs, method) = joined("One.\n\nThree.\n", "一。\n二。\n三。\n\n");
        assert_eq!(method, Method::Lines);
        let expected = [("一。", "One."), ("二。", ""), ("三。", "Three.")];
        assert_eq!(pairs, expected.map(|(source, target)| (source.to_owned(), target.to_owned())));
    }

    #[test]
    fn blank_lines_do_not_keep_passages_apart() {
        let (pairs, method) = joined("One.\n\nTwo.", "一。\n二。");
        assert_eq!((pairs.len(), method), (2, Method::Passages));
    }

    #[test]
    fn else_sentences_are_paired_by_length_and_anchors() {
        let source = "委员会星期三在北京召开了第三次全体会议。会议听取了2023年的工作报告。代表们来自全国三十一个省份。\n下一次会议定于5月14日举行。";
        let target = "The committee held its third plenary meeting in Beijing on Wednesday.\nIt heard the report on the work of 2023.\nDelegates came from all 31 provinces.\nThe next meeting will be held on May 14.";
        let (pairs, method) = joined(target, source);
        assert_eq!(method, Method::Lengths { doubtful: 0 });
        assert_eq!(pairs.len(), 4);
        assert!(pairs.iter().any(|(source, target)| source.contains("2023") && target.contains("2023")));
        assert!(pairs.iter().any(|(source, target)| source.contains("14日") && target.contains("May 14")));
    }

    #[test]
    fn a_sentence_that_is_left_out_is_paired_with_nothing() {
        let source = "委员会星期三在北京召开了第三次全体会议。\n这一段在译文中完全没有出现，它讲的是与会代表们对工作报告的热烈讨论和意见，他们还提出了许多建议。\n下一次会议定于5月14日举行。\n会议听取了2023年的工作报告。";
        let target = "The committee held its third plenary meeting in Beijing on Wednesday.\nThe next meeting will be held on May 14.\nIt heard the report on the work of 2023.";
        let (pairs, _) = joined(target, source);
        assert!(pairs.iter().any(|(source, target)| source.starts_with("这一段") && target.is_empty()), "{pairs:?}");
    }
}
