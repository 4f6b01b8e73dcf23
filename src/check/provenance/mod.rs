//! Whether a text was translated from Chinese, by traces that native English does not have. Rules
//! that would be wrong about native English ask this first.

mod mandarin;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rustc_hash::{FxHashSet, FxHasher};

use super::kept::Kept;
use super::{CheckError, Params};
use crate::language::{Analysis, Kind, ordinal_word};
use crate::text::Span;
use mandarin::Names;

pub use mandarin::Mandarin;

/// The fewest traces that count.
const LEAST: usize = 2;
/// The fewest traces in a thousand words. Measured on native English news cut into pieces of 10 to
/// 40 lines: none has as many, and three quarters of the translated articles have.
const PER_THOUSAND: usize = 3;
/// Opens for documents that were translated from Chinese.
#[derive(Debug)]
pub struct Gate {
    cues: AhoCorasick,
    /// Which of the cues end with their last letter.
    whole: Vec<bool>,
    /// Nouns before which an ordinal is no day.
    not_days: FxHashSet<Box<str>>,
    /// The names that count as traces.
    pub mandarin: Arc<Mandarin>,
    /// Tells gates of different tables apart.
    print: u64,
}

/// What the gate said about a document, so that it is asked once.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Whether the source itself is there.
    sourced: bool,
    told: Kept<u64, bool>,
    names: Names,
}

impl Verdict {
    /// For a document that has its Chinese source, or has not.
    #[must_use]
    pub fn of(sourced: bool) -> Self {
        Self { sourced, ..Self::default() }
    }

    /// The Mandarin names of the document, each with the number of its first token.
    pub(super) fn names(&self, mandarin: &Mandarin, text: &Analysis<'_>) -> Cow<'_, [(Span, usize)]> {
        mandarin.names(text, &self.names)
    }
}

impl Gate {
    /// The tables of the pack that say what a trace is.
    pub const TABLES: [&'static str; 5] = [
        "lists/provenance-cues.txt",
        "lists/ordinal-nouns.txt",
        "lists/pinyin.txt",
        "lists/surnames.txt",
        "lists/not-given-names.txt",
    ];

    /// Reads the traces from the pack's tables.
    pub fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        let lines: Vec<&str> = params.lines("lists/provenance-cues.txt")?.collect();
        let needles = lines.iter().map(|line| line.trim_end_matches('*'));
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let cues =
            AhoCorasick::builder().kind(kind).build(needles).map_err(|error| CheckError::Table(error.to_string()))?;
        let mut print = FxHasher::default();
        for table in Self::TABLES {
            params.table(table)?.hash(&mut print);
        }
        Ok(Self {
            cues,
            whole: lines.iter().map(|line| !line.ends_with('*')).collect(),
            not_days: params.lines("lists/ordinal-nouns.txt")?.map(Into::into).collect(),
            mandarin: params.mandarin()?,
            print: print.finish(),
        })
    }

    /// Whether the text was translated from Chinese; `verdict` is that of its document.
    #[must_use]
    pub fn is_open(&self, text: &Analysis<'_>, verdict: &Verdict) -> bool {
        if verdict.sourced {
            return true;
        }
        *verdict.told.get(self.print, || self.opens(text, verdict))
    }

    /// Counts traces until there are enough.
    fn opens(&self, text: &Analysis<'_>, verdict: &Verdict) -> bool {
        let needed = LEAST.max((text.words() * PER_THOUSAND).div_ceil(1000));
        let mut missing = needed - self.days(text).take(needed).count();
        if missing > 0 {
            missing = missing.saturating_sub(verdict.names(&self.mandarin, text).len());
        }
        self.phrases(text).take(missing).count() == missing
    }

    /// Days without a month: "on the 26th".
    fn days<'t>(&'t self, text: &'t Analysis<'_>) -> impl Iterator<Item = ()> + 't {
        let word = |at: usize| text.tokens().get(at).map(|token| text.word(token));
        let days = text.distinct().places(|word| word.kind == Kind::Number && is_day(text.word(word)));
        days.into_iter().filter_map(move |at| {
            let article = at.checked_sub(1).and_then(word);
            let counts = word(at + 1).is_some_and(|next| self.not_days.contains(next));
            (article == Some("the") && !counts).then_some(())
        })
    }

    fn phrases<'t>(&'t self, text: &'t Analysis<'_>) -> impl Iterator<Item = ()> + 't {
        let body = text.text();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.cues.find_iter(body).filter_map(move |found| {
            let whole = self.whole.get(found.pattern().as_usize()).copied().unwrap_or(true);
            let before = letter(body.get(..found.start()).and_then(|text| text.chars().next_back()));
            let after = whole && letter(body.get(found.end()..).and_then(|text| text.chars().next()));
            (!before && !after).then_some(())
        })
    }
}

/// Whether the word is a day of the month as an ordinal: 1st to 31st.
fn is_day(word: &str) -> bool {
    ordinal_word(word).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::with_params;
    use crate::language::Annotated;
    use crate::read;

    fn with_gate<T>(text: &str, ask: impl Fn(&Gate, &Analysis<'_>) -> T) -> T {
        let gate = with_params("zh-en", "", |params| Gate::new(params).unwrap());
        let document = read::read("a.txt", text.as_bytes().to_vec()).unwrap();
        ask(&gate, &Annotated::new(&document).target)
    }

    fn opens(text: &str) -> bool {
        with_gate(text, |gate, text| gate.is_open(text, &Verdict::default()))
    }

    #[test]
    fn traces_of_chinese_news_open_the_gate() {
        assert!(opens("On the 26th local time, the hospital reported new cases."));
        assert!(opens("The reporter learned this from Zhang Jianguo on the 3rd."));
        assert!(opens("Xinhuanet (Reporter Li Xia) It rained."));
    }

    #[test]
    fn native_english_keeps_it_shut() {
        assert!(!opens("On the 26th anniversary of the 18th Amendment, Mr. Long sang on the 5th floor."));
        assert!(!opens("Local time was lost when Sun Microsystems met Li Wei."));
        assert!(!opens("Yuanpei paid in yuan."));
    }

    #[test]
    fn pinyin_is_divided_into_as_few_syllables_as_possible() {
        with_gate("x", |gate, _| {
            let count = |word| gate.mandarin.syllables(word);
            assert_eq!((count("Xian"), count("Xi'an"), count("Zhangjiakou"), count("Smith")), (1, 1, 3, 0));
            assert_eq!((count("Jinping"), count(""), count("zhuangzhuangzhuangzhuangzhuang")), (2, 0, 0));
        });
    }

    #[test]
    fn full_names_have_a_surname_and_a_given_name() {
        let names = |body: &'static str| {
            with_gate(body, |gate, text| {
                gate.mandarin.full_names(text).map(|(span, _)| text.slice(span).to_owned()).collect::<Vec<_>>()
            })
        };
        assert_eq!(
            names("Wang Xiaoming's friend Li Xiao-long met Sun City and He Said."),
            ["Wang Xiaoming", "Li Xiao-long"]
        );
    }
}
