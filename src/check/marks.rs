//! Double quotation marks and brackets in a text, found fast.

use memchr::memchr2_iter;

/// The first byte of the curly marks in UTF-8.
const CURLY: u8 = 0xE2;

/// The double quotation marks of a text, straight and curly, in order.
pub(super) fn double_quotes(body: &str) -> impl Iterator<Item = (usize, char)> {
    let mark = |at: usize| body.get(at..).and_then(|rest| rest.chars().next());
    let found = memchr2_iter(b'"', CURLY, body.as_bytes());
    found.filter_map(move |at| Some((at, mark(at).filter(|c| matches!(c, '"' | '“' | '”'))?)))
}

/// The round brackets of a text, in order.
pub(super) fn brackets(body: &str) -> impl Iterator<Item = (usize, char)> {
    let bracket = |at: usize| body.as_bytes().get(at).map(|byte| (at, char::from(*byte)));
    memchr2_iter(b'(', b')', body.as_bytes()).filter_map(bracket)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_order() {
        assert_eq!(double_quotes("a “b” – \"c…").collect::<Vec<_>>(), [(2, '“'), (6, '”'), (14, '"')]);
        assert_eq!(brackets("(é)").collect::<Vec<_>>(), [(0, '('), (3, ')')]);
    }
}
