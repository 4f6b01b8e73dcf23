//! The countries and provinces that are taken for each other, and where a text names them.

use crate::check::longest::Longest;
use crate::language::is_inside_word;
use crate::text::Span;
use crate::text::entries;

/// What stands for nothing in the table.
const NONE: &str = "-";
/// What divides the words of a cell; other words of Chinese are divided by spaces.
const BETWEEN: &str = " ; ";

/// A country or a province.
#[derive(Debug)]
struct Place {
    /// Its name, the adjective, its people, another name; empty where there is none.
    forms: Vec<Box<str>>,
    like: Vec<Box<str>>,
}

/// What a word is of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its name, adjective or people: the number of the form.
    Form(usize),
    /// Another word that shows that it is meant.
    Hint,
}

/// A place that a text names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The number of the place.
    pub(super) place: usize,
    pub(super) role: Role,
    pub(super) span: Span,
}

/// A word, the places, and what it is of them.
#[derive(Debug)]
struct Word {
    text: Box<str>,
    meanings: Vec<(usize, Role)>,
}

/// What the words of one language mean.
#[derive(Debug, Default)]
pub(super) struct Words {
    texts: Longest,
    words: Vec<Word>,
}

/// All places.
#[derive(Debug, Default)]
pub(super) struct Table {
    places: Vec<Place>,
    pub(super) english: Words,
    pub(super) chinese: Words,
}

impl Table {
    /// Reads the table: names, other words, Chinese names, other Chinese words, what it is taken for.
    pub(super) fn new(text: &str) -> Self {
        let mut table = Self::default();
        for line in entries(text) {
            let mut cells = line.split('\t');
            let mut cell = |between| words(cells.next().unwrap_or_default(), between);
            let place = table.places.len();
            let forms = cell(BETWEEN);
            for (number, form) in forms.iter().enumerate() {
                table.english.add(form, place, Role::Form(number));
            }
            table.english.add_all(&cell(BETWEEN), place, Role::Hint);
            table.chinese.add_all(&cell(BETWEEN), place, Role::Form(0));
            table.chinese.add_all(&cell(" "), place, Role::Hint);
            table.places.push(Place { forms, like: cell(BETWEEN) });
        }
        table.english.index();
        table.chinese.index();
        table
    }

    /// Whether one place is taken for another.
    pub(super) fn are_like(&self, one: usize, other: usize) -> bool {
        let name = self.form(other, 0);
        let place = self.places.get(one);
        place.is_some_and(|place| place.like.iter().any(|like| Some(&**like) == name))
    }

    /// A form of a place; nothing where it has none of that number.
    pub(super) fn form(&self, place: usize, number: usize) -> Option<&str> {
        self.places.get(place)?.forms.get(number).map(|form| &**form).filter(|form| !form.is_empty())
    }
}

/// The words of a cell; empty ones where there is none.
fn words(cell: &str, between: &str) -> Vec<Box<str>> {
    cell.split(between).map(|word| if word == NONE { "" } else { word }.into()).collect()
}

impl Words {
    fn add_all(&mut self, words: &[Box<str>], place: usize, role: Role) {
        for word in words {
            self.add(word, place, role);
        }
    }

    fn add(&mut self, word: &str, place: usize, role: Role) {
        if word.is_empty() {
            return;
        }
        match self.words.iter_mut().find(|known| *known.text == *word) {
            // As an adjective, where it is the same as the name of the people.
            Some(known) if known.meanings.iter().any(|(other, _)| *other == place) => {}
            Some(known) => known.meanings.push((place, role)),
            None => self.words.push(Word { text: word.into(), meanings: vec![(place, role)] }),
        }
    }

    fn index(&mut self) {
        let texts: Vec<&str> = self.words.iter().map(|word| &*word.text).collect();
        self.texts = Longest::new(&texts);
    }

    /// The places that a text names which starts at `offset`, in order.
    pub(super) fn found<'t>(&'t self, text: &'t str, offset: usize) -> impl Iterator<Item = Mention> + 't {
        let whole = |span: &Span| !is_inside_word(text, span.start()) && !is_inside_word(text, span.end());
        let found = self.texts.found(text).filter_map(move |(number, span)| {
            let word = self.words.get(number)?;
            let same = text.get(span.start()..span.end()) == Some(&*word.text);
            (same && whole(&span)).then_some((span, &word.meanings))
        });
        found.flat_map(move |(span, meanings)| {
            meanings.iter().map(move |(place, role)| Mention { place: *place, role: *role, span: span.shift(offset) })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table::new("Niger ; Nigerien\tNiamey\t尼日尔\t尼亚美\tNigeria\nNigeria ; Nigerian\t-\t尼日利亚\t-\tNiger\n")
    }

    #[test]
    fn whole_words_name_places() {
        let table = table();
        let found: Vec<_> = table.english.found("Nigeria, Niamey and NIGER", 10).map(|m| (m.place, m.role)).collect();
        assert_eq!(found, [(1, Role::Form(0)), (0, Role::Hint)]);
        assert_eq!(table.chinese.found("尼日利亚的", 0).map(|m| m.place).collect::<Vec<_>>(), [1]);
        assert!(table.are_like(0, 1) && table.are_like(1, 0) && !table.are_like(0, 0));
        assert_eq!((table.form(0, 1), table.form(0, 2)), (Some("Nigerien"), None));
    }

    #[test]
    fn the_built_in_table_is_symmetric() {
        let pack = crate::builtin::pack("zh-en").unwrap();
        let table = Table::new(&pack.tables["lists/countries.tsv"]);
        let names: Vec<&str> = (0..table.places.len()).filter_map(|place| table.form(place, 0)).collect();
        assert_eq!(names.len(), table.places.len());
        for (number, place) in table.places.iter().enumerate() {
            for like in &place.like {
                let other = names.iter().position(|name| *name == &**like);
                assert!(other.is_some_and(|other| table.are_like(other, number)), "{like}");
            }
        }
    }
}
