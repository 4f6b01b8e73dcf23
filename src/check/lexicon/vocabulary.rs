//! The vocabulary: every word form that some pattern contains, with a number.

use rustc_hash::FxHashMap;

use crate::language::forms;

/// The number of a word form; 0 is any form that no pattern contains.
pub(super) type Form = u32;
/// The number of a set of forms: a word with its inflections, or one form alone.
pub(super) type Word = u32;

/// Word forms and the words they belong to.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    forms: FxHashMap<Box<str>, Form>,
    /// The forms of each word, sorted.
    words: Vec<Box<[Form]>>,
    inflected: FxHashMap<Box<str>, Word>,
    exact: FxHashMap<Form, Word>,
}

impl Vocabulary {
    /// The word with its inflections.
    pub(super) fn inflected(&mut self, word: &str) -> Word {
        if let Some(known) = self.inflected.get(word) {
            return *known;
        }
        let mut set: Vec<Form> = forms(word).iter().map(|form| self.intern(form)).collect();
        set.sort_unstable();
        set.dedup();
        let number = self.push(set);
        self.inflected.insert(word.into(), number);
        number
    }

    /// The one form of a word, whatever its case.
    pub(super) fn exact(&mut self, word: &str) -> Word {
        let form = self.intern(&word.to_lowercase());
        if let Some(known) = self.exact.get(&form) {
            return *known;
        }
        let number = self.push(vec![form]);
        self.exact.insert(form, number);
        number
    }

    /// The words, inflected or exact, that are written so.
    pub(super) fn known(&self, lower: &str) -> impl Iterator<Item = Word> {
        let exact = self.forms.get(lower).and_then(|form| self.exact.get(form));
        self.inflected.get(lower).into_iter().chain(exact).copied()
    }

    fn push(&mut self, set: Vec<Form>) -> Word {
        self.words.push(set.into_boxed_slice());
        number(self.words.len() - 1)
    }

    fn intern(&mut self, form: &str) -> Form {
        if let Some(known) = self.forms.get(form) {
            return *known;
        }
        let next = number(self.forms.len() + 1);
        self.forms.insert(form.into(), next);
        next
    }

    /// The number of forms, with the 0 for unknown ones.
    pub(super) fn len(&self) -> usize {
        self.forms.len() + 1
    }

    /// The forms of a word.
    pub(super) fn forms_of(&self, word: Word) -> &[Form] {
        self.words.get(word as usize).map_or(&[], |set| set)
    }

    /// Whether a form belongs to a word.
    pub(super) fn is_form(&self, word: Word, form: Form) -> bool {
        form != 0 && self.forms_of(word).contains(&form)
    }

    /// The number of a word of a text; `buffer` saves an allocation a word.
    pub(super) fn look_up(&self, word: &str, buffer: &mut String) -> Form {
        if word.len() > LONGEST {
            return 0;
        }
        buffer.clear();
        if word.is_ascii() {
            buffer.push_str(word);
            buffer.make_ascii_lowercase();
        } else {
            buffer.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase));
        }
        self.forms.get(buffer.as_str()).copied().unwrap_or(0)
    }
}

/// The longest word that is looked up, in bytes; longer ones are in no pattern.
const LONGEST: usize = 64;

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
