//! The script a text is written in, as far as glossaries mix them up.

use crate::glossary::Term;

/// Whether a character is a Chinese, Japanese or Korean letter.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{3130}'..='\u{318F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Whether a character is a Latin letter.
pub(super) fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{41}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// Whether a character is a Cyrillic letter, many of which look like Latin ones.
pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

/// Whether a character is punctuation, a letter or a space as wide as a Chinese character.
pub(super) fn is_full_width(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '\u{FF01}'..='\u{FF60}')
}

/// Whether a character cannot be seen, and does not belong in a term.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether the targets of a glossary are mostly in Latin script.
pub(super) fn has_latin_targets(terms: &[Term]) -> bool {
    let targets = |is: fn(char) -> bool| terms.iter().filter(|term| term.target().chars().any(is)).count();
    targets(is_latin) > targets(is_cjk)
}
