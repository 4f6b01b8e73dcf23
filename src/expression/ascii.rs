//! Perl classes in their ASCII form. The Unicode forms of `\w` and `\b` are what makes a regular
//! expression slow to compile, and hundreds are compiled at start-up; the words that rules look
//! for are English.

use std::borrow::Cow;

/// The expression with `\w`, `\d`, `\s`, their negations and `\b` in ASCII form. `\s` keeps the
/// no-break and the ideographic space.
#[must_use]
pub fn ascii(source: &str) -> Cow<'_, str> {
    if !source.contains('\\') {
        return Cow::Borrowed(source);
    }
    let mut plain = String::with_capacity(source.len() + 32);
    let (mut class, mut chars) = (0_usize, source.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => escape(&mut plain, chars.next(), class > 0),
            '[' => {
                class += 1;
                plain.push(c);
            }
            ']' => {
                class = class.saturating_sub(1);
                plain.push(c);
            }
            _ => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// Appends an escape; inside a class its members only.
fn escape(plain: &mut String, letter: Option<char>, in_class: bool) {
    const SPACE: &str = r" \t\n\r\u{A0}\u{3000}";
    let members = match letter {
        Some('w' | 'W') => "0-9A-Za-z_",
        Some('d' | 'D') => "0-9",
        Some('s' | 'S') => SPACE,
        Some('b') if !in_class => return plain.push_str(r"(?-u:\b)"),
        other => {
            plain.push('\\');
            return plain.extend(other);
        }
    };
    let negated = letter.is_some_and(char::is_uppercase);
    match (in_class, negated) {
        (true, false) => plain.push_str(members),
        (_, true) => plain.extend(["[^", members, "]"]),
        (false, false) => plain.extend(["[", members, "]"]),
    }
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn classes_become_ascii_wherever_they_stand() {
        assert_eq!(
            ascii(r"\b[\w'’-]+\s\d\.\W"),
            r"(?-u:\b)[0-9A-Za-z_'’-]+[ \t\n\r\u{A0}\u{3000}][0-9]\.[^0-9A-Za-z_]"
        );
        assert_eq!(ascii(r"a\\b[^\W]"), r"a\\b[^[^0-9A-Za-z_]]");
        assert_eq!(ascii("plain"), "plain");
    }
}
