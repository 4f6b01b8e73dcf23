//! Cuts XML behind elements of some names. It looks at the tags only as far as it must; whether the
//! document is well-formed is for the reader of the pieces to say.

use memchr::memmem::find;
use memchr::{memchr, memchr3};

use super::{Cut, Cutter};

/// See the module.
#[derive(Debug)]
pub(in crate::read) struct Markup {
    units: &'static [&'static str],
    /// The tags that are open at the last cut.
    open: Vec<Open>,
}

/// A start tag.
#[derive(Clone, Debug)]
struct Open {
    tag: Vec<u8>,
    /// Whether it is a header: closed, but what it says holds.
    closed: bool,
}

/// What stands behind a `<`.
enum Mark<'b> {
    /// A start tag.
    Start { name: &'b [u8], empty: bool },
    /// An end tag.
    End { name: &'b [u8] },
    /// A comment, a declaration, character data.
    Other,
}

impl Markup {
    /// For documents whose units are elements of these names, which do not hold each other.
    pub(in crate::read) fn new(units: &'static [&'static str]) -> Self {
        Self { units, open: Vec::new() }
    }

    fn is_unit(&self, name: &[u8]) -> bool {
        self.units.iter().any(|unit| unit.as_bytes() == local(name))
    }
}

impl Cutter for Markup {
    fn cut(&mut self, bytes: &[u8], size: usize) -> Option<Cut> {
        let (mut at, mut units, mut open, mut inside) = (0, 0, self.open.clone(), false);
        loop {
            let start = at + memchr(b'<', bytes.get(at..)?)?;
            let (mark, end) = mark(bytes, start)?;
            at = end;
            match mark {
                Mark::Start { name, empty: false } if self.is_unit(name) => inside = true,
                Mark::End { name } if self.is_unit(name) => {
                    (inside, units) = (false, units + 1);
                    if at >= size {
                        self.open = open;
                        return Some(Cut { at: at + blank(bytes.get(at..)?), units });
                    }
                }
                Mark::Start { name, .. } if !inside && local(name) == b"header" => {
                    open.push(header(bytes.get(start..end)?));
                }
                Mark::Start { empty: false, .. } if !inside => {
                    open.push(Open { tag: bytes.get(start..end)?.to_vec(), closed: false });
                }
                Mark::End { name } if !inside && local(name) != b"header" => close(&mut open),
                Mark::Start { .. } | Mark::End { .. } | Mark::Other => {}
            }
        }
    }

    fn head(&self) -> String {
        self.open.iter().map(|open| String::from_utf8_lossy(&open.tag)).collect()
    }

    fn counts_units(&self) -> bool {
        true
    }
}

/// A header, as an element without content.
fn header(tag: &[u8]) -> Open {
    let body = tag.strip_suffix(b"/>").or(tag.strip_suffix(b">")).unwrap_or(tag);
    Open { tag: [body, b"/>"].concat(), closed: true }
}

/// Closes the element that was opened last.
fn close(open: &mut Vec<Open>) {
    while open.pop().is_some_and(|one| one.closed) {}
}

/// The name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|byte| *byte == b':').and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

/// What begins with the `<` at `start`, and where it ends; nothing where that is not to be seen.
fn mark(bytes: &[u8], start: usize) -> Option<(Mark<'_>, usize)> {
    let rest = bytes.get(start..)?;
    let until = |end: &[u8]| Some((Mark::Other, start + find(rest, end)? + end.len()));
    match rest.get(1)? {
        b'?' => until(b"?>"),
        b'!' if rest.len() < "<![CDATA[".len() => None,
        b'!' if rest.starts_with(b"<!--") => Some((Mark::Other, start + 4 + find(rest.get(4..)?, b"-->")? + 3)),
        b'!' if rest.starts_with(b"<![CDATA[") => until(b"]]>"),
        b'!' => until(b">"),
        b'/' => {
            let end = memchr(b'>', rest)?;
            Some((Mark::End { name: rest.get(2..end)?.trim_ascii() }, start + end + 1))
        }
        _ => {
            let end = tag_end(rest)?;
            let inner = rest.get(1..end)?;
            let name = inner.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next()?;
            Some((Mark::Start { name, empty: inner.ends_with(b"/") }, start + end + 1))
        }
    }
}

/// Where a start tag ends: at the first `>` that is not in quotation marks.
fn tag_end(tag: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', tag.get(at..)?)?;
        let byte = *tag.get(at)?;
        if byte == b'>' {
            return Some(at);
        }
        at += 1;
        at += memchr(byte, tag.get(at..)?)? + 1;
    }
}

/// The length of the white space up to the next line.
fn blank(bytes: &[u8]) -> usize {
    let space = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    if bytes.get(space) == Some(&b'\n') { space + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_behind_units_and_heads_hold_what_is_open() {
        let text = b"<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'a'><tmx><header x='>'><prop/></header><body><!-- </tu> --><tu a='<'><seg/></tu>\n<tu><![CDATA[</tu>]]></tu></body></tmx>";
        let mut cutter = Markup::new(&["tu"]);
        let first = cutter.cut(text, 10).unwrap();
        assert!(text[..first.at].ends_with(b"</tu>\n") && first.units == 1);
        assert_eq!(cutter.head(), "<tmx><header x='>'/><body>");
        let rest = &text[first.at..];
        let second = cutter.cut(rest, 10).unwrap();
        assert_eq!(&rest[second.at..], b"</body></tmx>");
        assert!(cutter.cut(&rest[second.at..], 1).is_none());
    }

    #[test]
    fn files_of_one_document_do_not_hold_for_the_next() {
        let text =
            b"<xliff><file a='1'><header/><body><unit/><unit></unit></body></file><file a='2'><body><unit></unit>";
        let mut cutter = Markup::new(&["trans-unit", "unit"]);
        let first = cutter.cut(text, 1).unwrap();
        assert_eq!(cutter.head(), "<xliff><file a='1'><header/><body>");
        cutter.cut(&text[first.at..], 1).unwrap();
        assert_eq!(cutter.head(), "<xliff><file a='2'><body>");
    }
}
