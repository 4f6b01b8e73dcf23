//! What is known about names: how characters are read and sound, the dictionary, glossaries, lists.

use std::sync::{Arc, LazyLock, OnceLock};

use rustc_hash::FxHashSet;

use super::gazetteer::Gazetteer;
use super::glosses::Glosses;
use super::judge::Region;
use super::known::People;
use super::overseas::Signs;
use super::peoples::{self, Peoples};
use super::reading::Readings;
use super::setting::Settings;
use super::sound::Sounds;
use crate::check::dictionary::LazyDictionary;
use crate::check::{CheckError, Mandarin, Params};
use crate::glossary::Glossary;

/// The shortest part of a compound that counts as one.
const PART: usize = 3;

/// What is made of tables when it is first needed.
pub(super) type Later<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send + Sync>>;

/// The tables of a pack about names.
#[derive(Debug)]
pub struct Knowledge {
    pub(super) readings: Later<Readings>,
    pub(super) settings: Later<Settings>,
    pub(super) peoples: Later<Peoples>,
    pub(super) sounds: Sounds,
    pub(super) signs: Signs,
    pub(super) mandarin: Arc<Mandarin>,
    pub(super) dictionary: Arc<LazyDictionary>,
    /// Names that dictionaries of English have, in lower case.
    known: Later<FxHashSet<Box<str>>>,
    /// Words with a capital that are no names, in lower case.
    not_names: FxHashSet<Box<str>>,
    prefixes: Vec<Box<str>>,
    /// What the source says of places whose names look like Pinyin, and what only Pinyin has.
    asian: Vec<Box<str>>,
    /// The same of places whose foreign names are given in Pinyin.
    turkic: Vec<Box<str>>,
    pinyin_only: Vec<Box<str>>,
    /// What Pinyin has and names transcribed well hardly have.
    marks: Vec<Box<str>>,
    /// The characters that write a consonant by itself.
    codas: Vec<char>,
    glossaries: Vec<Arc<Glossary>>,
    /// Names that English writes in another way, in two columns.
    others: Vec<Box<str>>,
    gazetteer: OnceLock<Gazetteer>,
    people: OnceLock<People>,
    glosses: OnceLock<Glosses>,
}

impl Knowledge {
    /// Reads the pack's tables.
    pub fn new(params: &Params<'_>) -> Result<Self, CheckError> {
        Ok(Self {
            readings: Readings::later(params)?,
            settings: Settings::later(params)?,
            peoples: Peoples::later(params)?,
            sounds: Sounds::new(params)?,
            signs: Signs::new(params)?,
            mandarin: params.mandarin()?,
            dictionary: params.dictionary()?,
            known: words_later(params, "lists/known-names.txt")?,
            not_names: words(params, "lists/not-names.txt")?,
            prefixes: params.lines("lists/prefixes.txt")?.map(Into::into).collect(),
            asian: list(params, "lists/asian-cues.txt")?,
            pinyin_only: list(params, "lists/pinyin-only.txt")?,
            turkic: list(params, "lists/turkic-cues.txt")?,
            codas: list(params, "lists/coda-characters.txt")?.iter().flat_map(|group| group.chars()).collect(),
            marks: list(params, "lists/pinyin-marks.txt")?,
            others: others(params)?,
            glossaries: params.glossaries.values().cloned().collect(),
            gazetteer: OnceLock::new(),
            people: OnceLock::new(),
            glosses: OnceLock::new(),
        })
    }

    /// The names of the glossaries.
    pub(super) fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(|| Gazetteer::new(self.glossaries.iter().map(AsRef::as_ref), &self.others))
    }

    /// The people of the glossaries.
    pub(super) fn people(&self) -> &People {
        self.people.get_or_init(|| People::new(self.glossaries.iter().map(AsRef::as_ref), &self.sounds))
    }

    /// The English words in the glosses of the dictionary.
    pub(super) fn glosses(&self) -> &Glosses {
        self.glosses.get_or_init(|| Glosses::new(&self.dictionary))
    }

    /// Whether dictionaries of English have the name, in lower case.
    pub(super) fn is_known(&self, lower: &str) -> bool {
        self.known.contains(lower)
    }

    /// Whether a word in lower case is no name, or one of English.
    pub(super) fn is_common(&self, lower: &str) -> bool {
        self.not_names.contains(lower) || self.dictionary.is_common_english(lower) || self.is_formed(lower)
    }

    /// What a source is about, as far as names go.
    pub(super) fn region(&self, source: &str) -> Region {
        let says = |cues: &[Box<str>]| cues.iter().any(|cue| source.contains(&**cue));
        Region { asian: says(&self.asian), turkic: says(&self.turkic) }
    }

    /// Whether a character writes a consonant by itself in foreign names.
    pub(super) fn is_coda(&self, c: char) -> bool {
        self.codas.contains(&c)
    }

    /// Whether a word like Pinyin, in lower case, can be nothing else.
    pub(super) fn is_only_pinyin(&self, lower: &str) -> bool {
        self.pinyin_only.iter().any(|group| lower.contains(&**group))
    }

    /// Whether a word in lower case has letters of Pinyin.
    pub(super) fn is_marked(&self, lower: &str) -> bool {
        self.marks.iter().any(|group| lower.contains(&**group))
    }

    /// Whether a word is made of a prefix and a common word, or of two common words.
    fn is_formed(&self, lower: &str) -> bool {
        let common = |part: &str| part.len() >= PART && self.dictionary.is_common_english(part);
        let prefixed = |prefix: &str| lower.strip_prefix(prefix).is_some_and(common);
        let compound = |at: usize| {
            let parts = lower.split_at_checked(at);
            parts.is_some_and(|(head, tail)| head.len() > PART && tail.len() > PART && common(head) && common(tail))
        };
        let shaped = self.mandarin.syllables(lower) > 0;
        self.prefixes.iter().any(|prefix| prefixed(prefix)) || (!shaped && (PART..lower.len()).any(compound))
    }
}

/// The tables of names that English writes in another way.
fn others(params: &Params<'_>) -> Result<Vec<Box<str>>, CheckError> {
    let peoples = peoples::tables(params)?;
    Ok(std::iter::once(params.table("lists/other-names.tsv")?).chain(peoples).map(Into::into).collect())
}

/// The words of a list, several a line.
fn list(params: &Params<'_>, path: &str) -> Result<Vec<Box<str>>, CheckError> {
    Ok(params.lines(path)?.flat_map(str::split_whitespace).map(Into::into).collect())
}

/// The same in lower case.
fn words(params: &Params<'_>, path: &str) -> Result<FxHashSet<Box<str>>, CheckError> {
    Ok(lower(params.table(path)?))
}

/// The same for a long list.
fn words_later(params: &Params<'_>, path: &str) -> Result<Later<FxHashSet<Box<str>>>, CheckError> {
    let table = params.table(path)?.to_owned();
    Ok(LazyLock::new(Box::new(move || lower(&table))))
}

fn lower(table: &str) -> FxHashSet<Box<str>> {
    let words = crate::text::entries(table).flat_map(str::split_whitespace);
    words.map(|word| word.to_lowercase().into_boxed_str()).collect()
}
