//! Floor 3: pairs a translation with its source: line by line, passage by passage, or else by length
//! and by what both have in common.

mod anchor;
mod answered;
mod band;
mod clue;
mod evidence;
mod gale_church;
mod guide;
mod key;
mod lexicon;
mod table;
mod units;

use crate::document::{Bitext, By, Document, Passage, Segment};
use crate::language::Analysis;
use crate::text::{Span, lines};

pub use lexicon::Lexicon;

/// A single line of more sentences than this is paired sentence by sentence.
const LONG: usize = 5;

/// Pairs a translation with its source, by what can be told without knowing the words of either.
#[must_use]
pub fn join(target: Document, source: Document) -> Document {
    join_with(&lexicon::Nothing, target, source)
}

/// Pairs a translation with its source.
#[must_use]
pub fn join_with(lexicon: &dyn Lexicon, mut target: Document, source: Document) -> Document {
    let (by, mut segments) = segments(lexicon, &target, &source);
    let unrelated = answered::is_unrelated(lexicon, source.target.text(), target.target.text(), &segments);
    for segment in &mut segments {
        segment.doubtful |= unrelated;
    }
    let (text, file) = (source.target, Some(source.file));
    target.bitext = Some(Bitext { text, file, segments, by, unrelated });
    target
}

fn segments(lexicon: &dyn Lexicon, target: &Document, source: &Document) -> (By, Vec<Segment>) {
    let long = is_one_long(target) && is_one_long(source);
    one_by_one(target, source).filter(|_| !long).unwrap_or_else(|| {
        let (from, to) = (&Analysis::new(&source.target), &Analysis::new(&target.target));
        let found = if long { None } else { units::by_passages(lexicon, from, to) };
        (By::Length, found.unwrap_or_else(|| units::by_sentences(lexicon, from, to)))
    })
}

fn one_by_one(target: &Document, source: &Document) -> Option<(By, Vec<Segment>)> {
    let by_lines = || Some((By::Lines, by_lines(target, source)?));
    by_lines().or_else(|| Some((By::Passages, by_passages(target, source)?)))
}

/// Whether a document is one passage that is as long as several.
fn is_one_long(document: &Document) -> bool {
    document.target.passages().len() == 1 && Analysis::new(&document.target).sentences().len() > LONG
}

/// The lines of two plain texts, if they have as many.
fn by_lines(target: &Document, source: &Document) -> Option<Vec<Segment>> {
    let plain = |document: &Document| document.target.is_verbatim();
    if !(plain(target) && plain(source)) {
        return None;
    }
    let (source, target) = (source.target.text(), target.target.text());
    // Empty lines at the end do not count, but where they stand for lines of the source.
    line_pairs(source.trim_end(), target.trim_end()).or_else(|| line_pairs(source, target))
}

fn line_pairs(source: &str, target: &str) -> Option<Vec<Segment>> {
    let (sources, targets): (Vec<Span>, Vec<Span>) = (lines(source).collect(), lines(target).collect());
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

    fn joined(target: &str, source: &str) -> (Vec<(String, String)>, By, usize) {
        let read = |path, text: &str| read::read(path, text.as_bytes().to_vec()).unwrap();
        let document = join(read("a.txt", target), read("b.txt", source));
        let bitext = document.bitext.unwrap();
        let text = |segment: &Segment| {
            let (source, target) = (segment.source.of(bitext.text.text()), segment.target.of(document.target.text()));
            (source.to_owned(), target.to_owned())
        };
        (bitext.segments.iter().map(text).collect(), bitext.by, bitext.doubtful())
    }

    #[test]
    fn as_many_lines_are_paired_one_by_one() {
        let (pairs, by, _) = joined("One.\n\nThree.\n", "一。\n二。\n三。\n\n");
        assert_eq!(by, By::Lines);
        let expected = [("一。", "One."), ("二。", ""), ("三。", "Three.")];
        assert_eq!(pairs, expected.map(|(source, target)| (source.to_owned(), target.to_owned())));
    }

    #[test]
    fn blank_lines_do_not_keep_passages_apart() {
        let (pairs, by, _) = joined("One.\n\nTwo.", "一。\n二。");
        assert_eq!((pairs.len(), by), (2, By::Passages));
    }

    #[test]
    fn else_sentences_are_paired_by_length_and_anchors() {
        let source = "委员会星期三在北京召开了第三次全体会议。会议听取了2023年的工作报告。代表们来自全国三十一个省份。\n下一次会议定于5月14日举行。";
        let target = "The committee held its third plenary meeting in Beijing on Wednesday.\nIt heard the report on the work of 2023.\nDelegates came from all 31 provinces.\nThe next meeting will be held on May 14.";
        let (pairs, by, _) = joined(target, source);
        assert_eq!(by, By::Length);
        assert_eq!(pairs.len(), 4);
        assert!(pairs.iter().any(|(source, target)| source.contains("2023") && target.contains("2023")));
        assert!(pairs.iter().any(|(source, target)| source.contains("14日") && target.contains("May 14")));
    }

    #[test]
    fn a_sentence_that_is_left_out_is_paired_with_nothing() {
        let source = "委员会星期三在北京召开了第三次全体会议。\n这一段在译文中完全没有出现，它讲的是与会代表们对工作报告的热烈讨论和意见，他们还提出了许多建议。\n下一次会议定于5月14日举行。\n会议听取了2023年的工作报告。";
        let target = "The committee held its third plenary meeting in Beijing on Wednesday.\nThe next meeting will be held on May 14.\nIt heard the report on the work of 2023.";
        let (pairs, _, _) = joined(target, source);
        assert!(pairs.iter().any(|(source, target)| source.starts_with("这一段") && target.is_empty()), "{pairs:?}");
    }
}
