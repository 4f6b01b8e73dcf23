//! Spellings that match the same words: case, hyphens, spaces and apostrophes do not count.

/// The letters of a form: in lower case, with single spaces for hyphens and white space.
pub(super) fn fold(text: &str) -> String {
    joined(text.chars().flat_map(char::to_lowercase))
}

/// The letters of a form in their case.
pub(super) fn fold_joins(text: &str) -> String {
    joined(text.chars())
}

fn joined(chars: impl Iterator<Item = char>) -> String {
    let (mut key, mut gap) = (String::new(), false);
    for c in chars {
        if is_join(c) {
            gap = !key.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            key.push(' ');
        }
        key.push(if c == '’' { '\'' } else { c });
    }
    key
}

/// Whether a character stands between words only.
pub(super) fn is_join(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c)
}

/// Whether a character is a hyphen.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
