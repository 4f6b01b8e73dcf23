//! A document → what there is to say about its names, segment by segment.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::{Candidate, Usage};
use super::judge::{Judge, Region, Verdict};
use super::knowledge::Knowledge;
use super::passage::Passage;
use super::twice::Rendering;
use super::{Found, Report, address, people, twice};
use crate::document::Segment;
use crate::language::{Analysis, Annotated};
use crate::text::Span;

/// The most different names of a segment that are looked into: with more it is a list, and no text.
const MOST: usize = 100;

/// What has been gathered so far.
#[derive(Default)]
struct Survey {
    found: Vec<Found>,
    /// For each of these, the word, which another segment may explain.
    words: Vec<String>,
    explained: FxHashSet<String>,
    renderings: Vec<Rendering>,
    people: Vec<people::Pair>,
    surnames: Vec<Found>,
    /// Words that are no names, whatever another segment says.
    certain: FxHashSet<String>,
    region: Region,
}

/// Everything that there is to say about the names of a document, in the order of the text.
pub(super) fn survey(document: &Annotated<'_>, knowledge: &Knowledge) -> Vec<Found> {
    let Some(source) = &document.source else { return Vec::new() };
    let usage = Usage::new(&document.target, source, knowledge);
    let mut survey = Survey { region: knowledge.region(source.text()), ..Survey::default() };
    for segment in document.segments().iter().filter(|segment| is_telling(segment)) {
        survey.segment(segment, &usage, &document.target, source, knowledge);
    }
    survey.finish()
}

/// The full names in Pinyin of whose bearers the source says that they are from the mainland.
pub(in crate::check) fn mainlanders<'d>(document: &'d Annotated<'_>, knowledge: &Knowledge) -> FxHashSet<&'d str> {
    let Some(source) = &document.source else { return FxHashSet::default() };
    let segments = document.segments().iter().filter(|segment| is_telling(segment));
    let pairs = segments.flat_map(|segment| {
        let passage = passage(segment, source, knowledge);
        people::pairs(segment, &document.target, &passage, knowledge)
    });
    pairs.filter(people::Pair::is_mainlander).map(|pair| document.target.slice(pair.target)).collect()
}

/// The characters of a segment.
fn passage(segment: &Segment, source: &Analysis<'_>, knowledge: &Knowledge) -> Passage {
    let text = source.slice(segment.source);
    Passage::new(text, segment.source.start(), &knowledge.dictionary.simplified(text))
}

/// Whether what the target of a segment lacks is not in a neighbour.
fn is_telling(segment: &Segment) -> bool {
    !segment.doubtful && !segment.source.is_empty() && !segment.target.is_empty()
}

impl Survey {
    fn segment(
        &mut self,
        segment: &Segment,
        usage: &Usage<'_>,
        target: &Analysis<'_>,
        source: &Analysis<'_>,
        knowledge: &Knowledge,
    ) {
        let candidates = usage.candidates(segment.target);
        let tokens = target.tokens_in(segment.target);
        if candidates.is_empty() && !people::may_stand(tokens) && !address::may_stand(tokens) {
            return;
        }
        let passage = passage(segment, source, knowledge);
        if passage.is_empty() {
            return;
        }
        self.people.extend(people::pairs(segment, target, &passage, knowledge));
        self.surnames.extend(address::misread(segment, target, &passage, knowledge));
        let judge = Judge::new(knowledge, &passage, self.region);
        self.surnames.extend(judge.near_misses(segment, target));
        let mut verdicts: FxHashMap<(&str, [bool; 3]), Verdict> = FxHashMap::default();
        for candidate in &candidates {
            let key = (candidate.lower.as_str(), [candidate.surnamed, candidate.hyphened, candidate.followed]);
            if verdicts.len() == MOST && !verdicts.contains_key(&key) {
                continue;
            }
            let verdict = verdicts.entry(key).or_insert_with(|| judge.verdict(candidate)).clone();
            match usage.original(candidate).filter(|_| verdict.is_open()) {
                Some((name, span)) => self.slip(candidate, Some(span), name.to_owned()),
                None => self.note_verdict(&judge, candidate, verdict),
            }
        }
    }

    fn note_verdict(&mut self, judge: &Judge<'_>, candidate: &Candidate, verdict: Verdict) {
        match verdict {
            Verdict::Explained => _ = self.explained.insert(candidate.lower.clone()),
            Verdict::Unknown => {}
            Verdict::Heard(range) => self.rendering(judge, candidate, &range),
            Verdict::Common(range) if judge.is_person(&range) => _ = self.explained.insert(candidate.lower.clone()),
            Verdict::Common(range) => self.note(Report::Common, judge, candidate, &range),
            Verdict::Cut(range) => self.note(Report::Cut, judge, candidate, &range),
            Verdict::Read(range) => self.note(Report::Read, judge, candidate, &range),
            Verdict::HalfRead(range) => {
                self.rendering(judge, candidate, &range);
                self.note(Report::HalfRead, judge, candidate, &range);
            }
            Verdict::Dotted(range) => {
                self.certain.insert(candidate.lower.clone());
                self.note(Report::HalfRead, judge, candidate, &range);
            }
            Verdict::Slip(name) => self.slip(candidate, None, name),
            Verdict::Unread => self.unread(judge, candidate),
        }
    }

    /// Notes a word that should be another one.
    fn slip(&mut self, candidate: &Candidate, source: Option<Span>, right: String) {
        self.words.push(candidate.lower.clone());
        let (report, target) = (Report::Misread, candidate.span);
        self.found.push(Found { report, target, source, other: right.clone(), fix: Some(right) });
    }

    fn rendering(&mut self, judge: &Judge<'_>, candidate: &Candidate, range: &Range<usize>) {
        self.renderings.push(Rendering {
            characters: judge.passage.string(range),
            word: candidate.lower.clone(),
            target: candidate.span,
            source: judge.passage.span(range),
        });
    }

    fn note(&mut self, report: Report, judge: &Judge<'_>, candidate: &Candidate, range: &Range<usize>) {
        let source = judge.passage.span(range);
        self.words.push(candidate.lower.clone());
        self.found.push(Found { report, target: candidate.span, source, other: String::new(), fix: None });
    }

    fn unread(&mut self, judge: &Judge<'_>, candidate: &Candidate) {
        if let Some((source, reading)) = judge.misread(candidate) {
            return self.slip(candidate, Some(source), reading);
        }
        self.words.push(candidate.lower.clone());
        let (report, target) = (Report::Unread, candidate.span);
        self.found.push(Found { report, target, source: None, other: String::new(), fix: None });
    }

    /// What remains: a word that some segment explains is a name that is known.
    fn finish(self) -> Vec<Found> {
        let Self { found, words, mut explained, certain, renderings, people, surnames, .. } = self;
        explained.retain(|word| !certain.contains(word));
        let mut all = surnames;
        people::report(&people, &mut all);
        let named: FxHashSet<usize> = all.iter().flat_map(|found| [found.target.start(), found.target.end()]).collect();
        let words = found.into_iter().zip(words).filter(|(_, word)| !explained.contains(word)).map(|(found, _)| found);
        // A part of a name about which there is something to say is not reported by itself.
        let apart = |found: &Found| !named.contains(&found.target.start()) && !named.contains(&found.target.end());
        all.extend(words.filter(apart));
        twice::report(&renderings, &mut all);
        all.sort_by_key(|found| found.target.start());
        all
    }
}
